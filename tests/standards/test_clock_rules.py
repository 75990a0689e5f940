"""The same rules under every place's pack: what starts a clock, which of several events, and what each calls it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from kith import packs
from kith.access.actor import HOME_TIME
from kith.packs import Pack
from kith.standards.clocks.gathering import Told
from kith.standards.clocks.rules import Line, lines_of

TODAY = date(2026, 11, 17)
NOW = datetime(2026, 11, 17, 10, tzinfo=HOME_TIME)
ENGLAND, SCOTLAND, JERSEY = (packs.pack_for(place, TODAY) for place in ("england", "scotland", "jersey"))


def told(event: str, day: str, *, of: int = 1, spell: int | None = 7, until: str = "", text: str = "") -> Told:
    return Told(1, event, date.fromisoformat(day), None, of, spell, date.fromisoformat(until) if until else None, text)


def by_limit(events: list[Told], *turn: Pack, today: date = TODAY) -> dict[str, Line]:
    now = NOW.replace(year=today.year, month=today.month, day=today.day)
    return {line.runs.limit: line for line in lines_of(events, turn, now, today)}


PROTECTION = [
    told("referral", "2026-10-27", of=7),
    told("level", "2026-10-27", of=7, text="child_protection"),
    told("concern", "2026-10-27"),
    told("strategy-discussion", "2026-11-02"),
    told("protection-began", "2026-11-13", of=3),
    told("harm-suspected", "2026-11-02", of=5),
    told("strategy-by-telephone", "2026-11-02"),
    told("enquiry-began", "2026-11-02"),
    told("conference-put-off", "2026-11-09"),
    told("conference-held", "2026-11-13", of=6),
    told("told-of-move", "2026-11-06", of=8),
    told("core-group", "2026-11-16", of=3),
    told("born-with-plan", "2026-11-14", of=3, spell=7),
]


@pytest.mark.parametrize(
    ("pack", "limit", "due", "why", "verified"),
    [
        (ENGLAND, "strategy-to-conference", "2026-11-23", "15 working days from 2 November 2026", True),
        (SCOTLAND, "concern-to-conference", "2026-11-24", "28 days from 27 October 2026", True),
        (JERSEY, "strategy-to-conference", "2026-11-23", "15 working days from 2 November 2026", False),
        (ENGLAND, "core-group-first", "2026-11-27", "10 working days from 13 November 2026", True),
        (
            SCOTLAND,
            "core-group-first",
            "2026-12-07",
            "15 working days from 13 November 2026, skipping Saint Andrew's Day",
            True,
        ),
        (ENGLAND, "strategy-discussion", "2026-11-02", "the same day, 2 November 2026", True),
        (ENGLAND, "strategy-follow-up", "2026-11-09", "5 working days from 2 November 2026", True),
        (ENGLAND, "enquiry-outcome", "2026-11-23", "15 working days from 2 November 2026", True),
        (JERSEY, "enquiry-outcome", "2026-11-23", "15 working days from 2 November 2026", False),
        (SCOTLAND, "conference-again-when-too-few-came", "2026-11-23", "10 working days from 9 November 2026", True),
        (SCOTLAND, "conference-record-sent", "2026-11-27", "10 working days from 13 November 2026", True),
        (ENGLAND, "transfer-in-conference", "2026-11-27", "15 working days from 6 November 2026", True),
        (ENGLAND, "core-group-next", "2026-12-28", "6 weeks from 16 November 2026", True),
        (JERSEY, "core-group-next", "2026-12-28", "6 weeks from 16 November 2026", False),
        (ENGLAND, "review-after-birth", "2026-11-24", "10 days from 14 November 2026", True),
        (JERSEY, "review-conference-first", "2027-02-13", "3 months from 13 November 2026", False),
        (JERSEY, "visit-child-protection", "2026-11-27", "10 working days from 13 November 2026", False),
    ],
)
def test_each_place_has_its_own_limit_from_its_own_event(pack, limit, due, why, verified) -> None:
    found = by_limit(PROTECTION, pack)[limit]
    assert (found.clock.due, found.clock.because) == (date.fromisoformat(due), why)
    assert found.clock.timescale.verified is verified


def test_a_place_without_a_limit_has_no_such_clock() -> None:
    assert "strategy-to-conference" not in by_limit(PROTECTION, SCOTLAND)
    assert "visit-child-protection" not in by_limit(PROTECTION, SCOTLAND)
    assert "concern-to-conference" not in by_limit(PROTECTION, ENGLAND)
    assert {"conference-record-sent", "conference-again-when-too-few-came"}.isdisjoint(by_limit(PROTECTION, ENGLAND))
    assert {"transfer-in-conference", "review-after-birth"}.isdisjoint(by_limit(PROTECTION, JERSEY))


def counting_from_the_last(pack: Pack) -> Pack:
    changed = tuple(
        one.model_copy(update={"which": "last"}) if one.key == "strategy-to-conference" else one
        for one in pack.timescales
    )
    return replace(pack, timescales=changed)


@pytest.mark.parametrize(("pack", "due"), [(ENGLAND, "2026-11-23"), (counting_from_the_last(ENGLAND), "2026-11-30")])
def test_of_two_strategy_discussions_about_one_enquiry_the_pack_says_which_counts(pack, due) -> None:
    events = [*PROTECTION, told("strategy-discussion", "2026-11-09")]
    assert by_limit(events, pack)["strategy-to-conference"].clock.due == date.fromisoformat(due)


def test_two_enquiries_have_a_clock_each() -> None:
    events = [*PROTECTION, told("strategy-discussion", "2026-11-09", of=2), told("conference", "2026-11-12", of=2)]
    found = [line for line in lines_of(events, [ENGLAND], NOW, TODAY) if line.runs.limit == "strategy-to-conference"]
    assert [(line.clock.due, line.state) for line in found] == [
        (date(2026, 11, 23), "running"),
        (date(2026, 11, 30), "met"),
    ]


def test_a_child_who_has_died_is_owed_no_visit_and_nothing_runs_on() -> None:
    found = by_limit([*PROTECTION, told("died", "2026-11-15", spell=None)], ENGLAND)
    assert found["strategy-to-conference"].state == "stopped"
    assert "visit-child-protection" not in found


def test_a_baby_not_born_yet_is_owed_no_visit() -> None:
    assert "visit-child-protection" not in by_limit([*PROTECTION, told("expected", "2027-02-01", spell=None)], ENGLAND)


def test_work_brought_over_owes_its_visits_once_somebody_here_has_led_it_for_a_while() -> None:
    events = [*PROTECTION[:2], told("taken-in", "2026-09-01", of=7), told("led", "2026-10-27", of=7)]
    assert "visit-child-protection" not in by_limit(events, ENGLAND)  # 28 days: settling in until 24 November
    found = by_limit(events, ENGLAND, today=date(2026, 11, 25))["visit-child-protection"]
    assert (found.clock.began, found.state) == (date(2026, 10, 27), "late")


def test_a_new_home_begins_the_week_again_and_one_visit_there_ends_it() -> None:
    cared_for = [
        told("level", "2026-06-01", of=7, text="looked_after"),
        told("seen", "2026-11-03", spell=None),
        told("lives", "2026-11-12", spell=None, text="placement"),
    ]
    assert by_limit(cared_for, ENGLAND)["visit-looked-after-first"].clock.due == date(2026, 11, 19)
    seen_there = [told("seen", "2026-11-12", spell=None) if one.event == "seen" else one for one in cared_for]
    assert by_limit(seen_there, ENGLAND)["visit-looked-after"].clock.due == date(2026, 12, 24)


def test_sixteen_begins_the_pathway_and_a_birthday_to_come_begins_nothing() -> None:
    level = told("level", "2026-06-01", of=7, text="looked_after")
    found = by_limit([level, told("born", "2010-11-03", spell=None)], ENGLAND)["pathway-assessment"]
    assert (found.clock.began, found.clock.due, found.state) == (date(2026, 11, 3), date(2027, 2, 3), "running")
    assert "pathway-assessment" not in by_limit([level, told("born", "2010-11-18", spell=None)], ENGLAND)


def test_what_needs_someone_comes_first_and_then_the_newest() -> None:
    events = [
        told("referral", "2026-09-01", of=7),
        told("step", "2026-09-02", of=7),
        told("assessment-asked", "2026-09-01"),
        told("strategy-discussion", "2026-11-02"),
    ]
    assert [line.state for line in lines_of(events, [ENGLAND], NOW, TODAY)] == [
        "late",
        "late",
        "running",
        "met",
    ]
