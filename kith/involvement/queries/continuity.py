"""How long the same person stays: who has led, why it changed, and children who asked for somebody else (S1-21)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from kith.involvement.models import LeadWorker, WorkerAsked
from kith.people.models import Person


@dataclass(frozen=True)
class Continuity:
    """Those who led a child's work in the twelve months up to a day, in order."""

    leads: tuple[LeadWorker, ...] = ()

    @property
    def workers(self) -> int:
        """How many people: somebody who led twice is one."""
        return len({lead.account_id for lead in self.leads})

    @property
    def changes(self) -> list[LeadWorker]:
        """Each time one person handed over to another within the year, as the one who went."""
        pairs = zip(self.leads, self.leads[1:], strict=False)
        return [before for before, after in pairs if before.until_on and before.account_id != after.account_id]


def a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def continuity_of(child: Person, today: date) -> Continuity:
    """One query."""
    return continuity_of_each([child.pk], today).get(child.pk, Continuity())


def continuity_of_each(people: Iterable[int], today: date) -> dict[int, Continuity]:
    """The same for several children, by child. One query."""
    found: dict[int, list[LeadWorker]] = {}
    led = LeadWorker.objects.filter(person_id__in=list(people)).exclude(from_on=F("until_on"))
    within = led.filter(Q(until_on=None) | Q(until_on__gt=a_year_before(today)), from_on__lte=today)
    for lead in within.select_related("person").order_by("from_on", "pk"):
        found.setdefault(lead.person_id, []).append(lead)
    return {person: Continuity(tuple(leads)) for person, leads in found.items()}


def asked_of(child: Person) -> QuerySet[WorkerAsked]:
    """Each time this child asked for another worker, newest first."""
    return WorkerAsked.objects.filter(person=child).order_by("-asked_on", "-pk")


def worker_asked(pk: int) -> WorkerAsked | None:
    return WorkerAsked.objects.filter(pk=pk).first()


def asked_waiting(people: Iterable[int]) -> QuerySet[WorkerAsked]:
    """Of these children, those not answered yet, or answered and not told, soonest due first."""
    open_asks = WorkerAsked.objects.filter(Q(answered_on=None) | Q(told_on=None), person_id__in=list(people))
    return open_asks.select_related("person").order_by("answer_by_on", "pk")
