"""Reading a TOML file of ours or of a partnership's own, and saying in one line what is wrong with it."""

import tomllib
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Demand = Annotated[str, Field(pattern=r"^S[0-4]-\d\d(\.\d)?$")]
Text = Annotated[str, Field(min_length=1)]


class BadCharter(Exception):
    """A charter, or the register of demands, that cannot be used. `str()` is one line: file: key: reason."""

    def __init__(self, file: str, key: str, reason: str):
        super().__init__(f"{file}: {key}: {reason}")


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Shape = TypeVar("Shape", bound=Strict)


def read(path: Path, shape: type[Shape]) -> Shape:
    """The file as `shape`. Raises BadCharter naming file, key and reason."""
    raw = _toml(path)
    try:
        return shape.model_validate(raw)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        raise BadCharter(path.name, _where(first["loc"], raw), first["msg"].lower()) from None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise BadCharter(path.name, "the file", f"is not valid TOML: {wrong}") from None
    except OSError as wrong:
        raise BadCharter(path.name, "the file", f"cannot be read: {wrong.strerror}") from None


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
