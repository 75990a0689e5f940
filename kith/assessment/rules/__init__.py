"""Ages and stages; what an assessment still lacks; what changed; where the map's parts are drawn."""

from kith.assessment.rules.gaps import Gap, gaps, in_one_sentence
from kith.assessment.rules.likeness import copies
from kith.assessment.rules.stages import GROWN, STAGES, stage_at, stage_in_words

__all__ = ["GROWN", "STAGES", "Gap", "copies", "gaps", "in_one_sentence", "stage_at", "stage_in_words"]
