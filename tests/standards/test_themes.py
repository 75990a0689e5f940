"""Every promise stands under one heading, on every page that tells all of them."""

from kith.standards.register import STANDARDS
from kith.standards.themes import IN_ORDER, THEMES, by_theme
from kith.words import flags


def test_every_promise_stands_under_one_heading():
    told = [id_ for theme in THEMES for id_ in theme.standards]
    assert sorted(told) == sorted(each.id for each in STANDARDS)
    assert [each for _, under in by_theme(STANDARDS, lambda each: each) for each in under] == list(IN_ORDER)


def test_a_heading_with_nothing_under_it_is_left_out():
    found = by_theme([each for each in STANDARDS if each.id in ("heard", "lead-worker")], lambda each: each)
    assert [theme.id for theme, _ in found] == ["seen-and-heard", "people-to-count-on"]


def test_a_heading_is_short_and_plain():
    assert all(len(theme.title) <= 34 and not flags(theme.title) for theme in THEMES)
