"""The clocks of looked-after and missing children on frozen days: leap years, month ends, holidays, changes of hour."""

from datetime import date, datetime

import pytest

from kith import packs
from kith.access.actor import HOME_TIME
from kith.standards.clocks.gathering import Told
from kith.standards.clocks.in_care import BREAKS, CLOCKS, EVENTS
from kith.standards.clocks.rules import Line, lines_of

ENGLAND, JERSEY, SCOTLAND = (packs.pack_for(place, date(2026, 11, 17)) for place in ("england", "jersey", "scotland"))
CARE = 4


def told(event: str, when: str, of: int = CARE, text: str = "", until: str = "") -> Told:
    moment = datetime.fromisoformat(when).replace(tzinfo=HOME_TIME) if "T" in when else None
    day = None if moment else date.fromisoformat(when)
    return Told(1, event, day, moment, of, 7, date.fromisoformat(until) if until else None, text)


def held(events: list[Told], today: str, *turn: packs.Pack, level: str = "looked_after") -> dict[str, Line]:
    day = date.fromisoformat(today)
    now = datetime(day.year, day.month, day.day, 12, tzinfo=HOME_TIME)
    known = [told("level", "2024-01-01", 7, level), *events]
    return {line.runs.limit: line for line in lines_of(known, turn or [ENGLAND], now, day)}


@pytest.mark.parametrize(
    ("limit", "start", "when", "today", "due"),
    [
        # E18, hours: the night the clocks go back has one more; the night they go on one fewer
        ("police-protection", "police-protection", "2026-10-23T18:00", "2026-10-24", "2026-10-26T17:00"),
        ("police-protection", "police-protection", "2027-03-26T18:00", "2027-03-27", "2027-03-29T19:00"),
        ("police-protection", "police-protection", "2028-02-27T23:30", "2028-02-28", "2028-03-01T23:30"),
        ("emergency-protection-order", "emergency-order", "2028-02-10", "2028-02-11", "2028-03-02"),
        ("emergency-protection-order-first", "emergency-order", "2026-12-28", "2026-12-29", "2027-01-05"),
        ("emergency-protection-order-first", "emergency-order", "2028-02-24", "2028-02-25", "2028-03-03"),
        ("emergency-protection-order-longer", "order-made-longer", "2026-12-28", "2026-12-29", "2027-01-04"),
        ("emergency-protection-order-longer", "order-made-longer", "2027-03-25", "2027-03-26", "2027-04-01"),
        ("child-assessment-order", "assessment-order", "2026-12-28", "2026-12-29", "2027-01-04"),
        # E19, E21, working days: over Christmas, and over Easter
        ("care-plan", "first-placement", "2026-12-18", "2026-12-19", "2027-01-06"),
        ("care-plan", "first-placement", "2027-03-24", "2027-03-25", "2027-04-09"),
        ("out-of-area-notice", "placed-away-at-once", "2026-12-23", "2026-12-24", "2027-01-04"),
        # E22: twenty working days, three months, six months
        ("looked-after-review-first", "in-care", "2026-04-20", "2026-04-21", "2026-05-19"),
        ("looked-after-review-second", "care-review-first", "2026-11-30", "2026-12-01", "2027-02-28"),
        ("looked-after-review-second", "care-review-first", "2027-11-30", "2027-12-01", "2028-02-29"),
        ("looked-after-review-next", "care-review-later", "2026-08-31", "2026-09-01", "2027-02-28"),
        ("looked-after-decisions-sent", "care-review-held", "2026-12-24", "2026-12-25", "2027-01-05"),
        ("looked-after-minutes-sent", "care-review-held", "2026-10-30", "2026-10-31", "2026-11-27"),
        # E23, E24
        ("health-assessment-first", "in-care", "2026-12-01", "2026-12-02", "2026-12-31"),
        ("health-assessment-under-five", "health-assessed-young", "2026-08-30", "2026-08-31", "2027-02-28"),
        ("health-assessment", "health-assessed-older", "2028-02-29", "2028-03-01", "2029-02-28"),
        ("education-plan-first", "in-care", "2026-08-21", "2026-08-22", "2026-09-07"),
        ("education-plan-next", "education-planned", "2026-10-31", "2026-11-01", "2027-02-28"),
        # E25, E26
        ("pathway-assessment", "born", "2010-11-30", "2026-12-01", "2027-02-28"),
        ("pathway-plan-review", "pathway-planned", "2026-08-31", "2026-09-01", "2027-02-28"),
        # E30: by the hour, over the change of the clocks too
        ("return-interview", "found", "2026-10-24T07:15", "2026-10-24", "2026-10-27T06:15"),
        ("return-interview", "found", "2026-11-14T07:15", "2026-11-15", "2026-11-17T07:15"),
        # E36: one stay; and all of twelve months
        ("short-break-single", "short-break", "2026-12-20", "2026-12-21", "2027-01-06"),
        ("short-break-single", "short-break", "2028-02-20", "2028-02-21", "2028-03-08"),
        ("short-breaks-in-a-year", "short-break", "2026-12-20", "2026-12-21", "2027-03-05"),
        # E37
        ("temporary-hospital-stay", "temporary-hospital-stay", "2028-01-20", "2028-01-21", "2028-03-02"),
        ("temporary-carer-holiday", "temporary-carer-holiday", "2026-12-20", "2026-12-21", "2027-01-10"),
        ("temporary-other-stay", "temporary-other-stay", "2026-12-28", "2026-12-29", "2027-01-04"),
    ],
)
def test_each_limit_of_care_falls_due_on_its_day(limit, start, when, today, due):
    clock = held([told(start, when)], today)[limit].clock
    wanted = datetime.fromisoformat(due).replace(tzinfo=HOME_TIME) if "T" in due else date.fromisoformat(due)
    assert (clock.due, clock.state) == (wanted, "running")


