"""S3-09: clocks against a table made by hand (`clocks.toml`); how they run, end, and pass from pack to pack (N52)."""

import tomllib
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kith import packs
from kith.calendar import Calendar, Nation, WorkingDays
from kith.packs import Clock, NotInPack, Pack

HOME = ZoneInfo("Europe/London")
ROWS = tomllib.loads((Path(__file__).parent / "clocks.toml").read_text(encoding="utf-8"))["rows"]
ENGLAND = packs.pack_for("england-2026", date(2026, 11, 17))


def limit_in(place: str, key: str) -> packs.Timescale:
    """Wales and Northern Ireland have no pack yet: England's limits, on their own calendars."""
    try:
        return packs.pack_for(place, date(2026, 11, 17)).timescale(key)
    except NotInPack:
        assert place in ("wales", "northern-ireland")
        return ENGLAND.timescale(key)


def moment(told: str) -> Any:
    return datetime.fromisoformat(told).replace(tzinfo=HOME) if "T" in told else date.fromisoformat(told)


def test_the_table_is_long_enough_and_every_calendar_is_in_it() -> None:
    assert len(ROWS) >= 60
    assert {row["in"] for row in ROWS} == set(Nation)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['in']} {row['limit']} {row['from']}")
def test_the_due_day_is_the_one_counted_by_hand(row: dict[str, str]) -> None:
    timescale, calendar = limit_in(row["in"], row["limit"]), Calendar(Nation(row["in"]))
    start = moment(row["from"])
    due = timescale.due(start, calendar)
    assert (due.isoformat(timespec="minutes") if isinstance(due, datetime) else due.isoformat()) == row["due"]
    if "why" in row:
        assert timescale.because(start, calendar) == row["why"]


START = date(2026, 3, 3)


def clock(now: date, ended: date | None = None, stopped: date | None = None, turn: list[Pack] | None = None) -> Clock:
    found = packs.clock(turn or [ENGLAND], "assessment", START, now, ended, stopped)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("now", "ended", "stopped", "state", "day_of"),
    [
        ("2026-03-03", None, None, "running", "day 0 of 45"),
        ("2026-03-04", None, None, "running", "day 1 of 45"),
        ("2026-04-06", None, None, "running", "day 22 of 45"),  # Easter Monday: as on the Thursday before
        ("2026-05-08", None, None, "running", "day 45 of 45"),
        ("2026-05-11", None, None, "late", "day 46 of 45"),
        ("2026-06-01", "2026-05-08", None, "met", "day 45 of 45"),
        ("2026-06-01", "2026-05-11", None, "late", "day 46 of 45"),
        ("2026-06-01", None, "2026-04-01", "stopped", "day 21 of 45"),
        ("2026-06-01", None, "2026-05-12", "late", "day 47 of 45"),
    ],
)
def test_a_clock_says_how_far_it_has_run_and_late_stays_late(now, ended, stopped, state, day_of) -> None:
    found = clock(*(day and date.fromisoformat(day) for day in (now, ended, stopped)))
    assert (found.state, found.day_of, found.due) == (state, day_of, date(2026, 5, 8))
    assert found.because == "45 working days from 3 March 2026, skipping Good Friday, Easter Monday and May Day"


def test_hours_pass_whatever_the_clocks_do_that_weekend() -> None:
    began = datetime(2026, 10, 23, 18, tzinfo=HOME)
    found = packs.clock([ENGLAND], "police-protection", began, datetime(2026, 10, 25, 18, tzinfo=HOME))
    assert found is not None
    assert found.day_of == "hour 49 of 72"
    over = packs.clock([ENGLAND], "police-protection", began, datetime(2026, 10, 26, 17, 1, tzinfo=HOME))
    assert over is not None
    assert over.state == "late"


