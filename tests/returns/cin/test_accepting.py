"""What is taken, what is not, and why: facts always record, and nothing disappears in silence."""

from datetime import date

import pytest

from kith.returns.cin.shape import CensusChild, Referral
from tests.returns.cin.papers import (
    CHARACTERISTICS,
    FILES,
    IDENTIFIERS,
    REFERRED,
    census,
    child,
    read_all,
    reasons,
)


def one_finding(text):
    """The child, and the only thing said about the file."""
    _, children, (finding,) = read_all(text)
    return (children[0] if children else None), finding


def with_sex(element, year=2026):
    return census(child(IDENTIFIERS + element), year=year)


@pytest.mark.parametrize(
    ("element", "year", "sex", "words"),
    [
        ("<Sex>1</Sex>", 2026, "M", "the code used before 2025: read as male (M)"),
        ("<Sex>2</Sex>", 2026, "F", "read as female (F)"),
        ("<Sex>0</Sex>", 2025, "U", "read as not known (U)"),
        ("<GenderCurrent>9</GenderCurrent>", 2023, "U", "means indeterminate"),
        ("<Sex>male</Sex>", 2026, "male", "is not a code for sex"),
        ("<Sex>m</Sex>", 2026, "m", "is not a code for sex (M is)"),
    ],
)
def test_sex_is_kept_and_an_odd_code_remarked_on(element, year, sex, words):
    kept, finding = one_finding(with_sex(element, year))
    assert kept.sex == sex
    assert words in finding.reason
    assert finding.value_kept


@pytest.mark.parametrize("year", [2021, 2024])
def test_the_codes_of_earlier_years_are_no_cause_for_remark_in_their_year(year):
    assert reasons(with_sex("<GenderCurrent>2</GenderCurrent>", year)) == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("01/09/2025", "written day first: read as 1 September 2025"),
        ("1.9.2025", "written day first: read as 1 September 2025"),
    ],
)
def test_a_date_written_day_first_is_taken_with_a_remark(written, words):
    kept, finding = one_finding(census(child(referral=REFERRED.replace("2025-09-01", written))))
    assert kept.referrals[0].referred_on == date(2025, 9, 1)
    assert words in finding.reason


@pytest.mark.parametrize("written", [" 2025-09-01\n", "2025-09-01Z", "2025-09-01+01:00", "2025-09-01T00:00:00"])
def test_a_date_with_an_empty_time_or_a_zone_is_simply_taken(written):
    text = census(child(referral=REFERRED.replace("2025-09-01", written)))
    assert read_all(text)[1][0].referrals[0].referred_on == date(2025, 9, 1)
    assert reasons(text) == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2025-02-30", "is not a day in the calendar"),
        ("31/02/2025", "is not a day in the calendar"),
        ("0000-00-00", "is not a day in the calendar"),
        ("last Tuesday", "is not a date"),
        ("2025-09-01T14:30:00", "is not a date"),
        ("٢٠٢٥-٠٩-٠١", "is not a date"),
        ("2025-9-1", "is not a date"),
    ],
)
def test_a_date_that_is_none_is_kept_in_the_finding_only(written, words):
    kept, finding = one_finding(census(child(referral=REFERRED.replace("2025-09-01", written))))
    assert kept.referrals[0].referred_on is None
    assert words in finding.reason
    assert (finding.value, finding.value_kept) == (written, False)


@pytest.mark.parametrize(("written", "flag"), [("0", False), ("1", True), ("false", False), ("true", True)])
def test_a_flag_in_any_spelling_the_census_has_used_is_taken(written, flag):
    text = census(child(referral=REFERRED.replace(">0<", f">{written}<")))
    assert read_all(text)[1][0].referrals[0].no_further_action is flag


def test_a_flag_in_words_is_taken_with_a_remark_and_nonsense_is_not():
    kept, finding = one_finding(census(child(referral=REFERRED.replace(">0<", ">Y<"))))
    assert kept.referrals[0].no_further_action is True
    assert "read as yes (1)" in finding.reason
    kept, finding = one_finding(census(child(referral=REFERRED.replace(">0<", ">maybe<"))))
    assert kept.referrals[0].no_further_action is None
    assert (finding.value, finding.value_kept) == ("maybe", False)


