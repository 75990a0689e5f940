"""Voice and rights, understanding, plans, meetings, thinking together: children for whom each promise is kept, is not,
is left for a reason, or was not made. Merged into the tables of `test_standards`.
"""

from datetime import date
from typing import Any

from kith.standards.shapes import Asked, Events, Found, Owed, There, Time, Waiting
from tests.standards.makings import TODAY

FRIDAY = date(2026, 11, 13)
SUMMER = date(2026, 3, 2)
UNBORN = {"born_on": None, "unborn": True}
DIED = {"died_on": TODAY}


def time(how: str, on: date = FRIDAY) -> dict[str, Any]:
    return {"owed": (Time(4, on, how),)}


def there(on: date | None = FRIDAY) -> dict[str, Any]:
    return {"owed": There(1, on)}


def followed(on: date = FRIDAY, since: date = date(2026, 11, 12)) -> dict[str, Any]:
    return {"owed": Events(done_on=on, since=since)}


def waits(since: date) -> dict[str, Any]:
    return {"owed": Events((Waiting(3, since),))}


ANSWERED = {"owed": Asked(in_time=FRIDAY)}
OVERDUE = {"owed": Asked((Owed(3, date(2026, 11, 4)),))}
LATE = {"owed": Asked(late=FRIDAY, late_due=date(2026, 11, 4))}

_EACH_TIME = (
    *("words-checked-back", "helper-offered", "family-first", "childs-eyes", "evidence-shown", "adults-weighed"),
    *("outcomes-whole", "strength-used", "adults-change", "view-got-in", "left-with-it", "nobody-left-out"),
    *("two-explanations", "assumptions-asked", "outcomes-on-words", "critical-written"),
)
_ANSWERED = (
    "answered-by-another",
    "promises-kept",
    "steps-done",
    "unclear-answered",
    "complaints-answered",
    "rights-weighed",
)
_WITHIN = (
    *("new-lead-told", "goodbye-said", "both-parents-heard", "effects-said", "adults-helped", "plan-after-assessment"),
    *("progress-celebrated", "ideas-answered", "plan-given", "plan-for-child", "plan-clear"),
    *("you-said-we-did", "sharing-looked-at"),
    *("needs-served", "practice-adapts", "lead-trained", "written-in-time"),
    *("why-not-there", "time-for-each", "thanks-passed-on"),
)
_THERE = (
    *("identity-asked", "strengths-looked-for", "own-people-asked", "hard-times", "days-celebrated", "own-pace"),
    *("helps-told", "rights-told"),
)
_LOOKED_AT = ("no-blame", "promises-fit")
_HELPING = ("works", "less_helpful", "knows_me")
_AGAIN = ("day-seen", "assessment-current", "wellbeing-asked", "growing-looked-at", "supervision-held")


def found(id_: str, verdict: str, on: date = FRIDAY) -> dict[str, Any]:
    return {"found": (Found(1, id_, verdict, on),)}


KEPT: dict[str, Any] = {
    **{id_: time("kept") for id_ in _EACH_TIME},
    **dict.fromkeys(_ANSWERED, ANSWERED),
    **{id_: followed() for id_ in _WITHIN},
    **{id_: there() for id_ in _THERE},
    "identity-asked": there(None),
    **{id_: there() for id_ in _AGAIN},
    **{id_: found(id_, "met") for id_ in _LOOKED_AT},
    "what-helps-known": {"owed": _HELPING},
}
BROKEN: dict[str, list[dict[str, Any]]] = {
    **{id_: [time("overdue"), {"owed": (Time(4, FRIDAY, "late"), Time(3, SUMMER, "kept"))}] for id_ in _EACH_TIME},
    **{key: [OVERDUE, LATE] for key in _ANSWERED},
    **{id_: [waits(date(2026, 8, 3)), followed(since=date(2026, 8, 3))] for id_ in _WITHIN},
    **{id_: [{"started_on": SUMMER}] for id_ in _THERE},
    **{id_: [there(SUMMER), {"started_on": SUMMER}] for id_ in _AGAIN},
    **{id_: [found(id_, "not_met"), found(id_, "on_paper_only")] for id_ in _LOOKED_AT},
    "what-helps-known": [{}, {"owed": _HELPING[:2]}],
}
# Left for a reason that is written down: told apart, and neither kept nor missed.
EXPLAINED: dict[str, Any] = {
    **{id_: time("left") for id_ in ("strength-used", "adults-change", "left-with-it", "outcomes-on-words")},
    "both-parents-heard": {"owed": Events((Waiting(3, date(2026, 8, 3), "He has threatened her."),))},
    "practice-adapts": {"owed": Events((Waiting(3, date(2026, 8, 3), "We meet the family with Rose on Friday."),))},
}
NOT_MADE: dict[str, Any] = {
    **{id_: {} for id_ in (*_EACH_TIME, *_ANSWERED, *_WITHIN)},
    **dict.fromkeys(_THERE, UNBORN),
    **dict.fromkeys(("strengths-looked-for", "own-people-asked", "helps-told", *_LOOKED_AT), DIED),
    "what-helps-known": UNBORN,
    "day-seen": {"level": "early_help"},
    "assessment-current": {"level": "looked_after"},
    "wellbeing-asked": UNBORN,
    "growing-looked-at": UNBORN,
    "supervision-held": DIED,
}

# A child nobody has visited since September: begun on the first, read on 17 November.
NEVER_VISITED = {
    **dict.fromkeys((*_EACH_TIME, *_ANSWERED, *_WITHIN), "not_applicable"),
    "new-lead-told": "missed",
    "rights-weighed": "due",  # an address is kept from somebody
    **dict.fromkeys(_THERE, "missed"),
    "what-helps-known": "missed",
    **dict.fromkeys(_LOOKED_AT, "not_yet"),
    "day-seen": "missed",
    "assessment-current": "not_yet",
    "wellbeing-asked": "due",
    "growing-looked-at": "not_yet",
    "supervision-held": "missed",
}
