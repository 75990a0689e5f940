"""What an officer is shown before a child goes out: each remark once, in plain words, and nothing held back."""

import io
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from lxml import etree

from kith.returns.cin import codes
from kith.returns.cin.checking import before_return, header_before_return
from kith.returns.cin.shape import Assessment, CensusChild, CinPlan, ProtectionPlan, Referral, Section47
from kith.returns.cin.writing import write
from tests.returns.cin.papers import FILES, SCHEMA, needs_schema, read_all

DAY = date(2025, 9, 1)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
DONE = Assessment(started_on=DAY, authorised_on=AFTER, factors=("3B",))
ENQUIRY = Section47(started_on=DAY, conference_on=DAY, conference_not_required=False)
PROTECTED = ProtectionPlan(started_on=DAY, initial_category="NEG", latest_category="NEG", earlier_plans=0)
REFERRAL = Referral(referred_on=DAY, source="6", primary_need="N1", no_further_action=False)
CHILD = CensusChild(
    la_child_id="BEN1",
    upn_unknown="UN1",
    born_on=date(2023, 5, 1),
    sex="M",
    ethnicity="WBRI",
    disabilities=("NONE",),
    referrals=(REFERRAL,),
)


def said(child, year=2026):
    return [finding.reason for finding in before_return(child, year=year)]


def said_of(year=2026, **referral):
    return said(replace(CHILD, referrals=(replace(REFERRAL, **referral),)), year)


def test_a_child_in_order_has_nothing_said_of_it():
    full = replace(REFERRAL, assessments=(DONE,), section47s=(ENQUIRY,), protection_plans=(PROTECTED,))
    assert said(replace(CHILD, referrals=(full,))) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sex": None}, "Sex is missing."),
        ({"ethnicity": None}, "Ethnicity is missing."),
        ({"disabilities": ()}, "Disability is missing; NONE is an answer."),
        ({"disabilities": ("NONE", "MOB")}, "Disability NONE is given beside others."),
        ({"disabilities": ("MOB", "MOB")}, "Disability MOB is given twice."),
        ({"born_on": None}, "There is neither a date of birth nor an expected one."),
        (
            {"expected_on": DAY},
            "There is both a date of birth and an expected one: a child already born needs only the first.",
        ),
        ({"died_on": date(2023, 4, 1)}, "PersonDeathDate is 1 April 2023, before PersonBirthDate, 1 May 2023."),
        ({"upn": "H801200001001"}, "UPNunknown UN1 says why there is no UPN, but there is one."),
        ({"former_upn": "H80120000100"}, "FormerUPN H80120000100: a UPN has 13 characters; this has 12."),
        ({"la_child_id": "B" * 21}, f"LAchildID {'B' * 21}: a local id has at most 20 characters; this has 21."),
        ({"referrals": ()}, "The child has no referral (CINdetails)."),
        ({"referrals": (REFERRAL, REFERRAL)}, "This referral is the same in every particular as referral 1."),
        ({"born_on": date(2026, 7, 1)}, "CINreferralDate is 1 September 2025, more than 40 weeks before birth."),
    ],
)
def test_what_is_wrong_with_a_child_is_said(changes, words):
    assert words in said(replace(CHILD, **changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"referred_on": None}, "CINreferralDate is missing."),
        ({"source": None}, "ReferralSource is missing."),
        ({"primary_need": None}, "PrimaryNeedCode is missing, and the referral went further."),
        ({"no_further_action": None}, "ReferralNFA is missing."),
        ({"closed_on": AFTER}, "There is a CINclosureDate but no ReasonForClosure."),
        ({"closure_reason": "RC7"}, "There is a ReasonForClosure but no CINclosureDate."),
        (
            {"closed_on": BEFORE, "closure_reason": "RC7"},
            "CINclosureDate is 31 August 2025, before CINreferralDate, 1 September 2025.",
        ),
        ({"conference_on": BEFORE}, "DateOfInitialCPC is 31 August 2025, before CINreferralDate, 1 September 2025."),
        ({"assessments": (Assessment(),)}, "AssessmentActualStartDate is missing."),
        (
            {"assessments": (replace(DONE, factors=()),)},
            "The assessment is finished, but no factor is given.",
        ),
        (
            {"assessments": (replace(DONE, authorised_on=None),)},
            "There are factors, but no AssessmentAuthorisationDate to say the assessment is finished.",
        ),
        (
            {"assessments": (replace(DONE, factors=("21", "3B")),)},
            "AssessmentFactors 21, none found, is given beside others.",
        ),
        ({"assessments": (replace(DONE, factors=("3B", "3B")),)}, "AssessmentFactors 3B is given twice."),
        (
            {"assessments": (replace(DONE, authorised_on=BEFORE),)},
            "AssessmentAuthorisationDate is 31 August 2025, before AssessmentActualStartDate, 1 September 2025.",
        ),
        (
            {"plans": (CinPlan(started_on=BEFORE),)},
            "CINPlanStartDate is 31 August 2025, before CINreferralDate, 1 September 2025.",
        ),
        (
            {"plans": (CinPlan(started_on=AFTER, ended_on=DAY),)},
            "CINPlanEndDate is 1 September 2025, before CINPlanStartDate, 2 September 2025.",
        ),
        ({"section47s": (replace(ENQUIRY, conference_not_required=None),)}, "ICPCnotRequired is missing."),
        (
            {"section47s": (replace(ENQUIRY, conference_on=BEFORE),)},
            "DateOfInitialCPC is 31 August 2025, before S47ActualStartDate, 1 September 2025.",
        ),
        ({"protection_plans": (replace(PROTECTED, earlier_plans=None),)}, "NumberOfPreviousCPP is missing."),
        (
            {"protection_plans": (replace(PROTECTED, latest_category="BAD"),)},
            "LatestCategoryOfAbuse BAD is not a code for category of abuse.",
        ),
        (
            {"protection_plans": (replace(PROTECTED, reviews=(DAY, DAY)),)},
            "CPPreviewDate 1 September 2025 is given twice.",
        ),
        (
            {"closed_on": DAY, "closure_reason": "RC7", "plans": (CinPlan(started_on=AFTER),)},
            "CINPlanStartDate is 2 September 2025, after CINclosureDate, 1 September 2025.",
        ),
    ],
)
def test_what_is_wrong_with_a_referral_is_said(changes, words):
    assert said_of(**changes) == [words]


