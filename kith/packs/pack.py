"""A pack in use: figures, codes and words looked up by key and, where it matters, by day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from kith.calendar import Calendar, DayChange
from kith.packs.shapes import (
    ChangedDay,
    Cited,
    Code,
    CodeList,
    Consent,
    Dated,
    Duty,
    Figure,
    Header,
    Help,
    Level,
    Relationship,
    Rights,
    Service,
    Sign,
    Signs,
    Terms,
    ThresholdDocument,
    Timescale,
    Touchpoint,
    Training,
)
from kith.words import Say

_NOT_OFFERED = {"retired", "childs_own", "from_a_file", "by_itself"}
DatedEntry = TypeVar("DatedEntry", bound=Dated)


class NotInPack(LookupError):
    """The pack has no such key, or none in force on that day."""


@dataclass(frozen=True)
class Pack:
    """One nation's rules and words. Lookups raise NotInPack.

    With `on`, an entry must be in force that day. Without it: the newest entry, whatever its dates, for one that is
    looked up by name (old records keep their labels); for lists of choices, only what is still open-ended.
    """

    header: Header
    terms: Terms
    levels: tuple[Level, ...]
    days: tuple[ChangedDay, ...]
    sources: dict[str, str]
    timescales: tuple[Timescale, ...]
    figures: tuple[Figure, ...]
    code_lists: dict[str, CodeList]
    relationships: dict[str, Relationship]
    thresholds: tuple[ThresholdDocument, ...]
    indicators: dict[str, Signs]
    say_instead: tuple[Say, ...]
    rights_of: dict[str, Rights]
    consents: tuple[Consent, ...]
    services: tuple[Service, ...]
    touchpoints: dict[str, Touchpoint]
    duties: tuple[Duty, ...]
    helps: dict[str, Help]
    training: tuple[Training, ...]

    @property
    def version(self) -> str:
        """england-2026.1: what a record keeps."""
        return f"{self.header.id}.{self.header.version}"

    @cached_property
    def calendar(self) -> Calendar:
        """Working days of the pack's nation, with the pack's own changes."""
        return Calendar(self.header.nation, tuple(DayChange(d.on, d.name, d.closed) for d in self.days))

    def timescale(self, key: str, on: date | None = None) -> Timescale:
        return self._newest(self._timescales.get(key, []), on, f"timescale '{key}'")

    def due(self, key: str, start: date, on: date | None = None) -> date:
        """The last day (or moment) that keeps a limit which began on `start`. Raises ValueError for a total."""
        return self.timescale(key, on).due(start, self.calendar)

    def figure(self, key: str, on: date | None = None) -> float:
        return self._newest([entry for entry in self.figures if entry.key == key], on, f"figure '{key}'").value

    def threshold_document(self, on: date | None = None, version: str = "") -> ThresholdDocument:
        """The one in force that day; or, by its version, the one an earlier decision was made under (S2-24)."""
        wanted = [document for document in self.thresholds if not version or document.version == version]
        return self._newest(wanted, None if version else on, f"threshold document {version}".strip())

    def level(self, code: str) -> Level:
        for level in self.levels:
            if level.code == code:
                return level
        raise self._lacks(f"level '{code}'")

    def codes(self, key: str) -> CodeList:
        if key not in self.code_lists:
            raise self._lacks(f"code list '{key}'")
        return self.code_lists[key]

    def code(self, key: str, code: str, on: date | None = None) -> Code:
        return self._newest(self._codes.get((key, code), []), on, f"code '{code}' in '{key}'")

    def label(self, key: str, code: str, on: date | None = None) -> str:
        """The words for a code: label("ethnicity", "WBRI") is White British."""
        return self.code(key, code, on).label

    def as_written(self, codes: str, code: str) -> str:
        """The same of a code that stands in a record: itself, when it was written under a pack that had it and this one
        does not.
        """
        try:
            return self.label(codes, code)
        except NotInPack:
            return code

    def choices(self, key: str, on: date | None = None) -> list[tuple[str, str]]:
        """(code, label) of what may be chosen, in the pack's order: nothing retired, only read, or only a child's."""
        offered = (code for code in self.codes(key).codes if code.in_force(on) and not _NOT_OFFERED & set(code.flags))
        return [(code.code, code.label) for code in offered]

    def flagged(self, key: str, flag: str) -> frozenset[str]:
        """The codes of a list that carry a flag: flagged("alone", "alerts")."""
        return frozenset(code.code for code in self.codes(key).codes if flag in code.flags)

    def signs_at(self, age: int | None) -> dict[str, list[Sign]]:
        """What to look for at an age in years, by kind of harm; all of them where the age is not known (S2-05)."""
        found = {
            key: [sign for sign in each.signs if age is None or sign.from_age <= age < sign.until_age]
            for key, each in self.indicators.items()
        }
        return {key: signs for key, signs in found.items() if signs}

    def sign(self, code: str) -> tuple[Signs, Sign]:
        """A sign by its code, and the kind of harm it is a sign of."""
        if code not in self._signs:
            raise self._lacks(f"sign '{code}'")
        return self._signs[code]

    def rights(self, key: str) -> list[str]:
        """The articles of the Convention on the Rights of the Child that bear on a standard or a kind of restriction;
        none where nobody has said so.
        """
        return list(self.rights_of[key].articles) if key in self.rights_of else []

    def touchpoint(self, key: str) -> Touchpoint:
        if key not in self.touchpoints:
            raise self._lacks(f"touchpoint '{key}'")
        return self.touchpoints[key]

    def consent(self, key: str) -> Consent:
        """What somebody must agree to. Raises NotInPack."""
        found = next((one for one in self.consents if one.key == key), None)
        if found is None:
            raise self._lacks(f"consent '{key}'")
        return found

    def training_for(self, roles: Collection[str]) -> list[Training]:
        """The courses anybody of these roles needs, in the pack's order (S2-09)."""
        return [course for course in self.training if not set(roles).isdisjoint(course.roles)]

    def duty(self, key: str, on: date) -> Duty | None:
        """What is owed before a step, for work that began on that day; None where this place has no such duty."""
        found = [one for one in self.duties if one.key == key and one.in_force(on)]
        return max(found, key=lambda one: one.from_ or date.min, default=None)

    def relationship(self, code: str) -> Relationship:
        if code not in self.relationships:
            raise self._lacks(f"relationship '{code}'")
        return self.relationships[code]

    def cite(self, entry: Cited) -> str:
        """Where an entry comes from, in words."""
        return self.sources[entry.source]

    @cached_property
    def _codes(self) -> dict[tuple[str, str], list[Code]]:
        """Codes by list and code: an import looks up hundreds of thousands."""
        found: dict[tuple[str, str], list[Code]] = {}
        for codes in self.code_lists.values():
            for code in codes.codes:
                found.setdefault((codes.key, code.code), []).append(code)
        return found

    @cached_property
    def _signs(self) -> dict[str, tuple[Signs, Sign]]:
        return {sign.code: (each, sign) for each in self.indicators.values() for sign in each.signs}

    @cached_property
    def _timescales(self) -> dict[str, list[Timescale]]:
        """By key: a board of clocks looks up thousands."""
        found: dict[str, list[Timescale]] = {}
        for entry in self.timescales:
            found.setdefault(entry.key, []).append(entry)
        return found

    def _newest(self, entries: Iterable[DatedEntry], on: date | None, name: str) -> DatedEntry:
        found = [entry for entry in entries if on is None or entry.in_force(on)]
        if not found:
            raise self._lacks(name, on)
        return max(found, key=lambda entry: entry.from_ or date.min)

    def _lacks(self, name: str, on: date | None = None) -> NotInPack:
        return NotInPack(f"{self.version} has no {name}" + (f" on {on}" if on else ""))
