"""The promise keeper: what became of what was promised and arranged, with a child and by a worker (N17, S3-11).

A worker's figures are on that worker's own page and nowhere else: nobody is ranked.
"""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith import packs
from kith.access.actor import HOME_TIME
from kith.packs import Pack
from kith.pages.staff.opening import staff_only
from kith.pages.staff.quoting import label
from kith.pages.staff.rhythm import first_day
from kith.visits import queries, rules

_LINES = (
    ("kept", "Kept"),
    ("changed_told", "Changed, and the family was told before"),
    ("changed_not_told", "Changed, and the family was not told before"),
    ("missed", "Missed"),
    ("by_family", "Changed because the family needed it"),
    ("not_safe", "Changed, and not safe to tell"),
    ("waiting", "Its day has passed, and nobody has said what became of it"),
)
_WHOSE = {"us": "Our change", "family": "The family’s change", "child": "The child’s change"}
RING_FOR = timedelta(days=28)
_ALWAYS = ("kept", "changed_told", "changed_not_told", "missed")


def lines(kept: rules.Kept) -> list[dict[str, Any]]:
    """The figures in words, the four ends always; none at all where nothing was promised yet."""
    if kept == rules.Kept():
        return []
    return [{"text": text, "n": getattr(kept, end)} for end, text in _LINES if end in _ALWAYS or getattr(kept, end)]


def change(planned: Any, pack: Pack, today: date) -> dict[str, Any]:
    """A visit that was moved or called off: whether they were told, how long before, by whom it had to change."""
    return {
        "was": planned.planned_for,
        "now": planned.replaced_by.planned_for if planned.replaced_by else None,
        "told": _told(planned, pack),
        "untold": _ask_to_ring(planned, today),
        "who": _WHOSE.get(planned.moved_by, "Changed"),
        "because": planned.moved_because,
    }


def _ask_to_ring(planned: Any, today: date) -> bool:
    """Nobody was told, it was ours, and it is not so long ago that a call would only puzzle them."""
    lately = planned.planned_for.astimezone(HOME_TIME).date() > today - RING_FOR
    return lately and planned.told_before == "no" and planned.moved_by not in rules.THEIRS


def _told(planned: Any, pack: Pack) -> str:
    if planned.told_before == "not_safe":
        return f"Not told: {pack.label('not_safe_to_tell', planned.not_safe_because).lower()}."
    notice = rules.notice_given(planned)
    if notice is None:
        return "Nobody was told before."
    how = f", {label(pack, 'told_how', planned.told_how).lower()}" if planned.told_how else ""
    return f"{planned.told_who} was told {rules.before_in_words(notice)}{how}."


@staff_only
def my_promises(request: HttpRequest) -> HttpResponse:
    """What I promised and arranged: what waits for a word from me, then the year in figures. Two queries."""
    actor = request.actor  # type: ignore[attr-defined]
    since, pack = first_day(actor.today), packs.pack_for(settings.PACK, actor.today)
    arranged, promised = queries.arranged_by(actor, since), list(queries.promised_by(actor, since))
    changed = [one for one in arranged if one.replaced_by_id or one.called_off_on]
    changes = [(one.person, change(one, pack, actor.today)) for one in changed]
    return render(
        request,
        "pages/my_promises.html",
        {
            "actor": actor,
            "promised": [one for one in promised if not one.outcome],
            "waiting": [one for one in arranged if rules.how_it_ended(one, actor.now) == "waiting"],
            "untold": [(person, one) for person, one in changes if one["untold"]],
            "kept": lines(rules.tally(promised, arranged, actor.now)),
        },
    )
