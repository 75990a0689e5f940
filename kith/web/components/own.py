"""Kith's own components: what makes a child's record readable, and every answer owed visible.

They take plain words, dates already in words, and mappings: never a model. Measures for the tests are
in users.md 5.12.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .base import Words, component, part
from .display import tag

Links = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class State:
    """A status as people read it, and its tone: celebrate, attention, late, information or quiet."""

    words: str
    tone: str


STATES = {
    # what a standard says about a promise
    "met": State("Met", "celebrate"),
    "due": State("Due", "attention"),
    "missed": State("Missed", "late"),
    "explained": State("Late, explained", "information"),
    "not_yet": State("Not yet", "quiet"),
    "not_applicable": State("Does not apply", "quiet"),
    # whether what is known is still so
    "current": State("Up to date", "celebrate"),
    "to_confirm": State("To confirm", "attention"),
    "out_of_date": State("Out of date", "late"),
    # what someone said, and the answer to it
    "owed": State("Answer owed", "attention"),
    "owed_late": State("Answer late", "late"),
    "answered": State("Answered", "celebrate"),
    "agreed": State("Agreed", "celebrate"),
    "partly": State("Partly agreed", "information"),
    "not_agreed": State("Not agreed, with reasons", "information"),
    "not_owed": State("No answer asked for", "quiet"),
    "acted_on": State("Acted on as harm", "late"),
    # work and promises
    "open": State("Open", "information"),
    "planned": State("Planned", "information"),
    "done": State("Done", "celebrate"),
    "stuck": State("Stuck", "attention"),
    "closed": State("Closed", "quiet"),
    "draft": State("Draft", "quiet"),
    "to_complete": State("To complete", "attention"),
    "withdrawn": State("Withdrawn", "quiet"),
    # who may see
    "restricted": State("Restricted", "attention"),
    "sealed": State("Sealed", "attention"),
    # someone is worried now
    "waiting": State("Waiting for duty", "late"),
    "taken": State("Duty has this", "information"),
}


def state(name: str, words: str = "") -> SafeString:
    """A state as a tag: always words, never colour alone. An unknown state is a KeyError."""
    known = STATES[str(name)]
    return tag(words or known.words, classes=f"kith-tag kith-tag--{known.tone}")


def named(label: str) -> SafeString | str:
    """An ``aria-label`` with a space before it, when there is one to give."""
    return format_html(' aria-label="{}"', label) if label else ""


@component("kith/owed_badge.html")
def owed_badge(count: int, word: str = "owed", *, href: str = "", about: str = "") -> dict[str, Any]:
    """How many are owed: a number and a word, linking to a list of just as many. Nothing when none is."""
    return {}


@component("kith/identity_bar.html")
def identity_bar(
    name: str,
    *,
    href: str = "",
    family_name: str = "",
    age: str = "",
    born: str = "",
    pronoun: str = "",
    languages: Sequence[str] = (),
    photo: str = "",
    status: str = "",
    lives_at: str = "",
    lives_protected: bool = False,
    chips: Sequence[Words] = (),
    lead_worker: Mapping[str, Any] | None = None,
    seen: Sequence[Mapping[str, Any]] = (),
    relations: Links = (),
    actions: Links = (),
) -> dict[str, Any]:
    """Who this child is, on every page of theirs: the name they are known by comes first.

    ``chips``: at most three are shown. ``lead_worker``: name, phone. ``seen``: text, late (bool), as
    "seen 6 Nov". ``relations``: text, href, called (the whole name, read out).
    ``actions``: text, href; the first is the button.
    """
    return {
        "initial": name[:1].upper(),
        "facts": [fact for fact in (age, born, pronoun, ", ".join(languages)) if fact],
        "chips": [part(chip) for chip in chips if chip][:3],
        "first_action": actions[0] if actions else None,
        "other_actions": actions[1:],
    }


@component("kith/safety_banner.html")
def safety_banner(
    items: Sequence[Words], *, title: str = "Know this first", href: str = "", link_text: str = ""
) -> dict[str, Any]:
    """Danger, in words, before anything else. Nothing when there is none.

    ``items``: text, when, source, href, link_text.
    """
    return {"items": [part(item) for item in items if item]}


@component("kith/voice_quote.html")
def voice_quote(
    words: str,
    *,
    speaker: str,
    said_on: str = "",
    heard_by: str = "",
    kind: str = "",
    state: str = "",
    state_words: str = "",
    why_not_owed: str = "",
    drawing: Mapping[str, str] | None = None,
    lang: str = "",
    translation: str = "",
    answer: Mapping[str, Any] | None = None,
    action: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Someone's own words, exactly, with who said them, when, who wrote them down, and their answer.

    ``state`` is one of STATES (owed, answered, …). ``answer``: text, reason, told_by, told_on, reaction.
    ``drawing``: src and text (what it shows, in words). ``action``: text, href.
    """
    return {"state_tag": _state(state, state_words) if state else ""}


