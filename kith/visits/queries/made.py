"""Visits that happened: when a child was last seen, who was not, and what stands behind each visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, QuerySet

from kith import packs
from kith.access import Actor
from kith.access.actor import HOME_TIME
from kith.involvement.models import LeadWorker
from kith.people.models import Person
from kith.visits import rules
from kith.visits.models import ChildLine, Visit
from kith.voice.models import Words

LONGEST_RECORDING = 4 * 60  # minutes; a form left open longer says nothing about how long it took


@dataclass(frozen=True)
class Made:
    """One child's own line of a visit, with what stands around it."""

    line: ChildLine
    others: list[str]  # brothers and sisters it was to as well, as far as the reader may know
    apart_from: int  # children of other families it was to: how many, never who
    words: int  # how many things the child said
    written_on: date
    late: bool  # written up after the limit
    minutes: int | None  # from opening the form to saving it

    @property
    def apart(self) -> bool:
        """Written so much later than it happened that both days are shown (design 7.11)."""
        return self.written_on - self.line.visited_on > timedelta(days=1)


def visits_to(child: Person) -> QuerySet[ChildLine]:
    """This child's own lines, newest first, each with what is shared, its gaps and what was learnt of the day. Three
    queries.
    """
    return (
        ChildLine.objects.filter(person=child)
        .select_related("visit__occasion", "act", "person")
        .prefetch_related("gaps", "day")
        .order_by("-visited_on", "-pk")
    )


def seen_since(child: Person, day: date) -> list[ChildLine]:
    """The visits on or after `day` at which this child was seen, newest first, without what stands around them. One
    query.
    """
    return list(ChildLine.objects.filter(person=child, seen=True, visited_on__gte=day).order_by("-visited_on", "-pk"))


def first_by_lead(leads: Iterable[LeadWorker]) -> dict[int, date]:
    """The first visit each of these lead workers made since they lead, seen or not, by the child. One query."""
    since = {lead.person_id: lead.from_on for lead in leads}
    found: dict[int, date] = {}
    lines = ChildLine.objects.filter(person_id__in=since, by_lead=True).order_by("visited_on")
    for child, day in lines.values_list("person_id", "visited_on") if since else ():
        if day >= since[child]:
            found.setdefault(child, day)
    return found


def made_to(child: Person, most: int | None = None) -> list[Made]:
    """The child's visits, newest first, `most` of them or all. Five queries however many there are."""
    return _with_what_stands_around(list(visits_to(child)[:most]))


def made_line(line: ChildLine) -> Made:
    """One line with what stands around it. Two queries more than its own."""
    return _with_what_stands_around([line])[0]


def _with_what_stands_around(lines: list[ChildLine]) -> list[Made]:
    others, said = _others(lines), _said(lines)
    return [_made(line, others.get(line.visit_id, []), said.get(line.act_id, 0)) for line in lines]


def _made(line: ChildLine, others: list[str], words: int) -> Made:
    recorded_at, pack = line.act.recorded_at, packs.pack_for(settings.PACK, line.visited_on)
    written_on = recorded_at.astimezone(HOME_TIME).date()
    opened_at = line.visit.opened_at
    minutes = round((recorded_at - opened_at).total_seconds() / 60) if opened_at else None
    return Made(
        line=line,
        others=others if line.visit.of_one_family else [],
        apart_from=0 if line.visit.of_one_family else len(others),
        words=words,
        written_on=written_on,
        late=written_on > pack.due("record-visit", line.visited_on),
        minutes=max(minutes, 1) if minutes is not None and 0 <= minutes <= LONGEST_RECORDING else None,
    )


def _others(lines: list[ChildLine]) -> dict[int, list[str]]:
    """Who else each visit was to: these are all one child's lines."""
    found: dict[int, list[str]] = {}
    rows = ChildLine.objects.filter(visit_id__in={line.visit_id for line in lines})
    rows = rows.exclude(person_id__in={line.person_id for line in lines})
    for visit_id, called in rows.order_by("pk").values_list("visit_id", "person__called"):
        found.setdefault(visit_id, []).append(called)
    return found


