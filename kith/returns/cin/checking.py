"""What is wrong with a census child as held: codes, identifiers, gaps, and dates in the wrong order.

These are the checks one child's facts can answer for, reading or returning. Each is a remark, never a refusal:
the fact stays. Numbers in brackets are the census's own rules; those that need the whole return, last year's
return or a working-day count are not here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kith.people.rules import la_child_id_fault, upn_fault
from kith.returns.cin import codes, layout
from kith.returns.cin.layout import Leaf, Listed, Nested, Parts, Section, Trail
from kith.returns.cin.shape import (
    Assessment,
    CensusChild,
    CensusHeader,
    CinPlan,
    Finding,
    ProtectionPlan,
    Referral,
    Section47,
)
from kith.returns.cin.taking import in_words

LONGEST_BEFORE_BIRTH = timedelta(weeks=40)

_HEADER_FORMS = (
    ("Collection", "collection", re.compile("CIN"), "CIN"),
    ("SourceLevel", "source_level", re.compile("L"), "L"),
    ("LEA", "lea", re.compile("[0-9]{3}"), "the three digits of a local authority"),
    ("SerialNo", "serial_no", re.compile("[0-9]{3,}"), "three digits or more"),
)

# Within one record: the first must not come after the second.
_ORDER: Mapping[type, tuple[tuple[str, str], ...]] = {
    CensusChild: (("born_on", "died_on"),),  # 8535Q
    Referral: (("referred_on", "closed_on"), ("referred_on", "conference_on")),  # 8630, 1104
    Assessment: (("started_on", "reviewed_on"), ("started_on", "authorised_on")),  # 8608
    CinPlan: (("started_on", "ended_on"),),  # 4011
    Section47: (("started_on", "conference_target_on"), ("started_on", "conference_on")),  # 8615
    ProtectionPlan: (("started_on", "ended_on"),),  # 8925
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`trail` leads to the value from the child: ("referrals", 0, "assessments", 1, "started_on")."""

    trail: Trail
    field: str
    reason: str


def before_return(child: CensusChild, *, year: int) -> list[Finding]:
    """What an officer should look at before this child goes out in this year's census. Nothing is held back."""
    return [_finding(fault, child.la_child_id) for fault in faults(child, year=year)]


def header_before_return(header: CensusHeader) -> list[Finding]:
    """The same for the header."""
    return [_finding(fault, "") for fault in header_faults(header)]


def _finding(fault: Fault, child_id: str) -> Finding:
    return Finding(0, child_id, fault.field, fault.reason, value_kept=True, place=layout.place(fault.trail))


def faults(child: CensusChild, *, year: int) -> Iterator[Fault]:
    yield from _record_faults(child, layout.CHILD, (), year)
    yield from _order_faults(child, layout.CHILD, ())
    yield from _identity_faults(child)
    yield from _disability_faults(child)
    if not child.referrals:  # 8590
        yield Fault((), "CINdetails", "The child has no referral (CINdetails).")
    for place, referral in enumerate(child.referrals):
        yield from _referral_faults(referral, ("referrals", place), child)


def header_faults(header: CensusHeader) -> Iterator[Fault]:
    yield from _record_faults(header, layout.HEADER, (), header.census_year or codes.LATEST)
    due = date(header.year, 3, 31) if header.year else None
    if due and header.reference_date and header.reference_date != due:  # 100
        said = f"ReferenceDate is {in_words(header.reference_date)}, but a {header.year} census is for {in_words(due)}."
        yield Fault(("reference_date",), "ReferenceDate", said)
    yield from _spelling_faults(header)


def _spelling_faults(header: CensusHeader) -> Iterator[Fault]:
    for element, attribute, form, words in _HEADER_FORMS:
        value = getattr(header, attribute)
        if value is not None and not form.fullmatch(value):
            yield Fault((attribute,), element, f"{element} {value} is not {words}.")


def _record_faults(record: Any, parts: Parts, trail: Trail, year: int) -> Iterator[Fault]:
    """What any record can have wrong: a gap where the census wants a value, an unknown code, an entry twice."""
    for part in parts:
        match part:
            case Section():
                yield from _record_faults(record, part.parts, trail, year)
            case Leaf() if part.is_in(year):
                yield from _leaf_faults(getattr(record, part.attribute), part, (*trail, part.attribute), year)
            case Listed():
                yield from _listed_faults(getattr(record, part.attribute), part, (*trail, part.attribute), year)
            case Nested():
                yield from _nested_faults(getattr(record, part.attribute), part, (*trail, part.attribute), year)


def _leaf_faults(value: Any, leaf: Leaf, trail: Trail, year: int) -> Iterator[Fault]:
    if value is None:
        if leaf.required:
            yield Fault(trail, leaf.element, f"{leaf.element} is missing.")
    elif leaf.codes and (fault := leaf.codes.fault(value, year)):
        yield Fault(trail, leaf.element, f"{leaf.element} {value} {fault}.")


def _listed_faults(values: tuple[Any, ...], part: Listed, trail: Trail, year: int) -> Iterator[Fault]:
    seen = set()
    for place, value in enumerate(values):
        yield from _leaf_faults(value, part.leaf, (*trail, place), year)
        if value in seen:  # 8794, 8898
            shown = in_words(value) if isinstance(value, date) else value
            yield Fault((*trail, place), part.leaf.element, f"{part.leaf.element} {shown} is given twice.")
        seen.add(value)


