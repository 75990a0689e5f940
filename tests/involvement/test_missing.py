"""A child is missing, found, and listened to within the limit by somebody independent (E30)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.models import Notice
from kith.involvement import acts
from kith.involvement.models import ImmediateConcern, Missing
from kith.record import Refused
from kith.standards.queries import panel
from kith.visits.queries import standing_of
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY
from tests.involvement.caring import at, days_ago, found, gone, listened
from tests.standards.clockwork import by_limit


def test_going_missing_calls_duty_at_once_and_stands_on_the_record_until_found(cast):
    with acting_as(cast.grace):
        missing = acts.report_missing(
            by=cast.grace, about=cast.maya, at=at(TODAY, 1, 30), from_where="School gate", worry="She has asthma."
        )
    with acting_as(cast.theo):
        raised = ImmediateConcern.objects.get(key=f"missing-{missing.pk}")
        assert (raised.person_id, raised.taken_at) == (cast.maya.pk, None)
        assert "She has asthma." in raised.what
    with acting_as(cast.aisha):
        assert Notice.objects.filter(kind="missing", person=cast.maya).exists()
        assert standing_of(cast.maya).missing_since == at(TODAY, 1, 30)
        found(cast, missing, at=at(TODAY, 6))
        assert standing_of(cast.maya).missing_since is None


def test_nothing_but_the_moment_is_needed(cast):
    with acting_as(cast.aisha):
        missing = acts.report_missing(by=cast.aisha, about=cast.maya, at=at(TODAY, 1))
        assert (missing.kind, missing.police_told_at) == ("M", None)


def test_a_time_that_was_over_when_it_is_told_calls_nobody(cast):
    missing = gone(cast, found_at=at(days_ago(1), 9))
    with acting_as(cast.theo):
        assert not ImmediateConcern.objects.filter(key=f"missing-{missing.pk}").exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"at": NOW + timedelta(hours=1)}, "at"),
        ({"police_told_at": NOW + timedelta(hours=1)}, "police_told_at"),
        ({"found_at": NOW + timedelta(hours=1)}, "found_at"),
        ({"found_at": at(days_ago(3), 1)}, "found_at"),
        ({"kind": "Q"}, "kind"),
    ],
)
def test_what_cannot_be_is_refused_at_its_question(cast, given, field):
    with pytest.raises(Refused) as refusal:
        gone(cast, **given)
    assert refusal.value.field == field


def test_a_child_is_missing_once_at_a_time_and_found_once(cast):
    missing = gone(cast)
    with pytest.raises(Refused, match="recorded already"):
        gone(cast)
    with pytest.raises(Refused) as refusal:
        found(cast, missing, at=at(days_ago(2), 21))
    assert refusal.value.field == "at"
    found(cast, missing)
    with pytest.raises(Refused, match="already"):
        found(cast, missing)
    assert gone(cast, at=at(TODAY, 2)).pk != missing.pk


def test_e30_the_talk_is_due_within_three_days_by_the_hour_and_ends_when_somebody_independent_listened(cast):
    missing = found(cast, gone(cast))
    clock = by_limit(cast, cast.maya)["return-interview"]
    assert (clock.state, clock.clock.due) == ("running", at(days_ago(-2), 7, 15))
    listened(cast, missing, independent=False)
    assert by_limit(cast, cast.maya)["return-interview"].state == "running"


def test_e30_somebody_independent_ends_the_clock(cast):
    listened(cast, found(cast, gone(cast)))
    assert by_limit(cast, cast.maya)["return-interview"].state == "met"


def test_e30_a_child_who_does_not_want_to_stops_the_clock_and_is_asked_why(cast):
    missing = found(cast, gone(cast))
    with acting_as(cast.aisha):
        told = {"offered_at": at(TODAY, 9), "answer": "no", "why_not": "She wants to talk with Nan instead."}
        noted = acts.note_missing(by=cast.aisha, about=cast.maya, missing=missing, **told)
        assert noted.why_not == "She wants to talk with Nan instead."
    assert by_limit(cast, cast.maya)["return-interview"].state == "stopped"


def test_what_the_child_said_of_it_is_their_voice_and_owed_an_answer(cast):
    done = listened(cast, found(cast, gone(cast)), said="I wanted to see Nan.", sort="wish", towards="Nan’s house")
    with acting_as(cast.aisha):
        words = Words.objects.get(pk=done.words_id)
        assert (words.text, words.heard_by, words.said_on) == ("I wanted to see Nan.", "Bea Lund", TODAY)
        assert Wish.objects.filter(words=words).exists()
        assert (done.towards, done.answer) == ("Nan’s house", "yes")


def test_design_7_3_what_tells_of_harm_is_never_a_wish_to_answer(cast):
    done = listened(cast, found(cast, gone(cast)), said="He locks the door.", sort="harm")
    with acting_as(cast.aisha):
        assert not Wish.objects.filter(words=done.words_id).exists()


def test_the_talk_comes_after_they_are_found_and_once(cast):
    missing = gone(cast)
    with pytest.raises(Refused, match="when they were found"):
        listened(cast, missing)
    found(cast, missing)
    for wrong in (at(days_ago(1), 6), NOW + timedelta(hours=1)):
        with pytest.raises(Refused) as refusal:
            listened(cast, missing, at=wrong)
        assert refusal.value.field == "at"
    listened(cast, missing)
    with pytest.raises(Refused, match="already"):
        listened(cast, missing)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"answer": "perhaps"}, "answer"),
        ({"offered_at": NOW + timedelta(hours=1)}, "offered_at"),
        ({"offered_at": at(days_ago(2), 22)}, "offered_at"),
        ({"police_told_at": NOW + timedelta(hours=1)}, "police_told_at"),
    ],
)
def test_an_offer_that_cannot_be_is_refused_at_its_question(cast, given, field):
    missing = found(cast, gone(cast))
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.note_missing(by=cast.aisha, about=cast.maya, missing=missing, **given)
    assert refusal.value.field == field
    with acting_as(cast.aisha):
        assert Missing.objects.get(pk=missing.pk).found_at


def offered(cast, missing, moment):
    with acting_as(cast.aisha):
        acts.note_missing(by=cast.aisha, about=cast.maya, missing=missing, offered_at=moment, answer="yes")


def stands(cast):
    with acting_as(cast.aisha):
        return next(row for row in panel(cast.maya, cast.aisha) if row.id == "return-talk-offered").state


def test_the_promise_of_a_talk_is_due_kept_or_missed_to_the_minute(cast):
    assert stands(cast) == "not_applicable"
    missing = gone(cast, at=at(days_ago(9), 20))
    assert stands(cast) == "not_applicable"
    found(cast, missing, at=at(days_ago(8), 7, 15))
    assert stands(cast) == "missed"
    offered(cast, missing, at(days_ago(5), 7, 16))
    assert stands(cast) == "missed"  # one minute late is late
    later = found(cast, gone(cast))
    assert stands(cast) == "missed"
    offered(cast, later, at(TODAY, 9))
    assert stands(cast) == "met"
