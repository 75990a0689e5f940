"""What the record itself asks two people to speak of when they think about a child together (S1-03, S1-06, S3-32)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from kith import words
from kith.involvement import queries as involvement
from kith.pages.staff import focusing, time_limits
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.pages.staff.whole import life_in_words
from kith.people import queries as people
from kith.plans import queries as plans
from kith.standards.clocks import queries as clocks
from kith.story import queries as story
from kith.story.rules.freshness import STORY
from kith.voice import queries as voice
from kith.workforce import queries as workforce

_MOST = 4  # of each kind


@dataclass(frozen=True)
class Item:
    """One line of the agenda, and where it is put right."""

    text: str
    href: str


def agenda(opened: Opened, level: str) -> list[Item]:
    """In the order they are spoken of: the child's life first, then what keeps them safe. About twelve queries."""
    return [
        *_life(opened),
        *_overdue(opened),
        *_owed(opened),
        *_stuck(opened),
        *_fitting(opened),
        *_story(opened, level),
        *_focus(opened),
        *_clocks(opened),
    ]


def _at(name: str, opened: Opened) -> str:
    return reverse(name, args=[opened.child.ref])


def _first(opened: Opened) -> str:
    return opened.child.called.partition(" ")[0]


def _life(opened: Opened) -> Iterator[Item]:
    life = life_in_words(opened, resting=False)
    if life is None:
        yield Item(f"Nobody has written what life is like for {_first(opened)} today.", _at("say-life-today", opened))
    elif life["old"]:
        yield Item(
            f"What life is like for {_first(opened)} was written {life['ago']}: older than it may be.",
            _at("say-life-today", opened),
        )


def _overdue(opened: Opened) -> Iterator[Item]:
    today = opened.actor.today
    for step in plans.steps_overdue(opened.child, today)[:_MOST]:
        kind = "Keeps the child safe, and is late" if step.protective else "A step is late"
        yield Item(f"{kind}: {step.what} ({step.owner_name or 'nobody'})", _at("child-plan", opened))
    for late in involvement.protection_of(opened.child).steps[:_MOST]:
        if late.by_when and late.by_when < today:
            yield Item(f"Agreed at a meeting, and late: {late.what}", _at("child-protection", opened))
    for action in workforce.actions_open(opened.child)[:_MOST]:
        if action.by_when and action.by_when < today:
            yield Item(f"Agreed in supervision, and late: {action.what}", _at("child-supervision", opened))


def _owed(opened: Opened) -> Iterator[Item]:
    for wish in voice.wishes_owed(opened.child)[:_MOST]:
        by = words.short_day(wish.answer_by_on, opened.actor.today)
        yield Item(f"{_first(opened)} waits for an answer, owed by {by}.", _at("child-voice", opened))


def _stuck(opened: Opened) -> Iterator[Item]:
    for one in plans.stuck(opened.child, pack_of(opened))[:_MOST]:
        yield Item(f"Did not move at the last review: {one.outcome.statement}", _at("child-plan", opened))


def _fitting(opened: Opened) -> Iterator[Item]:
    """In words that tell nothing: the agenda is kept, and read by more than those who may know why (S2-22)."""
    if people.works_with(opened.ties) and people.owes_adapting(opened.child, pack_of(opened)):
        yield Item("How we fit our work to this family is not written.", _at("child-fitting", opened))


def _story(opened: Opened, level: str) -> Iterator[Item]:
    for dial in story.freshness(opened.child, opened.actor.today, level=level):
        if dial.clock == STORY and not dial.current:
            why = words.counted(len(dial.because), "reason")
            yield Item(f"The story needs a look, for {why}.", _at("child-story", opened))


def _focus(opened: Opened) -> Iterator[Item]:
    prompt = focusing.prompt(story.focus_of(opened.child, opened.actor.today), opened.child.called)
    if prompt:
        yield Item(prompt, _at("child-focus", opened))


def _clocks(opened: Opened) -> Iterator[Item]:
    """What few may know of is on no agenda: it is kept with the supervision, and read by more than the two."""
    running = [line for line in clocks.clocks_of(opened.child, opened.actor) if not line.runs.kept_close]
    late = [line for line in running if line.is_open and line.state == "late"]
    for line in late[:_MOST]:
        shown = time_limits.shown(line, opened.actor)
        yield Item(f"Late: {shown.title}. {shown.sentence}", _at("child-clocks", opened))
