"""Every fact that came in goes out: read, write, read again, and nothing is lost or added."""

import io
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import etree

from kith.returns.cin import shape
from kith.returns.cin.codes import LATEST
from kith.returns.cin.writing import write
from tests.returns.cin.papers import FILES, SCHEMA, SHARED, needs_samples, needs_schema, read_all

OURS = sorted([*FILES.glob("layout_*.xml"), FILES / "tidy_2026.xml", FILES / "imperfect.xml"])
SAMPLES = ["BAR_cin_2022.xml", "CIN2rows.xml", "CIN_Census_2024.xml"]

# Any words a file could hold and reading would leave as they are.
WORDS = some.text(
    some.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=30,
).filter(lambda text: text == text.strip())
DATES = some.dates(date(1900, 1, 1), date(2100, 1, 1))


def maybe(values):
    return some.none() | values


def several(values):
    return some.lists(values, max_size=3).map(tuple)


FIELDS = {
    "sex": maybe(some.sampled_from(["M", "F", "U", "odd"])),
    "year": maybe(some.just(2026)),
    "collection": some.just("CIN"),
    "earlier_plans": maybe(some.integers(0, 9999)),
    "made_at": maybe(some.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))),  # noqa: DTZ001
    "reviews": several(DATES),
}
NESTED = {
    "assessments": shape.Assessment,
    "plans": shape.CinPlan,
    "section47s": shape.Section47,
    "protection_plans": shape.ProtectionPlan,
    "referrals": shape.Referral,
}


def any_value(name, annotation):
    if name in FIELDS:
        return FIELDS[name]
    if name in NESTED:
        return several(anything(NESTED[name]))
    if "tuple" in annotation:
        return several(WORDS)
    kinds = {"date": DATES, "bool": some.booleans(), "str": WORDS}
    values = next(kinds[kind] for kind in kinds if kind in annotation)
    return maybe(values) if "None" in annotation else values


def anything(of):
    """Any value of one of the shapes."""
    return some.builds(of, **{name: any_value(name, str(f.type)) for name, f in of.__dataclass_fields__.items()})


def again(header, children, year):
    out = io.BytesIO()
    write(header, children, out, year=year)
    return read_all(out.getvalue())


def merged(children):
    """The children as whoever keeps them would: one of each id, with the referrals of every entry."""
    kept = {}
    for child in children:
        first = kept.get(child.la_child_id)
        referrals = (*first.referrals, *child.referrals) if first else child.referrals
        kept[child.la_child_id] = shape.CensusChild(
            **{name: getattr(child, name) for name in child.__dataclass_fields__ if name != "referrals"},
            referrals=referrals,
        )
    return list(kept.values())


def assert_all_comes_back(path):
    header, children, _ = read_all(path)
    assert children
    children = merged(children)
    kept_header, kept, findings = again(header, children, header.census_year)
    assert (kept_header, kept) == (header, children)
    assert all(finding.value_kept for finding in findings)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_every_fact_of_our_own_censuses_comes_back(path):
    assert_all_comes_back(path)


@needs_samples
@pytest.mark.parametrize("name", SAMPLES)
def test_every_fact_of_the_shared_samples_comes_back(name):
    assert_all_comes_back(SHARED / name)


@given(anything(shape.CensusHeader), some.lists(anything(shape.CensusChild), max_size=3))
@settings(deadline=None)
def test_any_facts_at_all_come_back(header, children):
    children = merged(children)
    kept_header, kept, findings = again(header, children, LATEST)
    assert kept == children
    assert kept_header == shape.CensusHeader(
        **{name: getattr(header, name) for name in header.__dataclass_fields__ if name != "levels"}
    )
    assert all(finding.value_kept for finding in findings)


@given(anything(shape.CensusHeader), anything(shape.CensusChild), some.integers(2015, 2024))
@settings(deadline=None, max_examples=30)
def test_any_facts_come_back_from_an_earlier_years_layout(header, child, year):
    kept_header, kept, _ = again(header, [child], year)
    assert kept == [child]
    assert kept_header.levels == (header.levels if year <= 2021 else ())


@needs_schema
@needs_samples
@pytest.mark.parametrize("path", [FILES / "tidy_2026.xml", FILES / "layout_2025.xml"], ids=lambda path: path.name)
def test_what_goes_out_satisfies_the_published_schema(path):
    header, children, _ = read_all(path)
    out = io.BytesIO()
    write(header, children, out, year=2026)
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(out.getvalue()))
