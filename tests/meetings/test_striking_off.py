"""A line put up by mistake is struck off: not in the room any more, struck for staff, never deleted."""

import pytest
from django.db import IntegrityError, connection, transaction

from kith.access import acting_as
from kith.decisions.acts import finish_decision, revise_decision
from kith.decisions.models import Decision
from kith.involvement.acts import do_meeting_step
from kith.involvement.models import MeetingStep
from kith.involvement.queries import protection_of
from kith.meetings import acts, queries
from kith.meetings.models import BoardLine, Strike
from kith.plans.acts import report_step
from kith.plans.models import ReviewPoint, Step
from kith.record import Refused
from kith.record.models import Draft
from tests.cast import NOW
from tests.decisions.making import reasons_for
from tests.involvement.protecting import conferred
from tests.meetings.meeting import closed, opened, struck, written
from tests.visits.going import page, text

WHY = "She said it of somebody else."


def row_of(model, **given):
    return model.objects.get(**given)


@pytest.fixture
def board(cast):
    with acting_as(cast.aisha):
        return written(cast.aisha, cast.maya)


@pytest.mark.parametrize(
    ("model", "given", "where"),
    [
        (ReviewPoint, {"words__startswith": "Dean rang"}, "columns"),
        (BoardLine, {"sort": "not_agreed"}, "not_agreed"),
        (BoardLine, {"score": 4}, "numbers"),
        (BoardLine, {"sort": "decided"}, "decided"),
        (Step, {"what__startswith": "Nan has Sam"}, "actions"),
    ],
)
def test_it_leaves_the_wall_and_the_sheet_and_its_row_stays(cast, board, model, given, where):
    def up():
        shown = queries.shown(board)
        return sum(len(lines) for lines in shown.columns.values()) if where == "columns" else len(getattr(shown, where))

    with acting_as(cast.aisha):
        row, before = row_of(model, **given), up()
        made = struck(cast.aisha, board, row)
        assert (made.because, made.struck_by, up()) == (WHY, "Aisha Khan", before - 1)
        assert row_of(model, **given).pk == row.pk
        [kept] = [one for one in queries.shown(board).put_up if one.strike]
        assert (kept.row.pk, kept.strike.pk) == (row.pk, made.pk)


def test_the_number_said_before_counts_again(cast, board):
    with acting_as(cast.aisha):
        more = [acts.LineGiven("number", who="Kelly Okafor", whose="parent", score=9)]
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=more)
        struck(cast.aisha, board, row_of(BoardLine, score=9))
        assert {one.who: one.score for one in queries.shown(board).numbers}["Kelly Okafor"] == 4


def test_a_decision_nobody_finished_ends_with_it_and_one_that_went_further_does_not(cast, board):
    with acting_as(cast.aisha):
        line, decision = row_of(BoardLine, sort="decided"), row_of(Decision)
        whole = {**reasons_for(cast), "chosen": decision.chosen}
        revise_decision(by=cast.aisha, about=cast.maya, decision=decision, **whole)
        finish_decision(by=cast.aisha, about=cast.maya, decision=decision)
        with pytest.raises(Refused, match="gone further"):
            struck(cast.aisha, board, line)
        assert not Strike.objects.exists()
        other = acts.LineGiven("decided", "We meet at Nan’s.", why="It is quiet there.")
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=[other])
        struck(cast.aisha, board, row_of(BoardLine, words="We meet at Nan’s."))
        ended = row_of(Decision, chosen="We meet at Nan’s.")
        assert (ended.state, WHY in ended.ended_because) == ("ended", True)


def test_what_a_challenge_was_lodged_from_stands(cast, board):
    with acting_as(cast.aisha):
        line, told = row_of(BoardLine, sort="not_agreed"), {"by": cast.aisha, "about": cast.maya, "board": board}
        wanted = {"concern": "Not Thursday.", "wanted": "Wednesdays."}
        acts.challenge_from_board(**told, line_id=line.pk, decision_id=row_of(Decision).pk, **wanted)
        with pytest.raises(Refused, match="A challenge was lodged"):
            struck(cast.aisha, board, line)


def test_without_a_reason_a_second_time_or_from_another_board_it_is_refused(cast, board):
    with acting_as(cast.aisha):
        line = row_of(BoardLine, score=7)
        with pytest.raises(Refused, match="why it is struck off") as refusal:
            struck(cast.aisha, board, line, because=".")
        assert refusal.value.field == "because"
        struck(cast.aisha, board, line)  # the twin: with a reason
        with pytest.raises(Refused, match="not on the board any more"):
            struck(cast.aisha, board, line)
        others = opened(cast.aisha, cast.leo)
        with pytest.raises(Refused, match="not on the board"):
            struck(cast.aisha, others, line)
        with pytest.raises(Refused, match="another child"):
            acts.strike_off(by=cast.aisha, about=cast.leo, board=board, of="boardline", row=line.pk, because=WHY)
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("update meetings_strike set because = ''")


