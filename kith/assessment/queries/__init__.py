from kith.assessment.models import Held, Rated, Voice, held, whole_thread, writers_of
from kith.assessment.models.held import dangers_of
from kith.assessment.queries.assessing import (
    assessment,
    contribution,
    contributions,
    danger,
    domain_note,
    newest,
    standing_passage,
)
from kith.assessment.queries.knowing import growing, life_today, wellbeing

__all__ = [
    "Held",
    "Rated",
    "Voice",
    "assessment",
    "contribution",
    "contributions",
    "danger",
    "dangers_of",
    "domain_note",
    "growing",
    "held",
    "life_today",
    "newest",
    "standing_passage",
    "wellbeing",
    "whole_thread",
    "writers_of",
]
