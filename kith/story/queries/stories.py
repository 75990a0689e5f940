"""One page of a story in the order and lens asked for, and how the whole of it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from kith import packs
from kith.access import Actor, Audience
from kith.directory.models import Agency
from kith.people.models import Person
from kith.record.models import Act
from kith.story import rules
from kith.story.models import Entry, History, StoryReview
from kith.story.queries.reading import Reading, read
from kith.story.rules import EVERYTHING, STORY, SUGGESTED, TO_COMPLETE, Asked, Event, Standing
from kith.visits.models import ChildLine
from kith.voice.models import Answer, Words

A_PAGE = 40


@dataclass(frozen=True)
class Shown:
    """One event as it is shown: with the child's words, the answer, the child's own line of a visit, what the family
    tells about it, and the other records of the same event.
    """

    event: Event
    words: list[Words] = field(default_factory=list)
    answer: Answer | None = None
    line: ChildLine | None = None
    family: list[Event] = field(default_factory=list)
    also: list[Event] = field(default_factory=list)
    same: Event | None = None  # the event this is another record of


@dataclass(frozen=True)
class Story:
    entries: list[Shown]
    waiting: list[Shown]  # every suggestion nobody has answered, newest first
    alike: list[tuple[Event, Event]]  # pairs that may be one event
    standing: Standing
    asked: Asked
    found: int
    page: int
    pages: int
    writers: list[str]
    agencies: list[str]
    reading: Reading  # all of it, for what else the page computes from it


def story_of(
    child: Person, today: date, asked: Asked | None = None, *, oldest_first: bool = False, page: int = 1
) -> Story:
    """Eight queries however long the story is. An unknown lens is the story; a page beyond the last is the last."""
    lenses = [code for code, _ in packs.pack_for(settings.PACK, today).choices("lens")]
    wanted = asked or Asked()
    if wanted.lens not in (STORY, EVERYTHING, SUGGESTED, TO_COMPLETE, *lenses):
        wanted = Asked()
    reading = read(child)
    shown = [event for event in reading.events if wanted.lets_in(event)]
    shown = shown if oldest_first else shown[::-1]
    pages = max(1, -(-len(shown) // A_PAGE))
    page = min(max(page, 1), pages)
    reviewed_to, reviewed = _review(child)
    return Story(
        entries=_shown(shown[(page - 1) * A_PAGE : page * A_PAGE], reading),
        waiting=_shown([event for event in reversed(reading.events) if event.waits], reading),
        alike=rules.likely_same(reading.events),
        standing=rules.standing(reading.events, reviewed_to, reviewed, lenses),
        asked=wanted,
        found=len(shown),
        page=page,
        pages=pages,
        writers=sorted({event.source.who for event in reading.events if event.source.who}),
        agencies=sorted({event.source.agency for event in reading.events if event.source.agency}),
        reading=reading,
    )


def event(child: Person, act_id: int) -> Shown | None:
    """One event of this child's story; None for anything else."""
    reading = read(child)
    found = [event for event in reading.events if event.act_id == act_id]
    return _shown(found, reading)[0] if found else None


def act(pk: int) -> Act | None:
    return Act.objects.filter(pk=pk).first()


def agencies() -> QuerySet[Agency]:
    """Every agency a piece of history may come from."""
    return Agency.objects.order_by("name")


def meanings_of(child: Person, events: Iterable[int]) -> list[Entry]:
    """What these events (acts) are said to have meant, where somebody has said so: for the words it rests on."""
    return list(Entry.objects.filter(person=child, event_id__in=list(events)).exclude(meant="").only("pk", "event_id"))


def told_by_me(actor: Actor, child: Person) -> QuerySet[History]:
    """What this very account has told of the child, newest first."""
    return History.objects.filter(person=child, entered_by_id=actor.account_id).order_by("-pk")


def told_by_agencies(person_ids: Iterable[int]) -> list[History]:
    """What workers of other agencies wrote themselves of these children, with the agency. One query."""
    rows = History.objects.filter(person_id__in=list(person_ids), act__occasion__audience=Audience.PARTNER)
    return list(rows.select_related("agency", "act").order_by("pk"))


def _shown(events: Iterable[Event], reading: Reading) -> list[Shown]:
    of = {event.act_id: event for event in reading.events}
    return [
        Shown(
            event=event,
            words=reading.said.get(event.act_id, []),
            answer=reading.answers.get(event.act_id),
            line=reading.lines.get(event.act_id),
            family=reading.about(event),
            also=reading.also(event),
            same=of.get(event.same_as or event.beside or 0),
        )
        for event in events
    ]


def _review(child: Person) -> tuple[date | None, str]:
    last = StoryReview.objects.filter(person=child).select_related("act").order_by("-reviewed_to", "-pk").first()
    return (last.reviewed_to, last.act.said) if last else (None, "")
