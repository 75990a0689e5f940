"""Asking what something meant, for the history people tell, and what goes into the copies that leave."""

from kith.story.forms.copies import ChooseForCourt, MakeBooklet, MakeCourtCopy, Period, PutRight
from kith.story.forms.entries import LeaveOut, Meant, Narrowed, Nothing, SameEvent
from kith.story.forms.telling import TellAsAgency, TellHistory

__all__ = [
    "ChooseForCourt",
    "LeaveOut",
    "MakeBooklet",
    "MakeCourtCopy",
    "Meant",
    "Narrowed",
    "Nothing",
    "Period",
    "PutRight",
    "SameEvent",
    "TellAsAgency",
    "TellHistory",
]