def _said(lines: list[ChildLine]) -> dict[int, int]:
    """How many things were said in each act that made a line."""
    rows = Words.objects.filter(act_id__in=[line.act_id for line in lines]).values_list("act_id")
    return dict(rows.annotate(n=Count("pk")).order_by())


def marks_since(child: Person, day: date) -> list[tuple[date, bool, str, str]]:
    """(day, seen, alone, mode) of each visit to this child from this day on, oldest first. One query."""
    rows = ChildLine.objects.filter(person=child, visited_on__gte=day).order_by("visited_on", "pk")
    return list(rows.values_list("visited_on", "seen", "alone", "mode"))


def attempts_since_seen(child: Person) -> int:
    """How many visits running have ended without the child being seen."""
    return unseen_running([child.pk]).get(child.pk, 0)


class Attempt(NamedTuple):
    """One visit that ended without the child being seen."""

    on: date
    at: datetime  # in home time
    mode: str
    because: str  # the pack's not_seen_reasons; empty while nobody has said


def unseen_running(children: Iterable[int]) -> dict[int, int]:
    """For each of these children, how many visits running ended without seeing them. One query."""
    return {child: len(attempts) for child, attempts in attempts_running(children).items()}


def attempts_running(children: Iterable[int]) -> dict[int, list[Attempt]]:
    """For each of these children, the visits running that ended without seeing them, newest first. One query."""
    running: dict[int, list[Attempt]] = {}
    over: set[int] = set()
    rows = ChildLine.objects.filter(person_id__in=list(children)).order_by("-visited_on", "-pk")
    asked = ("person_id", "seen", "mode", "not_seen_because", "visited_on", "visit__happened_at")
    for person_id, seen, mode, because, on, at in rows.values_list(*asked):
        attempt = rules.is_attempt(seen, mode, because)
        if attempt is False:
            over.add(person_id)
        elif attempt and person_id not in over:
            running.setdefault(person_id, []).append(Attempt(on, at.astimezone(HOME_TIME), mode, because))
    return running


def no_access_running(children: list[int], today: date) -> list[ChildLine]:
    """For a manager: the latest line of each of these children who was not seen when last visited."""
    latest = (
        ChildLine.objects.filter(person_id__in=children)
        .order_by("person_id", "-visited_on", "-pk")
        .distinct("person_id")
    )
    return [
        line
        for line in latest.select_related("person", "visit__occasion")
        if not line.seen and line.visited_on > today - timedelta(days=60)
    ]


def began(child: Person) -> list[datetime]:
    """When the latest visits to this child began, newest first, in home time. One query."""
    rows = ChildLine.objects.filter(person=child).order_by("-visited_on", "-pk")
    return [at.astimezone(HOME_TIME) for at in rows.values_list("visit__happened_at", flat=True)[: rules.USUAL_HOURS]]


def saved_by(actor: Actor, child: Person, visit_id: int) -> list[ChildLine]:
    """Every line of a visit this actor recorded, when this child was on it; otherwise none."""
    lines = list(
        ChildLine.objects.filter(visit_id=visit_id, visit__occasion__by_id=actor.account_id)
        .select_related("person")
        .order_by("pk")
    )
    return lines if child.pk in {line.person_id for line in lines} else []


def children_on(visit: Visit) -> list[Person]:
    """The children a visit was to, in the order they were written about."""
    return [line.person for line in visit.lines.select_related("person").order_by("pk")]


def told_of_harm(visit: Visit) -> Person | None:
    """The first child whose words on this visit tell of harm (design 7.3)."""
    told = Words.objects.filter(act__occasion_id=visit.occasion_id, sort="harm").select_related("person").order_by("pk")
    first = told.first()
    return first.person if first else None