def test_the_adviser_is_in_touch_every_eight_weeks_once_care_is_left():
    events = [told("adviser-in-touch", "2026-09-22")]
    assert held(events, "2026-11-17", level="care_leaver")["adviser-contact"].clock.due == date(2026, 11, 17)
    assert "adviser-contact" not in held(events, "2026-11-17")


@pytest.mark.parametrize(
    ("limit", "events", "state"),
    [
        (
            "police-protection",
            [("police-protection", "2026-11-14T02:00"), ("police-protection-ended", "2026-11-15T15:00")],
            "met",
        ),
        ("police-protection", [("police-protection", "2026-11-13T02:00")], "late"),
        ("emergency-protection-order", [("emergency-order", "2026-11-01"), ("law-ended", "2026-11-09")], "met"),
        (
            "emergency-protection-order-first",
            [("emergency-order", "2026-11-01"), ("first-order-over", "2026-11-09")],
            "met",
        ),
        (
            "emergency-protection-order-first",
            [("emergency-order", "2026-11-01"), ("first-order-over", "2026-11-10")],
            "late",
        ),
        (
            "emergency-protection-order-longer",
            [("order-made-longer", "2026-11-09"), ("law-ended", "2026-11-16")],
            "met",
        ),
        (
            "emergency-protection-order-longer",
            [("order-made-longer", "2026-10-09"), ("order-made-longer", "2026-11-09"), ("law-ended", "2026-11-16")],
            "late",  # made longer twice: the first counts
        ),
        ("short-break-single", [("short-break", "2026-10-01"), ("placement-ended", "2026-10-18")], "met"),
        ("short-break-single", [("short-break", "2026-10-01"), ("placement-ended", "2026-10-19")], "late"),
        ("short-break-single", [("short-break", "2026-10-01")], "late"),
        ("short-break-single", [("short-break", "2026-11-10"), ("died", "2026-11-12")], "stopped"),
        ("short-breaks-in-a-year", [("short-break", "2026-11-10"), ("died", "2026-11-12")], "stopped"),
        ("care-plan", [("first-placement", "2026-10-01"), ("care-plan-written", "2026-10-14")], "met"),
        ("care-plan", [("first-placement", "2026-10-01")], "late"),
        ("care-plan", [("first-placement", "2026-11-10"), ("left-care", "2026-11-12")], "stopped"),
        ("out-of-area-notice", [("placed-away-at-once", "2026-11-09"), ("area-told", "2026-11-09")], "met"),
        ("looked-after-review-first", [("in-care", "2026-09-01"), ("care-review", "2026-09-29")], "met"),
        ("looked-after-review-first", [("in-care", "2026-09-01"), ("care-review", "2026-10-30")], "late"),
        ("health-assessment-first", [("in-care", "2026-09-01"), ("health-assessed", "2026-09-20")], "met"),
        ("education-plan-first", [("in-care", "2026-11-10")], "running"),
        ("return-interview", [("found", "2026-11-14T07:00"), ("listened-to", "2026-11-15T10:00")], "met"),
        ("return-interview", [("found", "2026-11-13T07:00"), ("listened-to", "2026-11-16T10:00")], "late"),
        ("return-interview", [("found", "2026-11-16T07:00"), ("talk-declined", "2026-11-16T10:00")], "stopped"),
    ],
)
def test_what_ends_each_of_them(limit, events, state):
    assert held([told(*one) for one in events], "2026-11-17")[limit].clock.state == state


