"""What limits a child is written down at once, and a look at the child's rights is owed by a day (S4-01.2)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.packs import check_all
from kith.people.acts import (
    agree_to_end_protection,
    arrange_contact,
    ask_to_end_protection,
    check_rights,
    end_restriction,
    give_rights_leaflet,
    protect_address,
    record_restriction,
)
from kith.people.models import AddressProtection, Residence, RightsCheck, RightsLeaflet
from kith.people.queries import restrictions_on, rights_owed_by
from kith.record import NotYours, Refused
from kith.standards.register import STANDARDS
from tests.cast import TODAY
from tests.visits.going import page, text, the_log_will_not_be_written

DAY = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}


def contact(cast, **details):
    given = {"other": cast.people["tomek"], "way": "supervised", "basis": "agreed", **details}
    return arrange_contact(by=cast.aisha, about=cast.maya, **given)


def limit(cast, by=None, **details):
    given = {"kind": "device", "what": "Her telephone stays downstairs at night.", **details}
    return record_restriction(by=by or cast.aisha, about=cast.maya, **given)


def check(cast, restriction, by=None, **details):
    given = {
        "articles": ["16", "3"],
        "weighed": "It stops the messages at night; she loses her friends after nine. We tried a timer first.",
        "told_on": TODAY,
        **details,
    }
    return check_rights(by=by or cast.aisha, about=cast.maya, restriction=restriction, **given)


def test_s4_01_2_a_contact_restriction_is_saved_and_owes_a_look_within_five_working_days(cast):
    with acting_as(cast.aisha):
        arranged = contact(cast)
        owed = RightsCheck.objects.get(arrangement=arranged)
        assert (owed.kind, owed.checked_on, owed.due_on) == ("contact", None, date(2026, 11, 24))
        assert list(rights_owed_by(cast.aisha)) == [owed]


@pytest.mark.parametrize("details", [{"way": "together"}, {"way": "letters", "basis": "family"}])
def test_what_a_family_settles_or_does_not_limit_owes_nothing(cast, details):
    with acting_as(cast.aisha):
        contact(cast, **details)
        assert not RightsCheck.objects.filter(kind="contact").exists()


def test_a_new_arrangement_ends_the_look_owed_for_the_one_before(cast):
    with acting_as(cast.aisha):
        contact(cast)
        contact(cast, way="together")
        assert RightsCheck.objects.get(kind="contact").ended_on == TODAY


def test_a_protected_address_is_looked_at_for_the_children_and_ends_with_the_protection(cast):
    with acting_as(cast.aisha):
        address = Residence.objects.filter(person=cast.maya, kind="home", until_on=None).get().address
        protect_address(
            by=cast.aisha,
            about=[cast.maya, cast.leo],
            address=address,
            from_person=cast.people["tomek"],
            because="He followed the post van.",
            review_on=TODAY + timedelta(days=90),
        )
        from_tomek = RightsCheck.objects.filter(protection__from_person=cast.people["tomek"])
        assert {row.person_id for row in from_tomek} == {cast.maya.pk, cast.leo.pk}
        kept = list(AddressProtection.objects.filter(person=cast.maya, from_person=cast.people["tomek"]))
        ask_to_end_protection(
            by=cast.aisha, about=[cast.maya], protections=kept, because="The court says he may know it."
        )
    with acting_as(cast.grace):
        agree_to_end_protection(
            by=cast.grace, about=[cast.maya], protections=kept, answer="I read the order, and spoke with Kelly."
        )
        from_tomek = RightsCheck.objects.filter(protection__from_person=cast.people["tomek"])
        assert from_tomek.get(person=cast.maya).ended_on == TODAY
        assert from_tomek.get(person=cast.leo).ended_on is None


def test_the_look_names_rights_what_was_weighed_and_that_the_child_was_told(cast):
    with acting_as(cast.aisha):
        looked = check(cast, limit(cast))
        assert (looked.articles, looked.told_on, looked.checked_by) == (["3", "16"], TODAY, "Aisha Khan")
        assert not rights_owed_by(cast.aisha).exists()
        again = check(cast, looked, told_on=None, not_told_because="She is with her father this week.")
        assert (again.told_on, again.not_told_because) == (None, "She is with her father this week.")


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"articles": []}, "articles"),
        ({"articles": ["99"]}, "articles"),
        ({"weighed": "n/a"}, "weighed"),
        ({"told_on": None}, "not_told_because"),
        ({"told_on": None, "not_told_because": "."}, "not_told_because"),
        ({"told_on": TODAY + timedelta(days=1)}, "told_on"),
    ],
)
def test_s4_01_2_a_look_that_says_nothing_is_refused_and_the_limit_stands(cast, details, field):
    with acting_as(cast.aisha):
        restriction = limit(cast)
        with pytest.raises(Refused) as refused:
            check(cast, restriction, **details)
        assert refused.value.field == field
        assert RightsCheck.objects.get(kind="device").checked_on is None


@pytest.mark.parametrize(("details", "field"), [({"kind": "weather"}, "kind"), ({"what": " "}, "what")])
def test_a_limit_is_of_the_list_and_in_words(cast, details, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refused:
        limit(cast, **details)
    assert refused.value.field == field


def test_a_limit_ends_once_and_one_that_is_kept_elsewhere_ends_there(cast):
    with acting_as(cast.aisha):
        restriction = limit(cast)
        end_restriction(by=cast.aisha, about=cast.maya, restriction=restriction, because="She has her own rules now.")
        assert restriction.ended_on == TODAY
        for do in (
            lambda: end_restriction(by=cast.aisha, about=cast.maya, restriction=restriction),
            lambda: check(cast, restriction),
        ):
            with pytest.raises(Refused, match="ended"):
                do()
        contact(cast)
        with pytest.raises(Refused, match="where it is kept"):
            end_restriction(by=cast.aisha, about=cast.maya, restriction=RightsCheck.objects.get(kind="contact"))


def test_the_day_the_leaflet_was_given_is_kept(cast):
    with acting_as(cast.aisha):
        given = give_rights_leaflet(by=cast.aisha, about=cast.maya, how="Read together, in Polish.")
        assert (given.given_on, given.given_by) == (TODAY, "Aisha Khan")


DOING = {
    "record": lambda cast, row: limit(cast),
    "check": lambda cast, row: check(cast, row),
    "end": lambda cast, row: end_restriction(by=cast.aisha, about=cast.maya, restriction=row),
    "leaflet": lambda cast, row: give_rights_leaflet(by=cast.aisha, about=cast.maya),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    with acting_as(cast.aisha):
        row = limit(cast)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, row)
    with acting_as(cast.aisha):
        assert RightsCheck.objects.filter(kind="device", checked_on=None, ended_on=None).count() == 1
        assert not RightsLeaflet.objects.exists()


def test_a_stranger_writes_none_of_it(cast):
    with acting_as(cast.aisha):
        row = limit(cast)
    with acting_as(cast.sol):
        for do in (
            lambda: limit(cast, by=cast.sol),
            lambda: check(cast, row, by=cast.sol),
            lambda: end_restriction(by=cast.sol, about=cast.maya, restriction=row),
            lambda: give_rights_leaflet(by=cast.sol, about=cast.maya),
        ):
            with pytest.raises(NotYours):
                do()


def test_the_warning_the_gap_and_the_look_on_the_pages(cast, browse):
    aisha = browse("aisha")
    given = {**DAY, "who": cast.people["tomek"].ref, "way": "none", "basis": "order"}
    answer = aisha.post(page("arrange-contact", cast.maya), given, follow=True)
    assert "Saved. It limits Maya: by " in text(answer)
    assert "a limit, and the child’s rights" in text(aisha.get("/today/"))
    with acting_as(cast.aisha):
        row = restrictions_on(cast.maya).get(kind="contact")
    shown = text(aisha.get(page("check-rights", cast.maya, row.pk)))
    for article in ("3", "9", "12"):
        assert f'value="{article}" checked' in shown, "the pack says which rights bear on contact"
    bad = {**DAY, "articles": ["9"], "weighed": "We asked Maya, and the court.", "told": "yes"}
    answer = aisha.post(page("check-rights", cast.maya, row.pk), bad)
    assert answer.status_code == 422
    assert "We asked Maya, and the court." in text(answer)
    told = {"told_on-day": TODAY.day, "told_on-month": TODAY.month, "told_on-year": TODAY.year}
    assert aisha.post(page("check-rights", cast.maya, row.pk), {**bad, **told}).status_code == 303
    shown = text(aisha.get(page("child-rights", cast.maya)))
    assert "Article 9: to be with their parents" in shown
    assert "looked at" in shown
    assert aisha.get(page("check-rights", cast.leo, row.pk)).status_code == 404


def test_a_limit_of_its_own_and_the_leaflet_are_written_on_the_page(cast, browse):
    aisha = browse("aisha")
    shown = text(aisha.get(page("record-restriction", cast.maya)))
    assert "An address kept" not in shown, "kept where it belongs, and comes from there"
    given = {**DAY, "kind": "liberty", "what": "The front door is locked at night."}
    assert aisha.post(page("record-restriction", cast.maya), given).status_code == 303
    assert aisha.post(page("give-leaflet", cast.maya), {**DAY, "given_by": "Aisha Khan"}).status_code == 303
    shown = text(aisha.get(page("child-rights", cast.maya)))
    assert "The front door is locked at night." in shown
    assert "It has not been given" not in shown
    with acting_as(cast.aisha):
        row = restrictions_on(cast.maya).get(kind="liberty")
    assert aisha.post(page("end-restriction", cast.maya, row.pk), {**DAY, "because": "No more."}).status_code == 303
    assert "Limits that are over" in text(aisha.get(page("child-rights", cast.maya)))


@pytest.mark.parametrize("pack", check_all(), ids=lambda pack: pack.version)
def test_s4_01_2_every_promise_and_every_kind_of_limit_has_articles_the_pack_knows(pack):
    articles = dict(pack.choices("uncrc_article"))
    kinds = [code for code, _ in pack.choices("restriction_on_child")]
    for key in [*kinds, *(each.id for each in STANDARDS)]:
        assert pack.rights(key), key
        assert set(pack.rights(key)) <= set(articles), key
    assert set(pack.rights_of) == {*kinds, *(each.id for each in STANDARDS)}
    assert pack.rights("nothing-like-it") == []


def test_the_page_that_explains_a_promise_says_which_rights_it_keeps(cast, browse):
    shown = text(browse("aisha").get(f"/children/{cast.maya.ref}/standards/heard/"))
    assert "Article 12: to say what they think, and be taken seriously" in shown
