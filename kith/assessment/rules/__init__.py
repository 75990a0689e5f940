"""Ages and stages; what an assessment still lacks; what changed; where the map's parts are drawn."""

from kith.assessment.rules.balance import Balance, balance, kinder, written_in
from kith.assessment.rules.changing import changes
from kith.assessment.rules.gaps import Gap, agencies_not_cited, gaps, in_one_sentence, one_by_one, who_owes_a_number
from kith.assessment.rules.grid import NOT_YET, Cell, grid, never_looked_at, not_looked_at
from kith.assessment.rules.likeness import Copy, copies
from kith.assessment.rules.patterns import LIMIT, Pattern, asks_for_a_look, is_whole, patterns
from kith.assessment.rules.picture import Picture, picture
from kith.assessment.rules.signed import in_lines
from kith.assessment.rules.stages import GROWN, STAGES, stage_at, stage_in_words

__all__ = [
    "GROWN",
    "LIMIT",
    "NOT_YET",
    "STAGES",
    "Balance",
    "Cell",
    "Copy",
    "Gap",
    "Pattern",
    "Picture",
    "agencies_not_cited",
    "asks_for_a_look",
    "balance",
    "changes",
    "copies",
    "gaps",
    "grid",
    "in_lines",
    "in_one_sentence",
    "is_whole",
    "kinder",
    "never_looked_at",
    "not_looked_at",
    "one_by_one",
    "patterns",
    "picture",
    "stage_at",
    "stage_in_words",
    "who_owes_a_number",
    "written_in",
]
