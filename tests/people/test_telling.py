"""Not safe to tell: said with who decided it, kept from the person, and ended with a reason (design 7.4)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from kith.access import acting_as
from kith.people import queries
from kith.people.acts import say_not_safe_to_tell, say_safe_to_tell
from kith.people.models import NotSafeToTell
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.visits.acts import plan_visit
from kith.visits.models import PlannedVisit
from tests.cast import NOW, TODAY
from tests.visits.going import the_log_will_not_be_written


def say(cast, **details):
    given = {
        "by": cast.aisha,
        "about": cast.maya,
        "person": cast.people["tomek"],
        "reason": "risk_to_child",
        "because": "He waited outside after the last letter.",
        "decided_by": "Grace Adeyemi",
        **details,
    }
    return say_not_safe_to_tell(**given)


def again(cast, telling, **details):
    given = {
        "by": cast.aisha,
        "about": cast.maya,
        "telling": telling,
        "because": "The court has heard him, and he has moved away.",
    }
    return say_safe_to_tell(**{**given, **details})


def test_it_stands_for_the_person_with_who_decided_and_is_looked_at_within_four_weeks(cast):
    with acting_as(cast.aisha):
        said = say(cast)
        assert queries.not_safe_to_tell([cast.people["tomek"], cast.maya]) == {cast.people["tomek"].pk: said}
        assert (said.decided_by, said.review_on) == ("Grace Adeyemi", TODAY + timedelta(days=28))


def test_it_may_be_the_child(cast):
    with acting_as(cast.aisha):
        assert say(cast, person=cast.maya, reason="enquiry").person == cast.maya


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"reason": ""}, "reason", "why it is not safe"),
        ({"reason": "moon"}, "reason", "why it is not safe"),
        ({"because": "n/a"}, "because", "what could happen"),
        ({"decided_by": " "}, "decided_by", "who decided"),
        ({"review_on": TODAY}, "review_on", "still to come"),
    ],
)
def test_what_is_left_out_is_refused_and_nothing_is_kept(cast, change, field, said):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=said) as refusal:
            say(cast, **change)
        assert refusal.value.field == field
        assert not NotSafeToTell.objects.exists()


def test_it_is_said_once(cast):
    with acting_as(cast.aisha):
        say(cast)
        with pytest.raises(Refused, match="already") as refusal:
            say(cast)
        assert refusal.value.field == "person"


def test_it_ends_with_what_has_changed_and_may_be_said_anew(cast):
    with acting_as(cast.aisha):
        said = say(cast)
        with pytest.raises(Refused, match="what has changed") as refusal:
            again(cast, said, because=".")
        assert refusal.value.field == "because"
        assert again(cast, said).ended_on == TODAY
        assert queries.not_safe_to_tell([cast.people["tomek"]]) == {}
        with pytest.raises(Refused, match="ended already"):
            again(cast, said)
        say(cast)


def test_nothing_of_it_reaches_the_person_or_the_family(cast):
    with acting_as(cast.aisha):
        say(cast)
    for who in ("tomek", "kelly"):
        with acting_as(cast.actors[who]):
            assert not Act.objects.filter(name="say_not_safe_to_tell").exists()


def test_their_own_page_is_silent_about_visits_to_come_and_no_other_parents(cast, browse):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=3))
        said = say(cast)
    for who, visits in (("tomek", 0), ("kelly", 1)):
        with acting_as(cast.actors[who]):
            assert PlannedVisit.objects.count() == visits
    assert "Next visit" not in browse("tomek").get("/p/").content.decode()
    with acting_as(cast.aisha):
        again(cast, said)
    assert "Next visit" in browse("tomek").get("/p/").content.decode()


@pytest.mark.parametrize("who", ["tomek", "kelly", "priya"])
def test_families_and_partners_hold_no_grant_on_it(cast, who):
    with acting_as(cast.aisha):
        say(cast)
    with pytest.raises(DatabaseError, match="permission denied"), acting_as(cast.actors[who]):
        NotSafeToTell.objects.count()


def test_someone_from_another_team_says_nothing_of_the_kind(cast):
    with acting_as(cast.sol), pytest.raises(NotYours):
        say(cast, by=cast.sol)


def test_the_same_form_sent_twice_is_said_once(cast):
    with acting_as(cast.aisha):
        assert say(cast, key="once") == say(cast, key="once")
        assert NotSafeToTell.objects.count() == 1


def test_nothing_is_kept_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        say(cast)
    assert not NotSafeToTell.objects.exists()


def test_it_does_not_end_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        said = say(cast)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        again(cast, said)
    assert NotSafeToTell.objects.get().ended_on is None