def test_e36_the_days_of_every_stay_count_and_each_stay_has_its_own_last_day():
    """75 in any twelve months: 40 in spring, 30 in summer; the autumn stay may last five days more."""
    stays = [("2026-04-01", 1, "2026-05-11"), ("2026-07-01", 2, "2026-07-31"), ("2026-11-10", 3, "")]
    events = [told("short-break", when, of, until=until) for when, of, until in stays]
    day = date(2026, 11, 17)
    lines = lines_of(
        [told("level", "2024-01-01", 7, "looked_after"), *events],
        [ENGLAND],
        datetime(2026, 11, 17, 12, tzinfo=HOME_TIME),
        day,
    )
    found = {line.id: line for line in lines if line.runs.limit == "short-breaks-in-a-year"}
    assert {id_: (line.clock.due, line.state) for id_, line in found.items()} == {
        "clock-short-breaks-in-a-year-1": (date(2026, 6, 15), "met"),
        "clock-short-breaks-in-a-year-2": (date(2026, 8, 5), "met"),
        "clock-short-breaks-in-a-year-3": (date(2026, 11, 15), "late"),
    }
    assert found["clock-short-breaks-in-a-year-3"].clock.because == "75 days at most, in any 12 months"


def test_a_review_that_follows_the_first_ends_its_clock_and_begins_the_next():
    events = [
        told("in-care", "2026-01-05"),
        *(told(name, "2026-01-30") for name in ("care-review", "care-review-first")),
        *(told(name, "2026-04-20") for name in ("care-review", "care-review-later")),
    ]
    found = held(events, "2026-11-17")
    assert found["looked-after-review-second"].clock.state == "met"
    assert (found["looked-after-review-next"].clock.due, found["looked-after-review-next"].clock.state) == (
        date(2026, 10, 20),
        "late",
    )


def test_a_child_who_died_while_a_talk_was_declined_breaks_no_clock():
    events = [
        told("found", "2026-11-13T07:00"),
        told("talk-declined", "2026-11-13T10:00"),
        told("died", "2026-11-14", 1),
    ]
    assert held(events, "2026-11-17")["return-interview"].clock.state == "stopped"


def test_a_place_whose_pack_has_no_such_limit_runs_no_clock_and_jerseys_say_not_verified():
    events = [told("in-care", "2026-11-10"), told("first-placement", "2026-11-10")]
    assert "looked-after-review-first" not in held(events, "2026-11-17", SCOTLAND)
    assert not held(events, "2026-11-17", JERSEY)["looked-after-review-first"].clock.timescale.verified


def test_every_clock_of_care_begins_and_ends_with_something_the_record_tells():
    names = {event.name for event in EVENTS} | {"sixteen"}
    for runs in (*CLOCKS, BREAKS):
        assert {runs.starts, runs.ends} <= names, runs.limit
        assert not runs.stops or runs.stops in names
