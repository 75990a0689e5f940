"""What became of what was promised and arranged: each end told apart, and how long before they were told (N17)."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kith.visits import rules

NOW = datetime(2026, 11, 17, 10, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(days=2), NOW + timedelta(days=2)


@dataclass(frozen=True)
class Visit:
    planned_for: datetime = BEFORE
    visited_id: int | None = None
    replaced_by_id: int | None = None
    called_off_on: Any = None
    told_before: str = ""
    told_at: datetime | None = None
    moved_by: str = "us"
    unannounced: bool = False


MOVED = Visit(replaced_by_id=2, told_before="yes", told_at=BEFORE - timedelta(days=1))
OFF = Visit(called_off_on=date(2026, 11, 14), told_before="no")


@pytest.mark.parametrize(
    ("planned", "end"),
    [
        (Visit(visited_id=1), "kept"),
        (Visit(visited_id=1, unannounced=True), "kept"),
        (Visit(planned_for=AFTER), ""),
        (Visit(), "waiting"),
        (MOVED, "changed_told"),
        (replace(MOVED, told_before="no", told_at=None), "changed_not_told"),
        (replace(MOVED, told_before="not_safe", told_at=None), "not_safe"),
        (replace(MOVED, told_before="no", unannounced=True), "not_safe"),
        (replace(MOVED, moved_by="family"), "by_family"),
        (replace(MOVED, told_before="no", moved_by="child"), "by_family"),
        (OFF, "changed_not_told"),
        (replace(OFF, called_off_on=date(2026, 11, 15)), "changed_not_told"),  # that very day
        (replace(OFF, called_off_on=date(2026, 11, 16)), "missed"),
        (replace(OFF, called_off_on=date(2026, 11, 16), told_before="yes", told_at=BEFORE), "changed_told"),
    ],
)
def test_each_visit_arranged_ends_in_one_way(planned, end):
    assert rules.how_it_ended(planned, NOW) == end


@dataclass(frozen=True)
class Said:
    outcome: str
    due_on: date = date(2026, 11, 10)


def test_promises_and_visits_are_counted_together_and_nothing_still_to_come():
    promises = [
        Said("kept"),
        Said("kept"),
        Said("changed_told"),
        Said("missed"),
        Said(""),
        Said("", date(2026, 11, 17)),
    ]
    kept = rules.tally(promises, [Visit(visited_id=1), MOVED, OFF, Visit(planned_for=AFTER)], NOW)
    assert kept == rules.Kept(kept=3, changed_told=2, changed_not_told=1, missed=1, waiting=1)
    assert kept.ended == 7
    assert rules.tally([], [], NOW) == rules.Kept()


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (72, "3 days before"),
        (47.9, "1 day before"),
        (24, "1 day before"),
        (23.9, "23 hours before"),
        (1, "1 hour before"),
        (0.5, "30 minutes before"),
        (0, "as it was due"),
    ],
)
def test_how_long_before_is_said_and_never_more_than_was_given(hours, said):
    assert rules.before_in_words(timedelta(hours=hours)) == said


def test_nobody_told_is_no_notice():
    assert rules.notice_given(MOVED) == timedelta(days=1)
    assert rules.notice_given(replace(MOVED, told_before="no")) is None
    assert rules.notice_given(Visit()) is None


def test_how_often_a_visit_was_moved_is_counted_along_its_moves():
    assert rules.times_moved([(1, 2), (2, 3), (3, 4), (7, 8)]) == {2: 1, 3: 2, 4: 3, 8: 1}
    assert rules.times_moved([]) == {}
