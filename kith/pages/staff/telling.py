"""One event of a story as the page shows it: when, what, the child's words, what it meant, and what can be done."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kith import words
from kith.calendar import PartDate
from kith.pages.staff import quoting
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.story.queries import Shown
from kith.story.rules import Event, Source
from kith.story.rules.court import age_then

# Where the record itself stands that an event comes from.
_STANDS_ON = {
    "record_visit": "child-contacts",
    "write_down_words": "child-voice",
    "say_in_corner": "child-voice",
    "react": "child-voice",
    "answer_child": "child-voice",
    "move_home": "child-family",
    "say_situation": "child",
}


def entry(shown: Shown, opened: Opened) -> dict[str, Any]:
    """What `pages/story/entry.html` and `story_item` take."""
    event = shown.event
    pack = pack_of(opened)
    when = said_when(event, opened)
    return {
        "event": event,
        "title": f"“{event.title}”" if event.told else event.title,
        "when": when,
        "known": " · ".join(part for part in (_KNOWN[event.when.precision], _age(event, opened)) if part),
        "datetime": event.when.on.isoformat() if event.when.precision == "day" else "",
        "wrote_on": words.short_day(event.written_on, opened.actor.today) if event.written_late else "",
        "byline": source_of(event.source, opened, event.name),
        "quotes": shown.words,
        "answer": quoting.answer_of(shown.answer, opened, pack) if shown.answer else None,
        "saw": shown.line.saw if shown.line and shown.line.seen else "",
        "not_seen": _not_seen(shown.line, opened) if shown.line and not shown.line.seen else "",
        "meant": event.meant,
        "family": [_told(one, opened) for one in shown.family],
        "also": [_also(one, opened) for one in shown.also],
        "same": one_line(shown.same, opened) if shown.same else None,
        "left_out": event.because if event.stands == "left_out" else "",
        "everyday": not event.in_story and not event.waits and not event.beside and not event.because,
        "owes_meaning": _at("add-meaning", opened, event) if event.to_complete and opened.may_write else "",
        "links": _links(shown, when, opened) if opened.may_write else "",
        "suggested": waiting(shown, opened) if event.waits else None,
    }


def waiting(shown: Shown, opened: Opened) -> dict[str, Any]:
    """A suggestion with its two answers."""
    event = shown.event
    line = event.suggested.line if event.suggested else event.title
    return {
        "line": f"“{line}”" if event.told else line,
        "when": said_when(event, opened),
        "byline": source_of(event.source, opened, event.name),
        "significance": quoting.label(pack_of(opened), "significance", str(event.significance)),
        "take": _at("take-in", opened, event),
        "leave": _at("leave-out", opened, event) if not shown.words else "",
    }


def pair(one: Event, other: Event, opened: Opened) -> dict[str, Any]:
    """Two records that may be of one event."""
    href = reverse("same-event", args=[opened.child.ref, one.act_id, other.act_id])
    return {"one": one_line(one, opened), "other": one_line(other, opened), "href": href}


def one_line(event: Event, opened: Opened) -> dict[str, str]:
    title = f"“{event.title}”" if event.told else event.title
    return {"title": title, "when": said_when(event, opened), "source": str(event.source)}


def said_when(event: Event, opened: Opened) -> str:
    """The day in short; anything less certain in full: March 2019, about 2019."""
    exact = event.when.precision == "day"
    return words.short_day(event.when.on, opened.actor.today) if exact else str(event.when)


_KNOWN = {"day": "", "month": "day not known", "year": "day not known", "about": "not certain"}


def _age(event: Event, opened: Opened) -> str:
    child = opened.child
    return age_then(PartDate(child.born_on, child.born_precision), event.when) if child.born_on else ""


def source_of(source: Source, opened: Opened, act: str = "") -> SafeString:
    """Who says so, for whom, and the record it stands in, which is a link where there is a page of it."""
    page = _STANDS_ON.get(act)
    document: Any = source.document
    if page and document:
        document = format_html('<a href="{}">{}</a>', reverse(page, args=[opened.child.ref]), document)
    return format_html_join(" · ", "{}", ((part,) for part in (str(source), document) if part))


def _told(event: Event, opened: Opened) -> dict[str, str]:
    return {"who": event.source.who, "words": event.title, "when": said_when(event, opened)}


def _also(event: Event, opened: Opened) -> dict[str, Any]:
    part = _at("part-event", opened, event) if opened.may_write else ""
    return {"source": str(event.source), "when": said_when(event, opened), "title": event.title, "part": part}


def _links(shown: Shown, when: str, opened: Opened) -> SafeString:
    """Quiet links under an entry, each with words that tell it from the others for those who listen."""
    event = shown.event
    links = []
    if event.in_story or event.because:
        links.append(("add-meaning", "Change what it meant" if event.meant else "Say what it meant"))
    if event.in_story and not event.told:
        links.append(("tell-beside", "Add how the family tells it"))
    if event.stands == "taken" and not shown.words and not shown.also:
        links.append(("leave-out", "Take it out"))
    links.append(("tick-signs", "Tick signs it shows"))
    return format_html_join(
        " · ",
        '<a href="{}">{}<span class="govuk-visually-hidden">{}</span></a>',
        ((_at(page, opened, event), text, f": {event.title[:60]} {when}") for page, text in links),
    )


def _at(page: str, opened: Opened, event: Event) -> str:
    return reverse(page, args=[opened.child.ref, event.act_id])


def _not_seen(line: Any, opened: Opened) -> str:
    because = quoting.label(pack_of(opened), "not_seen_reasons", line.not_seen_because)
    return ". ".join(part for part in (because, line.not_seen_words) if part)
