"""Read a Children in Need census of any year from 2021 on, a child at a time.

Facts always record: what can be held is held as it was written, and what is wrong with it is said beside it.
What cannot be held is quoted in a finding, so nothing disappears in silence. Only a file that is not a census,
or that would harm whoever opens it, is refused (`UnreadableCensus`).

Lines are libxml2's: beyond line 65,535 an element that holds other elements may be given one line late.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from kith.returns.cin import checking, layout
from kith.returns.cin.codes import LATEST
from kith.returns.cin.elements import elements, local_name
from kith.returns.cin.shape import CensusChild, CensusHeader, Finding, Read, UnreadableCensus
from kith.returns.cin.walking import Walk

IDENTITY = tuple(part.name for part in fields(CensusChild) if part.name not in ("la_child_id", "referrals"))

_NO_ID = "A child without an LAchildID cannot be told from another, so nothing of this one was taken."


def read(source: Path | str | BinaryIO) -> Iterator[Read]:
    """The header first, then each child as it comes, then a last step for anything left over.

    `source`: a path, or a binary file that can seek (a caller showing progress passes its own and asks it
    `tell()`). Raises UnreadableCensus, at the start or part-way: nothing read before it should then be kept.
    Memory does not grow with the file, but for a few hundred bytes a child to notice one that comes twice.
    """
    with _opened(source) as stream:
        header, findings = _header(stream)
        yield Read(header, findings)
        stream.seek(0)
        yield from _Children(header.census_year or LATEST).read(stream)


def _opened(source: Path | str | BinaryIO) -> AbstractContextManager[BinaryIO]:
    return Path(source).open("rb") if isinstance(source, (str, Path)) else nullcontext(source)


def _header(stream: BinaryIO) -> tuple[CensusHeader, tuple[Finding, ...]]:
    """The header, wherever in the file it stands: the children cannot be read without its year."""
    stream.seek(0)
    walk = Walk()
    for element in elements(stream):
        if local_name(element) == "Header":
            header = CensusHeader(**walk.values(element, layout.HEADER))
            break
    else:
        walk.note(0, "Header", "The file has no Header to say whose census it is, and for which year.")
        return CensusHeader(), walk.findings()
    if header.collection and header.collection.upper() != "CIN":
        raise UnreadableCensus(f"This is not a Children in Need census: it says it is {header.collection}.")
    walk.note_faults(checking.header_faults(header))
    return header, walk.findings()


class _Children:
    """Reads the children, remembering who each was so that the same child twice is noticed."""

    def __init__(self, year: int) -> None:
        self._year = year
        self._seen: dict[str, tuple[int, tuple[Any, ...]]] = {}
        self._has_header = False

    def read(self, stream: BinaryIO) -> Iterator[Read]:
        for element in elements(stream):
            if local_name(element) == "Child":
                yield self._child(element)
            elif left := self._left_over(element):
                yield Read(None, left)

    def _child(self, element: etree._Element) -> Read:
        walk = Walk()
        values = walk.values(element, layout.CHILD)
        _note_before(walk, element)
        if "la_child_id" not in values:
            walk.note_lost(element, "LAchildID", _NO_ID)
            return Read(None, walk.findings(), walk.line())
        child = CensusChild(**values)
        walk.note_faults(checking.faults(child, year=self._year))
        child = self._once(child, walk)
        return Read(child, walk.findings(child.la_child_id), walk.line())

    def _once(self, child: CensusChild, walk: Walk) -> CensusChild:
        """The child, agreeing with what earlier entries of the same id said of who they are.

        The referrals stay those of this entry: whoever keeps children adds them to the earlier ones.
        """
        entry = (walk.line(), tuple(getattr(child, name) for name in IDENTITY))
        known = self._seen.setdefault(child.la_child_id, entry)
        if known is entry:
            return child
        first_line, first = known
        said = f"LAchildID {child.la_child_id} stands at line {first_line} too: the two are taken as one child."
        walk.note(walk.line(("la_child_id",)), "LAchildID", said)
        agreed = {name: before or now for name, before, now in zip(IDENTITY, first, entry[1], strict=True)}
        _note_conflicts(walk, child, agreed, first_line)
        self._seen[child.la_child_id] = (first_line, tuple(agreed.values()))
        return replace(child, **agreed)

    def _left_over(self, element: etree._Element) -> tuple[Finding, ...]:
        """What stands outside any child: before a Header, or in the Message once all children are read."""
        walk = Walk()
        if local_name(element) == "Message":
            _note_inside(walk, element)
        elif self._has_header:
            raise UnreadableCensus("The file has two Headers: which of them the children belong to is not said.")
        else:
            self._has_header = True
            _note_before(walk, element)
        return walk.findings()


def _note_before(walk: Walk, element: etree._Element) -> None:
    """Note what lies between this element and the Child or Header before it: it is about to be let go."""
    for before in element.itersiblings(preceding=True):
        _note_outside(walk, before)


def _note_inside(walk: Walk, container: etree._Element) -> None:
    walk.note_stray(container.text, local_name(container), container)
    for element in container:
        _note_outside(walk, element)


def _note_outside(walk: Walk, element: etree._Element) -> None:
    name, parent = local_name(element), element.getparent()
    if name == "Children":
        _note_inside(walk, element)
    elif name not in ("Header", "Child"):
        walk.note_unexpected(element)
    if parent is not None:
        walk.note_stray(element.tail, local_name(parent), element)


def _note_conflicts(walk: Walk, child: CensusChild, agreed: dict[str, Any], first_line: int) -> None:
    names = layout.CHILD.elements
    for attribute, kept in agreed.items():
        given = getattr(child, attribute)
        if given and given != kept:
            said = f"{names[attribute]} differs from the same child at line {first_line}, whose answer was kept."
            walk.note(walk.line((attribute,)), names[attribute], said, kept=False, value=_written(given))


def _written(value: str | date | tuple[str, ...]) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
