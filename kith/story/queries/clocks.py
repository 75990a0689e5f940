"""When the story, the family tree and the assessment were last confirmed, and what has happened since (N8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Max, Q

from kith import packs
from kith.access.actor import HOME_TIME
from kith.assessment.models import Assessment
from kith.people.models import ParentalResponsibility, Person, Relationship, Residence, SituationLine
from kith.story.models import StillRight, StoryReview
from kith.story.queries.reading import Reading, read
from kith.story.rules import freshness as rules
from kith.story.rules.freshness import Change, Dial

_RISKS = ("danger", "worry", "no_contact")


@dataclass(frozen=True)
class Confirmed:
    """The day each was last found right; None where nobody ever has."""

    story: date | None = None
    tree: date | None = None
    assessment: date | None = None


def freshness(
    child: Person,
    today: date,
    *,
    level: str = "",
    tree_confirmed: date | None = None,
    reading: Reading | None = None,
) -> list[Dial]:
    """The three dials. `tree_confirmed`: the day somebody confirmed the tree on its own page, where there is one.
    `reading`: the story, when it is in hand already. Six queries more than it.
    """
    confirmed = _confirmed(child, tree_confirmed)
    changes = changes_since(child, reading or read(child))
    pack = packs.pack_for(settings.PACK, today)
    return [
        rules.dial(clock, day, changes, today, pack, level)
        for clock, day in (
            (rules.STORY, confirmed.story),
            (rules.TREE, confirmed.tree),
            (rules.ASSESSMENT, confirmed.assessment),
        )
    ]


def _confirmed(child: Person, tree_confirmed: date | None) -> Confirmed:
    looked = dict(StillRight.objects.filter(person=child).values_list("clock").annotate(Max("looked_on")).order_by())
    story = StoryReview.objects.filter(person=child).aggregate(day=Max("reviewed_to"))["day"]
    assessed = Assessment.objects.filter(person=child).aggregate(day=Max("authorised_on"))["day"]
    return Confirmed(
        story=story,
        tree=_newest(tree_confirmed, looked.get(rules.TREE)),
        assessment=_newest(assessed, looked.get(rules.ASSESSMENT)),
    )


def changes_since(child: Person, reading: Reading) -> list[Change]:
    """Everything that may have made what we know untrue, each in a sentence: the rule looks at the newer ones."""
    first = child.called.partition(" ")[0]
    return [*_in_the_home(child, first), *_of_family(child), *_of_risk(child), *_of_story(reading)]


def _in_the_home(child: Person, first: str) -> Iterable[Change]:
    """Moves of the child, and who came to live where the child lives."""
    own = Residence.objects.filter(person=child, kind="home")
    rows = Residence.objects.filter(Q(person=child) | Q(address_id__in=own.filter(until_on=None).values("address_id")))
    for row in rows.filter(kind="home").select_related("act", "person").order_by("pk"):
        if row.person_id == child.pk:
            yield Change(rules.MOVE, _day(row.act.recorded_at), f"{first} moved home.")
        else:
            yield Change(rules.HOUSEHOLD, _day(row.act.recorded_at), f"{row.person.called} came to live there.")


def _of_family(child: Person) -> Iterable[Change]:
    for row in Relationship.objects.filter(Q(person=child) | Q(other=child)).select_related(
        "act", "latest_act", "person", "other"
    ):
        who = (row.other if row.person_id == child.pk else row.person).called
        yield Change(rules.RELATIONSHIP, _day(row.act.recorded_at), f"{who} was written into the family.")
        if row.until_on:
            yield Change(rules.RELATIONSHIP, _day(row.latest_act.recorded_at), f"Something ended with {who}.")
    for held in ParentalResponsibility.objects.filter(person=child).select_related("act", "holder"):
        words = f"Who may decide was changed: {held.holder.called}."
        yield Change(rules.ORDER, _day(held.act.recorded_at), words)


def _of_risk(child: Person) -> Iterable[Change]:
    for line in SituationLine.objects.filter(person=child, kind__in=_RISKS).select_related("act"):
        kind = rules.ORDER if line.kind == "no_contact" else rules.RISK
        yield Change(kind, _day(line.act.recorded_at), f"Written: “{line.text}”")


def _of_story(reading: Reading) -> Iterable[Change]:
    for event in reading.events:
        if event.matters:
            yield Change(rules.ENTRY, event.written_on, f"New in the story: {event.title}")
        elif event.waits and event.suggested:
            yield Change(rules.WAITING, event.written_on, f"Waits to be taken in: {event.suggested.line}")


def _day(moment: datetime) -> date:
    return moment.astimezone(HOME_TIME).date()


def _newest(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)
