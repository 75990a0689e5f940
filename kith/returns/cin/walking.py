"""One walk over one Header or Child: the values found, the line each stood on, and what was wrong with any."""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from kith.returns.cin.checking import Fault
from kith.returns.cin.elements import local_name
from kith.returns.cin.layout import Leaf, Listed, Nested, Parts, Section, Trail, place
from kith.returns.cin.shape import Finding, UnreadableCensus
from kith.returns.cin.taking import take

MOST_QUOTED = 500  # characters of the file in a finding
MOST_IN_A_SENTENCE = 40
MOST_FINDINGS = 1_000  # about one child; then the file is no census, or meant to fill the memory


class Walk:
    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._lines: dict[Trail, int] = {}
        self._unusable: set[Trail] = set()

    def findings(self, child_id: str = "") -> tuple[Finding, ...]:
        """What was noted, in the order of the file, naming the child it is about."""
        named = (Finding(f.line, child_id, f.field, f.reason, f.value_kept, f.value, f.place) for f in self._findings)
        return tuple(sorted(named, key=lambda finding: finding.line))

    def line(self, trail: Trail = ()) -> int:
        """The line of a value, or of the nearest thing around it."""
        while trail and trail not in self._lines:
            trail = trail[:-1]
        return self._lines.get(trail, 0)

    def note(
        self, line: int | None, field: str, reason: str, *, kept: bool = True, value: str = "", trail: Trail = ()
    ) -> None:
        if len(self._findings) == MOST_FINDINGS:
            raise UnreadableCensus(f"Line {line}: more than {MOST_FINDINGS:,} things are wrong in one place.")
        self._findings.append(Finding(line or 0, "", field, reason, kept, value[:MOST_QUOTED], place(trail)))

    def note_faults(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            if fault.trail in self._unusable and fault.trail not in self._lines:
                continue  # it is not missing: what stood there was noted already
            self.note(self.line(fault.trail), fault.field, fault.reason, trail=fault.trail)

    def values(self, element: etree._Element, parts: Parts, trail: Trail = ()) -> dict[str, Any]:
        """The attributes of the record this element holds, for those the file gives."""
        found: dict[str, Any] = {}
        self._lines[trail] = element.sourceline or 0
        self._fill(found, element, parts, trail)
        return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}

    def _fill(self, found: dict[str, Any], element: etree._Element, parts: Parts, trail: Trail) -> None:
        name = local_name(element)
        self.note_stray(element.text, name, element, trail)
        for inner in element:
            part = parts.by_element.get(local_name(inner))
            match part:
                case Leaf():
                    self._leaf(found, inner, part, trail)
                case Section():
                    self._fill(found, inner, part.parts, trail)
                case Listed():
                    self._list(found.setdefault(part.attribute, []), inner, part, trail)
                case Nested():
                    self._nest(found.setdefault(part.attribute, []), inner, part, trail)
                case None:
                    self.note_unexpected(inner, trail)
            self.note_stray(inner.tail, name, inner, trail)

    def _nest(self, records: list[Any], element: etree._Element, part: Nested, trail: Trail) -> None:
        inside = (*trail, part.attribute, len(records))
        records.append(part.shape(**self.values(element, part.parts, inside)))

    def _list(self, values: list[Any], element: etree._Element, part: Listed, trail: Trail) -> None:
        self.note_stray(element.text, part.element, element, trail)
        if not len(element):
            self.note(element.sourceline, part.element, f"{part.element} is there but empty.", trail=trail)
        for inner in element:
            if local_name(inner) != part.leaf.element:
                self.note_unexpected(inner, trail)
            elif (value := self._taken(inner, part.leaf, trail)) is not None:
                self._lines[(*trail, part.attribute, len(values))] = inner.sourceline or 0
                values.append(value)
            self.note_stray(inner.tail, part.element, inner, trail)

    def _leaf(self, found: dict[str, Any], element: etree._Element, leaf: Leaf, trail: Trail) -> None:
        value = self._taken(element, leaf, trail)
        if value is None:
            self._unusable.add((*trail, leaf.attribute))
        elif leaf.attribute not in found:
            found[leaf.attribute] = value
            self._lines[(*trail, leaf.attribute)] = element.sourceline or 0
        elif found[leaf.attribute] == value:
            self.note(element.sourceline, leaf.element, f"{leaf.element} is given twice, the same.", trail=trail)
        else:
            reason = f"{leaf.element} is given again with another value: the first was kept."
            self.note_lost(element, leaf.element, reason, trail)

    def _taken(self, element: etree._Element, leaf: Leaf, trail: Trail) -> Any:
        """The value, or None where there is none to be had; whatever is odd about it is noted."""
        text, name = (element.text or "").strip(), leaf.element
        if len(element):
            self.note_lost(element, name, f"{name} should hold a value, not other elements.", trail)
            return None
        if not text:
            self.note(element.sourceline, name, f"{name} is there but empty.", trail=trail)
            return None
        taken = take(leaf, text)
        if taken.remark:
            reason, kept = f"{name} '{_short(text)}' {taken.remark}.", taken.value is not None
            self.note(element.sourceline, name, reason, kept=kept, value="" if kept else text, trail=trail)
        return taken.value

    def note_stray(self, text: str | None, name: str, near: etree._Element, trail: Trail = ()) -> None:
        """Note words that stand in element `name` but in none of the elements inside it."""
        if text and (text := text.strip()):
            reason = f"The words '{_short(text)}' stand loose in {name}, in no element of their own."
            self.note(near.sourceline, name, reason, kept=False, value=text, trail=trail)

    def note_unexpected(self, element: etree._Element, trail: Trail = ()) -> None:
        name = _short(local_name(element))
        self.note_lost(element, name, f"The census has no element {name} here.", trail)

    def note_lost(self, element: etree._Element, field: str, reason: str, trail: Trail = ()) -> None:
        """Note an element of which nothing could be kept, quoting the words in it."""
        text = " ".join(" ".join(element.itertext()).split())
        self.note(element.sourceline, field, reason, kept=False, value=text, trail=trail)


def _short(text: str) -> str:
    return text if len(text) <= MOST_IN_A_SENTENCE else f"{text[:MOST_IN_A_SENTENCE]}…"
