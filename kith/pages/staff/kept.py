"""The promise keeper: what became of what was promised and arranged, with a child and by a worker (N17, S3-11).

A worker's figures are on that worker's own page and nowhere else: nobody is ranked.
"""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.access.actor import HOME_TIME
from kith.packs import Pack
from kith.pages.staff.guarding import must_write, own
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.pages.staff.quoting import label
from kith.pages.staff.rhythm import first_day
from kith.visits import acts, forms, queries, rules
from kith.web.asking import ask, posted

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
NOTHING = rules.Kept()
RING_FOR = timedelta(days=28)
_ALWAYS = ("kept", "changed_told", "changed_not_told", "missed")


def lines(kept: rules.Kept, theirs: rules.Kept = NOTHING) -> list[dict[str, Any]]:
    """The figures in words, ours and the family's side by side, the four ends always; none at all where nothing was
    said yet.
    """
    if kept == theirs == NOTHING:
        return []
    return [
        {"text": _of_both(text) if theirs != NOTHING else text, "n": getattr(kept, end), "theirs": getattr(theirs, end)}
        for end, text in _LINES
        if end in _ALWAYS or getattr(kept, end) or getattr(theirs, end)
    ]


def _of_both(text: str) -> str:
    """A line of two columns: told by us, or by them."""
    return text.replace("the family was", "the other side was")


def of_the_family(opened: Opened, arranged: list[Any]) -> dict[str, Any]:
    """For the Contacts page: what the family said it will do, and what became of it. One query."""
    said = list(queries.said_by_family([opened.child]))
    lately = [one for one in said if one.due_on >= first_day(opened.actor.today)]
    theirs = rules.tally_theirs(lately, arranged, opened.actor.now)
    return {
        "family_said": [one for one in said if not one.outcome],
        "family_ended": [(one, dict(forms.ENDED)[one.outcome]) for one in said if one.outcome],
        "kept_by_them": theirs if theirs != NOTHING else None,
    }


@child_page("what the family will do")
def note_family_promise(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    grown = [one for one in opened.everyone_around if one != opened.child]
    return ask(
        request,
        "pages/visits/family_says.html",
        form=forms.NoteFamilyPromise(posted(request), family=grown),
        do=partial(acts.note_family_promise, by=opened.actor, about=opened.child),
        then=reverse("child-contacts", args=[opened.child.ref]),
        **header(opened, "child-contacts"),
    )


@child_page("what the family said")
def end_family_promise(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    said = own(opened, queries.family_promise(pk))
    return ask(
        request,
        "pages/visits/family_ended.html",
        form=forms.EndFamilyPromise(posted(request), today=opened.actor.today),
        do=partial(acts.end_family_promise, by=opened.actor, about=opened.child, promise=said),
        then=reverse("child-contacts", args=[opened.child.ref]),
        said=said,
        **header(opened, "child-contacts"),
    )


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