@pytest.mark.parametrize("written", ["-1", "two", "10000", "1.0", "²"])
def test_a_count_that_is_none_is_not_taken(written):
    plan = (
        "<ChildProtectionPlans><CPPstartDate>2025-09-10</CPPstartDate>"
        "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>"
        f"<NumberOfPreviousCPP>{written}</NumberOfPreviousCPP></ChildProtectionPlans>"
    )
    kept, finding = one_finding(census(child(referral=REFERRED + plan)))
    assert kept.referrals[0].protection_plans[0].earlier_plans is None
    assert (finding.value, finding.value_kept) == (written, False)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (">6<", ">5E<", "ReferralSource 5E is not a code for who referred"),
        (">N1<", ">n1<", "PrimaryNeedCode n1 is not a code for primary need (N1 is)"),
        (">NONE<", ">DEAF<", "Disability DEAF is not a code for disability"),
        (">WBRI<", ">WBRX<", "Ethnicity WBRX is not a code for ethnicity"),
        (">UN1<", ">UN10<", "UPNunknown UN10 is not a code for why there is no UPN"),
    ],
)
def test_a_code_not_in_the_list_is_kept_as_written_with_a_remark(before, after, words):
    text = census(child().replace(before, after))
    assert reasons(text) == [f"{words}."]
    assert after.strip("<>") in repr(read_all(text)[1][0])


@pytest.mark.parametrize(
    ("year", "before", "after", "words"),
    [
        (2022, ">6<", ">5D<", "ReferralSource 5D came in with the 2023 census."),
        (2023, ">6<", ">5D<", None),
        (
            2025,
            "</ReferralSource>",
            "</ReferralSource><Assessments><AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate>"
            "<AssessmentAuthorisationDate>2025-10-02</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>"
            "<AssessmentFactors>19A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>",
            "AssessmentFactors 19A is no longer used",
        ),
        (
            2021,
            "</ReferralSource>",
            "</ReferralSource><CINPlanDates><CINPlanStartDate>2025-09-10</CINPlanStartDate></CINPlanDates>",
            "CINPlanDates came in with the 2022 census.",
        ),
    ],
)
def test_a_code_or_block_of_another_year_is_kept_and_said_to_be(year, before, after, words):
    old = "<GenderCurrent>2</GenderCurrent>" if year < 2025 else "<Sex>F</Sex>"
    said = reasons(census(child(IDENTIFIERS + old).replace(before, after), year=year))
    assert [each.startswith(words) for each in said] == [True] if words else said == []


def test_identifiers_that_fail_their_check_are_kept_as_given():
    bad = "<LAchildID>child_1</LAchildID><UPN>A123456789123</UPN><PersonBirthDate>2023-05-01</PersonBirthDate>"
    _, (kept,), findings = read_all(census(child(bad + "<Sex>F</Sex>")))
    assert (kept.la_child_id, kept.upn) == ("child_1", "A123456789123")
    assert [finding.reason for finding in findings] == [
        "LAchildID child_1: a local id is letters and digits only.",
        "UPN A123456789123: the check letter should be P, not A.",
    ]
    assert all(finding.value_kept for finding in findings)


def test_a_child_without_id_cannot_be_taken_and_what_was_lost_is_quoted():
    nameless = child("<UPNunknown>UN1</UPNunknown><Sex>F</Sex>")
    _, children, (finding,) = read_all(census(nameless))
    assert children == []
    assert "without an LAchildID" in finding.reason
    assert finding.value.startswith("UN1 F WBRI NONE 2025-09-01")
    assert not finding.value_kept


def test_words_loose_between_elements_are_a_finding():
    stray = IDENTIFIERS.replace("<PersonBirthDate>", "PersonBirthDate<PersonBirthDate>") + "<Sex>F</Sex>"
    kept, finding = one_finding(census(child(stray)))
    assert kept.born_on == date(2023, 5, 1)
    assert finding.reason == "The words 'PersonBirthDate' stand loose in ChildIdentifiers, in no element of their own."
    assert (finding.value, finding.value_kept) == ("PersonBirthDate", False)


def test_an_element_the_census_does_not_have_is_a_finding_with_its_words():
    extra = child(characteristics=CHARACTERISTICS + "<Pet><Name>Rex</Name></Pet>")
    _, finding = one_finding(census(extra))
    assert finding.reason == "The census has no element Pet here."
    assert (finding.value, finding.value_kept) == ("Rex", False)


def test_a_misspelt_child_is_not_passed_over():
    text = census(child().replace("Child>", "Childe>"), child())
    assert "The census has no element Childe here." in reasons(text)


def test_an_empty_element_counts_as_not_given():
    kept, finding = one_finding(census(child(IDENTIFIERS + "<FormerUPN/><Sex>F</Sex>")))
    assert kept.former_upn is None
    assert finding.reason == "FormerUPN is there but empty."
    assert finding.value_kept


def test_a_gap_where_the_census_wants_a_value_is_a_finding():
    assert reasons(census(child(referral="<CINreferralDate>2025-09-01</CINreferralDate>"))) == [
        "ReferralSource is missing.",
        "ReferralNFA is missing.",
    ]


def test_what_could_not_be_taken_is_not_also_called_missing():
    assert len(reasons(census(child(referral=REFERRED.replace("2025-09-01", "soon"))))) == 1


