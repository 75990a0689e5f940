"""A child asks for another worker, is answered by a manager, and is told; and who stays with a child (S1-21)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.directory.models import Notice
from kith.involvement.acts import allocate, answer_worker_asked, ask_for_another_worker, tell_worker_answer
from kith.involvement.models import WorkerAsked
from kith.involvement.queries import asked_waiting, continuity_of, continuity_of_each
from kith.record import NotYours, Refused
from tests.cast import NOW, TODAY
from tests.handing import child_actor, handed_over
from tests.visits.going import page, text, the_log_will_not_be_written

WHY = "He never looks at me."


def ask(cast, by=None, **details):
    return ask_for_another_worker(by=by or cast.aisha, about=cast.maya, **{"text": WHY, **details})


def answer(cast, asked, by=None, **details):
    given = {"outcome": "agreed", "answer": "Yes. Sol comes with me on Friday so you can meet.", **details}
    return answer_worker_asked(by=by or cast.grace, about=cast.maya, asked=asked, **given)


def test_s1_21_it_is_kept_as_the_child_said_it_with_the_packs_reason_and_five_working_days(cast):
    with acting_as(cast.aisha):
        asked = ask(cast)
    assert (asked.text, asked.reason, asked.lead_name) == (WHY, "CHCHAN", "Aisha Khan")
    assert asked.answer_by_on == date(2026, 11, 24), "Tuesday to Tuesday: five working days, day 0 not counted"
    with acting_as(cast.grace):
        assert Notice.objects.filter(kind="child_asked").count() == 1, "the manager is told at once"


def test_a_child_asks_in_their_own_corner_and_need_not_say_why(cast):
    maya = child_actor(cast)
    with acting_as(maya):
        asked = ask_for_another_worker(by=maya, about=cast.maya)
        assert (asked.own_hand, asked.text, asked.heard_by) == (True, "", "")
        with pytest.raises(Refused, match="asked already"):
            ask_for_another_worker(by=maya, about=cast.maya)
    with acting_as(cast.grace):
        assert Notice.objects.filter(kind="child_asked", person=cast.maya).count() == 1
    with acting_as(cast.aisha):
        assert not Notice.objects.filter(kind="child_asked").exists(), "not the worker it is about"


def test_a_manager_answers_and_the_child_is_told(cast):
    with acting_as(cast.aisha):
        asked = ask(cast)
    with acting_as(cast.grace):
        answer(cast, asked)
        assert (asked.answered_by_name, asked.answered_on, asked.told_on) == ("Grace Adeyemi", TODAY, None)
        with pytest.raises(Refused, match="already"):
            answer(cast, asked)
    with acting_as(cast.aisha):
        assert list(asked_waiting([cast.maya.pk])) == [asked], "answered, and not told: still waiting"
        tell_worker_answer(by=cast.aisha, about=cast.maya, asked=asked, told_by="Aisha Khan")
        assert not asked_waiting([cast.maya.pk]).exists()
        with pytest.raises(Refused, match="already"):
            tell_worker_answer(by=cast.aisha, about=cast.maya, asked=asked, told_by="Aisha Khan")


def test_nobody_answers_for_themselves(cast):
    with acting_as(cast.grace):
        allocate(by=cast.grace, about=cast.maya, lead=cast.staff["grace"])
        asked = ask(cast, by=cast.grace)
        with pytest.raises(Refused, match="about you"):
            answer(cast, asked)


def test_only_who_allocates_answers_and_a_stranger_writes_nothing(cast):
    with acting_as(cast.aisha):
        asked = ask(cast)
        with pytest.raises(NotYours):
            answer(cast, asked, by=cast.aisha)
    with acting_as(cast.sol):
        with pytest.raises(NotYours):
            ask(cast, by=cast.sol)
        with pytest.raises(NotYours):
            tell_worker_answer(by=cast.sol, about=cast.maya, asked=asked, told_by="Sol")


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"outcome": "maybe"}, "outcome"),
        ({"answer": " "}, "answer"),
        ({"answer": "n/a"}, "answer"),
        ({"told_on": TODAY}, "told_by"),
        ({"told_on": TODAY - timedelta(days=1), "told_by": "Grace"}, "told_on"),
        ({"told_on": TODAY + timedelta(days=1), "told_by": "Grace"}, "told_on"),
    ],
)
def test_an_answer_has_words_for_the_child(cast, details, field):
    with acting_as(cast.aisha):
        asked = ask(cast)
    with acting_as(cast.grace), pytest.raises(Refused) as refused:
        answer(cast, asked, **details)
    assert refused.value.field == field


def test_nothing_is_told_before_it_is_answered(cast):
    with acting_as(cast.aisha):
        asked = ask(cast)
        with pytest.raises(Refused, match="no answer yet"):
            tell_worker_answer(by=cast.aisha, about=cast.maya, asked=asked, told_by="Aisha Khan")


DOING = {
    "ask": lambda cast, asked: ask(cast),
    "answer": lambda cast, asked: answer(cast, asked),
    "tell": lambda cast, asked: tell_worker_answer(by=cast.grace, about=cast.maya, asked=asked, told_by="Grace"),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    asked = None
    if name != "ask":
        with acting_as(cast.aisha):
            asked = ask(cast)
    if name == "tell":
        with acting_as(cast.grace):
            answer(cast, asked)
    by = cast.aisha if name == "ask" else cast.grace
    with acting_as(by):
        before = list(WorkerAsked.objects.values("outcome", "told_on"))
    with the_log_will_not_be_written(), acting_as(by):
        DOING[name](cast, asked)
    with acting_as(by):
        assert list(WorkerAsked.objects.values("outcome", "told_on")) == before


def passes(cast, *days_and_names):
    """Maya's work handed on, so many days ago, to each of these."""
    for minute, (days, name) in enumerate(days_and_names, start=1):
        by, day = cast.at("grace", NOW + timedelta(minutes=minute)), TODAY - timedelta(days=days)
        with acting_as(by):
            allocate(by=by, about=cast.maya, on=day, lead=cast.staff[name], reason_ended="LEFTRL")


