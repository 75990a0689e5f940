"""What is written: the schema's order and spellings, whatever year; and the same bytes every time."""

import io
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from kith.returns.cin.shape import (
    Assessment,
    CensusChild,
    CensusHeader,
    CinPlan,
    ProtectionPlan,
    Referral,
    Section47,
)
from kith.returns.cin.writing import write
from tests.returns.cin.papers import FILES, SCHEMA, needs_schema, read_all

HEADER = CensusHeader(collection="CIN", year=2026, reference_date=date(2026, 3, 31), lea="999", levels=("Child",))
DAY = date(2025, 9, 1)
FULL = CensusChild(
    la_child_id="FULL1",
    sex="F",
    ethnicity="WBRI",
    referrals=(
        Referral(
            referred_on=DAY,
            no_further_action=False,
            assessments=(Assessment(started_on=DAY, factors=("3B", "20")),),
            plans=(CinPlan(started_on=DAY),),
            section47s=(Section47(started_on=DAY, conference_not_required=True),),
            protection_plans=(ProtectionPlan(started_on=DAY, earlier_plans=0, reviews=(DAY, DAY)),),
        ),
    ),
)


def written(*children, header=HEADER, year=2026) -> bytes:
    out = io.BytesIO()
    assert write(header, children, out, year=year) == len(children)
    return out.getvalue()


def elements_in(content: bytes, inside: str) -> list[str]:
    return [element.tag for element in etree.fromstring(content).find(f".//{inside}")]


def test_nfa_stands_between_the_enquiries_and_the_protection_plans():
    assert elements_in(written(FULL), "CINdetails") == [
        "CINreferralDate",
        "Assessments",
        "CINPlanDates",
        "Section47",
        "ReferralNFA",
        "ChildProtectionPlans",
    ]


def test_all_reviews_stand_in_one_wrapper_and_all_factors_in_another():
    assert elements_in(written(FULL), "Reviews") == ["CPPreviewDate", "CPPreviewDate"]
    assert elements_in(written(FULL), "FactorsIdentifiedAtAssessment") == ["AssessmentFactors"] * 2


def test_flags_are_written_as_digits_and_a_count_of_none_as_0():
    content = written(FULL)
    assert b"<ReferralNFA>0</ReferralNFA>" in content
    assert b"<ICPCnotRequired>1</ICPCnotRequired>" in content
    assert b"<NumberOfPreviousCPP>0</NumberOfPreviousCPP>" in content


def test_what_is_not_held_is_not_written():
    content = written(CensusChild(la_child_id="BARE1", referrals=(Referral(),)))
    assert elements_in(content, "Child") == ["ChildIdentifiers", "CINdetails"]
    assert elements_in(content, "ChildIdentifiers") == ["LAchildID"]
    assert elements_in(content, "CINdetails") == []


@pytest.mark.parametrize(
    ("year", "sex", "element"),
    [
        (2026, "F", b"<Sex>F</Sex>"),
        (2025, "U", b"<Sex>U</Sex>"),
        (2024, "F", b"<GenderCurrent>2</GenderCurrent>"),
        (2023, "M", b"<GenderCurrent>1</GenderCurrent>"),
        (2022, "U", b"<GenderCurrent>0</GenderCurrent>"),
        (2024, "odd", b"<GenderCurrent>odd</GenderCurrent>"),
        (2026, "odd", b"<Sex>odd</Sex>"),
    ],
)
def test_sex_is_written_as_the_year_has_it(year, sex, element):
    content = written(replace(FULL, sex=sex), year=year)
    assert element in content
    assert content.count(b"<Sex>") + content.count(b"<GenderCurrent>") == 1


@pytest.mark.parametrize(("year", "has_levels"), [(2021, True), (2022, False)])
def test_the_header_has_levels_up_to_2021(year, has_levels):
    assert (b"<CBDSLevel>Child</CBDSLevel>" in written(FULL, year=year)) is has_levels


def test_marks_of_xml_in_a_value_are_escaped_and_what_xml_cannot_hold_is_replaced():
    odd = "<&>\"'\r\ud800\x00 ]]>"
    _, (read,), _ = read_all(written(replace(FULL, ethnicity=odd)))
    assert read.ethnicity == "<&>\"'\r\ufffd\ufffd ]]>"


def test_the_same_facts_give_the_same_bytes():
    _, children, _ = read_all(FILES / "tidy_2026.xml")
    assert written(*children) == written(*children)


def test_a_tidy_census_is_written_as_it_came_to_the_byte():
    came = (FILES / "tidy_2026.xml").read_bytes().replace(b"<!-- Nobody in this file is real. -->\n", b"")
    header, children, _ = read_all(came)
    assert written(*children, header=header) == came


def test_children_are_written_as_they_come():
    out = io.BytesIO()
    lengths = []

    def children():
        for number in range(3):
            lengths.append(len(out.getvalue()))
            yield replace(FULL, la_child_id=f"C{number}")

    assert write(HEADER, children(), out, year=2026) == 3
    assert lengths == sorted(set(lengths))


@needs_schema
def test_a_child_with_everything_right_satisfies_the_schema():
    header, children, _ = read_all(FILES / "tidy_2026.xml")
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(written(*children, header=header)))
