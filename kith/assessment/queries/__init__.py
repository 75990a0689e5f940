from kith.assessment.models import Held, Rated, Voice, held, whole_thread, writers_of
from kith.assessment.models.held import dangers_of
from kith.assessment.queries.alert import (
    RECORDS,
    Waiting,
    looks_together,
    patterns_waiting,
    record,
    records_of,
    signs_of,
)
from kith.assessment.queries.assessing import (
    assessment,
    contribution,
    contributions,
    danger,
    domain_note,
    looked_over,
    newest,
    set_aside,
    standing_passage,
)
from kith.assessment.queries.hearing import given_by_agencies, given_by_my_agency
from kith.assessment.queries.knowing import growing, life_today, wellbeing

__all__ = [
    "RECORDS",
    "Held",
    "Rated",
    "Voice",
    "Waiting",
    "assessment",
    "contribution",
    "contributions",
    "danger",
    "dangers_of",
    "domain_note",
    "given_by_agencies",
    "given_by_my_agency",
    "growing",
    "held",
    "life_today",
    "looked_over",
    "looks_together",
    "newest",
    "patterns_waiting",
    "record",
    "records_of",
    "set_aside",
    "signs_of",
    "standing_passage",
    "wellbeing",
    "whole_thread",
    "writers_of",
]