def test_s1_21_the_list_of_many_workers_is_what_a_hand_would_count(cast, browse):
    passes(cast, (60, "sol"), (40, "theo"), (20, "aisha"))
    with acting_as(cast.grace):
        held = continuity_of(cast.maya, TODAY)
        assert held.workers == 3, "Aisha twice is one person"
        assert [(one.name, one.until_on) for one in held.changes] == [
            ("Aisha Khan", TODAY - timedelta(days=60)),
            ("Sol Marsh", TODAY - timedelta(days=40)),
            ("Theo Rowe", TODAY - timedelta(days=20)),
        ]
        each = continuity_of_each([cast.maya.pk, cast.leo.pk], TODAY)
        assert [each[child.pk].workers for child in (cast.maya, cast.leo)] == [3, 1]
        assert continuity_of(cast.maya, TODAY + timedelta(days=340)).workers == 2, (
            "two are more than a year ago by then"
        )
    shown = text(browse("grace").get("/team/"))
    assert "3 or more lead workers in twelve months" in shown
    assert "Aisha Khan, Sol Marsh and Theo Rowe" in shown
    shown = text(browse("aisha").get(page("child-voice", cast.maya)))
    assert "3 changes of worker in twelve months, 3 people" in shown
    assert "The worker left" in shown


def test_from_the_corner_to_the_manager_and_back_to_the_child(cast, browse):
    tablet = handed_over(cast, browse)
    assert "I want another worker" in text(tablet.get("/p/me/people/"))
    assert "Someone else" in text(tablet.get("/p/me/another/"))
    assert tablet.post("/p/me/another/", {"text": WHY}).status_code == 303
    assert "You get an answer by" in text(tablet.get("/p/me/another/"))
    assert tablet.post("/p/me/another/", {"text": WHY}).status_code == 422
    grace = browse("grace")
    assert WHY in text(grace.get("/team/"))
    pk = WorkerAsked.objects.get().pk
    path = page("answer-another-worker", cast.maya, pk)
    assert grace.post(path, {"outcome": "agreed", "answer": ""}).status_code == 422
    assert grace.post(path, {"outcome": "agreed", "answer": "Yes: Sol starts on Monday."}).status_code == 303
    assert "Sol starts" not in text(tablet.get("/p/me/another/")), "a person tells the child first"
    told = page("tell-another-worker", cast.maya, pk)
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    assert grace.post(told, {**day, "told_by": "Grace Adeyemi"}).status_code == 303
    assert "Grace Adeyemi said: Yes: Sol starts on Monday." in text(tablet.get("/p/me/another/"))
    assert 'value="CHCHAN" selected' in text(grace.get(page("allocate", cast.maya)))
    assert browse("grace").get(page("answer-another-worker", cast.leo, pk)).status_code == 404


def test_a_worker_writes_it_down_and_sees_what_is_owed(cast, browse):
    aisha = browse("aisha")
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    assert aisha.post(page("ask-another-worker", cast.maya), {**day, "text": WHY}).status_code == 303
    shown = text(aisha.get(page("child-voice", cast.maya)))
    assert WHY in shown
    assert "answer owed by" in shown
    answer = aisha.post(page("ask-another-worker", cast.maya), {**day, "text": "Again."})
    assert answer.status_code == 422
    assert "Again." in text(answer)
