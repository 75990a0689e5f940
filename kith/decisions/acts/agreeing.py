"""The second reader: agrees what another wrote, or gives it back and says what to change (S3-19)."""

from datetime import date

from kith.access import Actor, Right
from kith.decisions import rules
from kith.decisions.acts import writing
from kith.decisions.models import Decision, DecisionReading, as_written
from kith.directory.acts import notify
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_AGREED = "A decision you wrote has been agreed."
_RETURNED = "A decision you wrote was given back, with what to change. Open it."


@act(
    "{by} agreed a decision about {about}.",
    needs=Right.AGREE_DECISIONS,
    tie=False,
    story=True,
    significance=2,
    makes="decisions.Decision",
)
def agree_decision(*, by: Actor, about: Person, on: date, decision: Decision, as_read: int | None = None) -> Decision:
    """The second reader's name stands under it. `as_read`: the latest act it carried when it was opened to be read.

    Raises Refused: one's own work; not finished, or not proposed; changed since it was opened.
    """
    found = _to_be_read(by, about, decision)
    if as_read is not None and as_read != found.latest_act_id:
        raise Refused("It was changed while you were reading. Read what is marked as changed, then agree.")
    for missing in rules.lacking(as_written(found)):
        raise Refused(missing.words)
    found.state = "agreed"
    found.agreed_by_id, found.agreed_by_name, found.agreed_on = by.account_id, by.name, on
    found.save()
    writing.stand_aside(found)
    _keep_reading(by, found)
    notify(found.written_by_id, "decision_agreed", about, _AGREED)
    return found


@act(
    "{by} gave a decision about {about} back to be changed.",
    needs=Right.AGREE_DECISIONS,
    tie=False,
    makes="decisions.Decision",
)
def return_decision(*, by: Actor, about: Person, on: date, decision: Decision, because: str) -> Decision:
    """Not agreed: what to change is said, and the writer told. Raises Refused: nothing said; as `agree_decision`."""
    found = _to_be_read(by, about, decision)
    if not because.strip():
        raise Refused("Say what to change.", field="because")
    found.finished_on, found.returned_because = None, because.strip()
    found.save()
    _keep_reading(by, found)
    notify(found.written_by_id, "decision_returned", about, _RETURNED)
    return found


def _to_be_read(by: Actor, about: Person, decision: Decision) -> Decision:
    found = Decision.objects.select_for_update().filter(pk=decision.pk, person=about).first()
    if found is None or found.state != "proposed" or not found.needs_reader:
        raise Refused("This decision is not waiting for a second reader.")
    if by.account_id in (found.written_by_id, found.decided_by_id):
        raise Refused("Nobody agrees their own decision. Somebody else reads it.")
    if not found.finished_on:
        raise Refused("It is not finished yet. The writer is still at it.")
    return found


def _keep_reading(by: Actor, decision: Decision) -> None:
    if by.account_id:
        DecisionReading(person=decision.person, decision=decision, reader_id=by.account_id, read_at=by.now).save()
