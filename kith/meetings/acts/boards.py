"""A meeting with the family: its board opened, written on as people speak, closed when whole; sheets given (J14)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.decisions.acts import challenge_inside, end_inside
from kith.decisions.models import Decision
from kith.involvement.acts import withdraw_step_inside
from kith.involvement.models import MeetingLine, MeetingStep
from kith.meetings import rules
from kith.meetings.acts.deciding import decide_on_board
from kith.meetings.acts.finding import open_one, own_one
from kith.meetings.models import DECIDED, NOT_AGREED, NUMBER, Board, BoardLine, SheetGiven, Strike, shown
from kith.meetings.rules import ActionGiven, LineGiven
from kith.people.models import Person
from kith.plans.acts import step_inside, take_out_inside
from kith.plans.models import PlanReview, ReviewPoint, Step
from kith.record import Refused
from kith.record.acting import act
from kith.voice.models import Words
from kith.words import needs_words

_MADE, _STRUCK = "meetings.Board", "meetings.Strike"
_RIGHT = Right.RECORD_ON_ANY_CHILD
_OWNERS = {"parent": "family", "network": "network", "professional": "agency", "child": "family"}


@act("{by} opened the board of a meeting about {about}.", needs=_RIGHT, staff_only=True, makes=_MADE)
def open_board(
    *,
    by: Actor,
    about: Sequence[Person],
    on: date,
    reviews: Sequence[PlanReview] = (),
    lines: Sequence[MeetingLine] = (),
) -> Board:
    """One board for each child whose review, or line of a meeting, is given (design 1.5). Gives the first child's.

    Raises Refused: a child without either; a discussion before an enquiry, which no family sees; open already.
    """
    of: dict[int, dict[str, Any]] = {
        **{one.person_id: {"review": one} for one in reviews},
        **{one.person_id: {"line": one} for one in lines},
    }
    made = []
    for child in about:
        if child.pk not in of:
            raise Refused(f"There is no meeting about {child.called} to open a board for.")
        if any(line.kind == "strategy" for line in of[child.pk].values() if isinstance(line, MeetingLine)):
            raise Refused("What is discussed before an enquiry stands on no wall.")
        if Board.objects.filter(person=child, **of[child.pk]).exists():
            raise Refused("Its board is open already.")
        made.append(Board(person=child, started_on=on, **of[child.pk]))
        made[-1].save()
    return made[0]


@act("{by} wrote on the board of a meeting about {about}.", needs=_RIGHT, staff_only=True)
def write_on_board(
    *,
    by: Actor,
    about: Person,
    on: date,
    board: Board,
    lines: Sequence[LineGiven] = (),
    actions: Sequence[ActionGiven] = (),
) -> Board:
    """As people speak, each in their own words. What belongs to the review, the plan or the meeting is kept there.

    Raises Refused: nothing written; closed; another child's; an answer the pack has not; a number not from 0 to 10.
    """
    found = open_one(about, board)
    if not lines and not actions:
        raise Refused("Write something first.")
    for line in lines:
        _put(by, found, line, on)
    for action in actions:
        _to_do(by, found, action, on)
    return found


@act("{by} chose what is read out at a meeting about {about}.", needs=_RIGHT, staff_only=True)
def put_up(
    *, by: Actor, about: Person, on: date, board: Board, life_up: bool = False, words_up: Collection[int] = ()
) -> Board:
    """Whether life today, and which of the child's own words, everybody there may read. Nothing stands there unasked.

    Raises Refused: words of another child's, or that tell of harm; closed.
    """
    found = open_one(about, board)
    wanted = {int(pk) for pk in words_up}
    may = set(Words.objects.filter(pk__in=wanted, person=about).exclude(sort="harm").values_list("pk", flat=True))
    if wanted - may:
        raise Refused("These words are not for a wall.", field="words_up")
    found.life_up, found.words_up = life_up, sorted(wanted)
    found.save()
    return found


@act("{by} closed the board of a meeting about {about}.", needs=_RIGHT, staff_only=True, makes=_MADE)
def close_board(
    *, by: Actor, about: Person, on: date, board: Board, next_on: date | None, next_where: str = ""
) -> Board:
    """Nothing is missing: everybody's part, the reasons of each decision, one person and a day for each action, the
    next day (S0-03, S2-29.2). Raises Refused with everything that is.
    """
    found = open_one(about, board)
    found.next_on, found.next_where = next_on or found.next_on, next_where.strip() or found.next_where
    missing = rules.board_lacks(shown(found), packs.pack_for(settings.PACK, found.started_on))
    if missing:
        raise Refused(rules.said(missing), field=missing[0].field)
    found.finished_on, found.finished_by = on, by.name
    found.save()
    return found


@act(
    "{by} noted who has what was decided about {about}.",
    needs=_RIGHT,
    staff_only=True,
    makes="meetings.SheetGiven",
)
def give_sheet(
    *, by: Actor, about: Person, on: date, board: Board, who: str, how: str, because: str = "", release_ref: int = 0
) -> SheetGiven:
    """In their hand, sent, read out, or not given. Raises Refused: nobody, no answer, not given without a reason."""
    if not who.strip():
        raise Refused("Say who it was for.", field="who")
    pack = packs.pack_for(settings.PACK, on)
    if how not in {code for code, _ in pack.choices("sheet_given")}:
        raise Refused("Say how they got it.", field="how")
    if how in pack.flagged("sheet_given", "asks_why") and not because.strip():
        raise Refused("Say why they did not get it.", field="because")
    given = SheetGiven(
        person=about,
        board=own_one(about, board),
        who=who.strip(),
        how=how,
        because=because.strip(),
        release_ref=release_ref or None,
        given_on=on,
    )
    given.save()
    return given


@act("A decision about {about} was challenged at a meeting.", needs=_RIGHT, staff_only=True)
def challenge_from_board(
    *,
    by: Actor,
    about: Person,
    on: date,
    board: Board,
    line_id: int,
    decision_id: int,
    concern: str,
    wanted: str,
    own_page: Person | None = None,
) -> BoardLine:
    """Somebody of the family or of an agency does not agree: their challenge, in their name, answered by somebody who
    did not decide (S3-20). `own_page`: the child, or one of the family, on whose page it stands with what becomes of
    it. Raises Refused: challenged already, nobody named, no concern, nothing wanted, a decision
    that has ended.
    """
    found = BoardLine.objects.filter(pk=line_id, board=own_one(about, board), sort=NOT_AGREED, challenge=None).first()
    if found is None:
        raise Refused("Their challenge has been lodged already.")
    found.challenge = challenge_inside(
        by,
        about,
        decision_id=decision_id,
        concern=concern,
        wanted=wanted,
        raised_by_name=found.who,
        raised_by_person=own_page,
    )
    found.save()
    return found


@act("{by} struck something off the board of a meeting about {about}.", needs=_RIGHT, staff_only=True, makes=_STRUCK)
def strike_off(*, by: Actor, about: Person, on: date, board: Board, of: str, row: int, because: str) -> Strike:
    """Put up by mistake: it is not shown in the room any more, nor on any sheet; staff read it struck, with the reason.
    Nothing is deleted. A decision nobody has finished ends with it, and a step leaves the plan too.

    Raises Refused: no reason; not on this board, or struck off already; a challenge was lodged from it; a decision that
    has gone further; a step that has begun.
    """
    found = own_one(about, board)
    up = next((one for one in shown(found).put_up if (one.of, one.row.pk) == (of, row)), None)
    if up is None or up.strike:
        raise Refused("This is not on the board any more.")
    if needs_words(because):
        raise Refused("Say why it is struck off.", field="because")
    if getattr(up.row, "challenge_id", None):
        raise Refused("A challenge was lodged from it. It stands until the challenge is answered.")
    _withdraw(about, on, getattr(up.row, "decision", None), because)
    _take_out(about, on, up.row, because)
    strike = Strike(person=about, board=found, of=of, row=row, because=because.strip(), struck_by=by.name, struck_on=on)
    strike.save()
    return strike


def _withdraw(about: Person, on: date, decision: Decision | None, because: str) -> None:
    """What was decided by mistake ends, while nobody has finished it."""
    if decision is None or decision.state == "ended":
        return
    if decision.state != "proposed" or decision.finished_on:
        raise Refused("This decision has gone further. Open it, and take back that it was agreed, or challenge it.")
    end_inside(about, on, decision, f"Struck off the board of the meeting: {because.strip()}")


def _take_out(about: Person, on: date, row: Any, because: str) -> None:
    """A step written by mistake is in the plan no more than on the wall."""
    if isinstance(row, MeetingStep):
        withdraw_step_inside(about, on, row, f"Struck off the board of the meeting: {because.strip()}")
    if not isinstance(row, Step) or row.taken_out_on:
        return
    if row.began_on:
        raise Refused("This step has begun. Take it out of the plan instead, where it says how it goes.")
    take_out_inside(about, on, row, f"Struck off the board of the meeting: {because.strip()}")


def _put(by: Actor, board: Board, line: LineGiven, on: date) -> None:
    pack = packs.pack_for(settings.PACK, on)
    columns = {code for code, _ in pack.choices("review_column")}
    if line.sort not in columns | {NUMBER, NOT_AGREED, DECIDED}:
        raise Refused("Choose where it belongs.")
    if line.whose and line.whose not in {code for code, _ in pack.choices("whose_view")}:
        raise Refused("Choose one of the answers.", field="whose")
    if line.sort == NUMBER and not (line.score is not None and 0 <= line.score <= 10):
        raise Refused("Give a number from 0 to 10.", field="score")
    if line.sort == NUMBER and not line.who.strip():
        raise Refused("Say whose number it is.", field="number_who")
    if line.sort in columns and board.review:
        point = {"words": line.words.strip(), "whose": line.whose, "who": line.who.strip()}
        ReviewPoint(person=board.person, review=board.review, column=line.sort, **point).save()
        return
    if line.sort == DECIDED and board.line:
        raise Refused("What this meeting decides is recorded on its own page.")
    made = BoardLine(
        person=board.person,
        board=board,
        sort=line.sort,
        words=line.words.strip(),
        who=line.who.strip(),
        whose=line.whose,
        score=line.score,
        wants=line.wants.strip(),
    )
    if line.sort == DECIDED:
        decide_on_board(by, made, line, on)
    made.save()


def _to_do(by: Actor, board: Board, action: ActionGiven, on: date) -> None:
    if not action.what.strip():
        raise Refused("Say what will be done.", field="action")
    if board.review:
        kind = _OWNERS.get(action.whose, "")
        step_inside(
            board.review.plan, on, what=action.what, owner_kind=kind, owner_name=action.who, by_when=action.by_when
        )
        return
    MeetingStep(
        person=board.person, line=board.line, what=action.what.strip(), who=action.who.strip(), by_when=action.by_when
    ).save()
