"""Every address Kith answers at, taken from the URL conf, and what each kind of page owes each kind of reader.

A page that is not placed in a kind here fails the stranger test: nobody can add one without saying who it is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

# Readers: nobody signed in; the lead worker; her manager; duty; another team; a partner tied to Sam alone; the mother;
# the father kept from the address; a man with no tie at all.
READERS = ["", "aisha", "grace", "theo", "sol", "priya", "kelly", "tomek", "gary"]
STAFF = {"aisha", "grace", "theo", "sol"}

KINDS = {
    "child": [
        "child-whole",
        "booklet",
        "booklet-file",
        "child-voice",
        "child-story",
        "child-family",
        "child-contacts",
        "child-print",
        "released-copy",
        "court-copy",
        "court-file",
        "story-lanes",
    ],
    "child-minimum": ["child", "give-because"],
    "child-writing": [
        "add-history",
        "add-language",
        "add-meaning",
        "add-relationship",
        "answer-wish",
        "arrange-contact",
        "booklet-make",
        "complete-gap",
        "correct-words",
        "court-choose",
        "court-make",
        "court-right",
        "describe-person",
        "answer-ending",
        "end-promise",
        "end-protection",
        "end-relationship",
        "end-situation",
        "explain-standard",
        "follow-up-valued",
        "give-contact-point",
        "give-identifier",
        "give-name",
        "look-at-risk",
        "mark-growing",
        "leave-out",
        "move-home",
        "move-visit",
        "note-risk",
        "plan-visit",
        "protect-address",
        "rate-wellbeing",
        "record-visit",
        "review-story",
        "say-about-me",
        "say-about-me-again",
        "say-life-today",
        "say-situation",
        "say-valued",
        "take-up-exposure",
        "same-event",
        "tell-beside",
        "tell-child",
        "write-words",
    ],
    "child-posted": ["confirm-situation", "end-about-me", "part-event", "reveal-address", "still-right", "take-in"],
    "child-manager": ["allocate", "who-looked", "accept-explanation"],
    "staff": ["today", "my-families", "search"],
    "manager": ["plan-absence", "team"],
    "duty": ["begin-record", "duty"],
    "duty-posted": ["take-concern"],
    "own": ["open-notice", "draft"],
    "posted": ["draft-carry-on", "draft-discard"],
    "family": ["my-page"],
    "own-family": ["my-copy"],
    "partner": ["my-children"],
    "own-partner": ["tell-as-agency"],
    "anyone": ["worried", "help"],
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
