"""A plan in plain words and as a sheet for the fridge: what is shown on screen is what a copy holds."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kith import words
from kith.plans.queries import Course, Held

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_ON_A_SHEET = 8
_WIDE, _HIGH, _EDGE, _ROW = 1000, 1414, 50, 150
_LETTERS = 40  # of the step's words in one line of the sheet
# A house, two people, a building with a flag, a hand: drawn in lines, so that they print in black.
_SIGNS = {
    "family": "M10 50L45 15L80 50M20 42V85H70V42M38 85V62H52V85",
    "network": "M28 30a12 12 0 1 0 .1 0M62 30a12 12 0 1 0 .1 0M10 85c0-28 36-28 36 0M44 85c0-28 36-28 36 0",
    "agency": "M15 85V40H75V85ZM45 40V12L65 20L45 28M30 55H40M50 55H60M38 85V70H52V85",
    "service": "M45 22a11 11 0 1 0 .1 0M20 85c0-36 50-36 50 0M62 20L80 8M66 32H86",
}


@dataclass(frozen=True)
class Part:
    """A heading and what stands under it: sentences, or lines of a list."""

    title: str
    text: str = ""
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Beside:
    """What stands beside a plan and belongs on its page: lines of where things are, bottom lines, the courses of its
    outcomes (planned and actual), the labels of the pack by its list, and the child's own words that each outcome rests
    on, by its id, of those the child is content we tell.
    """

    strengths: Sequence[str] = ()
    bottom_lines: Sequence[str] = ()
    courses: Sequence[Course] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    said: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def of(self, key: str) -> Mapping[str, str]:
        return self.labels.get(key, {})


def plain(held: Held, name: str, lead: Any, next_on: date | None, beside: Beside) -> list[Part]:
    """The plan as anybody can read it (users.md 4.4, S3-17); parts with nothing in them are left out. Nobody’s
    view stands in it: what one says is not for everybody who has a copy (design 7.8).
    """
    plan = held.plan
    latest = {one.outcome.pk: one.latest for one in beside.courses}
    parts = [
        Part("This plan is because", plan.because),
        Part("It ends when", plan.ends_when),
        Part("Bottom lines: what must stay true", lines=list(beside.bottom_lines)),
        Part(
            f"What will be different for {name}",
            lines=[_outcome(one, name, latest.get(one.pk), beside) for one in held.outcomes if one.statement],
        ),
        *(
            Part(title, lines=[_step(step) for step in held.to_do if (step.lane or "long") == lane])
            for lane, title in beside.of("step_lane").items()
        ),
        Part("What is done", lines=[step.what for step in held.steps if step not in held.to_do]),
        Part("What is strong, and who helps", lines=list(beside.strengths)),
        Part("If things get worse", plan.if_worse),
        Part("What we are glad of", lines=[one.what for one in held.celebrations[:3]]),
        Part("Who to ring", f"{lead.name}: {lead.phone}".rstrip(": ") if lead else ""),
        Part("We look at this plan again", f"By {words.in_full(next_on)}." if next_on else ""),
    ]
    return [part for part in parts if part.text or part.lines]


def as_text(parts: list[Part], title: str) -> str:
    """The same as the text of a copy."""
    said = [f"{part.title}\n" + (part.text or "\n".join(f"- {line}" for line in part.lines)) for part in parts]
    return "\n\n".join([title, *said])


def _outcome(outcome: Any, name: str, now: Any, beside: Beside) -> str:
    quoted = "".join(f" {name} said: “{each.rstrip('.')}.”" for each in beside.said.get(outcome.pk, ()))
    by = f", by {words.in_full(outcome.by_when)}" if outcome.by_when else ""
    said = f"{outcome.statement.rstrip('.')}{by}.{quoted}"
    if now is None:
        return said
    stands = ". ".join(filter(None, [beside.of("outcome_now").get(now.now, ""), now.value.rstrip(".")]))
    return f"{said} Now: {stands[:1].lower()}{stands[1:]}." if stands else said


def _step(step: Any) -> str:
    who = f"{step.owner_name}: " if step.owner_name else ""
    by = f", by {words.in_full(step.by_when)}" if step.by_when else ""
    notice = f" You will notice: {step.notice.rstrip('.')}." if step.notice else ""
    return f"{who}{step.what.rstrip('.')}{by}.{notice}"


def fridge(held: Held, name: str, lead: Any) -> SafeString:
    """One side of A4 for the fridge: a sign, who, what, and the days of the week that are named (users.md 4.4)."""
    steps = held.to_do[:MOST_ON_A_SHEET]
    rows = format_html_join("", "{}", ((_row(step, place),) for place, step in enumerate(steps)))
    ring = f"Ring {lead.name} {lead.phone}".strip() if lead else ""
    return format_html(
        '<svg class="kith-fridge" viewBox="0 0 {} {}" width="100%" role="img" aria-label="{}" '
        'font-family="inherit" fill="currentColor"><text x="{}" y="90" font-size="56" font-weight="700">{}</text>'
        '{}<text x="{}" y="{}" font-size="34">{}</text></svg>',
        _WIDE,
        _HIGH,
        f"{words.possessive(name)} plan as a sheet: the same is in the words beside it.",
        _EDGE,
        f"{words.possessive(name)} plan",
        rows,
        _EDGE,
        _HIGH - 40,
        ring,
    )


def _row(step: Any, place: int) -> SafeString:
    top = 140 + place * _ROW
    lines, size = _fitted(step.what)
    said = format_html_join(
        "",
        '<text x="170" y="{}" font-size="{}">{}</text>',
        ((top + 40 + (size + 4) * (n + 1), size, line) for n, line in enumerate(lines)),
    )
    return format_html(
        '<path d="{}" transform="translate({} {})" fill="none" stroke="currentColor" stroke-width="5"/>'
        '<text x="170" y="{}" font-size="34" font-weight="700">{}</text>{}{}',
        _SIGNS.get(step.owner_kind, _SIGNS["service"]),
        _EDGE,
        top + 10,
        top + 34,
        step.owner_name,
        said,
        _days(step, top),
    )


def _fitted(text: str) -> tuple[list[str], int]:
    """The lines of a step and the size of their letters: a long one in smaller letters rather than cut short."""
    for size, letters, most in ((32, _LETTERS, 2), (26, 52, 3), (20, 68, 4)):
        lines = textwrap.wrap(text, letters)
        if len(lines) <= most:
            return lines, size
    return textwrap.wrap(text, letters, max_lines=most, placeholder=" … (the rest is in the words)"), size


def _days(step: Any, top: int) -> SafeString:
    """The seven days, those named in the step filled; nothing when none is."""
    named = [day for day in DAYS if day[:3].lower() in {word[:3].lower() for word in _day_words(step.what)}]
    if not named:
        return SafeString("")
    return format_html_join(
        "",
        '<rect x="{}" y="{}" width="34" height="34" fill="{}" stroke="currentColor" stroke-width="2"/>'
        '<text x="{}" y="{}" font-size="22" text-anchor="middle" fill="{}">{}</text>',
        (_day(680 + 38 * n, top + 4, day, day in named) for n, day in enumerate(DAYS)),
    )


def _day(left: int, top: int, day: str, named: bool) -> tuple[Any, ...]:
    """A box's place and ink, then its letter's."""
    return left, top, "currentColor" if named else "none", left + 17, top + 25, "white" if named else "black", day[:1]


def _day_words(text: str) -> list[str]:
    """Words of a text that name a day, whole or short: Tue, Tuesdays."""
    found = ["".join(c for c in word if c.isalpha()) for word in text.replace("/", " ").split()]
    return [
        word
        for word in found
        if any(day.lower().startswith(word.lower().rstrip("s")) and len(word) >= 3 for day in DAYS)
        and word[:1].isupper()
    ]
