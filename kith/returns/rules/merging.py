"""A later file beside what is held: what the census changed, what people changed, and what is new.

Three things are compared: what the last file said, what this one says, and what is held. What only the census changed
is taken over; what only a person changed is left; where both did, the person's answer is kept and said so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kith.returns.cin.keeping import from_data
from kith.returns.cin.shape import CensusChild
from kith.returns.rules.columns import CHILD, STAGES, Kind


@dataclass(frozen=True)
class Said:
    """One record as an earlier file had it, the year of that census, and the row it became."""

    record: Any
    year: int
    row: int


@dataclass(frozen=True)
class Pair:
    """A record of the file with what an earlier file said of it and the row it is held in.

    `said` without `row`: it was taken off the child's record since. Neither: it is new.
    """

    record: Any
    said: Said | None = None
    row: Any = None


@dataclass
class Merged:
    """`changes`: columns the census changes. `kept`: columns that differ, where what is held stays."""

    changes: dict[str, Any] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def merged(held: dict[str, Any], says: dict[str, Any], said: dict[str, Any] | None) -> Merged:
    """Compare column by column. Without `said`, only what is empty is filled: nobody knows whose the rest is."""
    result = Merged()
    for column, value in says.items():
        ours = held[column]
        if ours == value or (said is not None and said[column] == value):
            continue
        if ours == said[column] if said is not None else _is_empty(ours):
            result.changes[column] = value
        elif said is not None or not _is_empty(value):
            result.kept.append(column)
    return result


def gathered(held: list[Any], says: list[Any]) -> list[Any]:
    """Days that add up from census to census, as reviews do: those held, then those only the file has."""
    return [*held, *(day for day in says if day not in held)]


def paired(records: Iterable[Any], said: list[Said], rows: Iterable[Any], kind: Kind) -> tuple[list[Pair], list[Said]]:
    """Each record with its partner, and what earlier files said that this one does not.

    A record is known again when it is the same in every particular, or else by the day it began; one no file spoke of
    before, by a row that began the same day.
    """
    records, left = list(records), list(said)
    found: dict[int, Said] = {}
    for same in (_the_same, lambda a, b: getattr(a, kind.begins) == getattr(b, kind.begins)):
        for place, record in enumerate(records):
            partner = next((one for one in left if place not in found and same(one.record, record)), None)
            if partner:
                found[place] = partner
                left.remove(partner)
    by_id = {row.pk: row for row in rows}
    free = [row for row in by_id.values() if row.pk not in {one.row for one in said}]
    return [_pair(record, found.get(place), by_id, free, kind) for place, record in enumerate(records)], left


def _pair(record: Any, said: Said | None, by_id: dict[int, Any], free: list[Any], kind: Kind) -> Pair:
    if said:
        return Pair(record, said, by_id.get(said.row))
    row = next((row for row in free if row.started_on == getattr(record, kind.begins)), None)
    if row is not None:
        free.remove(row)
    return Pair(record, None, row)


def remembered(entry: Any) -> tuple[Said, Iterator[tuple[tuple[str, int | None], Said]]]:
    """What one file said of a child, and of each record in it: ((name, row of its spell), what was said).

    A referral's own key is ("referrals", None).
    """
    child: CensusChild = from_data(entry.facts, CHILD.parts, CHILD.shape)
    return Said(child, entry.year, entry.person_id), _inside(child, entry)


def _inside(child: CensusChild, entry: Any) -> Iterator[tuple[tuple[str, int | None], Said]]:
    for referral, facts in zip(child.referrals, entry.facts.get("referrals", ()), strict=True):
        yield ("referrals", None), Said(referral, entry.year, facts["row"])
        for name in STAGES:
            for record, inside in zip(getattr(referral, name), facts.get(name, ()), strict=True):
                if "row" in inside:  # none, for what came under a referral taken off the record
                    yield (name, facts["row"]), Said(record, entry.year, inside["row"])


def _the_same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == []
