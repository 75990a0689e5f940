"""Where words about to be taken off a record also stand, so that the worker sees each and decides (7.14)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from kith import words as spoken
from kith.access.actor import HOME_TIME
from kith.pages.staff.opening import Opened
from kith.record.passages import Place, places_of
from kith.sharing import queries as sharing
from kith.voice import rules

AROUND = 60  # characters of the text before and after, so that the place is known again


@dataclass(frozen=True)
class Repeated:
    """`here`: places the same words can be taken out of, each with its name in words. `other_words`: the child's other
    entries that hold them, each corrected by itself. `copies`: released copies that hold them.
    """

    here: list[tuple[Place, str]]
    other_words: list[Any]
    copies: list[Any]


def repeated(words: Any, opened: Opened) -> Repeated:
    said, going = spoken.passages(words.text), _going(words)
    places = [place for place in places_of(opened.child, said) if not going(place)]
    return Repeated(
        here=[
            (place, _named(place, said)) for place in places if place.model not in ("voice.Words", "sharing.Release")
        ],
        other_words=[
            (place.row, reverse("correct-words", args=[opened.child.ref, place.row.pk]))
            for place in places
            if place.model == "voice.Words"
        ],
        copies=[copy for copy in sharing.releases_about(opened.child) if said and _in(copy.text, words, said)],
    )


def _in(text: str, words: Any, said: list[str]) -> bool:
    return words.text.strip() in text or any(spoken.stands_at(text, passage) for passage in said)


def _going(words: Any) -> Callable[[Place], bool]:
    """Whether a place goes anyway: the words, their drawing and answers, what was said of the lines that leave."""
    answers = words.answers
    lines = rules.lines_that_go(words, answers, words.said_beside)
    rows = {("voice.Words", words.pk), *(("voice.Answer", answer.pk) for answer in answers)}

    def goes(place: Place) -> bool:
        if place.model == "story.Entry":
            return place.row.event_id in lines
        drawn_with = place.model == "voice.Drawing" and place.row.words_id == words.pk
        return drawn_with or (place.model, place.row.pk) in rows

    return goes


def _named(place: Place, said: list[str]) -> str:
    return f"{_NAMES.get(place.model, _otherwise)(place)}: “{_excerpt(place.text, said)}”"


def _otherwise(place: Place) -> str:
    name = str(place.row._meta.verbose_name)
    return name[:1].upper() + name[1:]


def _visit(place: Place) -> str:
    columns = {
        "saw": "what was seen",
        "means": "what it means",
        "plan_to_see": "the plan",
        "alone_words": "why not alone",
    }
    what = spoken.joined(columns.get(column, "why not seen") for column in place.columns)
    return f"Visit of {spoken.in_full(place.row.visited_on)}, {what}"


def _day(place: Place) -> date:
    return place.row.happened_at.astimezone(HOME_TIME).date()


_NAMES = {
    "people.Person": lambda place: "How they like to be told things, or who they are in their own words",
    "people.SituationLine": lambda place: (
        f"Where things are, “{place.row.get_kind_display()}”"
        + (f" (taken off {spoken.in_full(place.row.ended_on)})" if place.row.ended_on else "")
    ),
    "standards.Explanation": lambda place: f"Why something was late, {spoken.in_full(place.row.given_on)}",
    "story.History": lambda place: "The story, as somebody told it",
    "story.Entry": lambda place: "The story, what something meant",
    "visits.ChildLine": _visit,
    "visits.PlannedVisit": lambda place: "Why a visit was moved",
    "visits.Promise": lambda place: f"A promise of {spoken.in_full(place.row.made_on)}",
    "visits.Visit": lambda place: f"Visit of {spoken.in_full(_day(place))}, for every child on it",
    "voice.Answer": lambda place: f"The answer of {spoken.in_full(place.row.decided_on)} to something else",
}


def _excerpt(text: str, said: list[str]) -> str:
    """The words where they stand, with what is written around them."""
    start, end = next(filter(None, (spoken.stands_at(text, passage) for passage in said)))
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    whole = " ".join(f"{before}{text[start:end]}{after}".split())
    return ("… " if start > AROUND else "") + whole + (" …" if end + AROUND < len(text) else "")
