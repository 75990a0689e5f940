"""The promises under the headings a reader looks under: the same ones on a worker's board and on a family's page."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from kith.standards.register import STANDARDS
from kith.standards.shapes import Shape

One = TypeVar("One")


class Theme(NamedTuple):
    id: str
    title: str
    standards: tuple[str, ...]


THEMES = (
    Theme(
        "seen-and-heard",
        "Seen and listened to",
        (
            *("seen-in-time", "seen-alone", "heard", "words-checked-back", "corner-received", "wishes-answered"),
            *("answers-told", "answered-by-another", "helper-offered", "another-worker", "valued-followed-up"),
            *("return-talk-offered", "day-seen", "own-pace", "rights-told", "rights-weighed"),
        ),
    ),
    Theme(
        "kept-safe",
        "Kept safe",
        (
            *("worry-taken-up", "danger-taken-up", "talked-at-once", "enquiry-finished", "conference-in-time"),
            *("report-shared", "view-after-review", "core-group-met", "protection-reviewed", "danger-paired"),
            *("signs-looked-at", "risk-looked-at-again", "outside-looked-again", "allegation-reported"),
            "incident-told",
        ),
    ),
    Theme(
        "right-help",
        "The right help at the right time",
        (
            *("contact-decided", "teller-told", "level-weighed", "urgent-needs-met", "services-known"),
            *("adults-weighed", "adults-helped", "needs-served", "helps-told"),
        ),
    ),
    Theme(
        "people-to-count-on",
        "People to count on",
        (
            *("lead-worker", "new-lead-told", "goodbye-said", "next-contact", "told-before", "promises-kept"),
            *("visits-complete", "you-said-we-did", "lead-trained", "time-for-each", "complaints-answered"),
            *("thanks-passed-on", "no-blame", "promises-fit", "critical-written", "written-in-time"),
        ),
    ),
    Theme(
        "known-well",
        "Known well",
        (
            *("all-about-me", "life-today", "wellbeing-asked", "growing-looked-at", "identity-asked"),
            *("days-celebrated", "strengths-looked-for", "hard-times", "family-known", "tree-confirmed"),
            *("what-helps-known", "own-people-asked", "story-reviewed", "practice-adapts"),
        ),
    ),
    Theme(
        "understood",
        "Understood, with everybody heard",
        (
            *("family-first", "both-parents-heard", "childs-eyes", "evidence-shown", "effects-said"),
            *("contributions-answered", "assessment-finished", "assessment-current"),
        ),
    ),
    Theme(
        "plans",
        "A plan that belongs to the family",
        (
            *("plan-after-assessment", "outcomes-whole", "strength-used", "adults-change", "ideas-answered"),
            *("steps-accepted", "steps-done", "plan-given", "plan-for-child", "plan-looked-at-again"),
            *("progress-celebrated", "outcomes-on-words", "plan-clear", "unclear-answered"),
        ),
    ),
    Theme(
        "meetings",
        "Meetings nobody is left out of",
        (
            *("view-got-in", "left-with-it", "nobody-left-out", "left-out-looked-at", "family-meeting-offered"),
            *("family-meeting-held", "why-not-there"),
        ),
    ),
    Theme(
        "decisions",
        "Decisions with reasons",
        (
            *("decisions-reasoned", "challenges-answered", "decisions-looked-at-again", "more-time-answered"),
            *("supervision-held", "two-explanations", "assumptions-asked", "sharing-looked-at"),
        ),
    ),
    Theme(
        "away-from-home",
        "Living away from home",
        (
            *("care-plan-written", "yes-known", "health-looked-at", "learning-planned", "care-reviewed"),
            *("pathway-kept", "fostered-seen"),
        ),
    ),
)
_THEME_OF = {id_: theme for theme in THEMES for id_ in theme.standards}


def by_theme(ones: Iterable[One], standard_of: Callable[[One], Shape]) -> list[tuple[Theme, list[One]]]:
    """These, each about one standard, under their headings; a heading with nothing under it is left out."""
    found: dict[Theme, list[One]] = {theme: [] for theme in THEMES}
    for one in sorted(ones, key=lambda one: _PLACE[standard_of(one).id]):
        found[_THEME_OF[standard_of(one).id]].append(one)
    return [(theme, under) for theme, under in found.items() if under]


_PLACE = {id_: place for place, id_ in enumerate(_THEME_OF)}
IN_ORDER = tuple(sorted(STANDARDS, key=lambda each: _PLACE[each.id]))
