"""Reads one TOML file into its shape, or says in one line which file, which key and why not."""

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kith.packs.shapes import Cited, Dated, PackFile, Part

Shape = TypeVar("Shape", bound=Part)


class BadPack(Exception):
    """A pack that cannot be used. `str()` is one line: file: key: reason."""

    def __init__(self, file: str, key: str, reason: str):
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


def read(path: Path, shape: type[Shape]) -> Shape:
    """The file's content, checked on its own. Raises BadPack."""
    raw = _toml(path)
    try:
        content = shape.model_validate(raw)
    except ValidationError as wrong:
        raise _first_of(wrong, path.name, raw) from None
    _check_sources(path.name, content)
    _check_repeats(path.name, content)
    return content


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise BadPack(path.name, "the file", f"is not valid TOML: {wrong}") from None
    except UnicodeDecodeError:
        raise BadPack(path.name, "the file", "is not UTF-8 text") from None
    except OSError as wrong:
        raise BadPack(path.name, "the file", f"cannot be read: {wrong.strerror}") from None


def _first_of(wrong: ValidationError, file: str, raw: dict[str, Any]) -> BadPack:
    errors = wrong.errors(include_url=False)
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return BadPack(file, _where(errors[0]["loc"], raw), _why(errors[0]) + more)


def _where(place: Sequence[int | str], raw: Any) -> str:
    """timescales 'assessment', limit: list numbers are replaced by the entry's own name where it has one."""
    words: list[str] = []
    for step in place:
        if isinstance(step, int):
            raw = raw[step]
            words[-1] += f" {_name(raw, step)}"
            continue
        raw = raw.get(step) if isinstance(raw, dict) else None
        words.append(step)
    return ", ".join(words)


def _name(entry: Any, position: int) -> str:
    named = [entry[name] for name in ("key", "code", "on") if name in entry] if isinstance(entry, dict) else []
    return f"'{named[0]}'" if named else f"number {position + 1}"


def _why(error: ErrorDetails) -> str:
    plain = {"extra_forbidden": "is not a key a pack has", "missing": "is missing"}
    if error["type"] in plain:
        return plain[error["type"]]
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    reason = error["msg"][0].lower() + error["msg"][1:]
    given = error["input"]
    return f"{reason}, not {given!r}" if isinstance(given, str | int | float | date) else reason


def _check_sources(file: str, content: Part) -> None:
    tables: dict[str, Sequence[Cited]] = {
        "timescales": content.timescales,
        "figures": content.figures,
        "code_lists": content.code_lists,
        "thresholds": content.thresholds,
        "indicators": content.indicators,
        "rights": content.rights,
        "training": content.training,
    }
    if isinstance(content, PackFile):
        tables |= {"levels": content.levels, "days": content.days}
    for table, entries in tables.items():
        for number, entry in enumerate(entries):
            if entry.source not in content.sources:
                where = f"{table} {_name(entry.model_dump(), number)}, source"
                raise BadPack(file, where, f"'{entry.source}' is not listed under [sources]")


def _check_repeats(file: str, content: Part) -> None:
    """A key may come twice only for days that do not overlap; what has no dates comes once."""
    _once(file, "timescales", ((entry.key, entry) for entry in content.timescales))
    _once(file, "figures", ((entry.key, entry) for entry in content.figures))
    _once(file, "code_lists", ((entry.key, None) for entry in content.code_lists))
    _once(file, "thresholds", ((entry.key, entry) for entry in content.thresholds))
    _once(file, "indicators", ((entry.key, None) for entry in content.indicators))
    _once(file, "rights", ((entry.key, None) for entry in content.rights))
    _once(file, "training", ((entry.key, None) for entry in content.training))
    _once(file, "relationships", ((entry.code, None) for entry in content.relationships))
    for codes in content.code_lists:
        _once(file, f"code_lists '{codes.key}', codes", ((code.code, code) for code in codes.codes))
    if isinstance(content, PackFile):
        _once(file, "levels", ((entry.code, None) for entry in content.levels))
        _once(file, "days", ((str(entry.on), None) for entry in content.days))


def _once(file: str, table: str, entries: Iterable[tuple[str, Dated | None]]) -> None:
    earlier: dict[str, list[Dated | None]] = {}
    for key, entry in entries:
        for other in earlier.setdefault(key, []):
            if entry is None or other is None or entry.from_ is entry.until is None:
                raise BadPack(file, f"{table} '{key}'", "is here twice")
            if (both := _both_in_force(entry, other)) is not None:
                raise BadPack(file, f"{table} '{key}'", f"is here twice for the same days, from {both}")
        earlier[key].append(entry)


def _both_in_force(one: Dated, other: Dated) -> date | None:
    start = max(one.from_ or date.min, other.from_ or date.min)
    end = min(one.until or date.max, other.until or date.max)
    return start if start <= end else None
