"""What came in goes out again, what people recorded goes with it, and each year has its own children and days."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from lxml import etree

from kith.access import acting_as
from kith.calendar import PartDate
from kith.demo.census import synthetic_census, synthetic_header
from kith.directory.acts import restrict
from kith.directory.models import Account
from kith.involvement.acts import begin_work
from kith.involvement.models import Enquiry, ProtectionPlan, Spell
from kith.people.acts import begin_record, describe_person, give_name
from kith.people.models import Identifier
from kith.record.acting import ACTS, act
from kith.record.models import Withdrawal
from kith.returns.cin.checking import before_return
from kith.returns.cin.shape import CensusChild
from kith.returns.cin.writing import write
from kith.returns.queries import census_header
from tests.cast import NOW, TODAY
from tests.returns.cin.papers import FILES, SCHEMA, SHARED, census, child, needs_samples, needs_schema, read_all
from tests.returns.cin.test_round_trip import anything, merged
from tests.returns.papers import identified, person, referred

OURS = [*(f"layout_{year}.xml" for year in range(2021, 2026)), "tidy_2026.xml", "imperfect.xml"]
SAMPLES = ["BAR_cin_2022.xml", "CIN2rows.xml", "CIN_Census_2024.xml"]


@act("{by} changed a row of {about} for a test of returns.")
def amend_row(*, by, about, on, row, **columns):
    for column, value in columns.items():
        setattr(row, column, value)
    row.save()


@act("{by} took a row off {about} for a test of returns.")
def take_row_off(*, by, about, on, row):
    Withdrawal(person=about, row_table=row._meta.db_table, row_id=row.pk, because="Another child's.").save()


for made_for_tests in ("amend_row", "take_row_off"):
    ACTS.pop(made_for_tests)  # those who walk all of Kith's acts should not meet them


# -- every fact that came in goes out


def assert_all_goes_out(path, take, give):
    header, children, _ = read_all(path)
    take(path)
    given = give(header.census_year)
    assert given == merged(children)
    out = io.BytesIO()
    write(header, given, out, year=header.census_year)
    assert read_all(out.getvalue())[1] == merged(children)


@pytest.mark.parametrize("name", OURS)
def test_every_fact_of_our_own_censuses_goes_out(by, take, give, name):
    assert_all_goes_out(FILES / name, take, give)


@needs_samples
@pytest.mark.parametrize("name", SAMPLES)
def test_every_fact_of_the_shared_samples_goes_out(by, take, give, name):
    assert_all_goes_out(SHARED / name, take, give)


@needs_samples
def test_every_fact_of_each_sample_goes_out_with_all_three_taken_in(by, take, give):
    """Two of them are of one year, and of one child: the later file of the year is the census as it stands."""
    for name in SAMPLES:
        take(SHARED / name)
    _, (first,), _ = read_all(SHARED / "BAR_cin_2022.xml")
    (given,) = give(2022)
    assert {referral.referred_on for referral in first.referrals} <= {r.referred_on for r in given.referrals}
    _, children, _ = read_all(SHARED / "CIN_Census_2024.xml")
    for came, went in zip(children, give(2023), strict=True):
        for referral in came.referrals:
            (same,) = [r for r in went.referrals if r.referred_on == referral.referred_on]
            assert set(referral.assessments) <= set(same.assessments)
            assert set(referral.protection_plans) <= set(same.protection_plans)
            assert (same.closed_on, same.closure_reason) == (referral.closed_on, referral.closure_reason)


@given(some.lists(anything(CensusChild), min_size=1, max_size=3))
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_facts_at_all_go_out(by, take, give, children):
    file = io.BytesIO()
    header = synthetic_header(on=date(2026, 3, 31), made_at=datetime.fromisoformat("2026-05-23T09:00:00"))
    write(header, children, file, year=2026)
    _, came, _ = read_all(file.getvalue())
    with transaction.atomic():
        take(file.getvalue())
        assert give(2026) == merged(came)
        assert take(file.getvalue()).made.unchanged == len(merged(came))
        transaction.set_rollback(True)


def synthetic(n: int) -> bytes:
    out = io.BytesIO()
    on = date(2026, 3, 31)
    header = synthetic_header(on=on, made_at=datetime.fromisoformat("2026-05-23T09:00:00"))
    write(header, synthetic_census(n, seed=3, on=on), out, year=2026)
    return out.getvalue()


def test_a_clean_synthetic_census_goes_out_to_the_byte(by, take, give):
    came = synthetic(120)
    take(came)
    out = io.BytesIO()
    write(read_all(came)[0], give(2026), out, year=2026)
    assert out.getvalue() == came


@needs_schema
def test_what_goes_out_satisfies_the_published_schema_and_nothing_is_wrong_with_it(by, take, give):
    take(synthetic(120))
    given = give(2026)
    out = io.BytesIO()
    write(census_header(2026, authority="999", serial_no="001", made_at=NOW), given, out, year=2026)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(out.getvalue()))
    assert [finding for one in given for finding in before_return(one, year=2026)] == []


def test_the_same_record_gives_the_same_children(by, take, give, monkeypatch):
    take(synthetic(30))
    first = give(2026)
    monkeypatch.setattr("kith.returns.queries.AT_ONCE", 7)
    assert give(2026) == first


# -- each year has its own children and days


def two_years() -> str:
    """Open since 2024, with an assessment and a plan in each year."""
    inside = "".join(
        f"<Assessments><AssessmentActualStartDate>{began}</AssessmentActualStartDate>"
        f"<AssessmentAuthorisationDate>{done}</AssessmentAuthorisationDate>"
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>20</AssessmentFactors></FactorsIdentifiedAtAssessment>"
        "</Assessments>"
        for began, done in (("2024-06-03", "2024-07-29"), ("2025-03-03", "2025-04-28"), ("2025-06-02", "2025-07-28"))
    )
    return census(child(identified("A1"), referral=referred("2024-06-03", inside)))


def test_an_earlier_year_has_the_work_of_that_year_as_it_was_known_then(by, take, give):
    take(two_years())
    ((referral,),) = [one.referrals for one in give(2025)]
    assert [(a.started_on, a.authorised_on, a.factors) for a in referral.assessments] == [
        (date(2024, 6, 3), date(2024, 7, 29), ("20",)),
        (date(2025, 3, 3), None, ()),
    ]


def test_a_later_year_leaves_out_what_ended_before_it(by, take, give):
    take(two_years().replace("<Year>2026</Year>", "<Year>2024</Year>"))
    ((referral,),) = [one.referrals for one in give(2026)]
    assert [a.started_on for a in referral.assessments] == [date(2025, 3, 3), date(2025, 6, 2)]


def test_work_closed_after_the_year_goes_out_open(by, take, give):
    take(census(child(identified("A1"))))
    amend_row(by=by, about=person("A1"), row=Spell.objects.get(), closed_on=date(2026, 6, 1), closure_reason="RC3")
    ((referral,),) = [one.referrals for one in give(2026)]
    assert (referral.closed_on, referral.closure_reason) == (None, None)
    ((referral,),) = [one.referrals for one in give(2027)]
    assert (referral.closed_on, referral.closure_reason) == (date(2026, 6, 1), "RC3")


def test_work_closed_before_the_year_does_not_go_out(by, take, give):
    closed = "<CINclosureDate>2025-11-03</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>"
    take(census(child(identified("A1"), referral=referred(more=closed))))
    assert len(give(2026)) == 1
    assert give(2027) == []


def test_a_referral_that_went_no_further_goes_out_in_its_own_year_without_a_closing_day(by, take, give):
    take(census(child(identified("A1"), referral=referred(nfa="1"))))
    ((referral,),) = [one.referrals for one in give(2026)]
    assert (referral.no_further_action, referral.closed_on, referral.closure_reason) == (True, None, None)
    assert give(2027) == []


def test_what_a_person_put_right_goes_out_as_it_is_now(by, take, give):
    take(census(child(identified("A1"))))
    describe_person(by=by, about=person("A1"), ethnicity="MWBC")
    give_name(by=by, about=person("A1"), kind="known_as", given="Ada", family="Example")
    (given,) = give(2026)
    assert (given.la_child_id, given.ethnicity) == ("A1", "MWBC")


@pytest.mark.parametrize("take_off", ["stage", "referral"])
def test_what_was_taken_off_the_record_does_not_go_out(by, take, give, take_off):
    assessed = "<Assessments><AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate></Assessments>"
    take(census(child(identified("A1"), referral=referred(more=assessed)), child(identified("B1"))))
    spell = Spell.objects.get(person=person("A1"))
    take_row_off(by=by, about=person("A1"), row=spell.assessments.get() if take_off == "stage" else spell)
    given = give(2026)
    if take_off == "stage":
        assert given[0].referrals[0].assessments == ()
    else:
        assert [one.la_child_id for one in given] == ["B1"]


# -- work begun here


@act("{by} recorded protection of {about} for a test of returns.")
def protect(*, by, about, on, spell, rows):
    for row in rows:
        row.person, row.spell = about, spell
        row.save()


ACTS.pop("protect")


@pytest.fixture
def begun(by):
    """Ada, whose work began here on 2 September 2025."""
    ada = begin_record(
        by=by, given="Ada", family="Example", born=PartDate(date(2016, 2, 1), "day"), sex="F", ethnicity="WBRI"
    )
    describe_person(by=by, about=ada, disabilities=["NONE"])
    begin_work(by=by, about=ada, on=date(2025, 9, 2), level="child_in_need", source="2A", primary_need="N1")
    return ada


def test_a_child_begun_here_goes_out_by_their_reference(begun, give):
    (given,) = give(2026)
    assert given.la_child_id == begun.ref.replace("-", "")
    assert (given.born_on, given.sex, given.upn) == (date(2016, 2, 1), "F", None)
    (referral,) = given.referrals
    assert (referral.referred_on, referral.source, referral.no_further_action) == (date(2025, 9, 2), "2A", False)
    assert before_return(replace(given, upn_unknown="UN2"), year=2026) == []


def test_the_day_a_conference_is_due_is_worked_out_for_an_enquiry_begun_here(by, begun, give):
    spell = Spell.objects.get(person=begun)
    enquiries = [
        Enquiry(started_on=date(2025, 12, 10), conference_not_needed=False),
        Enquiry(started_on=date(2025, 12, 11), conference_not_needed=True),
        Enquiry(started_on=date(2025, 12, 12), conference_target_on=date(2026, 1, 2)),
    ]
    protect(by=by, about=begun, spell=spell, rows=enquiries)
    targets = [enquiry.conference_target_on for enquiry in give(2026)[0].referrals[0].section47s]
    # 15 working days from 10 December, without Christmas Day, Boxing Day and New Year's Day
    assert targets == [date(2026, 1, 5), None, date(2026, 1, 2)]


def test_one_that_came_without_it_goes_out_without_it(by, take, give):
    enquiry = (
        "<Section47><S47ActualStartDate>2025-12-10</S47ActualStartDate><ICPCnotRequired>0</ICPCnotRequired></Section47>"
    )
    take(census(child(identified("A1"), referral=referred(more=enquiry))))
    assert give(2026)[0].referrals[0].section47s[0].conference_target_on is None


def test_earlier_protection_plans_are_counted_for_a_plan_begun_here(by, begun, give):
    spell = Spell.objects.get(person=begun)
    plans = [
        ProtectionPlan(started_on=date(2025, 9, 10), ended_on=date(2025, 10, 1), earlier_plans=2, place_in_file=1),
        ProtectionPlan(started_on=date(2025, 11, 10), ended_on=date(2025, 12, 1)),
        ProtectionPlan(started_on=date(2026, 1, 12)),
    ]
    protect(by=by, about=begun, spell=spell, rows=plans)
    assert [plan.earlier_plans for plan in give(2026)[0].referrals[0].protection_plans] == [2, 3, 4]


def test_our_own_return_taken_in_again_adds_no_child_and_no_work(by, begun, give, take):
    out = io.BytesIO()
    header = census_header(2026, authority="999", serial_no="001", made_at=NOW)
    write(header, give(2026), out, year=2026)
    taken = take(out.getvalue())
    assert taken.made.added == 0
    assert (Spell.objects.count(), Identifier.objects.count()) == (1, 0)
    assert give(2026)[0].referrals[0].referred_on == date(2025, 9, 2)


# -- the header


def test_a_return_that_could_hold_made_up_people_says_that_it_is_synthetic(by, take):
    header = census_header(2026, authority="999", serial_no="001", made_at=NOW)
    assert (header.software_code, header.is_synthetic) == ("Kith", False)
    assert (header.year, header.reference_date, header.made_at) == (2026, date(2026, 3, 31), datetime(2026, 11, 17, 10))  # noqa: DTZ001
    take(synthetic(3))
    assert census_header(2026, authority="999", serial_no="001", made_at=NOW).is_synthetic


def test_a_sealed_child_goes_out_with_the_rest(cast, take, give):
    """A statutory return is made by the system, which sees everyone, and says so."""
    take(census(child(identified("A1"))))
    with acting_as(cast.system):
        guardian = Account.objects.get(pk=cast.rowan.account_id)
        restrict(
            by=cast.system, about=person("A1"), level="sealed", because="An order.", guardian=guardian, review_on=TODAY
        )
    assert "A1" in {one.la_child_id for one in give(2026)}