def test_in_the_hour_that_comes_twice_the_first_is_before_the_second() -> None:
    began, again = datetime(2026, 10, 25, 1, 50, tzinfo=HOME), datetime(2026, 10, 25, 1, 3, tzinfo=HOME, fold=1)
    found = packs.clock([ENGLAND], "worried-now-acknowledge", began, again)
    assert found is not None
    assert (found.state, found.day_of) == ("running", "minute 13 of 15")
    late = packs.clock([ENGLAND], "worried-now-acknowledge", began, again.replace(minute=6))
    assert late is not None
    assert late.state == "late"


def test_a_limit_in_hours_has_no_clock_where_only_the_day_is_known() -> None:
    assert packs.clock([ENGLAND], "police-protection", START, START) is None
    assert packs.clock([ENGLAND], "no-such-limit", START, START) is None


def test_a_clock_in_days_takes_the_day_of_a_moment() -> None:
    found = packs.clock([ENGLAND], "referral-decision", datetime(2026, 11, 20, 23, 30, tzinfo=HOME), date(2026, 11, 23))
    assert found is not None
    assert (found.began, found.due, found.state) == (date(2026, 11, 20), date(2026, 11, 23), "running")


SINGLE, IN_A_YEAR = ENGLAND.timescale("short-break-single"), ENGLAND.timescale("short-breaks-in-a-year")


@pytest.mark.parametrize(
    ("timescale", "stays", "on", "used"),
    [
        (SINGLE, [("2026-06-01", "2026-06-18")], "2026-12-01", 17),
        (SINGLE, [("2026-06-01", "2026-06-19")], "2026-12-01", 18),
        (SINGLE, [("2026-06-01", "2026-06-10"), ("2026-07-01", "2026-07-04")], "2026-12-01", 9),
        (SINGLE, [("2026-06-01", "2026-06-19")], "2026-06-11", 10),
        (SINGLE, [], "2026-06-11", 0),
        (IN_A_YEAR, [("2026-01-10", "2026-01-25"), ("2026-06-01", "2026-06-18")], "2026-12-31", 32),
        (IN_A_YEAR, [("2025-12-20", "2026-01-05"), ("2026-06-01", "2026-06-18")], "2026-12-31", 22),
        (IN_A_YEAR, [("2025-06-01", "2025-06-18")], "2026-12-31", 0),
        (IN_A_YEAR, [("2026-01-01", "2026-03-17")], "2026-12-31", 75),
    ],
)
def test_a_total_adds_up_days_and_has_no_due_day(timescale, stays, on, used) -> None:
    days = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in stays]
    assert packs.days_used(timescale, days, date.fromisoformat(on), ENGLAND) == used
    assert packs.clock([ENGLAND], IN_A_YEAR.key, START, START) is None
    with pytest.raises(ValueError, match="is a total"):
        IN_A_YEAR.due(START, ENGLAND.calendar)


@pytest.mark.parametrize(
    ("earlier", "began", "due"),
    [
        ([], "2026-06-01", "2026-08-15"),
        ([("2026-01-10", "2026-01-25"), ("2026-03-01", "2026-03-18")], "2026-06-01", "2026-07-14"),
        ([("2025-06-20", "2025-07-10"), ("2026-01-01", "2026-02-10")], "2026-06-15", "2026-07-20"),  # old days fall out
        ([("2026-01-01", "2026-03-17")], "2026-06-01", "2026-06-01"),  # all of them are used up
        ([("2027-11-20", "2028-01-20")], "2028-02-20", "2028-03-05"),  # over a leap day
    ],
)
def test_e36_a_stay_is_due_to_end_on_the_last_day_that_keeps_the_total(earlier, began, due) -> None:
    days = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in earlier]
    found = packs.total_clock([ENGLAND], IN_A_YEAR.key, days, date.fromisoformat(began), date.fromisoformat(began))
    assert found is not None
    assert (found.due, found.state, found.day_of) == (date.fromisoformat(due), "running", "")
    assert packs.total_clock([ENGLAND], "referral-decision", days, START, START) is None
    assert packs.total_clock([ENGLAND], "no-such-limit", days, START, START) is None


