from kith.meetings.models.board import DECIDED, NOT_AGREED, NUMBER, Board, BoardLine, SheetGiven, Strike
from kith.meetings.models.holding import Action, Carried, OnWall, Part, Shown, shown

__all__ = [
    "DECIDED",
    "NOT_AGREED",
    "NUMBER",
    "Action",
    "Board",
    "BoardLine",
    "Carried",
    "OnWall",
    "Part",
    "SheetGiven",
    "Shown",
    "Strike",
    "shown",
]
