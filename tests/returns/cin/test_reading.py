"""What is read: any year's layout, any namespace, order and encoding; and who said so, where."""

import io
from datetime import date, datetime

import pytest

from kith.returns.cin.reading import read
from kith.returns.cin.shape import (
    Assessment,
    CensusChild,
    CensusHeader,
    CinPlan,
    ProtectionPlan,
    Referral,
    Section47,
)
from tests.returns.cin.papers import FILES, IDENTIFIERS, REFERRED, census, child, read_all, reasons

TIDY = FILES / "tidy_2026.xml"


def test_every_fact_of_a_child_is_read():
    anna = read_all(TIDY)[1][0]
    assert anna == CensusChild(
        la_child_id="TIDY001",
        upn="J001900119001",
        former_upn="V00190011900A",
        born_on=date(2014, 6, 2),
        sex="F",
        ethnicity="WOTH",
        disabilities=("HEAR", "COMM"),
        referrals=(
            Referral(
                referred_on=date(2025, 4, 8),
                source="2A",
                primary_need="N1",
                no_further_action=False,
                assessments=(
                    Assessment(
                        started_on=date(2025, 4, 9),
                        reviewed_on=date(2025, 4, 30),
                        authorised_on=date(2025, 6, 4),
                        factors=("3B", "17A"),
                    ),
                ),
                plans=(CinPlan(started_on=date(2026, 2, 12)),),
                section47s=(
                    Section47(
                        started_on=date(2025, 4, 10),
                        conference_target_on=date(2025, 5, 6),
                        conference_on=date(2025, 5, 1),
                        conference_not_required=False,
                    ),
                ),
                protection_plans=(
                    ProtectionPlan(
                        started_on=date(2025, 5, 1),
                        ended_on=date(2026, 2, 11),
                        initial_category="NEG",
                        latest_category="EMO",
                        earlier_plans=1,
                        reviews=(date(2025, 7, 21), date(2026, 1, 14)),
                    ),
                ),
            ),
        ),
    )


def test_the_header_comes_first_and_whole():
    assert next(read(TIDY)).fact == CensusHeader(
        collection="CIN",
        year=2026,
        reference_date=date(2026, 3, 31),
        source_level="L",
        lea="999",
        software_code="Kith (synthetic)",
        release="1 & a bit",
        serial_no="001",
        made_at=datetime.fromisoformat("2026-05-23T11:14:05"),
    )


def test_a_tidy_census_has_nothing_to_remark_on():
    assert reasons(TIDY) == []


def test_children_come_one_at_a_time_in_the_order_of_the_file():
    assert [each.la_child_id for each in read_all(TIDY)[1]] == ["TIDY001", "TIDY002", "TIDY003"]


@pytest.mark.parametrize(
    ("year", "sex", "has_plan", "factor"),
    [
        (2021, "F", False, "18A"),
        (2022, "M", True, "24A"),
        (2023, "U", True, "19A"),
        (2024, "F", True, "18A"),
        (2025, "F", True, "18C"),
    ],
)
def test_each_years_layout_is_read_without_remark(year, sex, has_plan, factor):
    header, (only,), findings = read_all(FILES / f"layout_{year}.xml")
    (referral,) = only.referrals
    assert findings == []
    assert header.census_year == year
    assert header.levels == (("Child",) if year == 2021 else ())
    assert only.sex == sex
    assert bool(referral.plans) == has_plan
    assert referral.assessments[0].factors == (factor,)
    assert referral.section47s[0].conference_not_required is True
    assert referral.no_further_action is False


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_usual_encodings_are_read(encoding):
    text = census(child(), source="<LEA>999</LEA><Release>Zoë</Release>")
    header, children, _ = read_all(text.encode(encoding))
    assert header.release == "Zoë"
    assert len(children) == 1


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252"])
def test_an_encoding_that_is_declared_is_believed(encoding):
    declared = f"<?xml version='1.0' encoding='{encoding}'?>"
    text = declared + census(child(), source="<LEA>999</LEA><Release>Zoë</Release>")
    assert read_all(text.encode(encoding))[0].release == "Zoë"


def test_a_file_that_says_utf_16_but_was_saved_as_utf_8_is_read():
    text = '<?xml version="1.0" encoding="utf-16"?>' + census(child())
    assert len(read_all(text.encode("utf-8"))[1]) == 1


def test_blank_lines_before_the_declaration_do_no_harm_and_lines_stay_right():
    text = '\n\n<?xml version="1.0"?>\n' + census(child(f"{IDENTIFIERS}<Sex>1</Sex>"))
    (finding,) = read_all(text)[2]
    assert finding.line == 4


@pytest.mark.parametrize("prefix", ["", "cin:"])
def test_a_namespace_is_ignored(prefix):
    declared = census(child()).replace("<Message>", "<Message xmlns='urn:x' xmlns:cin='urn:y'>")
    text = declared.replace("<LAchildID>", f"<{prefix}LAchildID>").replace("</LAchildID>", f"</{prefix}LAchildID>")
    assert read_all(text)[1][0].la_child_id == "ANNA1"


def test_the_header_is_found_when_it_stands_last():
    header, children, _ = read_all(FILES / "imperfect.xml")
    assert header.census_year == 2026
    assert len(children) == 2


def test_a_file_without_header_is_read_and_said_to_have_none():
    text = f"<Message><Children>{child()}</Children></Message>"
    header, children, findings = read_all(text)
    assert header == CensusHeader()
    assert len(children) == 1
    assert findings[0].reason.startswith("The file has no Header")


def test_cdata_comments_and_instructions_are_seen_through():
    text = census(child()).replace(">6<", "><!-- who? --><![CDATA[6]]><?x y?><")
    assert read_all(text)[1][0].referrals[0].source == "6"
    assert reasons(text) == []


@pytest.mark.parametrize("above", [10, 65_500, 200_000])
def test_a_line_is_that_of_the_file_however_far_down(above):
    text = census(child().replace("><", ">\n<").replace(">6<", ">99<"))
    (finding,) = read_all(text.replace("<Children>", "<Children>" + "\n" * above))[2]
    assert finding.line == text[: text.index(">99<")].count("\n") + above + 1


def test_a_finding_says_which_referral_and_which_assessment():
    twice = "<Assessments><AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate></Assessments>"
    late = "<Assessments><AssessmentActualStartDate>2024-09-02</AssessmentActualStartDate></Assessments>"
    (finding,) = read_all(census(child(referral=REFERRED + twice + late)))[2]
    assert finding.child_id == "ANNA1"
    assert finding.place == "referral 1, assessment 2"
    assert finding.field == "AssessmentActualStartDate"


def test_a_caller_may_pass_an_open_file_and_ask_how_far_it_is():
    stream = io.BytesIO(TIDY.read_bytes())
    steps = read(stream)
    next(steps)
    assert 0 < stream.tell() <= TIDY.stat().st_size


@pytest.mark.parametrize(
    ("software", "release", "synthetic"),
    [("Kith (SYNTHETIC)", "1", True), ("Any", "synthetic data 3", True), ("Any", "ver 3.1.21", False)],
)
def test_a_census_says_of_itself_that_it_is_synthetic(software, release, synthetic):
    source = f"<LEA>999</LEA><SoftwareCode>{software}</SoftwareCode><Release>{release}</Release>"
    assert read_all(census(child(), source=source))[0].is_synthetic is synthetic


def test_a_census_that_does_not_say_so_is_not_synthetic():
    assert not CensusHeader().is_synthetic
