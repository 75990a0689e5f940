"""A child who is looked after: where they live, under which law, what comes next; the law, the plan and how it ends."""

from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.involvement import acts, forms, queries, rules
from kith.packs import Pack
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.pages.staff.time_limits import shown
from kith.people import queries as people
from kith.record.queries import draft_for
from kith.standards.clocks import queries as clocks
from kith.standards.clocks.in_care import LIMITS
from kith.web.asking import posted

_HEALTH = ("health", "dentist", "immunisation", "feelings")
_LEAVING = ("pathway_needs", "pathway_plan", "adviser")
asked_of = partial(framed, here="child-looked-after")
_LEAVING_FROM = 15  # years: it is prepared before sixteen


@child_page("being looked after")
def child_looked_after(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Eight queries besides those of every page of a record."""
    pack, found = pack_of(opened), queries.care_of(opened.child)
    homes = {home.residence_id: home for home in (*opened.homes.now, *opened.homes.before)}
    running = [line for line in clocks.clocks_of(opened.child, opened.actor) if line.runs.limit in LIMITS]
    care = found.now
    return render(
        request,
        "pages/looked_after/looked_after.html",
        {
            **header(opened, "child-looked-after"),
            "found": found,
            "care": care,
            "terms": pack.terms,
            "day": (opened.actor.today - care.began_on).days if care else None,
            "law": _law(found.law, pack, opened.actor.today) if found.law else None,
            "breaks": rules.short_breaks(found.statuses, found.placements, pack, opened.actor.today),
            "homes": [home_row(one, homes, pack, opened) for one in found.homes],
            "homes_before": [home_row(one, homes, pack, opened) for one in found.placements if one.ended_on],
            "laws_before": [_law(one, pack, opened.actor.today) for one in found.statuses if one.ended_on],
            "lacks": list(rules.care_lacks(care, found.law, found.homes)) if care else [],
            "permanence": label(pack, "permanence_plan", care.permanence) if care and care.permanence else "",
            "clocks": [
                shown(line, opened.actor, opened.child.ref if opened.may_write else "")
                for line in running
                if line.is_open
            ],
            "reviews": [(one, _part(one, pack)) for one in found.reviews],
            "checks": _checks(found, pack, opened),
            "missing": [(one, label(pack, "missing_kind", one.kind)) for one in found.missing],
            "ended": [(one, label(pack, "care_ended", one.ended_as)) for one in found.times if one.ended_on],
        },
    )


def home_row(home: Any, homes: dict[int, Any], pack: Pack, opened: Opened) -> dict[str, Any]:
    """One home in words. A kept address is not among them: it is shown where it was asked for, once."""
    at = homes.get(home.residence_id)
    return {
        "row": home,
        "kind": label(pack, rules.KIND, home.kind),
        "provider": label(pack, "placement_provider", home.provider) if home.provider else "",
        "why_ended": label(pack, "placement_ended", home.why_ended) if home.why_ended else "",
        "at": at,
        "kept_from": at.kept_from if at else (),
        "reveal_url": reverse("reveal-address", args=[opened.child.ref, at.residence_id]) if at and at.kept else "",
    }


def _part(line: Any, pack: Pack) -> str:
    return label(pack, rules.PART, line.child_part) if line.child_part else ""


def _law(status: Any, pack: Pack, today: date) -> dict[str, Any]:
    return {
        "row": status,
        "name": label(pack, rules.STATUS, status.status),
        "day": (min(today, status.ended_on or today) - status.began_on).days,
        "decision": status.decision_id,
        "may_be_longer": status.status in pack.flagged(rules.STATUS, "made_longer"),
    }


def _checks(found: Any, pack: Pack, opened: Opened) -> list[dict[str, Any]]:
    """Health, learning, and, for the older ones, leaving: each with the newest day of everything looked at."""
    newest, titles = found.newest_checks, dict(pack.choices("care_check"))
    born, today = opened.child.born_on, opened.actor.today
    leaving = not newest.keys().isdisjoint(_LEAVING) or (born and today.year - born.year >= _LEAVING_FROM)
    groups = [("Health", _HEALTH), ("Learning", ("education",)), *([("Leaving care", _LEAVING)] if leaving else [])]
    return [{"title": title, "rows": [(titles[code], newest.get(code)) for code in codes]} for title, codes in groups]


@child_page("the law a child is looked after under")
def record_law(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    care = queries.care_now(opened.child)
    key = "record-law"
    kept = draft_for(opened.actor, f"{key}:{opened.child.ref}")
    form = at_hand(forms.RecordLaw, request, kept, pack=pack_of(opened), looked_after=care is not None)
    note = (
        "What a court, the police or the family did is kept at once. Our own decision about it is owed by the next "
        "working day: it waits among the child’s decisions."
    )
    return asked_of(
        request,
        opened,
        form,
        partial(acts.record_legal_status, by=opened.actor, about=opened.child),
        title="The law has changed" if care else f"{first_name(opened)} came to be looked after",
        then=saying(request, "Kept. Our own decision is owed by the next working day.", to_care(opened)),
        note=note,
        draft=kept or f"{key}:{opened.child.ref}",
        kept=kept,
    )


@child_page("an order that ended")
def end_law(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    status = own(opened, queries.legal_status(pk))
    if status.ended_on:
        raise Http404
    do = partial(acts.end_legal_status, by=opened.actor, about=opened.child, status=status)
    title = f"Ended: {label(pack_of(opened), rules.STATUS, status.status)}"
    return asked_of(request, opened, forms.EndLaw(posted(request)), do, title=title, then=to_care(opened))


@child_page("an order made longer")
def make_order_longer(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    status, pack = own(opened, queries.legal_status(pk)), pack_of(opened)
    if status.status not in pack.flagged(rules.STATUS, "made_longer"):
        raise Http404
    do = partial(acts.make_order_longer, by=opened.actor, about=opened.child, status=status)
    title = f"Made longer: {label(pack, rules.STATUS, status.status)}"
    return asked_of(request, opened, forms.MakeOrderLonger(posted(request)), do, title=title, then=to_care(opened))


@child_page("what is planned for a looked-after child")
def note_care(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    care = own(opened, queries.looked_after(pk))
    initial = {name: getattr(care, name) for name in forms.NoteCare.base_fields}
    form = forms.NoteCare(posted(request), pack=pack_of(opened), initial=initial)
    do = partial(acts.note_care, by=opened.actor, about=opened.child, care=care)
    return asked_of(request, opened, form, do, title="What is planned", then=to_care(opened))


@child_page("no longer looked after")
def end_care(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    care = own(opened, queries.looked_after(pk))
    if care.ended_on:
        raise Http404
    return asked_of(
        request,
        opened,
        forms.EndCare(posted(request), pack=pack_of(opened)),
        partial(acts.end_looked_after, by=opened.actor, about=opened.child, care=care),
        title=f"{first_name(opened)} is no longer looked after",
        then=saying(request, "Kept.", to_care(opened)),
        note="What a court, a birthday or the family ended is kept at once. What we end ourselves ends once less help "
        "has been asked for, agreed and begun.",
    )


@child_page("health, learning or the way ahead")
def record_care_check(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    kind = request.GET.get("kind", "")
    form = forms.RecordCheck(posted(request), pack=pack_of(opened), initial={"kind": kind})
    do = partial(acts.record_care_check, by=opened.actor, about=opened.child)
    return asked_of(request, opened, form, do, title="Something was looked at", then=to_care(opened))


def first_name(opened: Opened) -> str:
    return opened.child.called.partition(" ")[0] if opened.child.name_held else "The child"


def to_care(opened: Opened) -> str:
    return reverse("child-looked-after", args=[opened.child.ref])


def around(opened: Opened) -> list[Any]:
    """The child, who lives with them and their family: whose addresses a new home may be at."""
    return list(dict.fromkeys([opened.child, *opened.homes.household, *opened.everyone_around]))


def places(opened: Opened) -> list[Any]:
    return people.places_of(around(opened), opened.actor.today)
