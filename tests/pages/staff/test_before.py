"""Before you knock: one page with what someone at the door must have in mind."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.people.acts import add_language, note_risk, say_about_me, say_situation
from kith.visits.acts import Promised, Said, Seen, plan_visit, promise
from tests.cast import NOW, TODAY
from tests.visits.going import page, seal, text, went_before


@pytest.fixture
def known(cast):
    """Maya said something and was promised something, a visit is arranged, and much is known of her home."""
    line = Seen(
        cast.maya,
        True,
        alone="alone",
        said=[Said("wish", "I want my own bed")],
        promised=[Promised("Bring the blue paint", TODAY + timedelta(days=2))],
    )
    went_before(cast, 5, [line])
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(days=1))
        say_situation(by=cast.aisha, about=cast.maya, kind="at_door", text="Two big dogs: ring first.", source="Kelly")
        say_situation(by=cast.aisha, about=cast.maya, kind="do_not", text="Do not ask about the old house.")
        say_about_me(by=cast.aisha, about=cast.maya, part="pace", text="After tea, for ten minutes.", said_by="child")
        add_language(by=cast.aisha, about=cast.people["kelly"], code="pol", interpreter_needed=True)
        note_risk(
            by=cast.aisha,
            about=cast.maya,
            adult=cast.people["tomek"],
            kind="other",
            needs_to_know="Shouts at women who call.",
            source="The police",
        )


def test_everything_for_the_door_is_on_one_page(browse, cast, known):
    body = text(browse("aisha").get(page("before-you-knock", cast.maya)))
    for said in (
        "Wed 18 Nov",
        "With <a",
        "Leo Okafor-Nowak",
        "Day 3 of 20.",
        "Two big dogs: ring first.",
        "Do not ask about the old house.",
        "Shouts at women who call.",
        "Kelly Okafor, ",
        "The address is kept from Gary Stone.",
        "I want my own bed",
        "Bring the blue paint",
        "An interpreter for Kelly Okafor",
        "After tea, for ten minutes.",
        "A year of visits to Maya",
    ):
        assert said in body, said
    assert "Larkspur" not in body


def test_of_a_child_nobody_knows_yet_it_says_what_is_missing(browse, cast):
    body = text(browse("aisha").get(page("before-you-knock", cast.sam)))
    for said in ("No visit is arranged.", "Nothing is written down about the door", "No visit is written down yet."):
        assert said in body


def test_it_leads_from_today_contacts_and_the_overview(browse, cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(hours=3))
    client, here = browse("aisha"), f'href="{page("before-you-knock", cast.maya)}"'
    for where in ("/today/", page("child-contacts", cast.maya), page("child", cast.maya)):
        assert here in text(client.get(where)), where


def test_a_sister_who_is_sealed_is_not_named(browse, cast, known):
    seal(cast, cast.leo)
    assert "Leo" not in text(browse("aisha").get(page("before-you-knock", cast.maya)))


def test_another_team_meets_the_minimum_view_and_the_family_nothing(browse, cast):
    assert browse("sol").get(page("before-you-knock", cast.maya)).status_code == 302
    assert browse("kelly").get(page("before-you-knock", cast.maya)).status_code == 404


def test_printed_it_is_a_staff_copy(browse, cast):
    body = text(browse("aisha").get(page("before-you-knock", cast.maya)))
    assert "released-copy" not in body
    assert "taff copy" in body


def test_it_asks_the_same_however_much_there_is(browse, cast, known, django_assert_max_num_queries):
    client = browse("aisha")
    with django_assert_max_num_queries(45) as few:
        client.get(page("before-you-knock", cast.maya))
    with acting_as(cast.aisha):
        for text_ in ("Ring the school", "Bring the book", "Ask about swimming"):
            promise(by=cast.aisha, about=cast.maya, text=text_)
    for days in (9, 8, 7):
        went_before(cast, days, [Seen(cast.maya, True, said=[Said("wish", f"Wish {days}")])])
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(page("before-you-knock", cast.maya))


def test_where_there_is_danger_what_helped_in_a_hard_time_before_is_told_or_asked_for(cast, browse, known):
    aisha, path = browse("aisha"), page("before-you-knock", cast.maya)
    assert "Nobody has asked yet what helped them before." in text(aisha.get(path))
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "said_by": "child"}
        say_about_me(**told, part="coping", text="Singing in the den at Nan’s.")
        say_about_me(**told, part="knows_me", text="Miss Lind.")
    seen = text(aisha.get(path))
    assert "Singing in the den at Nan’s." in seen
    assert "Miss Lind." in seen
    assert "what helped in a hard time" not in text(aisha.get(page("before-you-knock", cast.sam))).lower()
