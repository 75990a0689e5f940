"""A year of visits in one line, and the same in a table."""

from datetime import date

import pytest

from kith.pages.staff.rhythm import KINDS, first_day, rhythm

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("today", "first"),
    [(TODAY, date(2025, 12, 1)), (date(2026, 12, 31), date(2026, 1, 1)), (date(2026, 1, 1), date(2025, 2, 1))],
)
def test_the_year_ends_with_this_month(today, first):
    assert first_day(today) == first
    months = rhythm([], today).months
    assert len(months) == 12
    assert months[-1].name == f"{today:%B %Y}"


def test_each_kind_of_visit_is_counted_apart_and_marked_in_its_month():
    drawn = rhythm(
        [
            (date(2025, 12, 1), True, "alone", "home"),
            (date(2026, 6, 30), True, "not_tried", "school"),
            (date(2026, 11, 1), True, "alone", "doorstep"),
            (date(2026, 11, 17), False, "", "home"),
        ],
        TODAY,
    )
    assert [kind for kind, _ in drawn.marks] == list(KINDS)
    assert [at // 60 for _, at in drawn.marks] == [0, 6, 11, 11]
    assert drawn.months[0].counts == {"alone": 1, "seen": 0, "apart": 0, "not_seen": 0}
    assert drawn.months[11].counts == {"alone": 0, "seen": 0, "apart": 1, "not_seen": 1}


@pytest.mark.parametrize(
    ("due", "at"), [(date(2026, 11, 30), 719), (date(2026, 12, 1), None), (date(2025, 11, 30), None), (None, None)]
)
def test_the_day_the_next_visit_is_needed_by_is_marked_while_it_is_on_the_strip(due, at):
    assert rhythm([], TODAY, due).due == at


@pytest.mark.parametrize(
    ("visits", "said"),
    [
        ([], "Seen 0 times in twelve months, alone 0 times."),
        ([(date(2026, 6, 1), True, "alone", "home")], "Seen 1 time in twelve months, alone 1 time."),
        (
            [
                (date(2026, 6, 1), True, "alone", "home"),
                (date(2026, 6, 20), True, "alone", "video"),
                (date(2026, 7, 6), True, "not_tried", "home"),
                (date(2026, 7, 20), False, "", "home"),
            ],
            "Seen 2 times in twelve months, alone 1 time. The longest between two was 35 days. Not seen at 1 visit.",
        ),
    ],
)
def test_the_strip_is_told_in_a_sentence_and_a_screen_is_no_visit(visits, said):
    assert rhythm(visits, TODAY).told == said
