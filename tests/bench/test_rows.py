"""The made-up authority `make bench` measures follows the tables: a column renamed or gone is noticed here."""

import pytest
from django.apps import apps

from bench.lines import Line, fixed, rate, timed
from bench.rows import STEPS

COLUMNS = {model._meta.db_table: {field.column for field in model._meta.concrete_fields} for model in apps.get_models()}


@pytest.mark.parametrize(("table", "columns"), [(step[0], set(step[2])) for step in STEPS if not isinstance(step, str)])
def test_every_table_and_column_it_fills_is_there(table, columns):
    assert columns - COLUMNS[table] == set()


def test_a_line_says_the_ratio_of_the_medians_and_the_best_run_of_each():
    line = Line("reading", "3 rows", timed("ours", [0.004, 0.002, 0.003]), timed("theirs", [0.001, 0.002, 0.0015]))
    assert line.ratio == 2.0
    assert line.cells()[2:6] == ["ours 3 ms", "theirs 1.5 ms", "2.00", "2 / 3 · 1 / 1.5"]


def test_the_best_of_a_rate_is_the_highest_and_a_bar_is_not_a_run():
    assert rate("sealed", [0.5, 0.25], 1000).best == 4000
    assert fixed("the bar", 60, "KB").spread == "fixed"
