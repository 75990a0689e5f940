"""The homes of a looked-after child: begun, told late, kept from whom they must be, and ended."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import LegalStatus, LookedAfter
from kith.people.acts import move_home, protect_address
from kith.people.models import AddressProtection
from kith.people.queries import homes_of
from kith.record import Refused
from tests.cast import TODAY
from tests.involvement.caring import days_ago, lives, under


def test_a_new_home_ends_the_one_before_and_its_address_lives_with_the_others(cast):
    first = lives(cast, on=days_ago(20))
    second = lives(cast, on=days_ago(2), lines="9 Quarry Hill", why_ended="CREQO", what_ended="Dot fell ill.")
    first.refresh_from_db()
    assert (first.ended_on, first.why_ended, first.what_ended) == (days_ago(2), "CREQO", "Dot fell ill.")
    with acting_as(cast.aisha):
        shown = homes_of(cast.maya, TODAY, show=second.residence_id).now
        assert {home.words for home in shown if home.kind == "placement"} == {"9 Quarry Hill"}
        assert LookedAfter.objects.get().began_on == days_ago(20)  # a home is enough to know it
        assert not LegalStatus.objects.exists()
        assert second.residence.from_on == days_ago(2)


def test_a_stay_for_a_time_leaves_the_home_as_it_is(cast):
    home = lives(cast, on=days_ago(20))
    stay = lives(cast, "T1", on=days_ago(1), lines="Ward 4, Northcliff Infirmary")
    home.refresh_from_db()
    assert (home.ended_on, stay.temporary, stay.limit) == (None, True, "temporary-hospital-stay")


def test_a_home_told_late_ends_where_the_next_began(cast):
    lives(cast, on=days_ago(2))
    late = lives(cast, on=days_ago(20), lines="9 Quarry Hill")
    assert late.ended_on == late.residence.until_on == days_ago(2)


def test_where_the_child_lives_is_kept_from_whom_it_must_be_from_the_first_moment(cast):
    told = {"kept_from": [cast.people["kelly"]], "kept_because": "She came to the last one at night."}
    with pytest.raises(Refused) as refusal:
        lives(cast, **told)
    assert refusal.value.field == "kept_review_on"
    with pytest.raises(Refused) as refusal:
        lives(cast, kept_from=told["kept_from"], kept_review_on=TODAY + timedelta(days=90))
    assert refusal.value.field == "kept_because"
    home = lives(cast, **told, kept_review_on=TODAY + timedelta(days=90))
    with acting_as(cast.aisha):
        kept = AddressProtection.objects.filter(address=home.residence.address)
        assert cast.people["kelly"].pk in kept.values_list("from_person_id", flat=True)
        assert not [one.words for one in homes_of(cast.maya, TODAY).now if one.kind == "placement" and one.words]


def test_whoever_the_home_was_kept_from_is_kept_from_the_next(cast):
    with acting_as(cast.aisha):
        move = {"about": [cast.maya], "lines": "2 Ash Court", "postcode": "NC1 1AA"}
        old = move_home(by=cast.aisha, **move, on=days_ago(30))[0]
        protecting = {"from_person": cast.people["tomek"], "because": "He followed her.", "review_on": TODAY}
        protect_address(by=cast.aisha, about=[cast.maya], address=old.address, **protecting)
    home = lives(cast)
    with acting_as(cast.aisha):
        kept = AddressProtection.objects.filter(address=home.residence.address, person=cast.maya)
        assert cast.people["tomek"].pk in kept.values_list("from_person_id", flat=True)


def test_an_address_that_is_not_known_yet_stops_nothing(cast):
    home = lives(cast, lines="")
    assert (home.residence, home.began_on) == (None, TODAY)


@pytest.mark.parametrize(
    ("kind", "law", "given", "as_"),
    [
        ("U6", "C1", {}, ""),
        ("P1", "C1", {}, "for_now"),
        ("P1", "C2", {}, "order_home"),
        ("P1", "V2", {}, "parent"),
        ("U3", "C2", {"for_now": True}, "for_now"),
        ("U6", "C2", {"for_now": True}, ""),
        ("U4", "C2", {"lasting": True}, "lasting"),
    ],
)
def test_e20_how_often_a_home_is_visited_follows_from_the_home_and_the_law(cast, kind, law, given, as_):
    under(cast, law)
    assert lives(cast, kind, **given).visited_as == as_


def test_e20c_the_law_that_changes_later_changes_how_a_home_is_visited(cast):
    under(cast, "C1", on=days_ago(9))
    home = lives(cast, "P1", on=days_ago(9))
    under(cast, "C2", on=days_ago(1))
    home.refresh_from_db()
    assert home.visited_as == "order_home"


def test_e21_a_home_outside_our_area_is_approved_and_the_council_there_is_told(cast):
    home = lives(cast, away=True, at_once=True, on=days_ago(3))
    with acting_as(cast.aisha):
        noting = {"by": cast.aisha, "about": cast.maya, "placement": home}
        noted = acts.note_placement(**noting, area_told_on=days_ago(1), approved_by="Grace Hill", approved_on=TODAY)
        assert (noted.area_told_on, noted.approved_by, noted.away) == (days_ago(1), "Grace Hill", True)
        for wrong, field in (
            ({"provider": "PR9"}, "provider"),
            ({"area_told_on": TODAY + timedelta(1)}, "area_told_on"),
        ):
            with pytest.raises(Refused) as refusal:
                acts.note_placement(**noting, **wrong)
            assert refusal.value.field == field


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "Q7"}, "kind"),
        ({"why_ended": "XX"}, "why_ended"),
        ({"provider": "PR9"}, "provider"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_a_home_there_is_not_is_refused_at_its_question(cast, given, field):
    with pytest.raises(Refused) as refusal:
        lives(cast, **given)
    assert refusal.value.field == field


def test_a_home_ends_once_between_its_first_day_and_today(cast):
    home = lives(cast, on=days_ago(4))
    with acting_as(cast.aisha):
        ending = {"by": cast.aisha, "about": cast.maya, "placement": home}
        for wrong, field in (({"on": days_ago(5)}, "on"), ({"why_ended": "XX"}, "why_ended")):
            with pytest.raises(Refused) as refusal:
                acts.end_placement(**ending, **wrong)
            assert refusal.value.field == field
        done = acts.end_placement(**ending, on=days_ago(1), why_ended="CLOSE", what_ended="Dot retired.")
        assert (done.ended_on, done.residence.until_on) == (days_ago(1), days_ago(1))
        with pytest.raises(Refused, match="already"):
            acts.end_placement(**ending)
