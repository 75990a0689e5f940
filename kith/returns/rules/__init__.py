"""Decisions about censuses from what is in hand alone."""

from kith.returns.rules.columns import (
    CHILD,
    IDENTIFIERS,
    REFERRAL,
    STAGES,
    WENT_NO_FURTHER,
    Kind,
    spell_from_file,
    spell_to_file,
)
from kith.returns.rules.merging import Merged, Pair, Said, gathered, merged, paired, remembered
from kith.returns.rules.mixing import authority_fault, mixing_fault
from kith.returns.rules.projecting import census_child, local_id, stage_belongs
from kith.returns.rules.windows import Window

__all__ = [
    "CHILD",
    "IDENTIFIERS",
    "REFERRAL",
    "STAGES",
    "WENT_NO_FURTHER",
    "Kind",
    "Merged",
    "Pair",
    "Said",
    "Window",
    "authority_fault",
    "census_child",
    "gathered",
    "local_id",
    "merged",
    "mixing_fault",
    "paired",
    "remembered",
    "spell_from_file",
    "spell_to_file",
    "stage_belongs",
]
