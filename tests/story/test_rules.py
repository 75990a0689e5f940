"""What suggests itself, what may be one event, where the gaps are, what is fresh: from what is in hand alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.calendar import PartDate
from kith.packs import pack_for
from kith.story.rules import Deed, Event, Source, lenses_of, likely_same, suggestion
from kith.story.rules import freshness as fresh
from kith.story.rules.events import TAKEN
from kith.story.rules.freshness import Change, dial
from kith.story.rules.gaps import gaps, joined
from kith.story.rules.lanes import Bar, Mark, picture

TODAY = date(2026, 11, 17)
PACK = pack_for("england-2026", TODAY)


def an_event(n=1, title="Police came to the flat.", when=date(2025, 5, 3), precision="day", **more):
    given = {"lenses": frozenset({"harm"}), "significance": 2, "written_on": TODAY, "stands": TAKEN}
    return Event(act_id=n, title=title, when=PartDate(when, precision), **{**given, **more})


# -- suggestions


@pytest.mark.parametrize(
    ("deed", "significance", "lens"),
    [
        (Deed("begin_work", "…", significance=2), 2, "help"),
        (Deed("close_work", "…", significance=2), 2, "help"),
        (Deed("allocate", "Aisha became …", significance=2), 1, "help"),
        (Deed("move_home", "…", significance=2), 2, "home"),
        (Deed("say_situation", "…", story=False, situation="danger", text="Gary was seen."), 3, "harm"),
        (Deed("say_situation", "…", story=False, situation="strength", text="Nan comes."), 1, "life"),
        (Deed("record_visit", "…", sorts=frozenset({"harm"})), 3, "harm"),
        (Deed("record_visit", "…", alone="prevented"), 2, "harm"),
        (Deed("write_down_words", "…", sorts=frozenset({"harm"})), 3, "harm"),
        (Deed("", "…", told_lens="school", text="She left in May."), 2, "school"),
        (Deed("", "…", told_lens="life", text="She learnt to swim."), 1, "life"),
        (Deed("begin_enquiry", "An enquiry began.", significance=3), 3, "help"),
    ],
)
def test_these_suggest_themselves(deed, significance, lens):
    found = suggestion(deed)
    assert (found.significance, found.lens) == (significance, lens)
    assert found.line


@pytest.mark.parametrize(
    "deed",
    [
        Deed("record_visit", "…"),
        Deed("record_visit", "…", sorts=frozenset({"wish"}), alone="alone"),
        Deed("write_down_words", "…", sorts=frozenset({"worry"})),
        Deed("answer_child", "…", significance=2),
        Deed("move_home", "…", significance=2, first=True),
        Deed("say_situation", "…", story=False, situation="next_step", text="Ring on Friday."),
        Deed("review_story", "…", story=False, significance=3),
    ],
)
def test_these_stay_in_the_everyday_record(deed):
    assert suggestion(deed) is None


def test_acts_nobody_placed_are_what_we_did():
    assert lenses_of("some_new_act") == {"help"}
    assert lenses_of("record_visit", ["worry"]) == {"help", "voice", "harm"}
    assert lenses_of("record_visit", ["worry"], placed="school") == {"school", "voice", "harm"}


# -- one order, however well a day is known


part_dates = st.builds(
    PartDate,
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["day", "month", "year", "about"]),
)


@given(st.lists(part_dates, max_size=30))
def test_part_dates_sort_one_way_oldest_first_and_the_vaguer_of_two_first(whens):
    events = sorted((an_event(n, when=w.on, precision=w.precision) for n, w in enumerate(whens)), key=lambda e: e.order)
    vague = {"about": 0, "year": 1, "month": 2, "day": 3}
    keys = [(e.when.on, vague[e.when.precision], e.act_id) for e in events]
    assert keys == sorted(keys)
    turned = events[::-1]
    assert sorted(turned, key=lambda e: e.order) == events, "however they came"


@given(part_dates, part_dates)
def test_what_is_certainly_before_comes_before(one, other):
    if one.latest < other.earliest:
        assert one.sort_key < other.sort_key


# -- one event or two


def test_two_sources_of_one_week_in_much_the_same_words_may_be_one_event():
    ours = an_event(1, "Police came to the flat after shouting.", source=Source("Aisha Khan", "Services"))
    theirs = an_event(2, "Police called to shouting at the flat", date(2025, 5, 4), source=Source("PC Hart", "Police"))
    assert likely_same([theirs, ours]) == [(ours, theirs)]


@pytest.mark.parametrize(
    "more",
    [
        {"when": date(2025, 5, 30)},
        {"title": "Maya won the reading badge at school."},
        {"source": Source("Aisha Khan", "Services")},
        {"stands": "left_out"},
        {"same_as": 1},
        {"beside": 1},
    ],
)
def test_another_time_other_words_one_hand_or_a_link_already_are_not_proposed(more):
    ours = an_event(1, "Police came to the flat after shouting.", source=Source("Aisha Khan", "Services"))
    given = {"when": date(2025, 5, 4), "title": "Police came after shouting.", "source": Source("PC Hart", "Police")}
    assert likely_same([ours, an_event(2, **{**given, **more})]) == []


# -- gaps


SIXTY = timedelta(days=60)


def test_a_gap_is_found_within_our_work_alone_and_said_in_words():
    worked = [(date(2025, 1, 1), date(2026, 6, 1))]
    [gap] = gaps("voice", [date(2025, 2, 10), date(2026, 5, 1), date(2020, 1, 1)], worked, SIXTY)[:1]
    assert gap.said("Maya") == "No one wrote down what Maya said for 14 months, between February 2025 and May 2026."
    assert gaps("voice", [], [], SIXTY) == []


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(st.lists(days, max_size=12), st.lists(st.tuples(days, days), max_size=4))
def test_no_known_day_lies_inside_a_gap_and_every_long_silence_is_one(known, spans):
    found = gaps("voice", known, spans, SIXTY)
    for gap in found:
        assert gap.days > 60
        assert not [day for day in known if gap.from_on < day < gap.to_on]
        assert any(start <= gap.from_on and gap.to_on <= end for start, end in joined(spans))
    silent = [
        (start, end)
        for start, end in joined(spans)
        if (end - start) > SIXTY and not any(start < d < end for d in known)
    ]
    assert {(gap.from_on, gap.to_on) for gap in found} >= set(silent)


# -- freshness


def state(clock="story", confirmed=10, changes=(), level="child_in_need"):
    day = None if confirmed is None else TODAY - timedelta(days=confirmed)
    return dial(clock, day, changes, TODAY, PACK, level)


def change(kind, days_ago, words="Something."):
    return Change(kind, TODAY - timedelta(days=days_ago), words)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"confirmed": None}, fresh.OUT_OF_DATE),
        ({"confirmed": 0}, fresh.CURRENT),
        ({"confirmed": 60}, fresh.CURRENT),
        ({"confirmed": 70}, fresh.TO_CONFIRM),  # the last quarter of 90 days
        ({"confirmed": 90}, fresh.TO_CONFIRM),
        ({"confirmed": 91}, fresh.OUT_OF_DATE),
        ({"changes": [change("entry", 3)]}, fresh.TO_CONFIRM),
        ({"changes": [change("entry", 12)]}, fresh.CURRENT),  # before it was confirmed
        ({"confirmed": 40, "changes": [change("entry", 20)]}, fresh.OUT_OF_DATE),  # ten working days unlooked at
        ({"confirmed": 0, "changes": [change("waiting", 3)]}, fresh.TO_CONFIRM),  # still waits after the reading
        ({"changes": [change("household", 3)]}, fresh.CURRENT),  # not the story's business
        ({"clock": "tree", "changes": [change("household", 3)]}, fresh.TO_CONFIRM),
        ({"clock": "tree", "changes": [change("family", 3)]}, fresh.TO_CONFIRM),
        ({"clock": "tree", "confirmed": 0, "changes": [change("family", 0)]}, fresh.TO_CONFIRM),  # later that same day
        ({"clock": "tree", "changes": [change("relationship", 3)]}, fresh.CURRENT),
        ({"clock": "tree", "confirmed": 60, "changes": [change("move", 30)]}, fresh.OUT_OF_DATE),
        ({"clock": "tree", "confirmed": 190}, fresh.OUT_OF_DATE),
        ({"clock": "assessment", "changes": [change("risk", 0)], "confirmed": 1}, fresh.OUT_OF_DATE),  # at once
        ({"clock": "assessment", "changes": [change("order", 3)]}, fresh.TO_CONFIRM),
        ({"clock": "assessment", "confirmed": 100}, fresh.CURRENT),
        ({"clock": "assessment", "confirmed": 100, "level": "child_protection"}, fresh.OUT_OF_DATE),
        ({"clock": "assessment", "confirmed": 900, "level": "universal"}, fresh.CURRENT),  # no limit is set there
    ],
)
def test_a_clock_stands_by_time_and_by_what_has_happened(given, expected):
    assert state(**given).state == expected


def test_a_dial_says_what_made_it_so():
    moved = change("household", 3, "Dean Marsh came to live there.")
    assert state(clock="tree", changes=[moved]).because == ("Dean Marsh came to live there.",)
    assert "that held until" in state(confirmed=91).because[0]
    assert state(confirmed=None).because == ("Nobody has read the story through yet.",)


@given(st.integers(0, 400), st.lists(st.tuples(st.sampled_from(["entry", "waiting", "risk"]), st.integers(0, 400))))
def test_looking_again_never_makes_a_clock_worse(days, happened):
    order = [fresh.CURRENT, fresh.TO_CONFIRM, fresh.OUT_OF_DATE]
    changes = [change(kind, ago) for kind, ago in happened]
    before, after = state(confirmed=days, changes=changes), state(confirmed=0, changes=changes)
    assert order.index(after.state) <= order.index(before.state)


# -- lanes


def test_lanes_place_days_from_left_to_right_and_leave_out_what_is_not_in_the_time():
    bars = [Bar("Homes", date(2020, 1, 1), date(2024, 1, 1), "Mum's"), Bar("Homes", date(2024, 1, 1), None, "Dad's")]
    marks = [Mark("Own words", date(2025, 6, 1), "“Hello”"), Mark("Own words", date(2010, 1, 1), "“Before”")]
    drawn = picture(("Homes", "School", "Own words"), bars, marks, [], date(2022, 1, 1), date(2026, 1, 1))
    assert [lane.title for lane in drawn.lanes] == ["Homes", "Own words"], "an empty lane is not drawn"
    homes, own = drawn.lanes
    assert [bar.label for bar in homes.bars] == ["Mum's", "Dad's"]
    assert homes.bars[0].x == drawn.left
    assert homes.bars[0].x + homes.bars[0].width == pytest.approx(homes.bars[1].x, abs=0.2)
    assert [mark.label for mark in own.marks] == ["“Hello”"]
    assert drawn == picture(("Homes", "School", "Own words"), bars, marks, [], date(2022, 1, 1), date(2026, 1, 1))


@given(st.lists(st.tuples(days, days), max_size=8), days, days)
def test_nothing_is_ever_drawn_outside_the_picture(spans, one, other):
    bars = [Bar("Homes", min(pair), max(pair), "a home with a very long name indeed") for pair in spans]
    drawn = picture(("Homes",), bars, [], [], min(one, other), max(one, other))
    for lane in drawn.lanes:
        for bar in lane.bars:
            assert drawn.left <= bar.x <= drawn.width
            assert len(bar.text) * 6 <= max(bar.width, 1) or not bar.text