def test_what_a_total_allows_is_said_in_words() -> None:
    assert IN_A_YEAR.because(START, ENGLAND.calendar) == "75 days at most, in any 12 months"


def test_places_count_from_the_first_of_several_events_or_the_last_as_the_pack_says() -> None:
    first = ENGLAND.timescale("strategy-to-conference")
    last = first.model_copy(update={"which": "last"})
    held = [date(2026, 11, 9), date(2026, 11, 2), date(2026, 11, 16)]
    assert packs.earliest_or_latest(first, held) == date(2026, 11, 2)
    assert packs.earliest_or_latest(last, held) == date(2026, 11, 16)


# --- from one pack to the next ---


def later(effective_from: date, days: int = 30) -> Pack:
    """England from a later day, with an assessment in so many working days."""
    shorter = tuple(
        one.model_copy(update={"limit": WorkingDays(days)}) if one.key == "assessment" else one
        for one in ENGLAND.timescales
    )
    header = ENGLAND.header.model_copy(update={"id": "england-later", "effective_from": effective_from})
    return replace(ENGLAND, header=header, timescales=shorter)


def test_a_running_clock_passes_to_the_later_pack() -> None:
    found = clock(date(2026, 4, 20), turn=[ENGLAND, later(date(2026, 4, 13))])
    assert (found.due, found.pack.header.id) == (date(2026, 4, 16), "england-later")


def test_a_day_already_past_when_the_later_pack_began_stands() -> None:
    found = clock(date(2026, 6, 20), turn=[ENGLAND, later(date(2026, 6, 1), days=90)])
    assert (found.due, found.state, found.pack.header.id) == (date(2026, 5, 8), "late", "england-2026")


def test_a_clock_that_had_ended_when_the_later_pack_began_stands() -> None:
    found = clock(date(2026, 6, 20), ended=date(2026, 4, 10), turn=[ENGLAND, later(date(2026, 4, 13), days=5)])
    assert (found.due, found.state) == (date(2026, 5, 8), "met")


def test_a_clock_begun_under_the_later_pack_is_held_to_it_alone() -> None:
    found = clock(date(2026, 4, 20), turn=[ENGLAND, later(date(2026, 3, 3))])
    assert found.due == date(2026, 4, 16)


def test_a_limit_dated_within_a_pack_leaves_earlier_cases_alone() -> None:
    complaint = packs.clock([ENGLAND], "data-complaint-receipt", date(2026, 6, 18), date(2026, 7, 1))
    assert complaint is None
    complaint = packs.clock([ENGLAND], "data-complaint-receipt", date(2026, 6, 19), date(2026, 7, 1))
    assert complaint is not None
    assert complaint.due == date(2026, 6, 19) + timedelta(days=30)


def test_s3_30_a_duty_that_begins_on_a_day_is_owed_from_then_and_earlier_cases_are_left_alone() -> None:
    """The offer of a family group meeting before an application to court: the Act's day, once it is known."""
    begins = date(2026, 12, 1)
    dated = tuple(
        one.model_copy(update={"from_": begins}) if one.key == "family-group-offer" else one
        for one in ENGLAND.timescales
    )
    pack = replace(ENGLAND, timescales=dated)
    applied_before, applied_after = date(2026, 11, 30), date(2026, 12, 14)
    assert packs.clock([pack], "family-group-offer", applied_before, applied_before) is None
    found = packs.clock([pack], "family-group-offer", applied_after, date(2026, 12, 10))
    assert found is not None
    assert (found.due, found.because) == (applied_after, "by 14 December 2026")


def test_the_packs_in_turn_are_those_of_the_place_up_to_the_one_in_use() -> None:
    assert [pack.version for pack in packs.in_turn("england-2026", date(2026, 11, 17))] == ["england-2026.1"]
    assert [pack.version for pack in packs.in_turn("jersey", date(2026, 11, 17))] == ["jersey-2024.1"]
