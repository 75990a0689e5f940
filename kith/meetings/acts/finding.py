"""The board an act is about: this child's, and open where something is still put up."""

from kith.meetings.models import Board
from kith.people.models import Person
from kith.record import Refused


def own_one(about: Person, board: Board) -> Board:
    joined = Board.objects.select_related("person", "review__plan__person", "line__meeting", "line__decision")
    found = joined.filter(pk=board.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    return found


def open_one(about: Person, board: Board) -> Board:
    found = own_one(about, board)
    if found.finished_on:
        raise Refused("This board is closed.")
    return found
