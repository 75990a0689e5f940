"""The thread of a child's help: at which level, since when, and how it ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from kith.involvement.models import AT_HAND, Closure, LevelChange, Spell
from kith.people.models import Person


@dataclass(frozen=True)
class OnThread:
    """One stretch of help at one level, newest first in a list."""

    level: str
    from_on: date | None
    change: LevelChange | None  # what led to it; none for how the work began
    spell: Spell


def open_spell(child: Person) -> Spell | None:
    return Spell.objects.filter(person=child, closed_on=None).order_by(*AT_HAND).first()


def level_asked(child: Person) -> LevelChange | None:
    """What was asked for and is not in force yet."""
    waiting = LevelChange.objects.filter(person=child, in_force_on=None).exclude(
        decision__state__in=("changed", "ended")
    )
    return waiting.select_related("decision").order_by("-pk").first()


def level_change(pk: int) -> LevelChange | None:
    return LevelChange.objects.filter(pk=pk).select_related("decision").first()


def levels_over_time(child: Person) -> tuple[list[OnThread], list[LevelChange]]:
    """Every stretch of help there has been, and each time the level was looked at and left as it is (S2-23); newest
    first. Two queries.
    """
    spells = list(Spell.objects.filter(person=child).order_by("pk"))
    changes = LevelChange.objects.filter(person=child, in_force_on__isnull=False).order_by("pk")
    every = list(changes.select_related("decision"))
    made, kept = [one for one in every if one.way != "same"], [one for one in every if one.way == "same"]
    by_spell = {change.spell_id: change for change in made}
    thread = []
    for spell in spells:
        mine = [change for change in made if change.spell_id == spell.pk]
        first = mine[0].from_level if mine else spell.level
        led_here = by_spell.get(spell.follows_id) if spell.follows_id else None
        crossed = led_here if led_here and led_here.in_force_on == spell.started_on else None
        thread.append(OnThread(first, spell.started_on, crossed, spell))
        thread += [OnThread(c.to_level, c.in_force_on, c, spell) for c in mine if c is not _left(spell, mine)]
    return thread[::-1], kept[::-1]


def _left(spell: Spell, mine: list[LevelChange]) -> LevelChange | None:
    """The change by which the child left this work for one that follows it: it is told there."""
    last = mine[-1] if mine else None
    return last if last and last.to_level != spell.level else None


def how_work_ended(person_ids: Iterable[int]) -> dict[int, Closure]:
    """How the last work with each of these people ended, and what would bring us back; without those we work with
    now. One query.
    """
    ended = Closure.objects.filter(person_id__in=list(person_ids)).exclude(
        Exists(Spell.objects.filter(person_id=OuterRef("person_id"), closed_on=None))
    )
    return {one.person_id: one for one in ended.select_related("spell").order_by("spell__closed_on", "pk")}


@dataclass(frozen=True)
class HelpTold:
    """The help there is, as a family was told of it. `ended_on`: our work had ended."""

    level: str
    since: date | None
    ended_on: date | None
    told_on: date


def help_told(child: Person) -> HelpTold | None:
    """What the reader’s family was last told; None when nobody told them. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select level, since, ended_on, told_on from kith_help_told(%s)", [child.pk])
        row = cursor.fetchone()
    return HelpTold(*row) if row else None


def closures_of(child: Person) -> QuerySet[Closure]:
    return Closure.objects.filter(person=child).select_related("spell", "decision").order_by("-pk")
