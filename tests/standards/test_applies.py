"""A promise runs only where it belongs, and says why it does not run elsewhere (S1-01)."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.involvement.queries import led_by
from kith.standards import queries, rules
from kith.standards.register import standard
from kith.standards.shapes import SeenLine
from tests.standards.makings import START, at, facts

WORKING: dict[str, object] = {}
UNBORN = {"born_on": None, "unborn": True}
DIED = {"died_on": date(2026, 11, 2)}
JUST_BROUGHT = {"came_from": "the census of 2026", "first_led_on": date(2026, 11, 16)}
LONG_BROUGHT = {"came_from": "the census of 2026", "first_led_on": START}
ONCE_SEEN = {"seen": (SeenLine(date(2026, 11, 13), "alone"),)}

# The promise, the level of help, the stage the child or the work is at; how it stands, and words of why.
TABLE = [
    ("seen-in-time", "early_help", WORKING, "not_applicable", "visits"),
    ("seen-in-time", "family_help", WORKING, "missed", ""),
    ("seen-in-time", "child_in_need", WORKING, "missed", ""),
    ("seen-in-time", "child_protection", WORKING, "missed", ""),
    ("seen-in-time", "child_in_need", ONCE_SEEN, "met", ""),
    ("seen-in-time", "child_in_need", DIED, "not_applicable", "has died"),
    ("seen-in-time", "child_in_need", JUST_BROUGHT, "not_yet", "Not known before Kith"),
    ("seen-in-time", "child_in_need", LONG_BROUGHT, "missed", ""),
    ("seen-alone", "early_help", ONCE_SEEN, "not_applicable", "visits"),
    ("heard", "early_help", WORKING, "not_applicable", "visits"),
    ("heard", "child_protection", UNBORN, "not_applicable", "not born yet"),
    ("life-today", "early_help", UNBORN, "not_applicable", "not born yet"),
    ("all-about-me", "child_in_need", UNBORN, "not_applicable", "not born yet"),
    ("lead-worker", "early_help", WORKING, "met", ""),
    ("lead-worker", "child_protection", DIED, "not_applicable", "has died"),
    ("story-reviewed", "early_help", LONG_BROUGHT, "due", ""),
]
# Who it is asked of: whose day a missed promise stands in.
ROLES = [("aisha", True), ("grace", False), ("theo", False), ("sol", False)]


@pytest.mark.parametrize(("promise", "level", "stage", "state", "why"), TABLE)
def test_s1_01_a_promise_is_made_by_level_and_stage_and_says_why_it_is_not(promise, level, stage, state, why):
    row = rules.row(standard(promise), facts(level=level, **stage), at())
    assert row.state == state, row.sentence
    assert why in row.sentence


@pytest.mark.parametrize(("role", "asked"), ROLES)
def test_s1_01_a_promise_is_asked_of_whoever_leads_the_work_and_of_nobody_else(cast, role, asked):
    with acting_as(cast.actors[role]) as by:
        owed = queries.owed_today(by, [lead.person_id for lead in led_by(by)])
    assert bool(owed) is asked


def test_s1_01_the_table_holds_twenty_combinations():
    assert len(TABLE) + len(ROLES) == 20


def test_s1_01_why_a_promise_does_not_apply_stands_on_the_childs_own_page(cast, browse):
    page = browse("aisha").get(f"/children/{cast.maya.ref}/").content.decode()
    with acting_as(cast.aisha) as by:
        left_out = [row for row in queries.panel(cast.maya, by) if row.state == "not_applicable"]
    assert left_out
    assert all(row.sentence in page for row in left_out)
