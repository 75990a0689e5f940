"""The packs we ship: whole, cited, and different where nations differ."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from kith import packs, words
from kith.calendar import Days, Hours, Minutes, Months, Nation, Weeks, WorkingDays

TODAY = date(2026, 11, 20)
ENGLAND, JERSEY, SCOTLAND = (packs.pack_for(nation, TODAY) for nation in ("england", "jersey", "scotland"))
ALL = [ENGLAND, JERSEY, SCOTLAND]
ASKED = (
    "sex",
    "gender",
    "ethnicity",
    "disability",
    "referral_source",
    "primary_need",
    "closure_reason",
    "category_of_abuse",
    "upn_unknown",
    "assessment_factor",
    "pr_acquired",
    "visit_mode",
    "visit_kind",
    "not_seen_reasons",
    "alone",
    "answer_outcome",
    "answer_reaction",
    "way_of_speaking",
    "language",
    "religion",
    "restriction",
    "break_glass_because",
    "look_because",
    "conflict",
    "words_kind",
    "harm",
    "significance",
    "told_how",
    "name_kind",
    "identifier_kind",
    "address_kind",
    "agency_kind",
    "worker_change_reason",
    "asked",
)
CENSUS_SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "data" / "cin" / "CIN_schema_2026.xsd"


def test_every_shipped_pack_loads_and_there_is_one_for_each_nation() -> None:
    assert sorted(pack.version for pack in packs.check_all()) == ["england-2026.1", "jersey-2024.1", "scotland-2023.1"]


def test_a_pack_is_found_by_nation_and_by_id() -> None:
    assert packs.pack_for(Nation.ENGLAND, TODAY) is packs.pack_for("england-2026", TODAY)
    with pytest.raises(packs.NotInPack, match="no pack for 'wales'"):
        packs.pack_for("wales", TODAY)


def test_a_day_before_the_first_pack_is_answered_by_the_first_pack() -> None:
    assert packs.pack_for("england", date(2021, 4, 1)).version == "england-2026.1"


@pytest.mark.parametrize(
    ("key", "limit", "mark"),
    [
        ("referral-decision", WorkingDays(1), "V"),
        ("assessment", WorkingDays(45), "V"),
        ("strategy-to-conference", WorkingDays(15), "V"),
        ("core-group-first", WorkingDays(10), "V"),
        ("visit-child-in-need", WorkingDays(20), "L"),
        ("visit-child-protection", WorkingDays(10), "L"),
        ("visit-looked-after-first", Weeks(1), "V"),
        ("visit-looked-after", Weeks(6), "V"),
        ("review-conference-first", Months(3), "V"),
        ("review-conference-next", Months(6), "V"),
        ("protection-plan-starts", Days(0), "V"),
        ("police-protection", Hours(72), "V"),
        ("complaint-stage-1", WorkingDays(10), "V"),
        ("access-request", Months(1), "V"),
        ("answer-wish", WorkingDays(10), "L"),
        ("receipt-to-child", WorkingDays(2), "L"),
        ("tell-child-answer", WorkingDays(2), "L"),
        ("story-reviewed", Days(90), "L"),
        ("next-contact", Days(14), "L"),
        ("family-known", WorkingDays(20), "L"),
        ("allocation", WorkingDays(2), "L"),
        ("not-known-before-kith", Days(28), "L"),
        ("worried-now-acknowledge", Minutes(15), "L"),
        ("record-visit", WorkingDays(2), "L"),
    ],
)
def test_england_holds_the_figure_with_its_mark(key: str, limit: object, mark: str) -> None:
    timescale = ENGLAND.timescale(key, TODAY)
    assert timescale.limit == limit
    assert timescale.mark == mark


def test_england_has_every_row_of_the_timescale_table_that_has_a_limit() -> None:
    rows = {timescale.row for timescale in ENGLAND.timescales}
    assert {f"E{n}" for n in range(1, 40)} | {"E20a", "E20b", "E20c"} <= rows


def test_what_nobody_has_checked_is_marked_so_and_says_it() -> None:
    unread = {timescale.row for timescale in ENGLAND.timescales if not timescale.verified}
    assert unread == {"E17", "E18", "E22", "E23", "E24", "E26", "E27", "E30", "E32", "E33", "E38"}
    assert packs.MARKS["K"] == "not verified"


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.version)
def test_our_own_promises_hold_in_every_nation(pack: packs.Pack) -> None:
    ours = ("answer-wish", "receipt-to-child", "tell-child-answer", "story-reviewed", "next-contact", "record-visit")
    for key in (*ours, "allocation"):
        assert pack.timescale(key).mark == "L"


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.version)
def test_every_figure_list_and_level_can_say_where_it_comes_from(pack: packs.Pack) -> None:
    for entry in (*pack.timescales, *pack.figures, *pack.code_lists.values(), *pack.levels, *pack.days):
        assert pack.cite(entry)


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.version)
def test_limits_apply_to_levels_the_pack_has(pack: packs.Pack) -> None:
    levels = {level.code for level in pack.levels}
    assert {"universal", "early_help", "child_in_need", "child_protection", "looked_after", "care_leaver"} <= levels
    ours = [timescale for timescale in pack.timescales if timescale.mark != "L"]
    assert {level for timescale in ours for level in timescale.applies_to} <= levels


def test_nations_keep_their_own_working_days() -> None:
    easter_monday, liberation_day = date(2026, 4, 6), date(2028, 5, 9)
    assert [pack.calendar.is_working(easter_monday) for pack in ALL] == [False, False, True]
    assert [pack.calendar.is_working(liberation_day) for pack in ALL] == [True, False, True]


def test_scotland_counts_from_another_event_in_days_of_the_calendar() -> None:
    conference = SCOTLAND.timescale("concern-to-conference")
    assert conference.limit == Days(28)
    assert conference.mark == "V"
    with pytest.raises(packs.NotInPack):
        SCOTLAND.timescale("strategy-to-conference")
    assert SCOTLAND.terms.conference_first == "child protection planning meeting"


def test_jersey_answers_in_weeks_and_calls_things_by_its_own_names() -> None:
    assert JERSEY.timescale("access-request").limit == Weeks(4)
    assert JERSEY.terms.front_door == "Children and Families Hub"
    assert [code for code, _ in JERSEY.choices("kind_of_need")] == [
        "wellbeing",
        "health_or_development",
        "safeguarding",
    ]


def test_what_jersey_and_scotland_borrow_is_marked_to_be_checked() -> None:
    assert ENGLAND.codes("ethnicity").mark == "V"
    assert JERSEY.codes("ethnicity").mark == SCOTLAND.codes("referral_source").mark == "K"
    assert JERSEY.timescale("assessment").mark == "K"


def test_a_packs_own_words_join_ours() -> None:
    (flag,) = words.flags("The CPPM is on Friday.", SCOTLAND.say_instead)
    assert flag.instead == "the meeting that plans how to keep (name) safe"
    assert words.flags("The CPPM is on Friday.", ENGLAND.say_instead) == []


@pytest.mark.parametrize("key", ASKED)
@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.version)
def test_every_list_the_forms_ask_from_is_there_with_something_to_choose(pack: packs.Pack, key: str) -> None:
    choices = pack.choices(key, TODAY)
    assert len(choices) >= 3
    labels = [label for _, label in choices]
    assert len(labels) == len(set(labels))


def test_doorstep_and_video_never_stop_a_clock_and_only_two_answers_about_alone_alert() -> None:
    assert ENGLAND.flagged("visit_mode", "never_stops_clock") == {"doorstep", "video"}
    assert ENGLAND.flagged("alone", "alerts") == {"prevented", "not_tried"}
    assert ENGLAND.flagged("words_kind", "alerts") == {"harm"}
    assert ENGLAND.flagged("disability", "excludes_others") == {"NONE"}
    assert ENGLAND.flagged("assessment_factor", "excludes_others") == {"21"}


def test_a_retired_factor_is_still_read_but_no_longer_offered() -> None:
    assert ENGLAND.label("assessment_factor", "18A") == "Physical abuse"
    offered = {code for code, _ in ENGLAND.choices("assessment_factor")}
    assert offered.isdisjoint({"18A", "19A"})


def test_relationships_are_said_by_gender_and_lead_back() -> None:
    parent = ENGLAND.relationship("parent")
    assert (parent.wording(), parent.wording("01"), parent.wording("02")) == ("parent", "father", "mother")
    assert parent.wording("09") == "parent"
    assert ENGLAND.relationship(parent.inverse).wording("02") == "daughter"
    assert ENGLAND.relationship("cousin").wording("02") == "cousin"
    for code, relationship in ENGLAND.relationships.items():
        assert ENGLAND.relationships[relationship.inverse].inverse == code


def test_codes_and_keys_fit_the_columns_that_keep_them() -> None:
    widths = {"alone": 20, "not_seen_reasons": 20, "visit_mode": 12, "way_of_speaking": 20, "words_kind": 10}
    widths |= {"answer_outcome": 12, "answer_reaction": 10, "name_kind": 10, "address_kind": 20, "language": 10}
    widths |= {"ethnicity": 4, "disability": 4, "pr_acquired": 30, "closure_reason": 4, "referral_source": 3}
    for key, most in widths.items():
        assert max(len(code.code) for code in ENGLAND.codes(key).codes) <= most, key


def test_what_families_read_in_a_pack_is_not_jargon() -> None:
    for pack in ALL:
        for level in pack.levels:
            assert words.flags(level.plain) == [], level.plain
        assert words.flags(pack.terms.enquiry_plain) == []


@pytest.mark.skipif(not CENSUS_SCHEMA.exists(), reason="the census schema is not beside this checkout")
@pytest.mark.parametrize(
    ("key", "type_name"),
    [
        ("sex", "sextype"),
        ("ethnicity", "ethnicitytype"),
        ("disability", "disabilitytype"),
        ("referral_source", "referralsourcetype"),
        ("primary_need", "primaryneedcodetype"),
        ("closure_reason", "reasonforclosuretype"),
        ("category_of_abuse", "categoryofabusetype"),
        ("assessment_factor", "assessmentfactorstype"),
        ("upn_unknown", "unknownupntype"),
    ],
)
def test_statutory_codes_are_exactly_the_census_schemas(key: str, type_name: str) -> None:
    schema = etree.parse(str(CENSUS_SCHEMA))
    names = {"xs": "http://www.w3.org/2001/XMLSchema"}
    values = schema.xpath(f"//xs:simpleType[@name='{type_name}']//xs:enumeration/@value", namespaces=names)
    assert {code.code for code in ENGLAND.codes(key).codes} == set(values)
