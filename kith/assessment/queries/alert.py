"""Signs of harm ticked on records, which of them ask to be looked at together, and what was made of them (S2-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.assessment import rules
from kith.assessment.models import IndicatorSeen, PatternLook
from kith.involvement.models import LeadWorker, Spell
from kith.packs import Pack
from kith.people.models import Person
from kith.record.models import Act

# What tells of a child as somebody met, heard or knows them, and may show a sign. Any other line of the log may too.
RECORDS = (
    *("record_visit", "write_down_words", "say_in_corner", "tell_history", "tell_as_agency"),
    *("contribute", "give_as_agency", "decide_contact", "record_strategy", "record_conference", "record_core_group"),
    *("note_enquiry", "note_domain", "say_situation", "say_life_today", "take_first_contact"),
)


@dataclass(frozen=True)
class Waiting:
    """Signs about one child that somebody has to look at together."""

    person: Person
    pattern: rules.Pattern


def signs_of(child: Person) -> list[IndicatorSeen]:
    """Every sign, oldest first, with the record it stands on. One query."""
    rows = IndicatorSeen.objects.filter(person=child).select_related("event", "look")
    return list(rows.order_by("seen_on", "pk"))


def looks_together(child: Person) -> QuerySet[PatternLook]:
    return PatternLook.objects.filter(person=child).order_by("-looked_on", "-pk")


def patterns_waiting(children: Iterable[int], pack: Pack, *, unled: bool = False) -> list[Waiting]:
    """Of these children, and with `unled` of those somebody works with and nobody leads: which signs ask to be looked
    at together, those that began first first. One query.
    """
    wanted = Q(person_id__in=list(children))
    if unled:
        led = LeadWorker.objects.filter(spell=OuterRef("pk"), until_on=None)
        waits = Spell.objects.filter(~Exists(led), person=OuterRef("person_id"), closed_on=None)
        wanted = wanted | Q(Exists(waits))
    new = IndicatorSeen.objects.filter(person=OuterRef("person_id"), look=None)
    rows = IndicatorSeen.objects.filter(wanted, Exists(new)).select_related("person", "event").order_by("pk")
    by_child: dict[Person, list[Any]] = {}
    for row in rows:
        by_child.setdefault(row.person, []).append(row)
    found = [Waiting(child, one) for child, signs in by_child.items() for one in rules.patterns(signs, pack)]
    return sorted(found, key=lambda one: (one.pattern.since, one.person.pk))


def records_of(child: Person, today: date, days: int, most: int = 40) -> list[Act]:
    """What was recorded of a child in so many days, newest first: to tick signs on. One query."""
    since = today - timedelta(days=days)
    rows = Act.objects.filter(person=child, name__in=RECORDS, happened_on__gte=since)
    return list(rows.order_by("-happened_on", "-pk")[:most])


def record(child: Person, pk: int) -> Act | None:
    """One line of the log about this child."""
    return Act.objects.filter(person=child, pk=pk).first()
