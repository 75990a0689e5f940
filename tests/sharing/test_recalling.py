"""A copy that left with words since taken off the record: sealed here, and whoever has it is told (design 7.14)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.people.acts import say_not_safe_to_tell
from kith.record import NotYours, Refused
from kith.sharing.acts import recall_copies, release_copy, tell_recalled
from kith.sharing.models import Recalled, Release
from kith.story import queries as story
from kith.story.acts import choose_for_court, release_chronology
from kith.voice.acts import write_down_words
from tests.cast import NOW, TODAY
from tests.visits.going import page, text, the_log_will_not_be_written

NOT_HERS = "The moon is my quiet friend"
DAY = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}


@pytest.fixture
def copy(cast):
    with acting_as(cast.aisha):
        return release_copy(
            by=cast.aisha,
            about=cast.maya,
            recipient=cast.people["kelly"],
            recipient_name="Kelly Okafor",
            kind="overview",
            text=f"She says: {NOT_HERS}",
            who_else_sees="nobody else",
        )


def recall(cast, copy, by=None):
    return recall_copies(by=by or cast.grace, about=cast.maya, copies=[copy])


def tell(cast, recalled, by=None, **details):
    given = {"told_by": "Grace Adeyemi", "what_was_done": "She gave it back.", **details}
    return tell_recalled(by=by or cast.grace, about=cast.maya, recalled=recalled, **given)


def test_that_it_went_is_kept_once_without_a_word_of_it(cast, copy):
    with acting_as(cast.grace):
        [line] = recall(cast, copy)
        assert (line.recipient_name, line.release_ref, line.released_on) == ("Kelly Okafor", copy.pk, TODAY)
        assert recall(cast, copy) == []


def test_somebody_is_told_once_and_what_became_of_it_is_kept(cast, copy):
    with acting_as(cast.grace):
        [line] = recall(cast, copy)
        for details, field in (({"told_by": " "}, "told_by"), ({"what_was_done": ""}, "what_was_done")):
            with pytest.raises(Refused) as refused:
                tell(cast, line, **details)
            assert refused.value.field == field
        assert tell(cast, line).told_on == TODAY
        with pytest.raises(Refused, match="already"):
            tell(cast, line)


def test_a_stranger_does_neither(cast, copy):
    with acting_as(cast.grace):
        [line] = recall(cast, copy)
    with acting_as(cast.sol):
        with pytest.raises(NotYours):
            recall(cast, copy, by=cast.sol)
        with pytest.raises(NotYours):
            tell(cast, line, by=cast.sol)


@pytest.mark.parametrize("name", ["recall", "tell"])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, copy, name):
    line = None
    if name == "tell":
        with acting_as(cast.grace):
            [line] = recall(cast, copy)
    with the_log_will_not_be_written(), acting_as(cast.grace):
        recall(cast, copy) if name == "recall" else tell(cast, line)
    with acting_as(cast.grace):
        assert Recalled.objects.filter(told_on=None).count() == (name == "tell")


def test_wrong_child_seals_the_copy_and_the_register_says_who_must_be_told(cast, copy, browse):
    with acting_as(cast.aisha):
        words = write_down_words(by=cast.aisha, about=cast.maya, sort="good_thing", text=NOT_HERS)
    grace, aisha = browse("grace"), browse("aisha")
    assert (
        grace.post(page("correct-words", cast.maya, words.pk), {"because": "It was Ada who said it."}).status_code
        == 303
    )
    with acting_as(cast.aisha):
        assert not Release.objects.filter(pk=copy.pk).exists()
        pk = Recalled.objects.get().pk
    shown = text(aisha.get(page("child-copies", cast.maya)))
    assert "they hold words since taken off the record" in shown
    assert "Kelly Okafor" in shown
    assert NOT_HERS not in shown
    assert aisha.get(page("released-copy", cast.maya, copy.pk)).status_code == 404
    assert "Copies called back, and nobody told yet" in text(grace.get("/team/"))
    given = {**DAY, "told_by": "Aisha Khan", "what_was_done": ""}
    assert aisha.post(page("tell-recalled", cast.maya, pk), given).status_code == 422
    given["what_was_done"] = "She tore it up."
    assert aisha.post(page("tell-recalled", cast.maya, pk), given).status_code == 303
    assert "She tore it up." in text(aisha.get(page("child-copies", cast.maya)))
    assert "Copies called back" not in text(grace.get("/team/"))
    assert aisha.get(page("tell-recalled", cast.leo, pk)).status_code == 404


def test_a_court_copy_that_held_them_is_served_no_more_and_says_so(cast, browse):
    with acting_as(cast.aisha):
        words = write_down_words(by=cast.aisha, about=cast.maya, sort="good_thing", text=NOT_HERS)
        gone = choose_for_court(
            by=cast.aisha,
            about=cast.maya,
            from_on=TODAY - timedelta(days=90),
            to_on=TODAY,
            events=[words.act_id],
        )
        release_chronology(
            by=cast.aisha,
            about=cast.maya,
            chronology=gone,
            heading=story.heading_for(cast.maya, cast.aisha, gone.from_on, gone.to_on),
            lines=story.court_lines(story.read(cast.maya), gone.chosen),
            recipient_name="the court at Northcliff",
            who_else_sees="the parties",
        )
    aisha = browse("aisha")
    file = page("court-copy", cast.maya, gone.pk) + "pdf/"
    assert aisha.get(file).status_code == 200
    browse("grace").post(page("correct-words", cast.maya, words.pk), {"because": "It was Ada who said it."})
    assert aisha.get(file).status_code == 404
    shown = text(aisha.get(page("court-copy", cast.maya, gone.pk)))
    assert "It holds words since taken off the record" in shown
    assert "the court at Northcliff" in shown
    assert "They must be told." in shown
    assert NOT_HERS not in shown
    assert "Called back: it holds words since taken off" in text(aisha.get(page("court-choose", cast.maya)))


def test_a_decision_not_to_tell_comes_back_to_the_manager(cast, browse):
    before = replace(cast.aisha, now=NOW - timedelta(days=20))
    with acting_as(cast.system):
        say_not_safe_to_tell(
            by=replace(cast.system, now=before.now),
            about=cast.maya,
            person=cast.people["kelly"],
            reason="risk_to_child",
            because="He reads her telephone.",
            decided_by="Grace Adeyemi",
            review_on=TODAY,
            on=before.today,
        )
    shown = text(browse("grace").get("/team/"))
    assert "Not safe to tell: to look at again" in shown
    assert "decided by Grace Adeyemi" in shown
    assert "He reads her telephone." not in shown
