"""A board with everything that stands on it, wherever it is kept: read by acts and pages alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.conf import settings
from django.db import models

from kith import packs
from kith.decisions.models import BottomLine, Decision
from kith.involvement.models import LeftOut, MeetingLine, MeetingPart, MeetingStep
from kith.involvement.rules import latest_parts, standing
from kith.meetings.models.board import DECIDED, NOT_AGREED, NUMBER, Board, BoardLine, SheetGiven, Strike
from kith.packs import Pack
from kith.plans.models import ReviewPoint, Step, TakingPart
from kith.voice import queries as voice
from kith.voice.models import Words

_Row = TypeVar("_Row", bound=models.Model)
_FAR = 3  # numbers this far apart tell different stories
_PUT_THERE = {"act__name": "write_on_board"}  # the wall shows nothing that was written anywhere else


@dataclass(frozen=True)
class Part:
    """How one person took part, whichever kind of meeting it was. `role`: the pack's whose_view or meeting_role."""

    who: str
    role: str
    child: bool = False
    family: bool = False
    how: str = ""
    prepared_with: Sequence[str] = ()
    attended: str = ""
    spoke: str = ""
    why_not: str = ""
    pk: int = 0


@dataclass(frozen=True)
class Action:
    what: str
    who: str
    by_when: date | None


@dataclass(frozen=True)
class Carried:
    """What stands beside a decision: its bottom lines, and the child's words it rests on. `row`: the line of the board
    it was written on, with why on none; a decision of a meeting about safety has no such line.
    """

    lines: Sequence[BottomLine] = ()
    said: Sequence[Words] = ()
    row: Any = None


@dataclass(frozen=True)
class OnWall:
    """One row that was put up, wherever it is kept; `strike`, once it was struck off."""

    row: Any
    text: str
    who: str = ""
    strike: Any = None

    @property
    def of(self) -> str:
        return str(self.row._meta.model_name)


@dataclass(frozen=True)
class Shown:
    """Everything that stands on one child's board. `columns`: by the pack's review_column, in its order. `put_up`: each
    row as it was written there, those struck off too: they are in nothing else.
    """

    board: Any
    held_on: date | None
    columns: Mapping[str, Sequence[Any]]
    numbers: Sequence[Any]
    decided: Sequence[Any]
    actions: Sequence[Action]
    not_agreed: Sequence[Any]
    parts: Sequence[Part]
    sheets: Sequence[Any] = ()
    left_out: Mapping[str, Any] = field(default_factory=dict)
    put_up: Sequence[OnWall] = ()
    carries: Mapping[int, Carried] = field(default_factory=dict)  # by decision

    @property
    def far_apart(self) -> bool:
        """Whether the numbers tell different stories: that is kept, and never averaged."""
        scores = [one.score for one in self.numbers]
        return bool(scores) and max(scores) - min(scores) >= _FAR


def shown(one: Board) -> Shown:
    """What was put on the board, and who takes part. Eleven queries at most."""
    pack = packs.pack_for(settings.PACK, one.started_on)
    lines = list(BoardLine.objects.filter(board=one).select_related("decision", "challenge").order_by("pk"))
    points = list(ReviewPoint.objects.filter(review=one.review, **_PUT_THERE).order_by("pk")) if one.review else []
    steps = _steps(one)
    struck = {(strike.of, strike.row): strike for strike in Strike.objects.filter(board=one)}
    put_up = [_on_wall(row, struck) for row in (*points, *lines, *steps)]
    stands = {(each.of, each.row.pk) for each in put_up if each.strike is None}
    points, lines, steps = _standing(points, stands), _standing(lines, stands), _standing(steps, stands)
    codes = [code for code, _ in pack.choices("review_column")]
    numbers = {line.who.casefold(): line for line in lines if line.sort == NUMBER}
    decided = [line.decision for line in lines if line.sort == DECIDED and line.decision]
    line, held = one.line, one.review or one.line
    if line and line.decision:
        decided.append(line.decision)
    return Shown(
        board=one,
        held_on=held.held_on if held else None,
        columns={
            code: [
                *(point for point in points if point.column == code),
                *(line for line in lines if line.sort == code),
            ]
            for code in codes
        },
        numbers=list(numbers.values()),
        decided=decided,
        actions=[Action(step.what, _who(step), step.by_when) for step in steps],
        not_agreed=[line for line in lines if line.sort == NOT_AGREED],
        parts=_parts(one, pack),
        sheets=list(SheetGiven.objects.filter(board=one).order_by("pk")),
        left_out=standing(LeftOut.objects.filter(person=one.person, ended_on=None)),
        put_up=put_up,
        carries=_carries(decided, {one.decision_id: one for one in lines if one.sort == DECIDED}),
    )


def _carries(decided: Sequence[Decision], rows: Mapping[int | None, BoardLine]) -> dict[int, Carried]:
    """Two queries, or none."""
    if not decided:
        return {}
    said, standing = voice.cited_in(decided), BottomLine.objects.filter(decision__in=decided, until_on=None)
    lines: dict[int, list[BottomLine]] = {}
    for line in standing.order_by("pk"):
        lines.setdefault(line.decision_id, []).append(line)
    return {one.pk: Carried(lines.get(one.pk, ()), said.get(one.pk, ()), rows.get(one.pk)) for one in decided}


def _standing(rows: list[_Row], stands: set[tuple[str, int]]) -> list[_Row]:
    return [row for row in rows if (str(row._meta.model_name), row.pk) in stands]


def _steps(one: Board) -> list[Any]:
    """Of the plan, or of the meeting about safety."""
    if one.review:
        given = Step.objects.filter(plan=one.review.plan, given_on__gte=one.started_on, **_PUT_THERE)
        return list(given.order_by("by_when", "pk"))
    return list(MeetingStep.objects.filter(line=one.line, **_PUT_THERE).order_by("pk"))


def _who(step: Any) -> str:
    return str(step.owner_name if isinstance(step, Step) else step.who)


def _on_wall(row: Any, struck: Mapping[tuple[str, int], Any]) -> OnWall:
    strike = struck.get((str(row._meta.model_name), row.pk))
    if isinstance(row, Step | MeetingStep):
        return OnWall(row, row.what, _who(row), strike)
    text = row.words if getattr(row, "score", None) is None else f"{row.score} {row.words}".strip()
    return OnWall(row, text, row.who, strike)


def _parts(one: Board, pack: Pack) -> list[Part]:
    asks = ("who", "how", "prepared_with", "attended", "spoke", "why_not", "pk")
    if one.review:
        newest: dict[str, TakingPart] = {}
        for row in TakingPart.objects.filter(review=one.review).order_by("pk"):
            newest[row.who.casefold()] = row
        return [
            Part(
                **{name: getattr(row, name) for name in asks},
                role=row.whose,
                child=row.whose == "child",
                family=row.whose == "parent",
            )
            for row in newest.values()
        ]
    line, family = one.line, pack.flagged("meeting_role", "of_the_family")
    if line is None:
        return []
    rows = latest_parts(MeetingPart.objects.filter(meeting=line.meeting))
    others = [
        Part(**{name: getattr(row, name) for name in asks}, role=row.role, family=row.role in family) for row in rows
    ]
    return [_child_of(one, line), *others] if line.child_part else others


def _child_of(one: Board, line: MeetingLine) -> Part:
    return Part(
        who=one.person.called.partition(" ")[0],
        role="child",
        child=True,
        how="in_person" if line.child_part else "",
        prepared_with=line.child_prepared_with,
        spoke=line.child_part,
        why_not=line.child_why_not,
    )
