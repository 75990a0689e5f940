"""Is the child lost behind the adults? The share of the last records that speaks of the child (S1-06). Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kith.words import Share, sentences, share_of


class Text(NamedTuple):
    """One text of one record. `otherwise`: whose a sentence is that names nobody; "quote": all of it the child's."""

    record: int
    on: date
    kind: str
    otherwise: str
    words: str


@dataclass(frozen=True)
class Record:
    """One record: the day it tells of, what kind it is, and its sentences."""

    on: date
    kind: str
    share: Share


@dataclass(frozen=True)
class Focus:
    """The last records of one child, newest first, held against the least share that may be the child's."""

    records: tuple[Record, ...]
    least: int
    asked: int  # how many records it is taken of, when there are so many

    @property
    def share(self) -> Share:
        return sum((record.share for record in self.records), Share())

    @property
    def percent(self) -> int | None:
        return self.share.percent

    @property
    def is_low(self) -> bool:
        return self.percent is not None and self.percent < self.least


def focus(texts: Iterable[Text], child: Collection[str], adults: Collection[str], *, least: int, records: int) -> Focus:
    """Every text of a record is counted once, in the order given."""
    found: dict[int, tuple[date, str, Share]] = {}
    for text in texts:
        on, kind, so_far = found.get(text.record, (text.on, text.kind, Share()))
        found[text.record] = (on, kind, so_far + _share(text, child, adults))
    return Focus(tuple(Record(*record) for record in found.values()), least, records)


def _share(text: Text, child: Collection[str], adults: Collection[str]) -> Share:
    if text.otherwise == "quote":
        return Share(child=len(sentences(text.words)))
    return share_of(text.words, child, adults, otherwise="child" if text.otherwise == "child" else "")
