"""The five outcomes by the sides of the child's life: where we looked, where not yet, what is of no matter (N14)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kith.packs import Pack
from kith.words import needs_words

LOOKED, SET_ASIDE, NOT_YET = "looked", "set_aside", "not_yet"


@dataclass(frozen=True)
class Cell:
    """`parts`: those of this side that were looked at and bear on the outcome. `because`: why it is of no matter."""

    outcome: str
    side: str
    called: str
    side_called: str
    parts: tuple[str, ...] = ()
    because: str = ""

    @property
    def state(self) -> str:
        """What was looked at counts, whatever was said before it was."""
        if self.parts:
            return LOOKED
        return SET_ASIDE if self.because else NOT_YET

    @property
    def words(self) -> str:
        return f"{self.called}: {self.side_called}"


def grid(notes: Iterable[Any], set_aside: Iterable[Any], pack: Pack) -> list[list[Cell]]:
    """A row for each outcome, a cell in it for each side of the map."""
    titles = dict(pack.choices("assessment_domain"))
    looked = [note for note in notes if really_looked(note)]
    whys = {(one.outcome, one.side): one.because for one in set_aside}
    return [
        [
            Cell(
                outcome,
                side,
                called,
                side_called,
                tuple(
                    titles.get(note.domain, note.domain)
                    for note in looked
                    if outcome in note.outcomes and note.domain.partition("-")[0] == side
                ),
                whys.get((outcome, side), ""),
            )
            for side, side_called in pack.choices("assessment_side")
        ]
        for outcome, called in pack.choices("five_outcomes")
    ]


def really_looked(note: Any) -> bool:
    """A dot is kept, and counts as nothing (design 7.11)."""
    texts = (note.strengths, note.none_found_how, note.needs, note.shown_by)
    return any(not needs_words(text) for text in texts)


def not_looked_at(rows: Iterable[Iterable[Cell]]) -> list[Cell]:
    """What a signature lists and never waits for."""
    return [cell for row in rows for cell in row if cell.state == NOT_YET]


def never_looked_at(
    children: Iterable[int], notes: Mapping[int, list[Any]], set_aside: Mapping[int, list[Any]], pack: Pack
) -> dict[tuple[str, str], list[int]]:
    """By cell, the children of whom no version has looked there. Every cell, in the order of the map."""
    found: dict[tuple[str, str], list[int]] = {
        (outcome, side): []
        for outcome, _ in pack.choices("five_outcomes")
        for side, _ in pack.choices("assessment_side")
    }
    for child in children:
        for cell in not_looked_at(grid(notes.get(child, ()), set_aside.get(child, ()), pack)):
            found[cell.outcome, cell.side].append(child)
    return found
