"""A board with everything that stands on it, wherever it is kept."""

from django.db.models import QuerySet

from kith.involvement.models import MeetingLine
from kith.meetings.models import Action, Board, Carried, OnWall, Part, Shown, Strike, shown
from kith.meetings.rules import Lack, board_lacks
from kith.packs import Pack
from kith.plans.models import PlanReview
from kith.voice.models import Words


def board(pk: int) -> Board | None:
    found = Board.objects.select_related("person", "review__plan", "line__meeting", "line__decision", "act")
    return found.filter(pk=pk).first()


def board_of(*, review: PlanReview | None = None, line: MeetingLine | None = None) -> Board | None:
    return Board.objects.filter(review=review, line=line).first()


def beside(one: Board) -> QuerySet[Board]:
    """Brothers’ and sisters’ boards of the same meeting, as far as the reader may see them."""
    same = Board.objects.filter(act__occasion_id=one.act.occasion_id).exclude(pk=one.pk)
    return same.select_related("person").order_by("person__born_on", "pk")


def struck_in(review: PlanReview) -> dict[int, Strike]:
    """What was struck off the wall of this review, by the row of the review it is. One query."""
    return {one.row: one for one in Strike.objects.filter(board__review=review, of="reviewpoint")}


def lacks(found: Shown, pack: Pack) -> list[Lack]:
    """What is missing before the meeting is closed. No query."""
    return board_lacks(found, pack)


def put_up(one: Board) -> list[Words]:
    """The child’s own words that are read out, as they stand today; never a telling of harm."""
    found = Words.objects.filter(pk__in=one.words_up, person=one.person, instead=None).exclude(sort="harm")
    return list(found.order_by("-said_on", "-pk"))


__all__ = [
    "Action",
    "Carried",
    "OnWall",
    "Part",
    "Shown",
    "beside",
    "board",
    "board_of",
    "lacks",
    "put_up",
    "shown",
    "struck_in",
]
