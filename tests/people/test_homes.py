"""Where people live, and who must never learn it: by acts, and in the database itself."""

from datetime import date, timedelta

import pytest

from kith.access import Actor, Audience, acting_as
from kith.directory.acts import begin_tie
from kith.people import acts, queries
from kith.people.models import Address, AddressProtection, Residence
from kith.record import NotYours, Refused
from tests.cast import NOW, TODAY
from tests.people.doing import LATER, a_move, account_of, gary_kept_away, protected, unprotected
from tests.people.test_describing import seal

YESTERDAY = TODAY - timedelta(days=1)


def stays(person):
    rows = Residence.objects.filter(person=person, kind="home").order_by("from_on")
    return [(row.address.lines.split()[1], row.from_on, row.until_on) for row in rows]


# -- moving


def test_a_move_is_one_address_a_stay_for_each_and_the_end_of_the_home_before(cast):
    with acting_as(cast.aisha):
        made = a_move(cast, cast.aisha)
        assert len({stay.address_id for stay in made}) == 1
        assert made[0].address.postcode == "NC3 1AA"
        assert stays(cast.maya) == [("Larkspur", date(2025, 2, 1), TODAY), ("Quay", TODAY, None)]
        assert stays(cast.sam) == [("Larkspur", date(2025, 2, 1), None)]


def test_a_home_before_the_present_one_ends_when_the_next_began(cast):
    with acting_as(cast.aisha):
        a_move(cast, cast.aisha, about=[cast.maya], on=date(2020, 1, 1))
        assert stays(cast.maya) == [("Quay", date(2020, 1, 1), date(2025, 2, 1)), ("Larkspur", date(2025, 2, 1), None)]


def test_a_stay_with_both_its_days_changes_no_other(cast):
    with acting_as(cast.aisha):
        a_move(cast, cast.aisha, about=[cast.maya], on=date(2026, 1, 1), until_on=date(2026, 2, 1))
        assert ("Larkspur", date(2025, 2, 1), None) in stays(cast.maya)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"lines": " "}, "lines"),
        ({"address": "home"}, "where"),
        ({"until_on": YESTERDAY}, "until_on"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_a_move_that_cannot_be_is_refused_at_its_question(cast, details, field):
    named = {k: cast.home if v == "home" else v for k, v in details.items()}
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        a_move(cast, cast.aisha, **named)
    assert refusal.value.field == field


def test_an_address_with_one_line_and_no_postcode_is_kept(cast):
    with acting_as(cast.aisha):
        assert a_move(cast, cast.aisha, lines="The Star, on a friend's boat", postcode="")[0].address.postcode == ""


def test_a_family_moves_only_as_far_as_each_record_may_be_written(cast):
    with acting_as(cast.aisha), pytest.raises(NotYours):
        a_move(cast, cast.aisha, about=[cast.maya, cast.people["gary"]])


# -- keeping an address from someone


def kept_from(address):
    rows = AddressProtection.objects.filter(address=address, ended_on=None).order_by("person_id")
    return {(row.person.called.split()[0], row.from_person.called.split()[0]) for row in rows}


def test_a_move_never_undoes_a_protection(cast):
    with acting_as(cast.aisha):
        new = a_move(cast, cast.aisha)[0].address
        assert kept_from(new) == {("Maya", "Gary"), ("Leo", "Gary")}


def test_moving_in_with_someone_does_not_keep_their_own_home_from_them(cast):
    with acting_as(cast.system):
        protected(cast, cast.system)
        tomeks = Residence.objects.get(person=cast.people["tomek"]).address
        acts.move_home(by=cast.system, about=[cast.maya], address=tomeks)
        assert kept_from(tomeks) == {("Maya", "Gary")}


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"because": " "}, "because"),
        ({"from_person": "leo"}, "who"),
        ({"review_on": YESTERDAY}, "review_on"),
        ({"from_person": "gary"}, "who"),
    ],
)
def test_a_protection_that_cannot_be_is_refused_at_its_question(cast, details, field):
    named = {k: cast.people[v] if k == "from_person" else v for k, v in details.items()}
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        protected(cast, cast.aisha, **named)
    assert refusal.value.field == field