@pytest.mark.parametrize(("again", "kept"), [("2025-09-01", True), ("2025-10-01", False)])
def test_a_value_given_twice_keeps_the_first(again, kept):
    twice = REFERRED + f"<CINreferralDate>{again}</CINreferralDate>"
    read, finding = one_finding(census(child(referral=twice)))
    assert read.referrals[0].referred_on == date(2025, 9, 1)
    assert finding.value_kept is kept


def test_a_value_of_absurd_length_is_not_taken():
    kept, finding = one_finding(census(child(referral=REFERRED.replace(">6<", f">{'6' * 101}<"))))
    assert kept.referrals[0].source is None
    assert "is 101 characters long" in finding.reason


def test_dates_out_of_order_are_kept_and_said_to_be():
    backwards = (
        "<Assessments><AssessmentActualStartDate>2028-04-28</AssessmentActualStartDate>"
        "<AssessmentAuthorisationDate>2025-09-19</AssessmentAuthorisationDate>"
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>20</AssessmentFactors></FactorsIdentifiedAtAssessment>"
        "</Assessments>"
    )
    kept, finding = one_finding(census(child(referral=REFERRED + backwards)))
    assert kept.referrals[0].assessments[0].started_on == date(2028, 4, 28)
    assert finding.reason == (
        "AssessmentAuthorisationDate is 19 September 2025, before AssessmentActualStartDate, 28 April 2028."
    )
    assert finding.value_kept


def test_reviews_are_read_from_one_wrapper_or_from_many():
    parts = (
        "<ChildProtectionPlans><CPPstartDate>2025-09-10</CPPstartDate>"
        "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>"
        "<NumberOfPreviousCPP>0</NumberOfPreviousCPP>{}</ChildProtectionPlans>"
    )
    first, second = "<CPPreviewDate>2025-12-01</CPPreviewDate>", "<CPPreviewDate>2026-02-02</CPPreviewDate>"
    one = census(child(referral=REFERRED + parts.format(f"<Reviews>{first}{second}</Reviews>")))
    many = census(child(referral=REFERRED + parts.format(f"<Reviews>{first}</Reviews><Reviews>{second}</Reviews>")))
    assert read_all(one) == read_all(many)
    assert read_all(one)[1][0].referrals[0].protection_plans[0].reviews == (date(2025, 12, 1), date(2026, 2, 2))


def test_the_same_child_twice_is_one_child_whose_second_entry_brings_its_referrals():
    later = "<LAchildID>ANNA1</LAchildID><PersonBirthDate>2023-06-01</PersonBirthDate><Sex>F</Sex>"
    again = child(later, CHARACTERISTICS, REFERRED.replace("2025-09-01", "2026-01-05"))
    _, (first, second), findings = read_all(census(child(), again))
    assert second == CensusChild(
        la_child_id="ANNA1",
        upn_unknown="UN1",
        born_on=date(2023, 5, 1),
        sex="F",
        ethnicity="WBRI",
        disabilities=("NONE",),
        referrals=(Referral(referred_on=date(2026, 1, 5), source="6", primary_need="N1", no_further_action=False),),
    )
    assert [finding.reason for finding in findings] == [
        "LAchildID ANNA1 stands at line 1 too: the two are taken as one child.",
        "PersonBirthDate differs from the same child at line 1, whose answer was kept.",
    ]
    assert [finding.value_kept for finding in findings] == [True, False]
    assert first.referrals != second.referrals


def test_the_imperfect_census_is_read_and_every_oddity_said():
    _, (first, second), findings = read_all(FILES / "imperfect.xml")
    assert first.referrals[0].assessments[0].factors == ("18A", "XX")
    assert first.referrals[0].protection_plans[0].reviews == (date(2025, 8, 18), date(2026, 1, 12))
    assert (second.sex, second.born_on) == ("M", date(2015, 5, 5))
    assert [finding.value for finding in findings if not finding.value_kept] == [
        "perhaps",
        "2025-06-31",
        "several",
        "PersonBirthDate",
        "the spring of 2015",
        "3",
        "LOST1",
        "2016-02-29",
        "F",
        "2026-01-06",
        "and that is all",
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<LEA>99</LEA>", "LEA 99 is not the three digits of a local authority."),
        ("<SoftwareCode>X</SoftwareCode>", "LEA is missing."),
        ("<LEA>999</LEA><DateTime>noon</DateTime>", "DateTime 'noon' is not a date and time"),
    ],
)
def test_what_is_odd_in_the_header_is_said(source, words):
    (finding,) = read_all(census(child(), source=source))[2]
    assert finding.reason.startswith(words)
    assert finding.child_id == ""


def test_a_reference_date_of_another_year_is_remarked_on_and_kept():
    text = census(child()).replace("2026-03-31", "2025-03-31")
    header, _, (finding,) = read_all(text)
    assert header.reference_date == date(2025, 3, 31)
    assert finding.reason == "ReferenceDate is 31 March 2025, but a 2026 census is for 31 March 2026."
