"""The public samples, whose faults are deliberate: all that can be is taken, and each fault is said."""

from datetime import date

import pytest

from tests.returns.cin.papers import SHARED, needs_samples, read_all

pytestmark = needs_samples


def told(name):
    _, children, findings = read_all(SHARED / name)
    return children, [(finding.line, finding.reason) for finding in findings]


def test_a_child_born_in_1966_with_a_referral_after_its_own_plan_is_taken_whole():
    (child,), findings = told("BAR_cin_2022.xml")
    assert child.born_on == date(1966, 3, 24)
    assert child.referrals[0].protection_plans[0].earlier_plans == 10
    assert (21, "UPN A123456789123: the check letter should be P, not A.") in findings
    assert (64, "CPPstartDate is 17 February 1970, before CINreferralDate, 6 October 1970.") in findings


@pytest.mark.parametrize("name", ["CIN2rows.xml", "CIN_Census_2024.xml"])
def test_the_loose_words_in_the_identifiers_are_said_and_the_birth_date_taken(name):
    children, findings = told(name)
    assert children[0].born_on == date(2015, 3, 27)
    assert (
        23,
        "The words 'PersonBirthDate' stand loose in ChildIdentifiers, in no element of their own.",
    ) in findings


def test_the_same_plan_twice_is_kept_twice_and_said():
    (child,), findings = told("CIN2rows.xml")
    first, second = child.referrals[0].protection_plans
    assert first == second
    assert (65, "This protection plan is the same in every particular as protection plan 1.") in findings


def test_an_old_code_a_wrong_factor_and_a_backward_assessment_are_kept_and_said():
    (first, second), findings = told("CIN_Census_2024.xml")
    assert first.sex == "M"
    assert first.referrals[0].assessments[0].factors == ("1C", "RB", "6B")
    assert second.la_child_id == "child_fails_assessments"
    assert (25, "Sex '1' is the code used before 2025: read as male (M).") in findings
    assert (46, "AssessmentFactors RB is not a code for a factor found at assessment.") in findings
    assert (
        43,
        "AssessmentAuthorisationDate is 19 September 2020, before AssessmentActualStartDate, 28 April 2028.",
    ) in findings
    assert (95, "FactorsIdentifiedAtAssessment is there but empty.") in findings


@pytest.mark.parametrize("name", ["BAR_cin_2022.xml", "CIN2rows.xml", "CIN_Census_2024.xml"])
def test_only_the_loose_words_could_not_be_kept(name):
    lost = [finding.value for finding in read_all(SHARED / name)[2] if not finding.value_kept]
    assert lost == ([] if name.startswith("BAR") else ["PersonBirthDate"])


@pytest.mark.parametrize("name", ["BAR_cin_2022.xml", "CIN2rows.xml", "CIN_Census_2024.xml"])
def test_none_says_it_is_synthetic(name):
    assert not read_all(SHARED / name)[0].is_synthetic