def test_a_protection_already_there_for_one_child_is_added_for_another(cast):
    unprotected(cast, [gary_kept_away(cast)])
    with acting_as(cast.aisha):
        assert len(protected(cast, cast.aisha, from_person=cast.people["gary"])) == 1
        assert kept_from(cast.home) == {("Maya", "Gary"), ("Leo", "Gary"), ("Sam", "Gary")}


# -- in the database itself


def visible(actor):
    with acting_as(actor):
        return {row.lines.split("\n")[0] for row in Address.objects.all()}


def parent_of_maya(cast, name):
    """This man's own account, tied to Maya as her parent would be."""
    if name == "gary":
        with acting_as(cast.system):
            begin_tie(by=cast.system, about=cast.maya, account=account_of(cast, "gary"), because="parent")
    return cast.actors[name]


def test_gary_tied_to_maya_or_not_never_reads_the_row_of_the_home_kept_from_him(cast):
    assert visible(cast.gary) == set()
    gary = parent_of_maya(cast, "gary")
    assert visible(gary) == set()
    with acting_as(gary):
        assert not Residence.objects.filter(person=cast.maya).exists()
    assert visible(cast.tomek) == {"14 Larkspur Court", "3 Tanner Row"}


def test_tomek_loses_the_row_the_moment_it_is_kept_from_him_and_after_the_next_move(cast):
    with acting_as(cast.system):
        protected(cast, cast.system)
    assert visible(cast.tomek) == {"3 Tanner Row"}
    with acting_as(cast.system):
        a_move(cast, cast.system)
    assert visible(cast.tomek) == {"3 Tanner Row"}
    with acting_as(cast.tomek):
        assert {row.address_id for row in Residence.objects.all()} == {
            Residence.objects.get(person=cast.people["tomek"]).address_id
        }


def test_a_man_who_works_here_is_kept_out_as_well(cast):
    works_here = Actor(cast.sol.account_id, Audience.STAFF, NOW, "Gary Stone", cast.people["gary"].pk)
    assert "14 Larkspur Court" not in visible(works_here)
    assert "14 Larkspur Court" in visible(cast.sol)
    with acting_as(works_here):
        assert queries.homes_of(cast.maya, TODAY).now == []
        assert not AddressProtection.objects.exists()


def test_when_the_protection_ends_the_row_can_be_read_again(cast):
    with acting_as(cast.system):
        protected(cast, cast.system)
    unprotected(cast, list(AddressProtection.objects.filter(from_person=cast.people["tomek"])))
    assert "14 Larkspur Court" in visible(cast.tomek)


# -- reading


def test_a_kept_address_is_handed_over_only_when_it_was_asked_for(cast):
    with acting_as(cast.aisha):
        [home] = queries.homes_of(cast.maya, TODAY).now
        assert (home.kept_from, home.words, home.called) == (("Gary Stone",), "", "")
        [shown] = queries.homes_of(cast.maya, TODAY, show=home.residence_id).now
        assert shown.words == "14 Larkspur Court, Northcliff, NC4 7QX"
    unprotected(cast, [gary_kept_away(cast)])
    with acting_as(cast.aisha):
        [home] = queries.homes_of(cast.maya, TODAY).now
        assert home.kept, "kept for Leo and Sam, so kept for everyone who lives there"


def test_an_address_kept_from_someone_sealed_is_still_masked_and_does_not_name_them(cast):
    seal(cast, "gary")
    with acting_as(cast.aisha):
        [home] = queries.homes_of(cast.maya, TODAY).now
        assert home.kept_from == ("somebody whose record is closed to you",)
        assert home.words == ""


def test_places_a_move_may_choose_say_who_lives_there_and_whether_they_are_kept(cast):
    everyone = [cast.maya, cast.leo, cast.people["tomek"]]
    with acting_as(cast.aisha):
        places = {a.lines.split("\n")[0]: (who, kept) for a, who, kept in queries.places_of(everyone, TODAY)}
    assert {p.pk for p in places["14 Larkspur Court"][0]} == {cast.maya.pk, cast.leo.pk}
    assert places["14 Larkspur Court"][1] is True
    assert places["3 Tanner Row"] == ([cast.people["tomek"]], False)
    assert LATER > TODAY
