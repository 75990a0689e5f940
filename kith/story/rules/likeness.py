"""Two records that may be of one event: proposed to a person, who links them or says that they are two (N9)."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from kith.story.rules.events import LEFT_OUT, Event

APART = timedelta(days=7)
ENOUGH = 0.5  # of the shorter one's telling words
FEWEST = 3

_WORD = re.compile(r"[^\W\d_]{3,}")
_EVERYDAY = re.compile(
    r"(?:the|and|was|were|had|has|have|with|from|for|that|this|they|she|him|her|his|their|our|not|but|into|after|before"
    r"|when|who|there|then|them|been|about|which|out|also)$"
)


def likely_same(events: Iterable[Event]) -> list[tuple[Event, Event]]:
    """Pairs from different sources, told of about the same time in much the same words; the earlier written first.
    Neither is linked, left out, or told beside another yet.
    """
    loose = sorted((e for e in events if _loose(e)), key=lambda e: e.when.earliest)
    words = {event.act_id: _telling(event.title) for event in loose}
    found = [(a, b) for a, b in _near(loose) if _alike(words[a.act_id], words[b.act_id]) and _two_sources(a, b)]
    return [(a, b) if a.act_id < b.act_id else (b, a) for a, b in found]


def _loose(event: Event) -> bool:
    placed = event.in_story or event.waits
    return placed and event.same_as is None and event.beside is None and event.stands != LEFT_OUT


def _near(events: list[Event]) -> Iterator[tuple[Event, Event]]:
    for place, one in enumerate(events):
        for other in events[place + 1 :]:
            if other.when.earliest > one.when.latest + APART:
                break
            yield one, other


def _two_sources(one: Event, other: Event) -> bool:
    """Two lines of one hand about one week are two events; the log and a person, or two agencies, may tell of one."""
    return one.source.agency != other.source.agency or one.source.who != other.source.who


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= FEWEST and len(one & other) / shorter >= ENOUGH


def _telling(text: str) -> frozenset[str]:
    """Its words without the everyday ones, cut to their first six letters: visited and visits are one."""
    return frozenset(word[:6] for word in _WORD.findall(text.lower()) if not _EVERYDAY.match(word))
