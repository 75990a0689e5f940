"""A meeting with the family: written as people speak, closed when it is whole (S0-03, S2-29.2, J14)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.decisions.models import BottomLine, Challenge, Decision
from kith.involvement.acts import leave_out
from kith.involvement.models import MeetingStep
from kith.involvement.rules import StepGiven
from kith.meetings import acts, queries
from kith.meetings.models import Board, BoardLine, SheetGiven, Strike
from kith.meetings.rules import ActionGiven, CarriesGiven, LineGiven
from kith.plans.acts import TookPart
from kith.plans.models import ReviewPoint, Step
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.involvement.protecting import conferred, discussed
from tests.involvement.test_leaving_out import GROUND
from tests.meetings.meeting import TO_DO, WRITTEN, closed, opened, struck, written
from tests.plans.making import PEOPLE, agreed, looked_at
from tests.visits.going import the_log_will_not_be_written

DOING = {
    "open_board": (
        lambda by, child: looked_at(by, agreed(by, child)),
        lambda by, child, review: acts.open_board(by=by, about=[child], reviews=[review]),
    ),
    "write_on_board": (
        opened,
        lambda by, child, board: acts.write_on_board(by=by, about=child, board=board, lines=WRITTEN, actions=TO_DO),
    ),
    "put_up": (opened, lambda by, child, board: acts.put_up(by=by, about=child, board=board, life_up=True)),
    "close_board": (written, lambda by, child, board: closed(by, board)),
    "challenge_from_board": (
        written,
        lambda by, child, board: acts.challenge_from_board(
            by=by,
            about=child,
            board=board,
            line_id=BoardLine.objects.get(sort="not_agreed").pk,
            decision_id=Decision.objects.get().pk,
            concern="Not Thursday.",
            wanted="Wednesdays.",
        ),
    ),
    "say_what_it_carries": (
        written,
        lambda by, child, board: acts.say_what_it_carries(
            by=by,
            about=child,
            board=board,
            line_id=BoardLine.objects.get(sort="decided").pk,
            carries=CarriesGiven(bottom="Nan keeps her key.", broken_when="She gives it away.", watcher="Nan Rose"),
        ),
    ),
    "strike_off": (written, lambda by, child, board: struck(by, board, BoardLine.objects.get(sort="not_agreed"))),
    "give_sheet": (
        opened,
        lambda by, child, board: acts.give_sheet(by=by, about=child, board=board, who="Kelly Okafor", how="in_hand"),
    ),
}
MODELS = (BottomLine, Board, BoardLine, Strike, Challenge, SheetGiven, ReviewPoint, Step, Decision)


def refused(by, board, words, **changed):
    with pytest.raises(Refused, match=words) as found:
        closed(by, board, **changed)
    assert Board.objects.get(pk=board.pk).finished_on is None
    return found.value.field


@pytest.mark.parametrize("name", DOING)
def test_whoever_works_with_the_child_may_and_a_stranger_may_not(cast, name):
    before, do = DOING[name]
    with acting_as(cast.aisha):
        held = before(cast.aisha, cast.maya)
    with acting_as(cast.sol), pytest.raises(NotYours):
        do(cast.sol, cast.maya, held)
    with acting_as(cast.aisha):
        assert do(cast.aisha, cast.maya, held).person_id == cast.maya.pk
        assert Act.objects.filter(person=cast.maya, name=name, staff_only=True).exists()


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    before, do = DOING[name]
    with acting_as(cast.aisha):
        held = before(cast.aisha, cast.maya)
        was = [list(model.objects.order_by("pk").values()) for model in MODELS]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        do(cast.aisha, cast.maya, held)
    with acting_as(cast.aisha):
        assert [list(model.objects.order_by("pk").values()) for model in MODELS] == was


def test_what_is_said_is_kept_where_it_belongs_and_numbers_are_not_made_to_agree(cast):
    with acting_as(cast.aisha):
        board = written(cast.aisha, cast.maya)
        shown = queries.shown(board)
        assert [one.words for one in shown.columns["working"]][-1] == "She sleeps at Nan’s on Tuesdays."
        assert ReviewPoint.objects.filter(review=board.review, words="Dean rang at midnight.").exists()
        assert Step.objects.get(plan=board.review.plan, owner_name="Nan Rose").what == TO_DO[0].what
        assert [(one.chosen, bool(one.reasons)) for one in shown.decided] == [("The plan goes on for ten weeks.", True)]
        assert {one.who: one.score for one in shown.numbers} == {"Kelly Okafor": 4, "Aisha Khan": 7}
        assert shown.far_apart
        again = [LineGiven("number", who="Kelly Okafor", score=5)]
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=again)
        assert {one.who: one.score for one in queries.shown(board).numbers}["Kelly Okafor"] == 5
        assert BoardLine.objects.filter(sort="number", who="Kelly Okafor").count() == 2
        assert shown.not_agreed[0].wants == "Nan on Wednesdays."


def test_a_whole_meeting_is_closed_and_not_written_on(cast):
    with acting_as(cast.aisha):
        board = closed(cast.aisha, written(cast.aisha, cast.maya))
        assert (board.finished_on, board.next_where) == (TODAY, "At Nan’s")
        for act, more in (
            (acts.write_on_board, {"lines": WRITTEN}),
            (acts.put_up, {}),
            (acts.close_board, {"next_on": None}),
        ):
            with pytest.raises(Refused, match="closed"):
                act(by=cast.aisha, about=cast.maya, board=board, **more)


KELLY = PEOPLE[1]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"people": []}, "Say how the child took part. Say who else was there"),
        ({"people": PEOPLE[:1]}, "Say who else was there"),
        ({"people": [replace(PEOPLE[0], spoke=""), KELLY]}, "Say how Maya took part"),
        ({"people": [replace(PEOPLE[0], spoke="PN7"), KELLY]}, "Say of Maya why not"),
        ({"people": [PEOPLE[0], replace(KELLY, attended="")]}, "Say whether Kelly Okafor was there"),
        ({"people": [PEOPLE[0], replace(KELLY, how="")]}, "Say how Kelly Okafor was asked"),
        ({"people": [PEOPLE[0], replace(KELLY, attended="no")]}, "Say of Kelly Okafor why not"),
        ({"lines": [LineGiven("decided", "The plan goes on.", why=".")]}, "Give the reasons: “The plan goes on.”"),
        ({"to_do": [replace(TO_DO[0], who="")]}, "who does it, and by when"),
        ({"to_do": [replace(TO_DO[0], by_when=None)]}, "who does it, and by when"),
    ],
)
def test_s0_03_what_is_missing_stops_the_end_and_not_the_writing(cast, given, words):
    with acting_as(cast.aisha):
        refused(cast.aisha, written(cast.aisha, cast.maya, **given), words)


@pytest.mark.parametrize(("day", "words"), [(None, "day of the next meeting"), (TODAY, "comes after this one")])
def test_a_meeting_has_a_next_one(cast, day, words):
    with acting_as(cast.aisha):
        assert refused(cast.aisha, written(cast.aisha, cast.maya), words, next_on=day) == "next_on"


def test_s2_29_2_a_father_is_left_out_on_a_ground_or_the_meeting_is_not_closed(cast):
    tomek = TookPart("Tomek Nowak", "parent", how="not_asked", attended="no", spoke="sent", why_not="Bail.")
    with acting_as(cast.aisha):
        board = written(cast.aisha, cast.maya, [*PEOPLE, tomek])
        refused(cast.aisha, board, "Tomek Nowak was not asked: say on what ground")
        leave_out(by=cast.aisha, about=cast.maya, **{**GROUND, "review_on": TODAY - timedelta(1)})
        refused(cast.aisha, board, "was to be looked at again")
        leave_out(by=cast.aisha, about=cast.maya, **GROUND)
        assert closed(cast.aisha, board).finished_on == TODAY


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (LineGiven("gossip", "x"), "where it belongs"),
        (LineGiven("working", "x", whose="neighbour"), "one of the answers"),
        (LineGiven("number", who="Kelly", score=11), "from 0 to 10"),
        (LineGiven("number", score=3), "whose number"),
    ],
)
def test_what_the_pack_has_not_is_asked_again(cast, line, words):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        with pytest.raises(Refused, match=words):
            acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=[line])
        with pytest.raises(Refused, match="Write something"):
            acts.write_on_board(by=cast.aisha, about=cast.maya, board=board)
        with pytest.raises(Refused, match="what will be done"):
            acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, actions=[ActionGiven(" ", "Kelly")])
        with pytest.raises(Refused, match="another child’s"):
            acts.write_on_board(by=cast.aisha, about=cast.leo, board=board, lines=WRITTEN)


def test_the_wall_shows_nothing_that_was_written_anywhere_else(cast):
    with acting_as(cast.aisha):
        shown = queries.shown(opened(cast.aisha, cast.maya))
        assert ReviewPoint.objects.count() == 3
        assert not any(shown.columns.values())
        assert Step.objects.exists()
        assert not shown.actions
    line = conferred(cast, steps=[StepGiven("PC Ward speaks to the neighbour.", "PC Ward", TODAY)])
    with acting_as(cast.aisha):
        board = acts.open_board(by=cast.aisha, about=[cast.maya], lines=[line])
        assert not queries.shown(board).actions


def test_each_child_has_a_board_of_their_own(cast):
    with acting_as(cast.aisha):
        reviews = [looked_at(cast.aisha, agreed(cast.aisha, child)) for child in (cast.maya, cast.leo)]
        first = acts.open_board(by=cast.aisha, about=[cast.maya, cast.leo], reviews=reviews)
        assert [one.person_id for one in queries.beside(queries.board(first.pk))] == [cast.leo.pk]
        with pytest.raises(Refused, match="open already"):
            acts.open_board(by=cast.aisha, about=[cast.leo], reviews=reviews[1:])
        with pytest.raises(Refused, match="no meeting about Sam"):
            acts.open_board(by=cast.aisha, about=[cast.sam], reviews=reviews)


def test_a_conferences_board_keeps_its_steps_with_the_conference_and_decides_nothing_twice(cast):
    line = conferred(cast)
    with acting_as(cast.aisha):
        board = acts.open_board(by=cast.aisha, about=[cast.maya], lines=[line])
        lines = [LineGiven("working", "Nan comes every day.", "Nan Rose", "network")]
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=lines, actions=TO_DO)
        shown = queries.shown(queries.board(board.pk))
        assert MeetingStep.objects.filter(line=line, what=TO_DO[0].what).exists()
        assert [one.pk for one in shown.decided] == [line.decision_id]
        assert [one.words for one in shown.columns["working"]] == ["Nan comes every day."]
        with pytest.raises(Refused, match="on its own page"):
            acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=WRITTEN[4:5])


def test_s3_20_somebody_of_the_family_challenges_from_the_meeting_in_their_own_name(cast):
    with acting_as(cast.aisha):
        board = written(cast.aisha, cast.maya)
        shown = queries.shown(board)
        line, decision = shown.not_agreed[0], shown.decided[0]
        to = {"by": cast.aisha, "about": cast.maya, "board": board, "line_id": line.pk, "decision_id": decision.pk}
        with pytest.raises(Refused, match="what worries"):
            acts.challenge_from_board(**to, concern=" ", wanted="Wednesdays.")
        with pytest.raises(Refused, match="want to happen"):
            acts.challenge_from_board(**to, concern="Not Thursday.", wanted="")
        assert not Challenge.objects.exists()
        lodged = acts.challenge_from_board(**to, concern="Not Thursday.", wanted="Wednesdays.").challenge
        assert (lodged.raised_by_name, lodged.raised_by_id, lodged.asked_name) == (
            "Kelly Okafor",
            None,
            "Grace Adeyemi",
        )
        assert Decision.objects.get(pk=decision.pk).state == "challenged"
        with pytest.raises(Refused, match="lodged already"):
            acts.challenge_from_board(**to, concern="Not Thursday.", wanted="Wednesdays.")
        unnamed = [LineGiven("not_agreed", "No.", wants="Something else.")]
        acts.write_on_board(by=cast.aisha, about=cast.maya, board=board, lines=unnamed)
        line = queries.shown(board).not_agreed[-1]
        with pytest.raises(Refused, match="who does not agree"):
            acts.challenge_from_board(**{**to, "line_id": line.pk}, concern="No.", wanted="Something else.")


def test_what_is_discussed_before_an_enquiry_has_no_board(cast):
    line = discussed(cast)
    with acting_as(cast.aisha), pytest.raises(Refused, match="stands on no wall"):
        acts.open_board(by=cast.aisha, about=[cast.maya], lines=[line])


def test_nothing_a_child_said_stands_on_a_wall_unasked_and_harm_never(cast):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        said = {"by": cast.aisha, "about": cast.maya, "heard_by": "Aisha Khan"}
        good = write_down_words(**said, sort="good_thing", text="I like Tuesdays.")
        harm = write_down_words(**said, sort="harm", text="He held the iron.")
        assert queries.put_up(board) == []
        with pytest.raises(Refused, match="not for a wall"):
            acts.put_up(by=cast.aisha, about=cast.maya, board=board, words_up=[good.pk, harm.pk])
        up = acts.put_up(by=cast.aisha, about=cast.maya, board=board, words_up=[good.pk])
        assert [one.text for one in queries.put_up(up)] == ["I like Tuesdays."]


def test_a_sheet_is_given_or_there_is_a_reason(cast):
    with acting_as(cast.aisha):
        board = opened(cast.aisha, cast.maya)
        to = {"by": cast.aisha, "about": cast.maya, "board": board}
        for wrong, words in (
            ({"who": " ", "how": "in_hand"}, "who it was for"),
            ({"who": "Kelly", "how": "pigeon"}, "how they got it"),
            ({"who": "Kelly", "how": "not_given"}, "why they did not"),
        ):
            with pytest.raises(Refused, match=words):
                acts.give_sheet(**to, **wrong)
        acts.give_sheet(**to, who="Dean Marsh", how="not_given", because="He left before the end.")
        assert [one.who for one in queries.shown(board).sheets] == ["Dean Marsh"]


@pytest.mark.parametrize("name", ["priya", "kelly"])
def test_no_partner_and_no_family_may_even_ask_for_a_board(cast, name):
    for model in (Board, BoardLine, SheetGiven):
        with (
            acting_as(cast.actors[name]),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            model.objects.exists()


def test_s2_29_2_twin_a_meeting_without_a_father_is_kept_with_no_ground_given(cast):
    tomek = TookPart("Tomek Nowak", "parent", how="not_asked", attended="no")
    with acting_as(cast.aisha):
        board = written(cast.aisha, cast.maya, [*PEOPLE, tomek])
        assert Board.objects.get(pk=board.pk).finished_on is None
        assert "Tomek Nowak" in [one.who for one in queries.shown(board).parts]
