"""What a decision is written from: handed over by whichever room decides something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict


@dataclass(frozen=True)
class OptionGiven:
    """One way that was thought about."""

    what: str
    involves: str = ""
    why_not: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class LineGiven:
    """What must stay true. Watcher and alerted: an account's id where there is one, and a name in any case."""

    statement: str
    broken_when: str = ""
    watcher_id: int | None = None
    watcher_name: str = ""
    alerted_id: int | None = None
    alerted_name: str = ""


@dataclass(frozen=True)
class AgreementGiven:
    """One person with parental responsibility: what they answered, or the lawful reason they were not asked."""

    holder: Any  # people.Person
    answer: str
    words: str = ""
    exception: str = ""
    because: str = ""
    try_again_on: date | None = None


@dataclass(frozen=True)
class DissentGiven:
    who: str
    why: str


class Given(TypedDict, total=False):
    """Everything a decision may be told, all of it optional: facts always record (design 7.1).

    `evidence`: lines of the same child's record (record.Act). `decided_by_*`: when someone other than the writer.
    """

    question: str
    chosen: str
    reasons: str
    options: Sequence[OptionGiven]
    only_one_because: str
    evidence: Sequence[Any]
    rests_on: str
    child_view: str
    child_view_weight: str
    child_view_not_known: str
    family_view: str
    shaped: bool  # thinking it over together shaped it
    shaped_by: Any  # record.Act: the line of that supervision
    changed_mind: str  # yes, no
    thought_before: str
    thought_now: str
    agreements: Sequence[AgreementGiven]
    bottom_lines: Sequence[LineGiven]
    no_bottom_lines_because: str
    dissents: Sequence[DissentGiven]
    what_would_change_it: str
    review_by_on: date | None
    less_protection: bool
    decided_by_id: int | None
    decided_by_name: str
    instead_of: Any  # decisions.Decision
