"""How a census child stands in our rows: which column holds which fact, there and back.

Nothing is invented on the way: what the file does not say is empty here ("" for a code, None for a day), and what is
empty here is left out of the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kith.returns.cin import layout
from kith.returns.cin.layout import Nested, Parts
from kith.returns.cin.shape import CensusChild, Referral

IDENTIFIERS = ("la_child_id", "upn", "former_upn", "upn_unknown")  # kinds of people.Identifier, and attributes
# Kith's own way of saying that a referral went no further: over the day it came. No census has this code, so it is
# told from a closing the file spoke of, and neither the day nor the reason goes back out.
WENT_NO_FURTHER = "no_further_action"


@dataclass(frozen=True)
class Kind:
    """One kind of census record. `columns`: the row's column -> the census's attribute; `word`: what a person says."""

    columns: Mapping[str, str]
    parts: Parts
    shape: type
    element: str
    word: str
    begins: str = "started_on"  # the attribute it is known by from one file to the next
    ends: str = "ended_on"

    def field(self, column: str) -> str:
        """The census element that a column holds."""
        return self.parts.elements[self.columns[column]]

    def from_file(self, record: Any) -> dict[str, Any]:
        """The row's columns, as this record of a file fills them."""
        return {column: self._column(name, getattr(record, name)) for column, name in self.columns.items()}

    def to_file(self, row: Any) -> dict[str, Any]:
        """The census's attributes, as this row fills them."""
        return {name: _said(getattr(row, column)) for column, name in self.columns.items()}

    def _column(self, name: str, value: Any) -> Any:
        if value is None:
            return "" if name in _TEXTS else None
        return list(value) if isinstance(value, tuple) else value


def _said(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return None if value == "" else value


# Columns that hold "" and never null.
_TEXTS = {
    "sex",
    "ethnicity",
    "source",
    "primary_need",
    "closure_reason",
    "initial_category",
    "latest_category",
}


def _kind(nested: Nested, columns: str, **more: str) -> Kind:
    pairs = [pair.partition("=") for pair in columns.split()]
    named = {column: name or column for column, _, name in pairs}
    return Kind(named, nested.parts, nested.shape, nested.element, nested.word, **more)


_NESTED = {p.attribute: p for parts in (layout.CHILD, layout.REFERRAL) for p in parts if isinstance(p, Nested)}
CHILD = Kind(
    {name: name for name in ("born_on", "expected_on", "died_on", "sex", "ethnicity", "disabilities")},
    layout.CHILD,
    CensusChild,
    "Child",
    "child",
)
REFERRAL = _kind(
    _NESTED["referrals"],
    "started_on=referred_on source primary_need closed_on closure_reason conference_on no_further_action",
    begins="referred_on",
    ends="closed_on",
)
STAGES: Mapping[str, Kind] = {
    "assessments": _kind(
        _NESTED["assessments"],
        "started_on internal_review_on=reviewed_on authorised_on factors",
        ends="authorised_on",
    ),
    "plans": _kind(_NESTED["plans"], "started_on ended_on"),
    "section47s": _kind(
        _NESTED["section47s"],
        "started_on conference_target_on conference_on conference_not_needed=conference_not_required",
        ends="conference_on",
    ),
    "protection_plans": _kind(
        _NESTED["protection_plans"],
        "started_on ended_on first_category=initial_category latest_category earlier_plans reviewed_on=reviews",
    ),
}


def spell_from_file(referral: Referral) -> dict[str, Any]:
    """A spell's columns, with the level of help the file shows: a protection plan that has not ended, or need."""
    columns = REFERRAL.from_file(referral)
    protected = any(plan.ended_on is None for plan in referral.protection_plans)
    columns["level"] = "child_protection" if protected else "child_in_need"
    if _went_no_further(referral):
        columns |= {"closed_on": referral.referred_on, "closure_reason": WENT_NO_FURTHER}
    return columns


def spell_to_file(spell: Any) -> dict[str, Any]:
    values = REFERRAL.to_file(spell)
    if values["closure_reason"] == WENT_NO_FURTHER:
        values |= {"closed_on": None, "closure_reason": None}
    return values


def _went_no_further(referral: Referral) -> bool:
    """Nothing came of it, so nobody waits for a worker. One with work under it stays open, whatever it says."""
    went_on = any(getattr(referral, name) for name in STAGES)
    closed = referral.closed_on or referral.closure_reason
    return bool(referral.no_further_action and referral.referred_on and not closed and not went_on)
