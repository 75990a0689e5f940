from kith.feedback.queries.complaints import Stood, clock, complaint, complaints, my_complaints, stage_waiting, stood
from kith.feedback.queries.thanks import shown_lately, thanks, thanks_by_month, thanks_for_team, thanks_row
from kith.feedback.queries.valued import (
    valued,
    valued_fully,
    valued_in_all,
    valued_of,
    valued_to_follow_up,
)

__all__ = [
    "Stood",
    "clock",
    "complaint",
    "complaints",
    "my_complaints",
    "shown_lately",
    "stage_waiting",
    "stood",
    "thanks",
    "thanks_by_month",
    "thanks_for_team",
    "thanks_row",
    "valued",
    "valued_fully",
    "valued_in_all",
    "valued_of",
    "valued_to_follow_up",
]
