"""Every address Kith answers at, taken from the URL conf, and what each kind of page owes each kind of reader.

A page that is not placed in a kind here fails the stranger test: nobody can add one without saying who it is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

# Readers: nobody signed in; the lead worker; her manager; duty; another team; a partner tied to Sam alone; the mother;
# the father kept from the address; a man with no tie at all; and Maya herself, with Aisha's tablet in her hands.
READERS = ["", "aisha", "grace", "theo", "sol", "priya", "kelly", "tomek", "gary", "maya"]
STAFF = {"aisha", "grace", "theo", "sol"}

KINDS = {
    "child": [
        "appointment",
        "appointment-file",
        "before-you-knock",
        "child-plan",
        "child-copies",
        "child-focus",
        "child-rights",
        "child-whole",
        "booklet",
        "booklet-file",
        "child-voice",
        "child-story",
        "child-family",
        "child-clocks",
        "child-contacts",
        "child-decisions",
        "child-map",
        "child-print",
        "plan-review",
        "child-tree",
        "released-copy",
        "court-copy",
        "court-file",
        "decision",
        "story-lanes",
        "voice-drawing",
    ],
    "child-minimum": ["child", "give-because"],
    "child-writing": [
        "accept-step",
        "add-history",
        "add-language",
        "add-meaning",
        "add-outcome",
        "add-relationship",
        "add-step",
        "add-to-review",
        "add-to-tree",
        "agree-plan",
        "answer-wish",
        "ask-another-worker",
        "change-adult-support",
        "check-rights",
        "change-offer",
        "arrange-contact",
        "ask-more-time",
        "ask-for-level",
        "booklet-make",
        "begin-plan",
        "call-off-visit",
        "challenge-decision",
        "celebrate",
        "change-outcome",
        "change-plan",
        "complete-gap",
        "confirm-plan",
        "confirm-tree",
        "correct-words",
        "decide",
        "describe-person",
        "court-choose",
        "court-make",
        "court-right",
        "answer-ending",
        "drawing-shows",
        "end-outcome",
        "end-plan",
        "end-family-promise",
        "end-portrait",
        "end-promise",
        "end-protection",
        "end-relationship",
        "end-situation",
        "end-restriction",
        "give-leaflet",
        "explain-clock",
        "explain-standard",
        "follow-up-valued",
        "give-contact-point",
        "keep-portrait",
        "give-identifier",
        "give-name",
        "hand-over",
        "look-at-risk",
        "mark-growing",
        "mark-harm",
        "keep-level",
        "leave-out",
        "look-again",
        "note-breach",
        "tell-decision",
        "move-home",
        "move-visit",
        "not-safe-to-tell",
        "note-adult-support",
        "note-getting-on",
        "plan-print",
        "plan-visit",
        "protect-address",
        "put-on-map",
        "record-asking",
        "record-offer",
        "note-family-promise",
        "note-risk",
        "rate-wellbeing",
        "record-restriction",
        "record-visit",
        "put-words-right",
        "report-step",
        "review-plan",
        "review-story",
        "say-about-me",
        "say-about-me-again",
        "say-life-today",
        "say-situation",
        "say-why-service",
        "take-off-map",
        "say-valued",
        "take-up-exposure",
        "safe-to-tell",
        "same-event",
        "tell-another-worker",
        "tell-beside",
        "tell-child",
        "tell-of-visit",
        "tell-recalled",
        "tree-print",
        "write-words",
    ],
    "child-posted": [
        "confirm-situation",
        "end-about-me",
        "part-event",
        "receive-words",
        "reveal-address",
        "still-right",
        "take-in",
    ],
    "child-own": ["revise-decision"],  # whoever is writing it
    "child-picture": ["portrait"],  # for the readers of the whole record; for anybody else it is not there
    "child-manager": [
        "allocate",
        "answer-challenge",
        "change-level",
        "close-work",
        "note-handover",
        "read-decision",
        "answer-another-worker",
        "who-looked",
        "accept-explanation",
        "answer-more-time",
    ],
    "staff": [
        "today",
        "my-families",
        "my-pin",
        "my-promises",
        "search",
        "take-contact",
        "time-limits",
        "visit-together",
    ],
    "front-door": ["front-door"],
    "contact": ["agency-answer", "ask-agency", "contact", "decide-contact", "match-child", "tell-back"],
    "manager": ["decisions-waiting", "plan-absence", "team"],
    "duty": ["begin-record", "duty"],
    "duty-posted": ["take-concern"],
    "own": ["open-notice", "draft"],
    "posted": ["corner-let-go", "draft-carry-on", "draft-discard", "hand-over-now", "take-up-contact"],
    "corner": [
        "corner",
        "corner-another",
        "corner-answer",
        "corner-drawing",
        "corner-good",
        "corner-look",
        "corner-people",
        "corner-plan",
        "corner-quiet",
        "corner-said",
        "corner-say",
        "corner-sent",
        "corner-sheet",
        "corner-throw",
        "corner-tree",
        "corner-told",
        "corner-who",
    ],
    "not-safe": ["corner-not-safe"],
    "coming-back": ["corner-away", "corner-back"],  # tried one by one in tests/pages/child/test_device.py
    "family": ["my-page"],
    "own-family": ["my-appointment", "my-change", "my-copy"],
    "own-child": ["my-people", "my-word"],
    "partner": ["my-asks", "my-children", "my-steps", "tell-about-child"],
    "own-step": ["my-step"],
    "own-agency": ["answer-request"],
    "own-partner": ["decisions-told", "disagree", "tell-as-agency"],
    "anyone": ["worried", "help", "tell-us"],
    "restricted": ["break-glass"],
    "door": ["comfort", "health", "demo-sign-in", "home"],
}


@dataclass(frozen=True)
class Address:
    name: str
    path: str  # with <converters> still in it


def every_address() -> Iterator[Address]:
    """Each named page of our own; sign-in's pages (django-allauth) are doors and are walked by their prefix."""
    yield from _walk(get_resolver().url_patterns, "/")


def kind_of(name: str) -> str | None:
    return next((kind for kind, names in KINDS.items() if name in names), None)


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[Address]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        else:
            yield Address(pattern.name or path, path)
