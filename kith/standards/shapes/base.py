"""What every standard says about itself, whatever its shape."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from kith.standards.shapes.facts import Facts
from kith.standards.shapes.moment import At, Limits
from kith.standards.shapes.sources import Source
from kith.standards.shapes.states import Standing, State


class Root(NamedTuple):
    """Where a promise comes from: a charter, the place in it, and the demands of the register it answers."""

    charter: str
    place: str
    requirements: tuple[str, ...]


class PutRight(NamedTuple):
    """The page where a lacking promise is put right, by URL name, and what the link says."""

    url: str
    words: str


NOWHERE = PutRight("", "")


@dataclass(frozen=True)
class Wording:
    """One plain sentence for each state, for the worker.

    May use {child}, {last}, {since}, {by}, {until}, {count}, {missing}, {lead}, {span}. {since} reads "3 March 2026",
    or "work began on 1 March 2026" while there is no evidence at all.
    """

    met: str
    due: str
    missed: str
    explained: str
    not_yet: str
    not_applicable: str

    def of(self, state: State) -> str:
        return getattr(self, state.value)


@dataclass(frozen=True)
class Children:
    """Whose promise it is. No level named: every child with open work."""

    levels: tuple[str, ...] = ()
    born: bool = False  # only once the child is born

    def left_out(self, facts: Facts) -> str:
        """Why this child is left out: "died", "unborn", "level"; empty text for a child who is not."""
        if facts.died_on is not None:
            return "died"
        if self.born and facts.unborn:
            return "unborn"
        return "level" if self.levels and facts.level not in self.levels else ""


@dataclass(frozen=True)
class Evidence:
    """The rows that count, as a model's label and what they must (and must not) be, and the same in words. No label:
    they stand outside the log, and the words say where.
    """

    words: str
    model: str
    has: Mapping[str, Any] = field(default_factory=dict)
    has_not: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Shape(ABC):
    """A promise. The parts of a `Both` need only an id, a title and their own timing."""

    kind: ClassVar[str]

    id: str
    title: str
    promise: str = ""  # a "we" sentence, for families and for staff
    to_family: str = ""  # what you can expect
    to_child: str = ""
    roots: tuple[Root, ...] = ()
    applies_to: Children = Children()
    evidence: Evidence = Evidence("", "")
    wording: Wording = Wording("", "", "", "", "", "")
    put_right: PutRight = NOWHERE
    needs_plan: bool = False  # explaining it also needs a plan: a child not seen (design 7.10)
    one: str = ""  # what {count} counts
    question: str = "Is this promise kept?"  # put to whoever looks from outside the work
    kept_close: bool = False  # never told to a family or child of their own case: only as a promise to everybody
    for_few: bool = False  # few may know that it was made to a child at all: its reasons stand where the thing stands
    told_to: tuple[str, ...] = ()  # "family", "child": who reads how it stands for them; nobody where it might betray
    of_meetings: bool = False  # it tells that people met: told to no family of whom somebody is left out of meetings

    @property
    def limits(self) -> Limits:
        """The timescales of the pack it is timed by."""
        return ""

    @cached_property
    def source(self) -> Source | None:
        """The table where what it speaks of is read; None where it rests on what is gathered of every child. A promise
        with a table does not apply to a child of whom nothing stands in it, unless that table speaks of everyone.
        """
        return next((each for each in vars(self).values() if isinstance(each, Source)), None)

    @abstractmethod
    def stands(self, facts: Facts, at: At) -> Standing:
        """How it stands for a child it applies to, before anyone's explanation or judgement."""

    def began_here(self, facts: Facts) -> bool:
        """Whether it speaks only of what was first recorded in Kith, so that nothing from before can be missing."""
        return False

    def __str__(self) -> str:
        return self.title
