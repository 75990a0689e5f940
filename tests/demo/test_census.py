"""The synthetic census: the same every time, nobody real, and nothing wrong with it."""

import io
from datetime import date, datetime
from itertools import islice

import pytest
from lxml import etree

from kith.demo.census import MOST_CHILDREN, synthetic_census, synthetic_header
from kith.demo.histories import ENGLAND
from kith.people.rules import upn_fault
from kith.returns.cin.checking import before_return
from kith.returns.cin.writing import write
from tests.returns.cin.papers import SCHEMA, needs_schema, read_all

ON = date(2026, 3, 31)
BEGAN = date(2025, 4, 1)
HEADER = synthetic_header(on=ON, made_at=datetime.fromisoformat("2026-05-23T09:00:00"))


@pytest.fixture(scope="module")
def children():
    return list(synthetic_census(600, seed=4, on=ON))


def stages(child):
    for referral in child.referrals:
        yield from referral.assessments + referral.plans + referral.section47s + referral.protection_plans


def test_the_same_seed_gives_the_same_children_however_many_are_asked_for(children):
    assert list(synthetic_census(50, seed=4, on=ON)) == children[:50]
    assert list(synthetic_census(50, seed=5, on=ON)) != children[:50]


def test_nothing_is_wrong_with_any_of_them(children):
    assert [finding for child in children for finding in before_return(child, year=2026)] == []


def test_ids_and_upns_are_unique_and_upns_pass_their_check(children):
    upns = [child.upn for child in children if child.upn]
    assert len({child.la_child_id for child in children}) == len(children)
    assert len(set(upns)) == len(upns) > 300
    assert {upn_fault(upn) for upn in upns} == {None}


def test_upns_stay_unique_and_right_to_the_last_child():
    assert len(list(islice(synthetic_census(MOST_CHILDREN, seed=1, on=ON), 5))) == 5
    with pytest.raises(ValueError, match="1,000,000"):
        synthetic_census(MOST_CHILDREN + 1, seed=1, on=ON)


def test_nothing_happens_after_the_day_of_the_census(children):
    for child in children:
        assert all(referral.referred_on <= ON for referral in child.referrals)
        assert all(stage.started_on <= ON for stage in stages(child))
        assert all(review <= ON for r in child.referrals for p in r.protection_plans for review in p.reviews)


def test_what_ended_ended_within_the_year(children):
    for referral in (referral for child in children for referral in child.referrals):
        ends = [referral.closed_on, *(plan.ended_on for plan in referral.plans + referral.protection_plans)]
        ends += [assessment.authorised_on for assessment in referral.assessments]
        assert all(BEGAN <= end <= ON for end in ends if end)


def test_they_are_children_or_not_yet_born(children):
    born = [child for child in children if child.born_on]
    assert all(0 <= (ON - child.born_on).days < 18 * 365.25 for child in born)
    assert all(child.born_on < child.referrals[0].referred_on for child in born)
    unborn = [child for child in children if not child.born_on]
    assert unborn
    assert all(child.expected_on > ON and child.sex == "U" for child in unborn)


def test_every_kind_of_work_is_among_them(children):
    referrals = [referral for child in children for referral in child.referrals]
    assert any(referral.no_further_action for referral in referrals)
    assert any(plan.ended_on for referral in referrals for plan in referral.protection_plans)
    assert any(len(plan.reviews) > 1 for referral in referrals for plan in referral.protection_plans)
    assert any(enquiry.conference_not_required for referral in referrals for enquiry in referral.section47s)
    assert any(len(child.referrals) > 1 for child in children)
    assert {code for child in children for code in child.disabilities} > {"NONE", "AUT", "LD", "MOB", "DDA"}


def test_the_file_says_it_is_synthetic_and_comes_back_whole(children):
    out = io.BytesIO()
    write(HEADER, children, out, year=2026)
    header, read, findings = read_all(out.getvalue())
    assert header.is_synthetic
    assert read == children
    assert findings == []


@needs_schema
def test_it_satisfies_the_published_schema(children):
    out = io.BytesIO()
    write(HEADER, children, out, year=2026)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(out.getvalue()))


@pytest.mark.parametrize("on", [date(2024, 2, 29), date(2025, 12, 31), date(2027, 1, 1)])
def test_any_day_will_do(on):
    assert [f for child in synthetic_census(100, seed=1, on=on) for f in before_return(child, year=2026)] == []


def test_work_is_done_on_days_england_works(children):
    days = {stage.started_on for child in children for stage in stages(child)}
    assert {day for day in days if not ENGLAND.is_working(day)} == set()
