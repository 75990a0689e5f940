"""Which version of a promise a figure was counted by: a fingerprint of all that decides how a child stands.

What it is called, and how it is told, may change without a number changing; what counts may not.
"""

import hashlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from kith.standards.shapes import Shape

_TOLD = {
    "title",
    "promise",
    "to_family",
    "to_child",
    "roots",
    "wording",
    "put_right",
    "one",
    "left",
    "kept_close",
    "told_to",
    "of_meetings",
}
_HERE = Path(__file__).parent


def version(standard: Shape) -> str:
    """Eight characters: its kind, limits, children, evidence, SQL and code, and the reading and rules all share."""
    parts = [_reading(), standard.kind, *_parts(standard, set())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


@cache
def _reading() -> str:
    shared = [_HERE / "facts.sql", _HERE / "rules.py", *sorted((_HERE / "shapes").glob("*.py"))]
    return hashlib.sha256(b"".join(each.read_bytes() for each in shared)).hexdigest()


def _parts(value: Any, seen: set[Callable[..., Any]]) -> Iterator[str]:
    if isinstance(value, Shape):
        for field in fields(value):
            if field.name not in _TOLD:
                yield field.name
                yield from _parts(getattr(value, field.name), seen)
    elif isinstance(value, FunctionType):
        yield from _code(value, seen)
    elif isinstance(value, Mapping):
        for key in sorted(value):
            yield str(key)
            yield from _parts(value[key], seen)
    elif isinstance(value, tuple | list) and any(isinstance(each, Shape | FunctionType) for each in value):
        for each in value:
            yield from _parts(each, seen)
    else:
        yield repr(value)


def _code(function: FunctionType, seen: set[Callable[..., Any]]) -> Iterator[str]:
    """Its source, and that of what it calls of ours."""
    if function in seen or not function.__module__.startswith("kith."):
        return
    seen.add(function)
    yield inspect.getsource(function)
    for name in function.__code__.co_names:
        called = function.__globals__.get(name)
        if isinstance(called, FunctionType):
            yield from _code(called, seen)