def test_a_mistake_seen_after_the_meeting_is_struck_off_too(cast):
    from tests.meetings.test_boards import WRITTEN  # its board lacks nothing

    with acting_as(cast.aisha):
        board = closed(cast.aisha, written(cast.aisha, cast.maya, lines=WRITTEN))
        assert board.finished_on
        assert struck(cast.aisha, board, row_of(BoardLine, score=7)).pk


def test_on_the_pages_it_is_gone_from_the_wall_and_struck_behind_it_and_in_the_review(cast, browse, board):
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        point = row_of(ReviewPoint, words__startswith="Dean rang")
    wall, behind = page("meeting-board", cast.maya, board.pk), page("behind-board", cast.maya, board.pk)
    address = page("strike-off", cast.maya, board.pk, "reviewpoint", point.pk)
    assert address in aisha.get(behind).content.decode()
    assert aisha.post(address, {"because": ""}).status_code == 422
    assert aisha.post(address, {"because": WHY}).status_code == 303
    assert "Dean rang at midnight" not in text(aisha.get(wall))
    assert WHY not in text(aisha.get(wall))
    for shown in (behind, page("plan-review", cast.maya, board.review_id)):
        answer = aisha.get(shown).content.decode()
        assert "<s>Dean rang at midnight.</s>" in answer
        assert WHY in answer
    assert aisha.get(address).status_code == 404
    assert browse("sol").get(address).status_code == 302  # first a because


def test_who_is_here_keeps_a_draft_that_comes_back_and_is_cleared_once_it_is_saved(cast, browse, board):
    aisha, address = browse("aisha"), page("who-is-here", cast.maya, board.pk)
    assert "data-draft=" in aisha.get(address).content.decode()
    with acting_as(cast.aisha):
        Draft.objects.create(
            account_id=cast.aisha.account_id,
            key=f"who-is-here:{board.pk}",
            title="Who is here",
            fields={"p0_why_not": "She wanted to draw instead."},
            saved_at=NOW,
        )
    shown = aisha.get(address)
    assert "She wanted to draw instead." in shown.content.decode()
    assert "Carry on" in text(shown)
    assert aisha.post(address, {"p0_why_not": "She wanted to draw instead."}).status_code == 303
    with acting_as(cast.aisha):
        assert not Draft.objects.filter(key__startswith="who-is-here").exists()


def test_an_action_struck_off_is_in_the_plan_no_more_and_one_that_has_begun_stays(cast, board):
    with acting_as(cast.aisha):
        one = row_of(Step, what__startswith="Nan has Sam")
        report_step(by=cast.aisha, about=cast.maya, step=one, state="happening")
        with pytest.raises(Refused, match="has begun"):
            struck(cast.aisha, board, one)
        other = acts.ActionGiven("Dean sings.", who="Dean")
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, actions=[other])
        struck(cast.aisha, board, row_of(Step, what="Dean sings."))
        gone = row_of(Step, what="Dean sings.")
        assert (gone.taken_out_on is not None, WHY in gone.taken_out_because) == (True, True)


def test_something_a_meeting_about_safety_agreed_by_mistake_is_nobodys_any_more(cast):
    line = conferred(cast)
    with acting_as(cast.aisha):
        board = acts.open_board(by=cast.aisha, about=[cast.maya], lines=[line])
        for what in ("Nan rings at six.", "Dean rings at six."):
            one = acts.ActionGiven(what, who="Nan Rose")
            acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, actions=[one])
        struck(cast.aisha, board, row_of(MeetingStep, what="Dean rings at six."))
        owed = [step.what for step in protection_of(cast.maya).steps]
        assert ("Nan rings at six." in owed, "Dean rings at six." in owed) == (True, False)
        gone = row_of(MeetingStep, what="Dean rings at six.")
        assert (gone.withdrawn_on is not None, WHY in gone.withdrawn_because) == (True, True)
        with pytest.raises(Refused, match="done already"):
            do_meeting_step(by=cast.aisha, about=cast.maya, step=gone)
        done = row_of(MeetingStep, what="Nan rings at six.")
        do_meeting_step(by=cast.aisha, about=cast.maya, step=done)
        with pytest.raises(Refused, match="has been done"):
            struck(cast.aisha, board, done)
