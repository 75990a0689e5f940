from kith.meetings.models.board import DECIDED, NOT_AGREED, NUMBER, Board, BoardLine, SheetGiven
from kith.meetings.models.holding import Action, Part, Shown, shown

__all__ = [
    "DECIDED",
    "NOT_AGREED",
    "NUMBER",
    "Action",
    "Board",
    "BoardLine",
    "Part",
    "SheetGiven",
    "Shown",
    "shown",
]
