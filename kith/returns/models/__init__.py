from kith.returns.models.censuses import (
    CensusEntry,
    CensusImport,
    CensusReturn,
    holds_made_up_people,
    holds_real_children,
    latest_authority,
)
from kith.returns.models.holding import STAGES, Holding, held

__all__ = [
    "STAGES",
    "CensusEntry",
    "CensusImport",
    "CensusReturn",
    "Holding",
    "held",
    "holds_made_up_people",
    "holds_real_children",
    "latest_authority",
]
