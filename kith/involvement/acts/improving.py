"""An agency fell short in a quarter: what will be done about it, and what came of that (S2-02)."""

from datetime import date

from kith.access import Actor, Right
from kith.directory.acts import notify
from kith.directory.models import Agency, Staff
from kith.involvement.models import Improvement
from kith.involvement.rules import quarter_of
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_YOURS = "You own what will be done to work better with an agency. Open it."
_OURS = "social_care"


@act(
    "{by} wrote down what will be done to work better with an agency.",
    needs=Right.SEE_TEAM,
    tie=False,
    makes="involvement.Improvement",
)
def plan_improvement(
    *,
    by: Actor,
    about: None = None,
    on: date,
    agency: Agency,
    quarter_on: date,
    what: str,
    owner: Staff | None = None,
    by_on: date | None = None,
) -> Improvement:
    """Kept as soon as there is something to do: whoever owns it and its day may come later, and stand as owed till
    then. Raises Refused: nothing to do; our own agency; a quarter to come; a day before it was agreed.
    """
    if needs_words(what):
        raise Refused("Write what will be done.", field="what")
    if agency.kind == _OURS:
        raise Refused("This is our own agency.")
    if quarter_on > by.today:
        raise Refused("That quarter has not come yet.")
    if by_on and by_on < on:
        raise Refused("It cannot be done before it was agreed.", field="by_on")
    row = Improvement(agency=agency, quarter_on=quarter_of(quarter_on).from_on, what=what.strip(), by_on=by_on)
    _own(row, owner)
    row.save()
    return row


@act("{by} changed who works better with an agency, and by when.", needs=Right.SEE_TEAM, tie=False)
def change_improvement(
    *, by: Actor, about: None = None, on: date, improvement: Improvement, owner: Staff | None, by_on: date | None
) -> Improvement:
    """Somebody owns it, by a day. Raises Refused: it has ended; a day before it was agreed."""
    if improvement.ended_on:
        raise Refused("This has ended.")
    if by_on and by_on < improvement.occasion.happened_on:
        raise Refused("It cannot be done before it was agreed.", field="by_on")
    improvement.by_on = by_on
    if owner is None or owner.account_id != improvement.owner_id:
        _own(improvement, owner)
    improvement.save()
    return improvement


@act("{by} wrote down what came of working better with an agency.", needs=Right.SEE_TEAM, tie=False)
def end_improvement(*, by: Actor, about: None = None, on: date, improvement: Improvement, came_of: str) -> Improvement:
    """Raises Refused: nothing said of what came of it; ended already; before it was agreed."""
    if improvement.ended_on:
        raise Refused("This has ended.")
    if needs_words(came_of):
        raise Refused("Write what came of it.", field="came_of")
    if on < improvement.occasion.happened_on:
        raise Refused("That is before it was agreed.", field="on")
    improvement.ended_on, improvement.came_of = on, came_of.strip()
    improvement.save()
    return improvement


def _own(row: Improvement, owner: Staff | None) -> None:
    row.owner_id, row.owner_name = (owner.account_id, owner.name) if owner else (None, "")
    if owner:
        notify(owner.account_id, "improvement", None, _YOURS)
