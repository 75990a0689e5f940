"""A chronology for a court: what is chosen, what it owes, how it reads, and the very words that are printed (J6).

A court's own columns are number, date, event and source. Each line here keeps the fact, what it meant for the child,
what was done, and what the family tells of it apart; nothing printed stands outside the content made here, so that what
is checked for protected facts is what leaves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith import words
from kith.calendar import PartDate, age, age_in_words
from kith.story.rules.events import Event
from kith.story.rules.lenses import HARM, HELP, LIFE, VOICE

AT_ONCE = 400  # entries typeset while the page waits; more are made by a job
YEARS = 2  # a court chronology is of the last two years, with what went before in short
BALANCE = {HARM: "Worry and harm", LIFE: "Good things", HELP: "What we did", VOICE: "In the child’s own words"}

_INITIALS = re.compile(r"(?<![\w.])[A-Z]\.(?:\s?[A-Z]\.)*(?!\w)")
_HEARSAY = re.compile(r"\b(apparently|reportedly|allegedly|rumou?r\w*|it is (?:said|believed|understood))\b", re.I)


@dataclass(frozen=True)
class Line:
    """One event as a chronology prints it, with what stands beside it."""

    event: Event
    quotes: tuple[str, ...] = ()  # the child's own words
    saw: str = ""  # what the visitor saw of the child
    answer: str = ""  # of an answer to the child: to what, and what it was
    family: tuple[Event, ...] = ()  # what the family tells of it
    also: tuple[Event, ...] = ()  # other records of the same event


@dataclass(frozen=True)
class Heading:
    """What stands above the lines."""

    child: str
    first: str
    born: PartDate | None
    prepared_by: str
    prepared_on: date
    from_on: date
    to_on: date
    people: tuple[tuple[str, str], ...] = ()  # (name, what they are to the child)
    gaps: tuple[str, ...] = ()


def preselected(event: Event, from_on: date, to_on: date) -> bool:
    """What matters, in the period; before it, turning points alone."""
    if event.when.earliest > to_on or not event.matters:
        return False
    return event.when.latest >= from_on or event.significance > 2


def balance(events: Iterable[Event]) -> dict[str, int]:
    """How many of the chosen events are worry, good things, our own doing, the child's words: only worry is a fault."""
    counts = Counter(lens for event in events for lens in event.lenses)
    return {title: counts[lens] for lens, title in BALANCE.items()}


def advice(line: Line) -> list[str]:
    """What a judge would ask about this line. It advises; only a missing impact holds a copy back."""
    event = line.event
    text = " ".join((event.title, event.outcome, event.meant))
    found = [] if event.source.named else ["No source is named."]
    if event.matters and not event.outcome.strip():
        found.append("What was done about it is not written.")
    if initials := _INITIALS.search(text):
        found.append(f"“{initials[0].strip()}”: write the name in full.")
    if hearsay := _HEARSAY.search(text):
        found.append(f"“{hearsay[0]}”: who said so?")
    found += [f"“{flag.found}”: {flag.instead}" for flag in words.flags(text)]
    return found


def content(heading: Heading, lines: Sequence[Line], *, family_beside: bool = True) -> dict[str, Any]:
    """Everything that is printed, as plain text in plain lists. Lines are numbered through, oldest first."""
    ordered = sorted(lines, key=lambda line: line.event.order)
    printed = [_printed(n, line, heading, family_beside) for n, line in enumerate(ordered, 1)]
    earlier = printed[: sum(line.event.when.on < heading.from_on for line in ordered)]
    return {
        "child": heading.child,
        "first": heading.first,
        "born": str(heading.born) if heading.born else "not known",
        "prepared_by": heading.prepared_by,
        "prepared_on": words.in_full(heading.prepared_on),
        "period": f"{words.in_full(heading.from_on)} to {words.in_full(heading.to_on)}",
        "people": [{"name": name, "is": what} for name, what in heading.people],
        "earlier": earlier,
        "years": _by_year(printed[len(earlier) :], ordered[len(earlier) :]),
        "gaps": list(heading.gaps),
        "entries": len(printed),
    }


def _printed(n: int, line: Line, heading: Heading, family_beside: bool) -> dict[str, Any]:
    event = line.event
    return {
        "n": n,
        "when": str(event.when),
        "known": _KNOWN[event.when.precision],
        "age": age_then(heading.born, event.when),
        "what": " ".join(part for part in (event.title, line.saw, line.answer) if part),
        "quotes": list(line.quotes),
        "meant": event.meant,
        "outcome": event.outcome,
        "family": [{"who": e.source.who, "words": e.title} for e in line.family] if family_beside else [],
        "source": str(event.source),
        "document": event.source.document,
        "also": [_also(other) for other in line.also],
        "told": event.told,
    }


_KNOWN = {"day": "", "month": "day not known", "year": "day and month not known", "about": "year not certain"}


def age_then(born: PartDate | None, when: PartDate) -> str:
    """aged 2, aged 7 weeks, at birth, before birth, aged 1 to 3; empty where either date says too little."""
    if born is None:
        return ""
    if when.latest < born.earliest:
        return "before birth"
    if when.precision == "day" and born.precision == "day":
        return "at birth" if when.on == born.on else f"aged {age_in_words(born, when.on)}"
    low, high = age(born.latest, max(when.earliest, born.latest)), age(born.earliest, when.latest)
    if low is None or high is None:
        return ""
    if low == 0:
        return "under 1" if high == 0 else f"aged {high} or under"
    return f"aged {low}" if low == high else f"aged {low} {'or' if high - low == 1 else 'to'} {high}"


def _also(event: Event) -> str:
    return f"{event.source}, {event.when}" + (f" ({event.source.document})" if event.source.document else "")


def _by_year(printed: Sequence[dict[str, Any]], lines: Sequence[Line]) -> list[dict[str, Any]]:
    years: dict[str, list[dict[str, Any]]] = {}
    for entry, line in zip(printed, lines, strict=True):
        years.setdefault(str(line.event.when.on.year), []).append(entry)
    return [{"title": year, "entries": entries} for year, entries in years.items()]


def as_text(content: Mapping[str, Any]) -> str:
    """Every word that is printed, a line to each entry: what the release check reads, and what is kept of the copy."""
    lines = [f"Chronology: {content['child']}, born {content['born']}", f"Period: {content['period']}"]
    lines += [f"Prepared by {content['prepared_by']}, {content['prepared_on']}"]
    lines += [f"{person['name']}: {person['is']}" for person in content["people"]]
    for entry in every_entry(content):
        lines.append(entry_as_text(entry))
    return "\n".join([*lines, *content["gaps"]])


def every_entry(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [*content["earlier"], *(entry for year in content["years"] for entry in year["entries"])]


def entry_as_text(entry: Mapping[str, Any]) -> str:
    parts = [f"{entry['n']}. {entry['when']}", *(f"({entry[part]})" for part in ("known", "age") if entry[part])]
    parts += [entry["what"], *(f"“{quote}”" for quote in entry["quotes"])]
    parts += [f"What it meant: {entry['meant']}"] if entry["meant"] else []
    parts += [f"What was done: {entry['outcome']}"] if entry["outcome"] else []
    parts += [f"{told['who']} tells: “{told['words']}”" for told in entry["family"]]
    parts += [f"Source: {entry['source']}", entry["document"], *(f"Also recorded by {also}" for also in entry["also"])]
    return " ".join(part.replace("\n", " ") for part in parts if part)