def test_a_referral_after_death_is_said():
    assert said(replace(CHILD, died_on=BEFORE)) == [
        "PersonDeathDate is 31 August 2025, before CINreferralDate, 1 September 2025."
    ]


def test_a_referral_with_no_further_action_needs_neither_need_nor_disability():
    turned_away = replace(REFERRAL, primary_need=None, no_further_action=True)
    assert said(replace(CHILD, disabilities=(), referrals=(turned_away,))) == []


def test_the_name_of_what_is_missing_is_the_years_own():
    assert said(replace(CHILD, sex=None), 2024) == ["GenderCurrent is missing."]


def test_each_remark_says_whose_and_where():
    later = replace(REFERRAL, referred_on=AFTER, assessments=(DONE, replace(DONE, started_on=None)))
    findings = before_return(replace(CHILD, referrals=(REFERRAL, later)), year=2026)
    assert [(finding.child_id, finding.line, finding.place) for finding in findings] == [
        ("BEN1", 0, "referral 2, assessment 2"),
        ("BEN1", 0, "referral 2, assessment 1"),
    ]
    assert all(finding.value_kept for finding in findings)


def test_no_code_belongs_to_two_lists_of_years():
    assert not set(codes.FACTOR.since) & set(codes.FACTOR.until)
    assert set(codes.FACTOR.since) | set(codes.FACTOR.until) <= codes.FACTOR.codes


def spoilt(record):
    """This record over and over, each time with one of its values, or one of a record within it, spoilt."""
    for name in (field.name for field in fields(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            yield replace(record, **{name: "zz_"})
        if name != "la_child_id":
            yield replace(record, **{name: () if isinstance(value, tuple) else None})
        for place, inner in enumerate(value if isinstance(value, tuple) else ()):
            worse = ["zz_"] if isinstance(inner, str) else spoilt(inner) if hasattr(inner, "__slots__") else []
            for each in worse:
                yield replace(record, **{name: (*value[:place], each, *value[place + 1 :])})


@needs_schema
def test_whatever_the_schema_would_refuse_an_officer_is_told_of_first():
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    header, children, _ = read_all(FILES / "tidy_2026.xml")
    returns = [(header, worse) for child in children for worse in spoilt(child)]
    returns += [(worse, children[0]) for worse in spoilt(header)]
    refused = 0
    for its_header, child in returns:
        out = io.BytesIO()
        write(its_header, [child], out, year=2026)
        if not schema.validate(etree.fromstring(out.getvalue())):
            refused += 1
            assert before_return(child, year=2026) + header_before_return(its_header), out.getvalue()
    assert refused > 40
