"""What a family tree is made from: people, how they belong to each other, and where they lived."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.calendar import PartDate, age, age_in_words, expected_in_words

_BEFORE_BIRTH = timedelta(days=280)
_MEN, _WOMEN = {"boy", "man", "male"}, {"girl", "woman", "female"}
ADULT = 18


@dataclass(frozen=True)
class Someone:
    """One person as a tree knows them. A number below zero stands for a parent nobody has named."""

    id: int
    called: str
    ref: str = ""
    sex: str = "U"
    gender_described: str = ""
    born: PartDate | None = None
    expected_on: date | None = None
    died_on: date | None = None
    name_held: bool = True

    @property
    def pk(self) -> int:
        return self.id

    @property
    def unnamed(self) -> bool:
        return self.id < 0

    @property
    def shape(self) -> str:
        """square, circle, diamond, triangle: as they describe themselves, else by the sex recorded (users.md 4.1)."""
        if self.born is None and self.expected_on:
            return "triangle"
        own = set(self.gender_described.lower().split())
        if own:
            return "square" if own <= _MEN else "circle" if own <= _WOMEN else "diamond"
        return {"M": "square", "F": "circle"}.get(self.sex, "diamond")

    @property
    def first(self) -> str:
        return self.called.partition(" ")[0] if self.name_held else self.called

    def was_there(self, day: date) -> bool:
        """Born by that day, or on the way. Someone whose birth is not dated always was."""
        if self.born:
            return self.born.on <= day
        return self.expected_on is None or self.expected_on - _BEFORE_BIRTH <= day

    def had_died(self, day: date) -> bool:
        return self.died_on is not None and self.died_on <= day

    def was_child(self, day: date) -> bool:
        """Unborn counts; someone of unknown age does not."""
        if self.born is None:
            return self.expected_on is not None
        return (age(self.born, day) or 0) < ADULT

    def age_words(self, day: date) -> str:
        """9; 8 months; about 60; due 3 March 2027; empty for nobody knows."""
        if self.born:
            return age_in_words(self.born, min(day, self.died_on) if self.died_on else day)
        return expected_in_words(self.expected_on, day) if self.expected_on else ""


@dataclass(frozen=True)
class Relation:
    """A recorded row: `other` is the `kind` of `person`, from a day, until a day, and who says so."""

    id: int
    person: int
    other: int
    kind: str
    since: PartDate | None = None
    until: date | None = None
    ended_as: str = ""
    source: str = ""
    act: int = 0  # the line of the log it was last written by, and its day
    written_on: date | None = None

    def began_by(self, day: date) -> bool:
        return self.since is None or self.since.on <= day

    def ended_by(self, day: date) -> bool:
        return self.kind.startswith("former_") or (self.until is not None and self.until <= day)


@dataclass(frozen=True)
class Stay:
    """One person living at one address. `label`: what the family calls it; empty when it is kept from someone."""

    person: int
    address: int
    label: str
    kept: bool
    since: date
    until: date | None = None

    def held_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or self.until > day)


@dataclass(frozen=True)
class Household:
    """Everyone in the tree who lived at one address on the day."""

    address: int
    label: str
    kept: bool
    members: frozenset[int]
