"""Who can agree to what for a child (S1-18). It advises. Nothing urgent waits for it, and no law is settled by it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kith.calendar import age
from kith.packs import Consent, Pack
from kith.words import joined

if TYPE_CHECKING:
    from kith.people.models import Agreeing

URGENT = (
    "This advises and never delays emergency treatment: if a child may come to harm by waiting, treat them, ring 999, "
    "and ask afterwards."
)
COUNCIL = ("care_order", "emergency_order")  # parental responsibility the council holds
NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class CanAgree:
    """One line of the table: who can, what to know, and what is missing before anybody can be sure."""

    topic: Consent
    who: list[str]
    notes: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    own: bool = False  # the child's own word will do
    holders: list[str] = field(default_factory=list)

    @property
    def clear(self) -> bool:
        return not self.gaps

    def is_own(self, name: str) -> bool:
        return self.own and _same(name, self.who[0])


def who_can_agree(pack: Pack, around: "Agreeing", on: date) -> list[CanAgree]:
    """The whole table, in the pack's order."""
    return [_line(topic, around, on) for topic in pack.consents]


def _line(topic: Consent, around: "Agreeing", on: date) -> CanAgree:
    names = list(dict.fromkeys(name for name, _ in around.holders))
    notes: list[str] = []
    who, gaps = list(names), _gaps(around)
    own = _their_own(topic, around, notes, on)
    if own:
        who, gaps = [around.child.called, *who], []
    for row in around.delegations:
        if row.topic == topic.key and row.stands_on(on):
            who.append(row.to_name)
            notes.append(_delegated(row))
    if topic.needs == "every" and len(names) > 1:
        notes.append(f"It needs all of them: {joined(names)}.")
    if around.away and not own:
        notes.append(_away(topic, around))
    return CanAgree(topic, list(dict.fromkeys(who)), notes, gaps, own, names)


def _gaps(around: "Agreeing") -> list[str]:
    if not around.holders:
        return ["Nobody is written down as having parental responsibility. Find out who has, and what was seen of it."]
    unknown = [name for name, acquired in around.holders if acquired == NOT_KNOWN]
    return [f"How {joined(unknown)} came to have parental responsibility is not known yet."] if unknown else []


def _their_own(topic: Consent, around: "Agreeing", notes: list[str], on: date) -> bool:
    """Whether the child's own word will do: by age, or because somebody judged that they understand this."""
    name, born = around.child.called, around.child.born_on
    if topic.own_from and born and (age(born, on) or 0) >= topic.own_from:
        notes.append(f"{name} is {topic.own_from} or over, and can say yes themselves.")
        return True
    judged = [one for one in around.understandings if one.topic == topic.key]
    latest = max(judged, key=lambda one: (one.judged_on, one.pk), default=None)
    if latest is None or not topic.by_understanding:
        return False
    understands = latest.answer != "not_yet"
    can = "understands this well enough to decide" if understands else "does not understand it well enough yet"
    notes.append(f"{name} {can}: {latest.judged_by}, {latest.judged_on:%-d %B %Y}.")
    return understands


def _delegated(row: Any) -> str:
    until = f", until {row.until_on:%-d %B %Y}" if row.until_on else ""
    where = f" ({row.written_where.rstrip('.')})" if row.written_where else ""
    return f"{row.given_by_name} lets {row.to_name} decide it{until}{where}."


def _away(topic: Consent, around: "Agreeing") -> str:
    held = any(acquired in COUNCIL for _, acquired in around.holders)
    who = "The council shares parental responsibility; the" if held else "The council has no say of its own; the"
    only = "only what was delegated to them" if topic.may_be_delegated else "not at all: this is not delegated"
    return f"{around.child.called} lives away from home. {who} carer decides {only}."


def still_needed(line: CanAgree, name: str, said: Iterable[str] = ()) -> str:
    """Whose word is needed besides `name` and those who have `said` yes already; "" when it is enough."""
    if line.gaps:
        return " ".join(line.gaps)
    given = [name, *said]
    if line.topic.needs == "every" and not line.is_own(name):
        missing = [one for one in line.holders if not any(_same(one, each) for each in given)]
        return f"{joined(missing)} must agree too." if missing else ""
    if any(_same(name, one) for one in line.who):
        return ""
    return f"{name} cannot agree to this alone. Ask {joined(line.who, 'or')}."


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
