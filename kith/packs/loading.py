"""Finds packs, puts them together from their parts, and picks the one for a nation and a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from kith.calendar import Nation
from kith.packs.pack import NotInPack, Pack
from kith.packs.reading import BadPack, read
from kith.packs.shapes import (
    CodeList,
    Consent,
    Duty,
    Figure,
    Header,
    Help,
    PackFile,
    Part,
    Relationship,
    Rights,
    Service,
    Signs,
    ThresholdDocument,
    Timescale,
    Touchpoint,
    Training,
)

SHIPPED = Path(__file__).parent
Keyed = TypeVar(
    "Keyed",
    Timescale,
    Figure,
    CodeList,
    Relationship,
    Rights,
    Signs,
    ThresholdDocument,
    Consent,
    Service,
    Touchpoint,
    Duty,
    Help,
    Training,
)


def load(path: str | Path) -> Pack:
    """Read one pack file with the parts it builds on. Raises BadPack naming file, key and reason."""
    file = Path(path)
    own = read(file, PackFile)
    if own.pack.id != file.stem:
        raise BadPack(file.name, "pack, id", f"'{own.pack.id}' must be the file's own name, '{file.stem}'")
    if own.pack.effective_to and own.pack.effective_to < own.pack.effective_from:
        raise BadPack(file.name, "pack, effective_to", "is before effective_from")
    pack = _together(file.name, own, _parts(file, own.pack))
    _check_relationships(file.name, pack)
    _check_thresholds(file.name, pack)
    _check_signs(file.name, pack)
    return pack


@cache
def check_all(folder: Path = SHIPPED) -> tuple[Pack, ...]:
    """Every pack of the folder, oldest first. Raises BadPack for a bad one, none, or two of one nation on one day."""
    packs = sorted((load(path) for path in folder.glob("*.toml")), key=lambda pack: pack.header.effective_from)
    if not packs:
        raise BadPack(folder.name, "the folder", "holds no pack")
    for nation in Nation:
        for earlier, later in pairwise(pack for pack in packs if pack.header.nation == nation):
            if (earlier.header.effective_to or date.max) >= later.header.effective_from:
                reason = f"'{earlier.header.id}' is still in force on that day"
                raise BadPack(f"{later.header.id}.toml", "pack, effective_from", reason)
    return tuple(packs)


def pack_for(nation_or_id: str, on: date, folder: Path = SHIPPED) -> Pack:
    """The pack of that id; or the nation's newest pack that had begun by the day.

    A day before the nation's first pack is answered by that first pack, for an imported history has to be read by
    some pack; a day after the last one's end by the last. Raises NotInPack when the nation has none at all.
    """
    ours = [pack for pack in check_all(folder) if nation_or_id in (pack.header.id, pack.header.nation)]
    if not ours:
        raise NotInPack(f"there is no pack for '{nation_or_id}'")
    begun = [pack for pack in ours if pack.header.effective_from <= on]
    return begun[-1] if begun else ours[0]


def in_turn(nation_or_id: str, on: date, folder: Path = SHIPPED) -> list[Pack]:
    """The pack in use on a day and those of the same place before it, in the order they came into force."""
    now = pack_for(nation_or_id, on, folder)
    until = now.header.effective_from
    ours = [pack for pack in check_all(folder) if pack.header.nation == now.header.nation]
    return [pack for pack in ours if pack.header.effective_from <= until]


def _parts(file: Path, header: Header) -> list[Part]:
    ours = [read(_part(file, name), Part) for name in header.builds_on]
    return ours + [_to_check(read(_part(file, name), Part)) for name in header.stands_in]


def _to_check(borrowed: Part) -> Part:
    """The part with every mark turned into K: true where it comes from, not yet here."""
    tables = (
        *("timescales", "figures", "code_lists", "thresholds", "indicators", "rights"),
        *("consents", "services", "touchpoints", "duties", "helps", "training"),
    )
    marked = {name: [entry.model_copy(update={"mark": "K"}) for entry in getattr(borrowed, name)] for name in tables}
    return borrowed.model_copy(update=marked)


def _part(file: Path, name: str) -> Path:
    path = SHIPPED / "parts" / f"{name}.toml"
    if not path.exists():
        raise BadPack(file.name, "pack, builds_on", f"there is no part '{name}'")
    return path


def _together(file: str, own: PackFile, parts: Sequence[Part]) -> Pack:
    return Pack(
        header=own.pack,
        terms=own.terms,
        levels=tuple(own.levels),
        days=tuple(own.days),
        sources=_sources(file, own, parts),
        timescales=tuple(_own_first(file, own.timescales, [part.timescales for part in parts])),
        figures=tuple(_own_first(file, own.figures, [part.figures for part in parts])),
        code_lists={c.key: c for c in _own_first(file, own.code_lists, [part.code_lists for part in parts])},
        relationships={r.code: r for r in _own_first(file, own.relationships, [part.relationships for part in parts])},
        thresholds=tuple(_own_first(file, own.thresholds, [part.thresholds for part in parts])),
        indicators={s.key: s for s in _own_first(file, own.indicators, [part.indicators for part in parts])},
        rights_of={r.key: r for r in _own_first(file, own.rights, [part.rights for part in parts])},
        consents=tuple(_own_first(file, own.consents, [part.consents for part in parts])),
        services=tuple(_own_first(file, own.services, [part.services for part in parts])),
        touchpoints={t.key: t for t in _own_first(file, own.touchpoints, [part.touchpoints for part in parts])},
        helps={h.key: h for h in _own_first(file, own.helps, [part.helps for part in parts])},
        training=tuple(_own_first(file, own.training, [part.training for part in parts])),
        duties=tuple(_own_first(file, own.duties, [part.duties for part in parts])),
        say_instead=tuple(entry.as_say() for part in (*parts, own) for entry in part.wordings),
    )


def _own_first(file: str, own: list[Keyed], parts: Iterable[list[Keyed]]) -> list[Keyed]:
    """Own entries, and those of the parts whose key is not among them. Raises BadPack when two parts share one."""
    ours, given = {_key(entry) for entry in own}, set[str]()
    kept = list(own)
    for entries in parts:
        keys = {_key(entry) for entry in entries}
        if twice := keys & given:
            raise BadPack(file, "pack, builds_on", f"'{min(twice)}' comes from two parts")
        given |= keys
        kept += [entry for entry in entries if _key(entry) not in ours]
    return kept


def _key(entry: Any) -> str:
    return entry.code if isinstance(entry, Relationship) else entry.key


def _sources(file: str, own: PackFile, parts: Sequence[Part]) -> dict[str, str]:
    merged: dict[str, str] = {}
    for part in (*parts, own):
        for key, words in part.sources.items():
            if merged.setdefault(key, words) != words:
                raise BadPack(file, f"sources, {key}", "means something else in another part")
    return merged


def _check_relationships(file: str, pack: Pack) -> None:
    for code, relationship in pack.relationships.items():
        back = pack.relationships.get(relationship.inverse)
        if back is None or back.inverse != code:
            raise BadPack(file, f"relationships '{code}', inverse", "does not lead back to it")


def _check_thresholds(file: str, pack: Pack) -> None:
    """Every level of help is one this place has, or somewhere else's that stands in; each list of needs is there."""
    for document in pack.thresholds:
        if document.needs and document.needs not in pack.code_lists:
            raise BadPack(file, f"thresholds '{document.key}', needs", f"there is no code list '{document.needs}'")
        ours = {level.code for level in pack.levels}
        for level in document.levels:
            if ours.isdisjoint(level.begins_as):
                raise BadPack(
                    file, f"thresholds '{document.key}', levels '{level.code}', begins_as", "names no level of the pack"
                )


def _check_signs(file: str, pack: Pack) -> None:
    """Signs are of a kind of harm this place names, and no two share a code."""
    harms = {code.code for code in pack.code_lists["harm"].codes} if "harm" in pack.code_lists else set()
    seen: set[str] = set()
    for each in pack.indicators.values():
        if each.key not in harms:
            raise BadPack(file, f"indicators '{each.key}', key", "is no code of the list 'harm'")
        codes = {sign.code for sign in each.signs}
        if twice := codes & seen:
            raise BadPack(file, f"indicators '{each.key}', signs", f"'{min(twice)}' is a sign of something else too")
        seen |= codes