_state = state  # the option above has the same name


@component("kith/saved_state.html")
def saved_state(text: str = "", *, keeps_drafts: bool = True) -> dict[str, Any]:
    """Whether what is typed is safe: "Saved 12:04". Announced, and written to by kith.js."""
    return {}


@component("kith/child_row.html")
def child_row(content: str, name: str, *, note: str = "", id: str = "", hint: str = "") -> dict[str, Any]:
    """One child's own part of a shared form. There is no control for all of them at once."""
    return {}


@component("kith/reasons_box.html")
def reasons_box(
    content: str, *, options: Sequence[str] = (), view: str = "", whose: str = "", title: str = "Reasons"
) -> dict[str, Any]:
    """Where reasons are written, under the options considered and what the child thinks."""
    return {}


@component("kith/provenance.html")
def provenance(source: str, on: str = "", *, confirm_url: str = "", change_url: str = "") -> dict[str, Any]:
    """Where a known fact came from, and whether it is still right."""
    return {}


@component("kith/standard_hint.html")
def standard_hint(text: str, code: str = "", *, href: str = "") -> dict[str, Any]:
    """One sentence of a standard, at the field it is about."""
    return {}


@component("kith/story_item.html")
def story_item(
    content: str,
    *,
    date: str,
    title: str,
    datetime: str = "",
    byline: str = "",
    href: str = "",
    source: str = "",
    meant: str = "",
    significant: bool = False,
    wrote_on: str = "",
    known: str = "",
) -> dict[str, Any]:
    """One dated entry of a story, with what it meant for the child. Goes inside ``{% story %}``. ``known``: how much of
    the date is not.
    """
    return {}


@component("kith/measure_card.html")
def measure_card(
    title: str,
    number: int | str,
    *,
    of: int | str = "",
    href: str = "",
    note: str = "",
    definition_href: str = "",
    as_at: str = "",
    tone: str = "",
) -> dict[str, Any]:
    """A figure with its denominator, its list and its definition."""
    return {}


AUDIENCES = {"team": "Only the team can read this", "family": "The family can read this"}


@component("kith/audience_note.html")
def audience_note(text: str = "", *, who: str = "team", why: str = "") -> dict[str, Any]:
    """Who will be able to read what is being written."""
    return {"text": text or AUDIENCES[who]}


@component("kith/protected_fact.html")
def protected_fact(
    label: str, *, protected_from: str = "", reveal_url: str = "", shown: str = "", csrf_token: str = ""
) -> dict[str, Any]:
    """A fact kept from someone: masked until it is asked for by POST, when its page passes ``shown``.

    The fact itself must never be handed to this piece before then: what is not in the page cannot leak.
    """
    return {}


@component("kith/side_navigation.html")
def side_navigation(items: Links, *, label: str) -> dict[str, Any]:
    """The parts of one record. ``items``: text, href, active, owed (a count shown when above none), and the ``group``
    those beside each other stand under, if any.

    On a narrow screen, with scripts, it folds into a button; without them it is always open.
    """
    groups = [(group, list(parts)) for group, parts in groupby(items, key=lambda item: item.get("group", ""))]
    return {"groups": groups, "now": next((item["text"] for item in items if item.get("active")), label)}


@component("kith/card.html")
def card(
    content: str, title: str = "", *, tone: str = "", level: int | str = 2, href: str = "", id: str = ""
) -> dict[str, Any]:
    """A box with one idea in it. ``tone``: worry, strength, line (bottom line), good, or none."""
    return {}


@component("kith/empty.html")
def empty(text: str, *, href: str = "", link_text: str = "") -> dict[str, Any]:
    """What to say, kindly, where there is nothing yet; and the first thing to do about it."""
    return {}
