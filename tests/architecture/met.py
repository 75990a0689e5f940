"""Meetings and supervision about Maya, for their addresses; and strings only those who work with her may meet."""

from typing import Any

from kith.access import acting_as
from kith.involvement.acts import leave_out
from kith.involvement.models import LeftOut, MeetingLine
from kith.meetings.acts import give_sheet, open_board, write_on_board
from kith.meetings.models import Board, BoardLine
from kith.meetings.rules import ActionGiven, CarriesGiven, LineGiven
from kith.plans.acts import InvitedGiven, note_ready_for_review
from kith.plans.models import PlanReview
from kith.workforce.acts import keep_personal_note, write_supervision
from kith.workforce.models import Supervision, SupervisionAction
from tests.cast import TODAY, Cast
from tests.workforce.talking import TEXTS, THOUGHTS, TO_DO, begun, written

SECRET_THOUGHT = "He counts the lanterns before he knocks"
SECRET_LIKE = "She folds herself behind the coal door"
SECRET_NOTE = "I dream of the weir since Tuesday"  # between Aisha and Grace alone
SECRET_SAID = "The kettle is never cold at his end"
SECRET_GROUND = "He waited at the turnstile with a rope"
SECRET_SEEN = "She draws the ferry with no captain"
SECRET_NOT_READY = "The hall key is with the organist"
SECRET_INVITED = "Zebedee Larkin"
MET = [*(SECRET_SEEN, SECRET_NOT_READY, SECRET_INVITED), SECRET_THOUGHT, SECRET_LIKE, SECRET_SAID, SECRET_GROUND]


def meet(cast: Cast) -> None:
    """A talk that waits for its signatures, another begun, a note between the two; two boards; somebody left out."""
    thoughts = [type(THOUGHTS[0])(SECRET_THOUGHT, *("She said so.", "Not on Sundays.")), *THOUGHTS]
    with acting_as(cast.aisha):
        written(cast.aisha, cast.maya, cast, thoughts=thoughts, like_now=SECRET_LIKE)
        keep_personal_note(
            by=cast.aisha,
            worker_id=cast.aisha.account_id,
            supervisor_id=cast.grace.account_id,
            words=SECRET_NOTE,
        )
    with acting_as(cast.aisha):
        begun(cast.aisha, cast.leo, cast)
        line = LineGiven("not_agreed", SECRET_SAID, "Kelly Okafor", "parent")
        about = {"by": cast.aisha, "about": cast.maya}
        board = open_board(by=cast.aisha, about=[cast.maya], reviews=[PlanReview.objects.get(person=cast.maya)])
        carries = CarriesGiven(bottom="Nan keeps her key.", no_words="observed", seen=SECRET_SEEN)
        decided = LineGiven("decided", "Nan keeps her key.", why="It helps.", carries=carries)
        write_on_board(**about, board=board, lines=[line, decided])
        asked = [InvitedGiven(SECRET_INVITED, "network", "in_person", TODAY, "comes")]
        before = {"plan": board.review.plan, "not_ready_because": SECRET_NOT_READY, "invited": asked}
        note_ready_for_review(**about, **before)
        held = MeetingLine.objects.filter(person=cast.maya, kind="conference").first()
        conference = open_board(by=cast.aisha, about=[cast.maya], lines=[held])
        write_on_board(**about, board=conference, lines=[line])
        leave_out(**about, who="Gary Stone", shown_by=SECRET_GROUND, review_on=TODAY)


def meet_more(cast: Cast, n: int) -> None:
    """Another talk; a board of another conference; one more note, line and sheet."""
    about = {"by": cast.aisha, "about": cast.maya}
    if n == 0:  # one at a time with each worker
        with acting_as(cast.grace):
            told = {"by": cast.grace, "about": cast.maya}
            talk = begun(cast.grace, cast.maya, cast, worker_id=cast.theo.account_id)
            write_supervision(**told, supervision=talk, thoughts=[*THOUGHTS, *THOUGHTS[:1]], to_do=TO_DO, **TEXTS)
    with acting_as(cast.aisha):
        both = {"worker_id": cast.aisha.account_id, "supervisor_id": cast.grace.account_id}
        keep_personal_note(by=cast.aisha, **both, words=f"One more, {n}.")
        line = MeetingLine.objects.filter(person=cast.maya, kind="conference", board=None).first()
        boards = [
            open_board(by=cast.aisha, about=[cast.maya], lines=[line]),
            *Board.objects.filter(person=cast.maya)[:2],
        ]
        for board in boards:
            lines = [LineGiven("not_agreed", SECRET_SAID), LineGiven("working", f"It goes well, {n}.")]
            write_on_board(**about, board=board, lines=lines, actions=[ActionGiven("Ring.", "Nan", TODAY)])
            give_sheet(**about, board=board, who=f"Nan {n}", how="in_hand")
        leave_out(**about, who=f"Gary Stone {n}", shown_by=SECRET_GROUND)
        asked = [InvitedGiven(f"Zebedee Larkin {n}", "network", "in_person", TODAY, "comes")]
        before = {"plan": PlanReview.objects.get(person=cast.maya).plan, "not_ready_because": SECRET_NOT_READY}
        note_ready_for_review(**about, **before, invited=asked)


def of_meetings(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    talk = Supervision.objects.get(person=cast.maya, worker_id=cast.aisha.account_id)
    decided = BoardLine.objects.filter(board__review__isnull=False, sort="decided").first()
    board, said = Board.objects.get(review__isnull=False), BoardLine.objects.get(board__line__isnull=False)
    action = SupervisionAction.objects.filter(person=cast.maya).order_by("pk").first()
    assert action
    assert decided
    return {
        **{name: {**ref, "pk": talk.pk} for name in ("supervision-talk", "write-supervision")},
        **{
            name: {**ref, "pk": board.pk}
            for name in ("meeting-board", "behind-board", "who-is-here", "board-sheet", "give-sheet")
        },
        "what-it-carries": {**ref, "pk": board.pk, "line": decided.pk},
        "ready-review": {**ref, "pk": board.review.plan_id},
        "strike-off": {**ref, "pk": said.board_id, "of": "boardline", "row": said.pk},
        "challenge-from-board": {**ref, "pk": said.board_id, "line": said.pk},
        "open-board": {**ref, "what": "review", "pk": board.review_id},
        "leave-out-of-meetings": ref,
        "ask-in-again": {**ref, "pk": LeftOut.objects.get().pk},
        "do-supervision-action": {**ref, "pk": action.pk},
        "supervision-notes": {"pk": cast.grace.account_id},
        "note-practising-from": {"pk": cast.aisha.account_id},
    }