def _nested_faults(records: tuple[Any, ...], part: Nested, trail: Trail, year: int) -> Iterator[Fault]:
    if records and year < part.since:
        yield Fault((*trail, 0), part.element, f"{part.element} came in with the {part.since} census.")
    places: dict[Any, int] = {}
    for place, record in enumerate(records):
        yield from _record_faults(record, part.parts, (*trail, place), year)
        yield from _order_faults(record, part.parts, (*trail, place))
        first = places.setdefault(record, place)
        if first != place:
            said = f"This {part.word} is the same in every particular as {part.word} {first + 1}."
            yield Fault((*trail, place), part.element, said)


def _order_faults(record: Any, parts: Parts, trail: Trail) -> Iterator[Fault]:
    for first, second in _ORDER.get(type(record), ()):
        earlier, later = getattr(record, first), getattr(record, second)
        if earlier and later and later < earlier:
            names = parts.elements
            yield _before(names[second], later, names[first], earlier, (*trail, second))


def _before(element: str, day: date, other: str, other_day: date, trail: Trail) -> Fault:
    said = f"{element} is {in_words(day)}, before {other}, {in_words(other_day)}."
    return Fault(trail, element, said)


def _identity_faults(child: CensusChild) -> Iterator[Fault]:
    if fault := la_child_id_fault(child.la_child_id):  # 1570, 1580
        yield Fault(("la_child_id",), "LAchildID", f"LAchildID {child.la_child_id}: {fault}.")
    for element, attribute in (("UPN", "upn"), ("FormerUPN", "former_upn")):  # 1510, 1540, 1550, 1560Q
        upn = getattr(child, attribute)
        if upn and (fault := upn_fault(upn)):
            yield Fault((attribute,), element, f"{element} {upn}: {fault}.")
    if child.upn and child.upn_unknown:
        said = f"UPNunknown {child.upn_unknown} says why there is no UPN, but there is one."
        yield Fault(("upn_unknown",), "UPNunknown", said)
    if child.born_on and child.expected_on:  # 8525Q
        said = "There is both a date of birth and an expected one: a child already born needs only the first."
        yield Fault(("expected_on",), "ExpectedPersonBirthDate", said)
    if not child.born_on and not child.expected_on:  # 8525Q
        yield Fault(("born_on",), "PersonBirthDate", "There is neither a date of birth nor an expected one.")


def _disability_faults(child: CensusChild) -> Iterator[Fault]:
    if codes.NO_DISABILITY in child.disabilities and len(set(child.disabilities)) > 1:  # 8790
        yield Fault(("disabilities",), "Disability", "Disability NONE is given beside others.")
    went_on = any(referral.no_further_action is False for referral in child.referrals)
    if went_on and not child.disabilities:  # 8540
        yield Fault((), "Disability", "Disability is missing; NONE is an answer.")


def _referral_faults(referral: Referral, trail: Trail, child: CensusChild) -> Iterator[Fault]:
    if referral.closed_on and not referral.closure_reason:  # 8805
        yield Fault((*trail, "closed_on"), "ReasonForClosure", "There is a CINclosureDate but no ReasonForClosure.")
    if referral.closure_reason and not referral.closed_on:  # 8810
        yield Fault((*trail, "closure_reason"), "CINclosureDate", "There is a ReasonForClosure but no CINclosureDate.")
    if referral.no_further_action is False and not referral.primary_need:  # 8610
        yield Fault(trail, "PrimaryNeedCode", "PrimaryNeedCode is missing, and the referral went further.")
    yield from _life_faults(referral, trail, child)
    for part in layout.REFERRAL:
        if isinstance(part, Nested):
            yield from _stage_faults(referral, part, (*trail, part.attribute))
    yield from _factor_faults(referral, trail)


def _life_faults(referral: Referral, trail: Trail, child: CensusChild) -> Iterator[Fault]:
    referred, inside = referral.referred_on, (*trail, "referred_on")
    if referred and child.born_on and referred < child.born_on - LONGEST_BEFORE_BIRTH:  # 8606
        said = f"CINreferralDate is {in_words(referred)}, more than 40 weeks before birth."
        yield Fault(inside, "CINreferralDate", said)
    if referred and child.died_on and child.died_on < referred:  # 8555Q
        yield _before("PersonDeathDate", child.died_on, "CINreferralDate", referred, inside)


def _stage_faults(referral: Referral, part: Nested, trail: Trail) -> Iterator[Fault]:
    """A stage of the work that begins before its referral (1103, 2889, 4015, 1105) or after it closed (8565)."""
    element = part.parts.elements["started_on"]
    for place, stage in enumerate(getattr(referral, part.attribute)):
        started, inside = stage.started_on, (*trail, place, "started_on")
        if started and referral.referred_on and started < referral.referred_on:
            yield _before(element, started, "CINreferralDate", referral.referred_on, inside)
        if started and referral.closed_on and started > referral.closed_on:
            said = f"{element} is {in_words(started)}, after CINclosureDate, {in_words(referral.closed_on)}."
            yield Fault(inside, element, said)


def _factor_faults(referral: Referral, trail: Trail) -> Iterator[Fault]:
    for place, assessment in enumerate(referral.assessments):
        inside = (*trail, "assessments", place, "factors")
        if codes.NO_FACTOR in assessment.factors and len(set(assessment.factors)) > 1:  # 8869
            yield Fault(inside, "AssessmentFactors", "AssessmentFactors 21, none found, is given beside others.")
        if assessment.factors and not assessment.authorised_on:  # 8614
            said = "There are factors, but no AssessmentAuthorisationDate to say the assessment is finished."
            yield Fault(inside, "AssessmentFactors", said)
        if assessment.authorised_on and not assessment.factors:  # 8897Q
            yield Fault(inside[:-1], "AssessmentFactors", "The assessment is finished, but no factor is given.")
