"""Writing a decision down, changing it while it is only proposed, and finishing it."""

from datetime import date, timedelta
from typing import Any, Unpack

from django.conf import settings
from django.db.models import Q

from kith import packs
from kith.access import Actor, Right
from kith.decisions import rules
from kith.decisions.acts import writing
from kith.decisions.models import Decision, DecisionRevision, as_written
from kith.decisions.rules import Given
from kith.directory.models import Tie
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

WRITES_FOR = timedelta(days=30)  # how long whoever owes the decision made anew may write it, who had no tie before


@act(
    "{by} wrote down a decision about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    makes="decisions.Decision",
)
def decide(*, by: Actor, about: Person, on: date, kind: str, finish: bool = False, **given: Unpack[Given]) -> Decision:
    """A decision and its reasons, saved whatever is missing (S3-17). `finish`: only when nothing is.

    Raises Refused as `decide_inside` does.
    """
    return decide_inside(by, about, on=on, kind=kind, finish=finish, **given)


def decide_inside(
    by: Actor, about: Person, *, kind: str, on: date | None = None, finish: bool = False, **given: Unpack[Given]
) -> Decision:
    """The same inside the act at hand, for whichever room decides something. Without `finish` it is kept as it is, and
    what is missing is owed by the next working day (design 7.1: a court or the police decide first).

    Raises Refused: a kind the pack does not have; an answer about agreement it does not have; "not asked" without a
    lawful exception; evidence from another child's record; with `finish`, the first thing that is missing.
    """
    day = on or by.today
    pack = packs.pack_for(settings.PACK, day)
    if kind not in dict(pack.choices("decision_kind")):
        raise Refused("Choose what is being decided.", field="kind")
    made = Decision(
        person=about,
        kind=kind,
        decided_on=day,
        written_by_id=by.account_id,
        decided_by_id=by.account_id,
        decided_by_name=by.name,
        needs_reader=kind in pack.flagged("decision_kind", "second_reader"),
        less_protection=kind in pack.flagged("decision_kind", "less_protection"),
        owed_by_on=pack.timescale("own-decision-after-court-or-police").due(by.today, pack.calendar),
    )
    _must_not_stand_instead_twice(given)
    writing.put(made, given)
    made.save()
    writing.put_parts(made, by, given)
    if finish:
        finish_inside(by, made)
    return made


def write_inside(by: Actor, decision: Decision, **given: Unpack[Given]) -> Decision:
    """Add to a decision inside the act at hand, while it is proposed and nobody reads it yet; else nothing changes."""
    if decision.state == "proposed" and not decision.finished_on:
        writing.put(decision, given)
        writing.put_parts(decision, by, given)
        decision.save()
    return decision


@act("{by} changed a proposed decision about {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="decisions.Decision")
def revise_decision(
    *, by: Actor, about: Person, on: date, decision: Decision, finish: bool = False, **given: Unpack[Given]
) -> Decision:
    """What is proposed may be written anew, by who wrote or decided it; which parts were is kept for its second reader.

    Raises Refused: it stands already; someone else's; and as `decide` does.
    """
    found = _proposed(decision, about)
    if by.account_id not in (found.written_by_id, found.decided_by_id):
        raise Refused(f"{found.decided_by_name} is deciding this. Say what you think otherwise, or challenge it.")
    changed = writing.put(found, given) + writing.put_parts(found, by, given)
    found.finished_on, found.returned_because = None, ""
    found.save()
    if changed:
        DecisionRevision(person=about, decision=found, parts=changed, by_name=by.name, at=by.now).save()
    if finish:
        finish_inside(by, found)
    return found


@act("{by} finished a decision about {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="decisions.Decision")
def finish_decision(*, by: Actor, about: Person, on: date, decision: Decision) -> Decision:
    """Nothing is missing: it goes to its second reader, or stands. Raises Refused: what is missing, or it stands."""
    return finish_inside(by, _proposed(decision, about))


def finish_inside(by: Actor, decision: Decision) -> Decision:
    """The same inside the act at hand. Raises Refused: what is missing, all of it."""
    missing = rules.lacking(as_written(decision))
    if missing:
        first, all_of_it = missing[0], [(one.field, one.words) for one in missing]
        raise Refused(first.words, field=first.field, each=all_of_it)
    decision.finished_on = by.today
    if not decision.needs_reader:
        decision.state = "agreed"
        writing.stand_aside(decision)
    decision.save()
    if decision.needs_reader:
        writing.tell_readers(decision, by)
    return decision


def again(by: Actor, decision: Decision, *, because: str) -> Decision:
    """This decision is changed, and one in its place is owed by whoever says so: its question, and why it is asked
    again. Its bottom lines hold until the new one stands. Whoever owes it works with the child from now on, for as
    long as writing it may take.
    """
    decision.state = "changed"
    decision.save()
    _let_write(by, decision.person)
    instead = Decision.objects.filter(instead_of=decision).first()
    return instead or decide_inside(
        by,
        decision.person,
        kind=decision.kind,
        question=f"{decision.question} (asked again)" if decision.question else "",
        rests_on=because,
        instead_of=decision,
    )


def _let_write(by: Actor, about: Person) -> None:
    open_now = Q(starts_at__lte=by.now) & (Q(ends_at=None) | Q(ends_at__gt=by.now))
    tied = Tie.objects.filter(open_now, account_id=by.account_id, person=about)
    if by.account_id and not tied.filter(may_write=True).exists():
        until = by.now + WRITES_FOR
        Tie(
            account_id=by.account_id,
            person=about,
            because="working_with",
            may_write=True,
            starts_at=by.now,
            ends_at=until,
        ).save()


def _proposed(decision: Decision, about: Person) -> Decision:
    found = Decision.objects.select_for_update().filter(pk=decision.pk, person=about).first()
    if found is None or found.state != "proposed":
        raise Refused("This decision stands. Decide again if something has changed.")
    return found


def _must_not_stand_instead_twice(given: Any) -> None:
    before = given.get("instead_of")
    if before is not None and Decision.objects.filter(instead_of=before).exists():
        raise Refused("Another decision already stands instead of that one. Open it.")
