"""What visits and the child's own words already hold since an enquiry began, so that nobody writes it twice (S4-27)."""

from datetime import date
from typing import Any

from kith.packs import Pack
from kith.pages.staff.opening import Opened
from kith.pages.staff.quoting import label
from kith.visits import queries as visits
from kith.voice import queries as voice
from kith.words import short_day


def seen_and_said(opened: Opened, enquiry: Any, pack: Pack) -> dict[str, Any]:
    """Visits at which the child was seen, and everything the child said, from the day it began until it was
    concluded: what came later is no part of it. Two queries.
    """
    since, until = enquiry.started_on, enquiry.concluded_on or opened.actor.today
    if since is None:
        return {"visits": [], "words": []}
    lines = [line for line in visits.seen_since(opened.child, since) if line.visited_on <= until]
    return {
        "visits": [(line, label(pack, "alone", line.alone) if line.alone else "") for line in lines],
        "words": [words for words in voice.said_since(opened.child, since) if words.said_on <= until],
    }


def carried_over(opened: Opened, enquiry: Any) -> dict[str, Any]:
    """What the enquiry's page may be filled in with beforehand, each in a box that is still empty. Two queries."""
    since = enquiry.started_on
    lines = visits.seen_since(opened.child, since) if since else []
    said = voice.said_since(opened.child, since) if since else []
    found: dict[str, Any] = {}
    if lines:
        found = {"seen_on": lines[0].visited_on, "alone": lines[0].alone, "not_alone_because": lines[0].alone_words}
    if said:
        found["child_said"] = "\n".join(_told(words, opened.actor.today) for words in said)
    return {name: value for name, value in found.items() if value and not getattr(enquiry, name)}


def _told(words: Any, today: date) -> str:
    asked = f" Asked: “{words.question_asked}”" if words.question_asked else ""
    return f"“{words.text}” To {words.heard_by}, {short_day(words.said_on, today)}.{asked}"


def without_a_visit(opened: Opened, seen_on: date | None) -> bool:
    """Seen, as the enquiry says, on a day no visit is written down for: the top of the record knows nothing of it."""
    if seen_on is None:
        return False
    return all(line.visited_on != seen_on for line in visits.seen_since(opened.child, seen_on))
