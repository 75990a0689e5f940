"""Write a Children in Need census: order, wrappers and spellings as the schema of the year has them.

What is held goes out as it is held. A code the schema refuses is written all the same: `checking.before_return`
lists it, and it is an officer who puts it right, not the exporter. The same facts always give the same bytes.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from kith.returns.cin import layout
from kith.returns.cin.codes import GENDER_OF_SEX, SEX_SINCE
from kith.returns.cin.layout import Kind, Leaf, Listed, Nested, Part, Parts, Section
from kith.returns.cin.shape import CensusChild, CensusHeader

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TO_ESCAPE = re.compile("[&<>\r]")


def write(header: CensusHeader, children: Iterable[CensusChild], out: BinaryIO, *, year: int) -> int:
    """Write the census to `out` a child at a time; the number of children written.

    `year` chooses the layout (GenderCurrent up to 2024, CBDSLevels up to 2021); the header's own facts are
    written as given. A census of no children is well-formed but not one the schema accepts.
    """
    out.write(b'<?xml version="1.0" encoding="utf-8"?>\n<Message>\n')
    out.write(_wrapped("Header", _inside(header, layout.HEADER, year, 2), 1).encode())
    out.write(b"\t<Children>\n")
    count = 0
    for child in children:
        out.write(_wrapped("Child", _inside(child, layout.CHILD, year, 3), 2).encode())
        count += 1
    out.write(b"\t</Children>\n</Message>\n")
    return count


def _inside(record: Any, parts: Parts, year: int, depth: int) -> str:
    """The lines of everything inside the element that holds this record."""
    return "".join(line for part in parts for line in _part(record, part, year, depth))


def _part(record: Any, part: Part, year: int, depth: int) -> Iterator[str]:
    match part:
        case Leaf() if part.is_in(year):
            yield _leaf(part, getattr(record, part.attribute), year, depth)
        case Section() if year <= part.until and (inside := _inside(record, part.parts, year, depth + 1)):
            yield _wrapped(part.element, inside, depth)
        case Listed() if values := getattr(record, part.attribute):
            inside = "".join(_leaf(part.leaf, value, year, depth + 1) for value in values)
            yield _wrapped(part.element, inside, depth)
        case Nested():
            for inner in getattr(record, part.attribute):
                yield _wrapped(part.element, _inside(inner, part.parts, year, depth + 1), depth)


def _wrapped(element: str, inside: str, depth: int) -> str:
    indent = "\t" * depth
    return f"{indent}<{element}>\n{inside}{indent}</{element}>\n"


def _leaf(leaf: Leaf, value: Any, year: int, depth: int) -> str:
    if value is None:
        return ""
    indent = "\t" * depth
    return f"{indent}<{leaf.element}>{_written(leaf.kind, value, year)}</{leaf.element}>\n"


def _written(kind: Kind, value: Any, year: int) -> str:
    match value:
        case bool():
            return "1" if value else "0"
        case date() | datetime():
            return value.isoformat()
        case int():
            return str(value)
    text = GENDER_OF_SEX.get(value, value) if kind is Kind.SEX and year < SEX_SINCE else value
    return _TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], _NOT_XML.sub("\ufffd", text))
