"""What the Contacts page says: visits to come, visits made, promises, and what is still owed to each."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse

from kith import words
from kith.access import start_of
from kith.access.actor import HOME_TIME
from kith.calendar import MONTHS, joined
from kith.directory import queries as directory
from kith.packs import Pack
from kith.pages.staff import citing, days, kept
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.pages.staff.quoting import label
from kith.pages.staff.rhythm import first_day, rhythm
from kith.pages.staff.visit_clock import visit_clock
from kith.people import queries as people
from kith.sharing import queries as sharing
from kith.visits import queries, rules
from kith.visits.forms import OUTCOMES, asks, spoken_name

NOBODY_INTERPRETS = "The visit is kept. Who interprets, or why nobody needs to, is not written."
OURS = ("en",)  # the language everybody here speaks without being asked
SHOWN = 40  # visits, unless all are asked for
RHYTHM_HEADINGS = ("Month", "Seen alone", "Seen", "Doorstep or video", "Not seen")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def contacts_of(opened: Opened, saved: Sequence[Any], pack: Pack, *, whole: bool) -> dict[str, Any]:
    """Template variables. `saved`: the lines of a visit this reader has just saved. Seventeen queries at most."""
    child, today = opened.child, opened.actor.today
    made = queries.made_to(child, None if whole else SHOWN + 1)
    unseen = queries.attempts_running({child.pk, *(line.person_id for line in saved)})
    promises = list(queries.promises_to(child))
    since = first_day(today)
    ever = queries.arranged_with(child, since)
    arranged = [one for one in ever if one.planned_for >= start_of(since)]
    moved = rules.times_moved((one.pk, one.replaced_by_id) for one in arranged if one.replaced_by_id)
    theirs = kept.of_the_family(opened, arranged)
    clock = visit_clock(opened)
    told_of = sharing.appointments_of(child)
    return {
        "months": _months(made[: None if whole else SHOWN], pack),
        "more": len(made) > SHOWN and not whole,
        "spoken": spoken(opened) if any(not one.interpreting for one in _open(ever)) else [],
        "to_come": [_to_come(planned, pack, opened, moved, told_of) for planned in _open(ever)],
        "changes": _changes([one for one in arranged if one.replaced_by_id or one.called_off_on], opened, pack),
        "kept": kept.lines(
            rules.tally((one for one in promises if one.due_on >= since), arranged, opened.actor.now),
            theirs["kept_by_them"] or kept.NOTHING,
        ),
        **theirs,
        "promised": [promise for promise in promises if not promise.outcome],
        "promises_ended": [(promise, dict(OUTCOMES)[promise.outcome]) for promise in promises if promise.outcome],
        "gaps": [_gap(gap, today) for gap in queries.gaps_about(child)] if not saved else [],
        "saved": _saved(saved, today) if saved else None,
        "rhythm": rhythm(queries.marks_since(child, since), today, clock.due if clock else None) if made else None,
        "clock": clock,
        "rhythm_headings": RHYTHM_HEADINGS,
        **_strategy(opened, saved, unseen, pack),
    }


def spoken(opened: Opened) -> list[str]:
    """Other languages of the child and those at home, in words: each asks who interprets. One query (S2-20)."""
    rows = people.languages_of([opened.child, *opened.homes.household])
    heard = [row.code for row in rows if row.interpreter_needed or row.code not in OURS]
    return [label(pack_of(opened), "language", code) for code in dict.fromkeys(heard)]


def _open(arranged: Sequence[Any]) -> list[Any]:
    """Neither made, moved nor called off: those whose time has passed come first."""
    still = (one for one in arranged if not (one.visited_id or one.replaced_by_id or one.called_off_on))
    return sorted(still, key=lambda one: (one.planned_for, one.pk))


def _changes(changed: Sequence[Any], opened: Opened, pack: Pack) -> list[dict[str, Any]]:
    """What moved or was called off, each with the child’s own words it was changed for. One query."""
    rows = [row for one in changed for row in (one, one.replaced_by) if row]
    beside = citing.quotes_beside(rows, opened) if rows else {}
    return [
        {
            **kept.change(one, pack, opened.actor.today),
            "quotes": [*beside.get(one.pk, []), *beside.get(one.replaced_by_id, [])],
        }
        for one in changed
    ]


def told(made: Any, pack: Pack) -> dict[str, Any]:
    """One visit in words: the codes of its line as the pack says them."""
    line, gaps = made.line, made.line.gaps.all()
    name = spoken_name(line.person)
    return {
        "made": made,
        "line": line,
        "visit": line.visit,
        "began": words.clock(line.visit.happened_at.astimezone(HOME_TIME)),
        "where": label(pack, "visit_mode", line.mode),
        "alone": label(pack, "alone", line.alone) if line.alone else "",
        "alone_alerts": line.alone in rules.ALONE_ALERTS,
        "bedroom": label(pack, "bedroom", line.bedroom) if line.bedroom else "",
        "not_seen": label(pack, "not_seen_reasons", line.not_seen_because) if line.not_seen_because else "",
        "day": [days.told(item, pack) for item in line.day.all()],
        "missing": joined(_within(asks(gap.what, name)) for gap in gaps if not gap.completed_on),
        "completed_on": max((gap.completed_on for gap in gaps if gap.completed_on), default=None),
        "counts": line.seen and line.mode not in rules.NOT_COUNTED,
    }


def _months(made: Sequence[Any], pack: Pack) -> list[tuple[str, list[dict[str, Any]]]]:
    by_month = groupby(made, key=lambda one: (one.line.visited_on.year, one.line.visited_on.month))
    return [(f"{MONTHS[month - 1]} {year}", [told(one, pack) for one in rows]) for (year, month), rows in by_month]


def _to_come(planned: Any, pack: Pack, opened: Opened, moved: dict[int, int], told_of: Any) -> dict[str, Any]:
    times = moved.get(planned.pk, 0)
    return {
        "planned": planned,
        "where": label(pack, "visit_mode", planned.mode),
        "passed": planned.planned_for < opened.actor.now,
        "told_of": told_of.get(planned.pk, []),
        "moved": times if times > rules.MOVED_OFTEN else 0,
    }


def _gap(gap: Any, today: date) -> dict[str, Any]:
    name = spoken_name(gap.person)
    return {
        "text": asks(gap.what, name),
        "href": reverse("complete-gap", args=[gap.person.ref, gap.pk]),
        "visited_on": gap.line.visited_on,
        "due_on": gap.due_on,
        "late": gap.due_on < today,
    }


def _saved(lines: Sequence[Any], today: date) -> dict[str, Any]:
    """What to say straight after saving: how many things are owed, by when, and each of them."""
    gaps = [_gap(gap, today) for gap in queries.gaps_of(lines[0].visit_id)]
    return {
        "gaps": gaps,
        "how_many": f"{_number(len(gaps)).capitalize()} thing{'' if len(gaps) == 1 else 's'}",
        "they_were": "It was" if len(gaps) == 1 else "They were",
        "due_on": max((gap["due_on"] for gap in gaps), default=None),
        "late": any(gap["late"] for gap in gaps),
    }


def _strategy(opened: Opened, saved: Sequence[Any], unseen: dict[int, Any], pack: Pack) -> dict[str, Any]:
    """The question a second visit running without seeing a child asks, the attempts so far, and whom to ring."""
    people = {opened.child.pk: opened.child, **{line.person_id: line.person for line in saved}}
    asked = [people[pk] for pk, attempts in unseen.items() if rules.asks_strategy_question(len(attempts))]
    return {
        "unseen": [
            {
                "name": spoken_name(child),
                "ref": child.ref,
                "running": _number(len(unseen[child.pk])),
                "attempts": [_attempt(one, opened, pack) for one in reversed(unseen[child.pk])],
            }
            for child in asked
        ],
        "strategy_meeting": pack.terms.strategy_meeting,
        "on_duty": directory.on_duty(opened.actor.now)[:1] if asked else [],
    }


def _attempt(one: Any, opened: Opened, pack: Pack) -> str:
    """Tue 10 Nov, 10am, at home: nobody answered the door."""
    where = label(pack, "visit_mode", one.mode).lower()
    why = label(pack, "not_seen_reasons", one.because).lower() if one.because else "no reason written yet"
    return f"{words.short_day(one.on, opened.actor.today)}, {words.clock(one.at)}, {where}: {why}"


def _within(heading: str) -> str:
    """A heading's words, inside a sentence."""
    return heading[0].lower() + heading[1:]


def _number(n: int) -> str:
    return NUMBERS[n] if n < len(NUMBERS) else str(n)
