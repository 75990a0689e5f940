"""The register of demands: everything the published lists ask for, row by row, and what is still to be built (S4-01).

A row is one behaviour. `also` are the same demand where another list makes it. A row that waits is honest about it:
it is said to be not yet built wherever a charter that makes the demand is shown.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from kith.standards.reading import BadCharter, Demand, Strict, Text, read

PAGE = Path(__file__).parent / "demands.toml"
WAITS = {
    "sharing": "agreeing what is shared, and the papers families get",
    "learning": "audit, training and feedback",
    "returns": "statutory returns",
    "matching": "finding the same person twice",
}


class Row(Strict):
    id: Demand
    group: Literal["A", "B", "C", "D", "E", "F", "G", "H"]
    title: Text
    also: list[Demand]
    waits_for: Literal["", "sharing", "learning", "returns", "matching"]
    stands: str = ""  # of a row that waits: what of it is there already


class _Register(Strict):
    demands: Annotated[list[Row], Field(min_length=1)]


@cache
def demands(path: Path = PAGE) -> dict[str, Row]:
    """Every row by its own id, in the register's order. Raises BadCharter: bad TOML, a demand told of twice."""
    rows = read(path, _Register).demands
    seen = set[str]()
    for row in rows:
        for id_ in (row.id, *row.also):
            if id_ in seen:
                raise BadCharter(path.name, f"demands '{row.id}'", f"{id_} is here twice")
            seen.add(id_)
    return {row.id: row for row in rows}


def rows_of(ids: Iterable[str]) -> list[Row]:
    """Raises LookupError for a demand that is no row's own."""
    known = demands()
    return [known[id_] for id_ in ids]


def waiting(ids: Iterable[str]) -> list[Row]:
    """Those of these rows that are not yet built."""
    return [row for row in rows_of(ids) if row.waits_for]


def carried_by(document: str) -> dict[str, list[str]]:
    """Every demand one document makes (S0, S1 ...) and the rows that carry it: {"S0-09": ["S1-32"], ...}."""
    found: dict[str, list[str]] = {}
    for row in demands().values():
        for id_ in (row.id, *row.also):
            if id_.startswith(f"{document}-"):
                found.setdefault(id_.partition(".")[0], []).append(row.id)
    return found
