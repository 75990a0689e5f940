"""Rows of the register about safety first, and about one thread through every level of help (group A)."""

import re
from dataclasses import replace

import pytest

from kith.access import Right, acting_as
from kith.assessment.acts import say_danger
from kith.decisions.acts import agree_decision, revise_decision
from kith.directory.acts import give_role
from kith.directory.models import Account, Role
from kith.involvement.acts import ask_for_level, begin_early_help_with, change_level
from kith.involvement.models import ImmediateConcern, Spell
from kith.people.models import Person
from kith.record.models import Act
from kith.voice.models import Words
from tests.cast import NOW
from tests.decisions.making import reasons_for
from tests.involvement.levels import FITS, LESS
from tests.involvement.test_early_help import BABY, SAID
from tests.visits.going import page, text
from tests.voice.hearing import heard

TEN_PAGES = (
    "child",
    "child-voice",
    "child-story",
    "child-family",
    "child-contacts",
    "child-whole",
    "child-plan",
    "child-protection",
    "child-decisions",
    "child-assessment",
    "record-visit",
)
DANGER = "Gary waits at the school gate with a dog."


def banner(shown):
    found = re.search(r'class="kith-safety".*?</section>', shown.text, re.S)
    return found[0] if found else ""


# -- S0-01


def test_s0_01_a_danger_stands_on_every_page_of_the_childs_record_from_the_moment_it_is_said(cast, browse):
    aisha = browse("aisha")
    assert DANGER not in banner(aisha.get(page("child", cast.maya)))
    with acting_as(cast.aisha):
        say_danger(by=cast.aisha, about=cast.maya, what=DANGER)
    shown = {name: aisha.get(page(name, cast.maya)) for name in TEN_PAGES}
    assert {name: one.status_code for name, one in shown.items()} == dict.fromkeys(TEN_PAGES, 200)
    assert [name for name, one in shown.items() if DANGER not in banner(one)] == []
    assert [name for name, one in shown.items() if "/worried/" not in one.text] == [], "the button is on each"
    assert DANGER not in aisha.get(page("child", cast.leo)).text, "a brother's page is the brother's"


@pytest.mark.parametrize("reader", ["aisha", ""])
def test_s0_01_worried_now_with_one_field_is_with_duty_at_once_and_outlives_the_session(cast, browse, reader):
    client = browse(reader)
    assert client.post("/worried/", {"what": "He is sitting on the roof.", "key": "k"}).status_code == 200
    client.logout()
    client.cookies.clear()
    concern = ImmediateConcern.objects.get()
    assert (concern.told_id, (concern.told_at - NOW).total_seconds() < 5) == (cast.theo.account_id, True)
    assert "He is sitting on the roof." in text(browse("theo").get("/duty/"))


# -- S2-03


@pytest.fixture
def sol(cast):
    """Of another team, with no tie to anybody: leads early help."""
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.sol.account_id)
        give_role(by=cast.system, account=account, role=Role.objects.get(code="early_help_lead"))
    return replace(cast.sol, rights=cast.sol.rights | {Right.LEAD_EARLY_HELP})


def moved(cast, sol, child, level, **fits):
    """Asked for by Sol; its decision agreed, and the step taken, by Grace."""
    with acting_as(sol):
        said = {"what_changed": "Nobody has seen him for a week, and Nan is afraid.", **fits}
        change = ask_for_level(by=sol, about=child, level=level, **said)
        told = reasons_for(cast, agreements=[])
        told = {name: value for name, value in told.items() if name not in ("question", "chosen")}
        revise_decision(by=sol, about=child, decision=change.decision, finish=True, **told)
    with acting_as(cast.grace):
        agree_decision(by=cast.grace, about=child, decision=change.decision)
        change_level(by=cast.grace, about=child, change=change)


def test_s2_03_from_early_help_to_protection_and_back_is_one_child_and_one_story_and_nothing_is_copied(
    cast, sol, browse
):
    with acting_as(sol):
        child = begin_early_help_with(by=sol, about=None, **SAID, **BABY)
        heard(cast, sol, about=child, text="He hides when the door goes", sort="worry")
        people, first = Person.objects.count(), set(Act.objects.filter(person=child).values_list("pk", flat=True))
    moved(cast, sol, child, "child_protection", **FITS)
    moved(cast, sol, child, "early_help", **LESS)
    with acting_as(sol):
        levels = [(spell.level, spell.follows_id) for spell in Spell.objects.filter(person=child).order_by("pk")]
        assert [level for level, _ in levels][-1] == "early_help"
        assert all(follows for _, follows in levels[1:]), "each follows the one before: one thread"
        assert Person.objects.count() == people
        assert Words.objects.get(person=child).text == "He hides when the door goes"
        assert first < set(Act.objects.filter(person=child).values_list("pk", flat=True))
    story = text(browse("sol").get(page("child-story", child)))
    assert story.count("He hides when the door goes") == 1
    for level in ("Child protection", "Early help"):
        assert level.lower() in story.lower(), level
