"""Needs and the services that answer them; and what of the gaps may be told to others (S1-17)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

SERVING = ("agency", "service")  # the pack's step_owner: a step of another agency's, or of one of us
FEW = 5  # fewer children than this are never told apart outside
NOT_TOLD = ""  # no area, no reason or no kind is told


@dataclass(frozen=True)
class Served:
    """One need of a plan: the services that answer it, the steps of services towards it, and why there is none."""

    outcome: Any
    services: tuple[Any, ...]
    steps: tuple[Any, ...]
    lacks: tuple[Any, ...]

    @property
    def answered(self) -> bool:
        return bool(self.services or self.steps)

    @property
    def unmet(self) -> bool:
        return bool(self.lacks)

    @property
    def unsaid(self) -> bool:
        """No service, and nobody has said why."""
        return not self.answered and not self.unmet


def matrix(outcomes: Iterable[Any], steps: Sequence[Any], answers: Sequence[Any]) -> list[Served]:
    """Every need still worked on, in the order of the plan."""
    return [
        Served(
            one,
            tuple(each for each in answers if each.outcome_id == one.pk and each.service),
            tuple(each for each in steps if each.outcome_id == one.pk and each.owner_kind in SERVING),
            tuple(each for each in answers if each.outcome_id == one.pk and each.lacks),
        )
        for one in outcomes
    ]


@dataclass(frozen=True)
class Lacking:
    """One child who lacks one kind of help: why, since when, and where they live, unless that is kept from anybody."""

    child: Any
    kind: str
    because: str
    since_on: date
    sector: str = NOT_TOLD


@dataclass(frozen=True)
class OfKind:
    """Every child who lacks one kind of help, each once: the newest reason counts."""

    kind: str
    lines: tuple[Lacking, ...]

    def of(self, *, because: str | None = None, sector: str | None = None) -> list[Lacking]:
        return [
            one
            for one in self.lines
            if (because is None or one.because == because) and (sector is None or one.sector == sector)
        ]

    @property
    def reasons(self) -> dict[str, int]:
        return _counted(one.because for one in self.lines)

    @property
    def sectors(self) -> dict[str, int]:
        return _counted(one.sector for one in self.lines)


def of_kinds(rows: Iterable[Any], sectors: Mapping[int, str]) -> list[OfKind]:
    """The kind most children lack first. `rows`: reasons why no service meets a need, the oldest first."""
    newest = {(row.person_id, row.kind): row for row in rows}
    found: dict[str, list[Lacking]] = {}
    for row in newest.values():
        where = sectors.get(row.person_id, NOT_TOLD)
        found.setdefault(row.kind, []).append(Lacking(row.person, row.kind, row.lacks, row.since_on, where))
    return sorted(
        (
            OfKind(kind, tuple(sorted(lines, key=lambda one: (one.since_on, one.child.pk))))
            for kind, lines in found.items()
        ),
        key=lambda one: (-len(one.lines), one.kind),
    )


@dataclass(frozen=True)
class Told:
    """Numbers as they may be told: each of `shown` is of enough children, and all the others stand together in `rest`,
    which is of enough children too, or of none. None: there are too few for any number at all.
    """

    shown: Mapping[str, int]
    rest: int | None


def told(counts: Mapping[str, int], *, least: int = FEW) -> Told:
    """Parts of one total, so told that no part of fewer than `least` can be worked out of the others: small parts are
    put together, with the smallest of the others where they are too few even so; what is put together is not counted
    in parts, and what has no name is always among them.
    """
    total = sum(counts.values())
    if total < least:
        return Told({}, None if total else 0)
    shown = {key: n for key, n in counts.items() if n >= least and key != NOT_TOLD}
    rest = total - sum(shown.values())
    while 0 < rest < least:
        smallest = min(shown, key=lambda key: (shown[key], key))
        rest += shown.pop(smallest)
    return Told(dict(sorted(shown.items(), key=lambda one: (-one[1], one[0]))), rest)


def _counted(keys: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
