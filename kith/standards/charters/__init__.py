"""Charters: published lists of values and standards, each item tied to the promises that keep it.

A charter is a TOML file. Its items are told in our own words, with the demands of the register each one makes. An
item without standards is not yet built, and says so. Answers S4-01 (no value without a live check).
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

SHIPPED = Path(__file__).parent

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Demand = Annotated[str, Field(pattern=r"^S[0-4]-\d\d(\.\d)?$")]
Text = Annotated[str, Field(min_length=1)]


class BadCharter(Exception):
    """A charter that cannot be used. `str()` is one line: file: key: reason."""

    def __init__(self, file: str, key: str, reason: str):
        super().__init__(f"{file}: {key}: {reason}")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Item(_Strict):
    id: Key
    title: Text
    requirements: Annotated[list[Demand], Field(min_length=1)]
    standards: list[Key]


class Charter(_Strict):
    id: Key
    title: Text
    items: Annotated[list[Item], Field(min_length=1)]

    def item(self, id_: str) -> Item:
        """Raises LookupError."""
        for item in self.items:
            if item.id == id_:
                return item
        raise LookupError(f"The charter {self.id} has no item {id_!r}.")


@cache
def charters(folder: Path = SHIPPED) -> tuple[Charter, ...]:
    """Every charter of the folder, by file name. Raises BadCharter."""
    return tuple(load(path) for path in sorted(folder.glob("*.toml")))


def load(path: Path) -> Charter:
    """One charter. Raises BadCharter naming file, key and reason."""
    raw = _toml(path)
    try:
        charter = Charter.model_validate(raw)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        raise BadCharter(path.name, _where(first["loc"], raw), first["msg"].lower()) from None
    if charter.id != path.stem:
        raise BadCharter(path.name, "id", f"'{charter.id}' must be the file's own name, '{path.stem}'")
    _check_items(path.name, charter)
    return charter


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise BadCharter(path.name, "the file", f"is not valid TOML: {wrong}") from None


def _where(place: tuple[int | str, ...], raw: Any) -> str:
    """items 'whole-child', title: an item is named, not numbered, where it has a name."""
    words: list[str] = []
    for step in place:
        if isinstance(step, int):
            raw = raw[step]
            name = raw.get("id") if isinstance(raw, dict) else None
            words[-1] += f" '{name}'" if name else f" number {step + 1}"
        else:
            raw = raw.get(step) if isinstance(raw, dict) else None
            words.append(step)
    return ", ".join(words)


def _check_items(file: str, charter: Charter) -> None:
    # Asked for late: the register imports models, which a charter can be read without.
    from kith.standards.register import STANDARDS

    known, seen = {standard.id for standard in STANDARDS}, set[str]()
    for item in charter.items:
        if item.id in seen:
            raise BadCharter(file, f"items '{item.id}'", "is here twice")
        seen.add(item.id)
        for standard in item.standards:
            if standard not in known:
                raise BadCharter(file, f"items '{item.id}', standards", f"there is no standard '{standard}'")
