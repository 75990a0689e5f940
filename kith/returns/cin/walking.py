"""One walk over one Header or Child: the values found, the line each stood on, and what was wrong with any."""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from kith.returns.cin.checking import Fault
from kith.returns.cin.elements import local_name
from kith.returns.cin.layout import Leaf, Listed, Nested, Parts, Path, Section, place
from kith.returns.cin.shape import Finding
from kith.returns.cin.taking import take

MOST_QUOTED = 500  # characters of the file in a finding
MOST_IN_A_SENTENCE = 40


class Walk:
    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._lines: dict[Path, int] = {}

    def findings(self, child_id: str = "") -> tuple[Finding, ...]:
        """What was noted, in the order of the file, naming the child it is about."""
        named = (
            Finding(f.line, child_id, f.field, f.reason, f.value_kept, f.value, f.place) for f in self._findings
        )
        return tuple(sorted(named, key=lambda finding: finding.line))

    def line(self, path: Path = ()) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)

    def note(
        self, line: int | None, field: str, reason: str, *, kept: bool = True, value: str = "", path: Path = ()
    ) -> None:
        self._findings.append(Finding(line or 0, "", field, reason, kept, value[:MOST_QUOTED], place(path)))

    def note_faults(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.note(self.line(fault.path), fault.field, fault.reason, path=fault.path)

    def values(self, element: etree._Element, parts: Parts, path: Path = ()) -> dict[str, Any]:
        """The attributes of the record this element holds, for those the file gives."""
        found: dict[str, Any] = {}
        self._lines[path] = element.sourceline or 0
        self._fill(found, element, parts, path)
        return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}

    def _fill(self, found: dict[str, Any], element: etree._Element, parts: Parts, path: Path) -> None:
        name = local_name(element)
        self.note_stray(element.text, name, element, path)
        for inner in element:
            part = parts.by_element.get(local_name(inner))
            match part:
                case Leaf():
                    self._leaf(found, inner, part, path)
                case Section():
                    self._fill(found, inner, part.parts, path)
                case Listed():
                    self._list(found.setdefault(part.attribute, []), inner, part, path)
                case Nested():
                    self._nest(found.setdefault(part.attribute, []), inner, part, path)
                case None:
                    self.note_unexpected(inner, path)
            self.note_stray(inner.tail, name, inner, path)

    def _nest(self, records: list[Any], element: etree._Element, part: Nested, path: Path) -> None:
        inside = (*path, part.attribute, len(records))
        records.append(part.shape(**self.values(element, part.parts, inside)))

    def _list(self, values: list[Any], element: etree._Element, part: Listed, path: Path) -> None:
        self.note_stray(element.text, part.element, element, path)
        if not len(element):
            self.note(element.sourceline, part.element, f"{part.element} is there but empty.", path=path)
        for inner in element:
            if local_name(inner) != part.leaf.element:
                self.note_unexpected(inner, path)
            elif (value := self._taken(inner, part.leaf, path)) is not None:
                self._lines[(*path, part.attribute, len(values))] = inner.sourceline or 0
                values.append(value)
            self.note_stray(inner.tail, part.element, inner, path)

    def _leaf(self, found: dict[str, Any], element: etree._Element, leaf: Leaf, path: Path) -> None:
        value = self._taken(element, leaf, path)
        if value is None:
            return
        if leaf.attribute not in found:
            found[leaf.attribute] = value
            self._lines[(*path, leaf.attribute)] = element.sourceline or 0
        elif found[leaf.attribute] == value:
            self.note(element.sourceline, leaf.element, f"{leaf.element} is given twice, the same.", path=path)
        else:
            reason = f"{leaf.element} is given again with another value: the first was kept."
            self._note_lost(element, leaf.element, reason, path)

    def _taken(self, element: etree._Element, leaf: Leaf, path: Path) -> Any:
        """The value, or None where there is none to be had; whatever is odd about it is noted."""
        text, name = (element.text or "").strip(), leaf.element
        if len(element):
            self._note_lost(element, name, f"{name} should hold a value, not other elements.", path)
            return None
        if not text:
            self.note(element.sourceline, name, f"{name} is there but empty.", path=path)
            return None
        taken = take(leaf, text)
        if taken.remark:
            reason, kept = f"{name} '{_short(text)}' {taken.remark}.", taken.value is not None
            self.note(element.sourceline, name, reason, kept=kept, value="" if kept else text, path=path)
        return taken.value

    def note_stray(self, text: str | None, name: str, near: etree._Element, path: Path = ()) -> None:
        """Note words that stand in element `name` but in none of the elements inside it."""
        if text and (text := text.strip()):
            reason = f"The words '{_short(text)}' stand loose in {name}, in no element of their own."
            self.note(near.sourceline, name, reason, kept=False, value=text, path=path)

    def note_unexpected(self, element: etree._Element, path: Path = ()) -> None:
        name = _short(local_name(element))
        self._note_lost(element, name, f"The census has no element {name} here.", path)

    def _note_lost(self, element: etree._Element, field: str, reason: str, path: Path) -> None:
        text = " ".join(" ".join(element.itertext()).split())
        self.note(element.sourceline, field, reason, kept=False, value=text, path=path)


def _short(text: str) -> str:
    return text if len(text) <= MOST_IN_A_SENTENCE else f"{text[:MOST_IN_A_SENTENCE]}…"
