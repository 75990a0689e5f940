"""A child's decisions as they stand, and what each lacks."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from kith.access import Actor, Right
from kith.decisions import rules
from kith.decisions.models import OPEN, BottomLine, Decision, DecisionReading, DecisionRevision, Written, as_written
from kith.directory import queries as directory
from kith.people.models import Person
from kith.record.models import Act

_OWN = ["decide", "agree_decision", "take_back_agreement", "look_again", "ask_for_level"]  # no decision rests on itself


def decision(pk: int) -> Decision | None:
    found = Decision.objects.filter(pk=pk).select_related("person", "act", "latest_act", "instead_of", "instead")
    return found.first()


def what_is_missing(written: Written) -> list[rules.Lacking]:
    """What must be written before the decision can be finished, in a practitioner's words; empty when nothing."""
    return rules.lacking(written)


def written(found: Decision) -> Written:
    return as_written(found)


def decisions_of(child: Person) -> QuerySet[Decision]:
    """Newest first; what waits before what stands. One query."""
    return Decision.objects.filter(person=child).order_by("-decided_on", "-pk")


def open_decisions(person_ids: Iterable[int]) -> QuerySet[Decision]:
    return Decision.objects.filter(person_id__in=list(person_ids), state__in=OPEN)


def decided_since(children: Iterable[int], day: date) -> QuerySet[Decision]:
    """Decided on or after the day, finished or not. One query."""
    return Decision.objects.filter(person_id__in=list(children), decided_on__gte=day).order_by("-decided_on", "-pk")


def held_back(child: Person) -> Decision | None:
    """A decision to lessen protection that is challenged: nothing of its kind is done until the answer (7.12)."""
    return Decision.objects.filter(person=child, state="challenged", less_protection=True).order_by("-pk").first()


def to_end_work(child: Person) -> Decision | None:
    """The agreed decision to end work with this child, not yet acted on elsewhere."""
    return Decision.objects.filter(person=child, kind="closure", state="agreed").order_by("-pk").first()


def instead_of(pk: int) -> Decision | None:
    """The decision that stands, or is owed, in the place of this one."""
    return Decision.objects.filter(instead_of_id=pk).first()


def bottom_lines_now(child: Person) -> QuerySet[BottomLine]:
    """What must stay true for the child: lines of finished decisions that have not ended. One query."""
    lines = BottomLine.objects.filter(person=child, until_on=None, decision__finished_on__isnull=False)
    return lines.exclude(decision__state="ended").select_related("decision").order_by("pk")


def bottom_line(pk: int) -> BottomLine | None:
    return BottomLine.objects.filter(pk=pk).select_related("decision", "person").first()


def to_read(actor: Actor) -> QuerySet[Decision]:
    """Finished, and waiting for a second reader: of this reader's own team, or written by someone who may agree
    decisions themselves. Never one's own. The longest waiting first; one query.
    """
    waiting = Decision.objects.filter(state="proposed", finished_on__isnull=False, needs_reader=True)
    team = directory.staff_of(actor.team_id).order_by().values("account_id")
    readers = directory.holding(Right.AGREE_DECISIONS).order_by().values("account_id")
    ours = waiting.filter(Q(written_by_id__in=team) | Q(written_by_id__in=readers) | Q(written_by=None))
    others = ours.exclude(written_by_id=actor.account_id).exclude(decided_by_id=actor.account_id)
    return others.select_related("person").order_by("finished_on", "pk")


def owed_by(actor: Actor) -> QuerySet[Decision]:
    """Decisions this worker has begun and not finished, soonest owed first."""
    begun = Decision.objects.filter(state="proposed", finished_on=None, decided_by_id=actor.account_id)
    return begun.select_related("person").order_by("owed_by_on", "pk")


def revisions_since(found: Decision, reader_id: int | None) -> tuple[DecisionReading | None, list[DecisionRevision]]:
    """This reader's last reading, and what was written anew since. Two queries."""
    reading = DecisionReading.objects.filter(decision=found, reader_id=reader_id).order_by("-read_at").first()
    revised = DecisionRevision.objects.filter(decision=found)
    if reading:
        revised = revised.filter(at__gt=reading.read_at)
    return reading, list(revised.order_by("at", "pk"))


def happened_since(found: Decision, reading: DecisionReading | None) -> list[Act]:
    """What matters in the child's record since this reader last read it, or since it was written. One query."""
    since = reading.read_at if reading else found.act.recorded_at
    new = Act.objects.filter(person=found.person, recorded_at__gt=since, in_story=True)
    return list(new.exclude(pk__in=[found.act_id, found.latest_act_id]).order_by("-recorded_at")[:20])


def lines_named(child: Person, pks: Iterable[int]) -> list[Act]:
    """These lines of the child’s own record; one of another child’s is not among them. One query, or none."""
    wanted = list(pks)
    return list(Act.objects.filter(person=child, pk__in=wanted).order_by("pk")) if wanted else []


def may_rest_on(child: Person) -> list[Act]:
    """Lines of the record a decision may be linked to, newest first: what matters, and what was seen and heard."""
    lines = Act.objects.filter(person=child).filter(Q(in_story=True) | Q(significance__gte=2))
    return list(lines.exclude(name__in=_OWN).order_by("-happened_on", "-pk")[:12])
