"""When the story, the family tree and the assessment were last confirmed, and what has happened since (N8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Model, OuterRef, Q, Subquery

from kith import packs
from kith.access.actor import HOME_TIME
from kith.assessment.models import Assessment
from kith.people.models import Person, Relationship, Residence
from kith.people.queries import FamilyRows, tree_since
from kith.story.models import StillRight, StoryReview
from kith.story.queries.reading import outline
from kith.story.rules import Event
from kith.story.rules import freshness as rules
from kith.story.rules.freshness import Change, Dial

_RISKS = {
    "say_situation danger": rules.RISK,
    "say_situation worry": rules.RISK,
    "say_situation no_contact": rules.ORDER,
    "say_danger danger": rules.RISK,
    "record_parental_responsibility": rules.ORDER,
}


@dataclass(frozen=True)
class Confirmed:
    """The day each was last found right; None where nobody ever has."""

    story: date | None = None
    assessment: date | None = None


def freshness(child: Person, today: date, *, level: str = "", family: FamilyRows | None = None) -> list[Dial]:
    """The three dials. `family`: its rows, where a page has them. Five queries, and two for a family not at hand."""
    confirmed, at_home = confirmed_on(child), list(_in_the_home(child))
    changes = [*at_home, *_of_family(child), *_of_events(outline(child))]
    pack = packs.pack_for(settings.PACK, today)
    return [
        rules.dial(rules.STORY, confirmed.story, changes, today, pack, level),
        _tree(child, at_home, today, pack, family),
        rules.dial(rules.ASSESSMENT, confirmed.assessment, changes, today, pack, level),
    ]


def tree_dial(child: Person, today: date, family: FamilyRows) -> Dial:
    """The family tree's alone. Two queries."""
    return _tree(child, _in_the_home(child), today, packs.pack_for(settings.PACK, today), family)


def _tree(child: Person, at_home: Iterable[Change], today: date, pack: packs.Pack, family: FamilyRows | None) -> Dial:
    tree = tree_since(child, family)
    changes = [*at_home, *(Change(rules.FAMILY, new.on, new.words) for new in tree.changes)]
    return rules.dial(rules.TREE, tree.confirmed_on, changes, today, pack)


def confirmed_on(child: Person) -> Confirmed:
    """One query."""
    row = (
        Person.objects.filter(pk=child.pk)
        .values(
            story=_newest_of(StoryReview, "reviewed_to"),
            assessed=_newest_of(Assessment, "authorised_on", authorised_on__isnull=False),
            looked=_newest_of(StillRight, "looked_on", clock=rules.ASSESSMENT),
        )
        .get()
    )
    return Confirmed(row["story"], _newest(row["assessed"], row["looked"]))


def _newest_of(model: type[Model], day: str, **only: object) -> Subquery:
    rows = model._default_manager.filter(person_id=OuterRef("pk"), **only)
    return Subquery(rows.order_by(f"-{day}").values(day)[:1])


def _in_the_home(child: Person) -> Iterable[Change]:
    """Moves of the child, and who came to live where the child lives."""
    here = Residence.objects.filter(person=child, kind="home", until_on=None).values("address_id")
    rows = Residence.objects.filter(Q(person=child) | Q(address_id__in=here), kind="home").order_by("pk")
    for person_id, called, at in rows.values_list("person_id", "person__called", "act__recorded_at"):
        if person_id == child.pk:
            yield Change(rules.MOVE, _day(at), "The child moved home.")
        else:
            yield Change(rules.HOUSEHOLD, _day(at), f"{called} came to live there.")


def _of_family(child: Person) -> Iterable[Change]:
    rows = Relationship.objects.filter(Q(person=child) | Q(other=child)).order_by("pk")
    for row in rows.values(
        "person_id", "person__called", "other__called", "until_on", "act__recorded_at", "latest_act__recorded_at"
    ):
        who = row["other__called"] if row["person_id"] == child.pk else row["person__called"]
        yield Change(rules.RELATIONSHIP, _day(row["act__recorded_at"]), f"{who} was written into the family.")
        if row["until_on"]:
            yield Change(rules.RELATIONSHIP, _day(row["latest_act__recorded_at"]), f"A relationship with {who} ended.")


def _of_events(events: Iterable[Event]) -> Iterable[Change]:
    for event in events:
        if event.name in _RISKS:
            yield Change(_RISKS[event.name], event.written_on, event.title)
        if event.matters and event.same_as is None:
            yield Change(rules.ENTRY, event.new_on, event.title)
        elif event.waits and event.suggested:
            yield Change(rules.WAITING, event.written_on, f"Waits: {event.suggested.line}")


def _day(moment: datetime) -> date:
    return moment.astimezone(HOME_TIME).date()


def _newest(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)
