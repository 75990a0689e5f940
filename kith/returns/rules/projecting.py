"""From rows to a census child: what is held, as the end of a census year knew it.

A pure function of the rows. What came in with a file of that year goes out again, however odd; of everything else, only
what was going on during the year. Days after the reference date are left out: the year did not know them yet.
"""

from datetime import date
from typing import Any

from kith.calendar import Calendar, WorkingDays
from kith.returns.cin.shape import CensusChild, Referral
from kith.returns.models import Holding
from kith.returns.rules.columns import CHILD, IDENTIFIERS, REFERRAL, STAGES, Kind, spell_to_file
from kith.returns.rules.windows import Window

TO_CONFERENCE = WorkingDays(15)  # N00109, counted from the enquiry's start; rule 8675Q

Facts = dict[str, Any]


def census_child(held: Holding, window: Window, calendar: Calendar) -> CensusChild | None:
    """The child as this year's census has them; None when nothing of theirs belongs to it."""
    entry = held.entries.get(window.year)
    came = entry.facts if entry else {}
    spells = _by_row(came.get("referrals", ()))
    theirs = [spell for spell in held.spells if spell.pk in spells or _belongs(spell, window)]
    if not theirs and (entry is None or spells):
        return None
    identity = _as_known(CHILD, CHILD.to_file(held.person), came, window)
    numbers: Facts = {kind: row.value for kind, row in held.identifiers.items() if kind in IDENTIFIERS}
    numbers.setdefault("la_child_id", local_id(held.person.ref))
    referrals = tuple(_referral(held, spell, spells.get(spell.pk), window, calendar) for spell in theirs)
    return CensusChild(**numbers, **identity, referrals=referrals)


def local_id(ref: str) -> str:
    """The local authority's id of a child whose record was begun here: the public reference, in letters and digits."""
    return ref.replace("-", "")


def _referral(held: Holding, spell: Any, came: Facts | None, window: Window, calendar: Calendar) -> Referral:
    facts = _as_known(REFERRAL, spell_to_file(spell), came, window)
    if facts["closed_on"] is None and spell.closed_on and not (came or {}).get("closure_reason"):
        facts["closure_reason"] = None
    if facts["no_further_action"] is None and _begun_here(spell):
        facts["no_further_action"] = False  # work was begun, so it went further
    for name, kind in STAGES.items():
        then = _by_row((came or {}).get(name, ()))
        facts[name] = tuple(
            kind.shape(**_stage(name, row, then.get(row.pk), held, window, calendar))
            for row in held.stages.get((name, spell.pk), ())
            if row.pk in then or stage_belongs(name, row, window)
        )
    return Referral(**facts)


def _stage(name: str, row: Any, came: Facts | None, held: Holding, window: Window, calendar: Calendar) -> Facts:
    kind = STAGES[name]
    facts = _as_known(kind, kind.to_file(row), came, window)
    if name == "assessments" and facts["authorised_on"] is None and row.authorised_on:
        facts["factors"] = ()  # they are found when it is finished
    if name == "section47s" and _begun_here(row):
        facts["conference_target_on"] = _conference_target(row, calendar)
    if name == "protection_plans" and _begun_here(row) and row.earlier_plans is None:
        facts["earlier_plans"] = _earlier_plans(row, held)
    return facts


def _as_known(kind: Kind, facts: Facts, came: Facts | None, window: Window) -> Facts:
    """The facts without the days the year's end did not know, unless its own file gave them."""
    then = came or {}

    def known(name: str, value: Any) -> Any:
        if isinstance(value, date):
            return value if then.get(name) == value.isoformat() else window.as_known(value)
        if isinstance(value, tuple) and value and isinstance(value[0], date):
            return tuple(day for day in value if day.isoformat() in then.get(name, ()) or window.as_known(day))
        return value

    return {name: known(name, value) for name, value in facts.items()}


def _belongs(spell: Any, window: Window) -> bool:
    """Work of the year; a referral that went no further belongs to the year it came in."""
    return window.meets(spell.started_on, spell.closed_on)


def stage_belongs(name: str, row: Any, window: Window) -> bool:
    """Whether an assessment, plan, enquiry or protection plan was going on in the year.

    An enquiry has no end of its own: it belongs to the year it began and the year of its conference (8715, 8740).
    """
    if name == "section47s":
        return window.holds(row.started_on) or window.holds(row.conference_on)
    return window.meets(row.started_on, row.authorised_on if name == "assessments" else row.ended_on)


def _conference_target(enquiry: Any, calendar: Calendar) -> date | None:
    if enquiry.conference_target_on or enquiry.conference_not_needed or not enquiry.started_on:
        return enquiry.conference_target_on
    return TO_CONFERENCE.after(enquiry.started_on, calendar)


def _earlier_plans(plan: Any, held: Holding) -> int:
    """How many protection plans came before this one: those held here, and those a file counted before them."""
    plans = [p for (name, _), rows in held.stages.items() if name == "protection_plans" for p in rows]
    before = sorted((p.started_on, p.pk, p) for p in plans if p.started_on and p.started_on < plan.started_on)
    counts = (p.earlier_plans + len(before) - n for n, (_, _, p) in enumerate(before) if p.earlier_plans is not None)
    return max([len(before), *counts])


def _begun_here(row: Any) -> bool:
    return row.place_in_file == 0


def _by_row(records: Any) -> dict[int, Facts]:
    return {facts["row"]: facts for facts in records if "row" in facts}
