"""Charters: published lists of values and standards, each item tied to the promises that keep it.

A charter is a TOML file. Its items are told in our own words, with the demands of the register each one makes. An
item without standards, or whose every demand waits, is not yet built, and says so. Answers S4-01 (no value without a
live check). How a partnership chooses its charters and adds its own is told in docs/charters.md.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from kith.standards.demands import Row, demands, rows_of, waiting
from kith.standards.reading import BadCharter, Demand, Key, Strict, Text, read

SHIPPED = Path(__file__).parent


class Item(Strict):
    """One thing that is published. `meaning` is told in our own words."""

    id: Key
    title: Text
    meaning: Text
    requirements: Annotated[list[Demand], Field(min_length=1)]
    standards: list[Key]

    @property
    def rows(self) -> list[Row]:
        return rows_of(self.requirements)

    @property
    def waiting(self) -> list[Row]:
        """Its demands that are not yet built."""
        return waiting(self.requirements)

    @property
    def not_yet_built(self) -> bool:
        """Never shown as kept: nothing counts it, or every demand of it waits."""
        return not self.standards or len(self.waiting) == len(self.requirements)


class Charter(Strict):
    """`succeeds`: the charter it followed. `document`: which source document it tells, sentence by sentence."""

    id: Key
    title: Text
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    succeeds: Key | Literal[""] = ""
    document: Literal["", "S0", "S1", "S2", "S3", "S4"] = ""
    items: Annotated[list[Item], Field(min_length=1)]

    def item(self, id_: str) -> Item:
        """Raises LookupError."""
        for item in self.items:
            if item.id == id_:
                return item
        raise LookupError(f"The charter {self.id} has no item {id_!r}.")

    @property
    def not_yet_built(self) -> list[Item]:
        return [item for item in self.items if item.not_yet_built]


@cache
def charters(folder: Path = SHIPPED) -> tuple[Charter, ...]:
    """Every charter of the folder, by file name. Raises BadCharter."""
    return tuple(load(path) for path in sorted(folder.glob("*.toml"), key=lambda path: path.stem))


@cache
def chosen(names: tuple[str, ...] = (), own: Path | None = None) -> tuple[Charter, ...]:
    """The charters a partnership works by: those shipped and those of its own folder, in the order it names them; all
    of them when it names none. Raises BadCharter: a name nobody has, one that is there twice, an own folder that is
    not there.
    """
    if own and not own.is_dir():
        raise BadCharter(own.name, "the folder of your own charters", "is not there")
    known: dict[str, Charter] = {}
    for charter in (*charters(), *(charters(own) if own else ())):
        if charter.id in known:
            raise BadCharter(f"{charter.id}.toml", "id", "there is a charter of this name already")
        known[charter.id] = charter
    for name in names:
        if name not in known:
            raise BadCharter(name, "the charters you chose", f"there are only {', '.join(known)}")
    return tuple(known[name] for name in names or known)


def load(path: Path) -> Charter:
    """One charter. Raises BadCharter naming file, key and reason."""
    charter = read(path, Charter)
    if charter.id != path.stem:
        raise BadCharter(path.name, "id", f"'{charter.id}' must be the file's own name, '{path.stem}'")
    _check_items(path.name, charter.items)
    return charter


def _check_items(file: str, items: Iterable[Item]) -> None:
    # Asked for late: the register imports models, which a charter can be read without.
    from kith.standards.register import STANDARDS

    known, rows, seen = {standard.id for standard in STANDARDS}, demands(), set[str]()
    for item in items:
        if item.id in seen:
            raise BadCharter(file, f"items '{item.id}'", "is here twice")
        seen.add(item.id)
        for id_ in item.requirements:
            if id_ not in rows:
                raise BadCharter(file, f"items '{item.id}', requirements", f"{id_} is no row of the register")
        for standard in item.standards:
            if standard not in known:
                raise BadCharter(file, f"items '{item.id}', standards", f"there is no standard '{standard}'")
