"""The child's story: what was done and heard, from the log, and what people tell of the time before, in one order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from kith import packs
from kith.access.actor import HOME_TIME
from kith.calendar import PartDate
from kith.people.models import Person
from kith.record.models import Act
from kith.story import rules
from kith.story.models import History, StoryReview
from kith.story.rules import EVERYTHING, MATTERS, Event, Standing
from kith.visits.models import ChildLine
from kith.voice import queries as voice
from kith.voice.models import Answer, Words

A_PAGE = 40
_KINDS = ("name", "said", "happened_on", "happened_precision", "recorded_at", "significance")


@dataclass(frozen=True)
class Entry:
    """One event as it is shown: with the child's words, the answer, or the child's own line of a visit."""

    event: Event
    words: list[Words] = field(default_factory=list)
    answer: Answer | None = None
    line: ChildLine | None = None

    @property
    def meant(self) -> str:
        """What someone wrote that it meant; else what the visitor made of it that day."""
        return self.event.meant or (self.line.means if self.line else "")


@dataclass(frozen=True)
class Story:
    """One page of a story in the order and lens asked for, and how the whole of it stands."""

    entries: list[Entry]
    standing: Standing
    lens: str
    page: int
    pages: int


def story_of(child: Person, today: date, *, lens: str = EVERYTHING, oldest_first: bool = False, page: int = 1) -> Story:
    """Five queries however long the story is. An unknown lens is everything; a page beyond the last is the last."""
    lenses = [code for code, _ in packs.pack_for(settings.PACK, today).choices("lens")]
    lens = lens if lens in (MATTERS, *lenses) else EVERYTHING
    said = _by_act(voice.words_of(child))
    events = [*_acts(child, said), *_told(child)]
    shown = sorted((e for e in events if e.is_in(lens)), key=lambda e: e.order, reverse=not oldest_first)
    pages = max(1, -(-len(shown) // A_PAGE))
    page = min(max(page, 1), pages)
    reviewed_to, reviewed = _review(child)
    return Story(
        entries=_with_what_was_said(shown[(page - 1) * A_PAGE : page * A_PAGE], said),
        standing=rules.standing(events, reviewed_to, reviewed, lenses),
        lens=lens,
        page=page,
        pages=pages,
    )


def event(child: Person, act_id: int) -> Event | None:
    """One event of this child's story; None for anything else."""
    known = voice.words_of(child).filter(act_id=act_id)
    found = [*_acts(child, _by_act(known), act_id), *_told(child, act_id)]
    return found[0] if found else None


def act(pk: int) -> Act | None:
    return Act.objects.filter(pk=pk).first()


def _acts(child: Person, said: dict[int, list[Words]], act_id: int | None = None) -> list[Event]:
    rows = Act.objects.filter(person=child, in_story=True)
    rows = rows.filter(pk=act_id) if act_id else rows
    return [
        Event(
            act_id=row["id"],
            when=PartDate(row["happened_on"], row["happened_precision"]),
            title=row["said"],
            lenses=rules.lenses_of(row["name"], {w.sort for w in said.get(row["id"], [])}),
            significance=row["meaning__significance"] or row["significance"],
            meant=row["meaning__meant"] or "",
            written_on=row["recorded_at"].astimezone(HOME_TIME).date(),
            name=row["name"],
        )
        for row in rows.values("id", *_KINDS, "meaning__significance", "meaning__meant")
    ]


def _told(child: Person, act_id: int | None = None) -> list[Event]:
    rows = History.objects.filter(person=child).select_related("act__meaning")
    return [_history(row) for row in (rows.filter(act_id=act_id) if act_id else rows)]


def _history(row: History) -> Event:
    meaning = getattr(row.act, "meaning", None)
    return Event(
        act_id=row.act_id,
        when=PartDate(row.happened_on, row.happened_precision),
        title=row.what,
        lenses=frozenset([row.lens]),
        significance=meaning.significance if meaning else row.act.significance,
        meant=meaning.meant if meaning else "",
        written_on=row.act.recorded_at.astimezone(HOME_TIME).date(),
        told_by=row.told_by,
    )


def _by_act(said: Iterable[Words]) -> dict[int, list[Words]]:
    found: dict[int, list[Words]] = {}
    for words in said:
        found.setdefault(words.act_id, []).append(words)
    return found


def _with_what_was_said(events: list[Event], said: dict[int, list[Words]]) -> list[Entry]:
    lines = {line.act_id: line for line in ChildLine.objects.filter(act_id__in=[e.act_id for e in events])}
    answers = {
        answer_act: words.wish.answer
        for heard in said.values()
        for words in heard
        if hasattr(words, "wish") and hasattr(words.wish, "answer")
        for answer_act in {words.wish.answer.act_id, words.wish.answer.latest_act_id}
    }
    return [
        Entry(
            event=e,
            words=said.get(e.act_id, []),
            answer=answers.get(e.act_id),
            line=lines.get(e.act_id),
        )
        for e in events
    ]


def _review(child: Person) -> tuple[date | None, str]:
    last = StoryReview.objects.filter(person=child).select_related("act").order_by("-reviewed_to", "-pk").first()
    return (last.reviewed_to, last.act.said) if last else (None, "")
