"""A child's page: what anyone picking up the record must know, in ninety seconds (J15); and the ways in."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access import Audience, Right
from kith.calendar import ago
from kith.directory import acts as directory_acts
from kith.directory import queries as directory
from kith.involvement import queries as involvement
from kith.pages.staff import alert, citing, promises
from kith.pages.staff.forms import Because, BreakGlass
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, remember_because, staff_only
from kith.people import queries as people
from kith.record import log
from kith.visits import queries as visits
from kith.voice import queries as voice
from kith.web.asking import ask
from kith.web.signed_out import sign_in_first

LOOKED = ("When", "Who", "Because", "Pages")
COLUMNS = [("worry", "Worried about"), ("strength", "Going well")]  # bottom lines stand above every page


@child_page("overview", minimum=True)
def overview(request: HttpRequest, opened: Opened) -> HttpResponse:
    top = header(opened, "child")
    if not opened.whole:
        may_begin = opened.actor.may(Right.LEAD_EARLY_HELP) and top["spell"] is None
        return render(request, "pages/minimum.html", {**top, "form": Because(), "may_begin_early_help": may_begin})
    return render(request, "pages/overview.html", {**top, **_overview(opened, top["signs"])})


def _overview(opened: Opened, signs: int) -> dict[str, Any]:
    """Seven queries besides those of every page of a record; one more while signs wait to be looked at."""
    child, actor, situation = opened.child, opened.actor, opened.situation
    standing = [line for lines in situation.values() for line in lines]
    words, cited = voice.on_the_front_page(child, standing)
    beside = citing.in_words(cited, opened)
    return {
        "now": situation.get("now", [])[:1],
        "columns": [
            (title, kind, [(line, beside.get(line.pk, [])) for line in situation.get(kind, [])[:3]])
            for kind, title in COLUMNS
        ],
        "do_nots": [*situation.get("at_door", []), *situation.get("do_not", [])],
        "tonight": situation.get("tonight", []),
        "next_steps": situation.get("next_step", [])[:2],
        "confirmed": max(((line.confirmed_on, line.confirmed_by) for line in standing), default=None),
        "confirmed_ago": _confirmed_ago(standing, actor),
        "panel": promises.panel(opened),
        "words": words,
        "next_visit": visits.next_visits([child], actor).get(child.pk),
        "patterns": alert.waiting([child.pk], pack_of(opened)) if signs else [],
        "promises": visits.promises_to(child).filter(outcome="")[:4],
        "changed": log.changed_since(child, actor.today - timedelta(days=7)),
        "deciders": people.who_may_decide(child, actor.today),
        "duty": directory.on_duty(actor.now)[:1],
        "may_see_looks": actor.may(Right.SEE_WHO_LOOKED),
        "may_allocate": actor.may(Right.ALLOCATE_WORK),
    }


def _confirmed_ago(standing: list[Any], actor: Any) -> str:
    oldest = min((line.confirmed_on for line in standing), default=None)
    return ago(oldest, actor.today) if oldest else ""


@child_page("giving a reason", minimum=True)
def give_because(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Read on, for a reason that the look carries."""

    def read_on(*, because: str, **_: Any) -> None:
        remember_because(request, opened.child, because)
        directory_acts.keep_look(
            by=opened.actor, person=opened.child, because=because, whole_record=True, page="reason given"
        )

    return ask(
        request,
        "pages/minimum.html",
        form=Because(request.POST or None),
        do=read_on,
        then=reverse("child", args=[opened.child.ref]),
        **header(opened, "child"),
    )


@staff_only
def break_glass(request: HttpRequest, ref: str) -> HttpResponse:
    """Open a restricted record for a stated reason and a short time. A sealed one is not there to open."""
    actor = request.actor  # type: ignore[attr-defined]
    found = people.restricted_by_ref(ref)
    if found is None or not actor.may(Right.BREAK_GLASS):
        raise Http404
    person_id, guardian_id = found
    return ask(
        request,
        "pages/break_glass.html",
        form=BreakGlass(request.POST or None),
        do=partial(
            directory_acts.break_glass,
            by=actor,
            person=people.bare(person_id),
            guardian_id=guardian_id,
            lead_id=involvement.lead_account_of(person_id),
        ),
        then=reverse("child", args=[ref]),
        ref=ref,
    )


@child_page("who looked")
def who_looked(request: HttpRequest, opened: Opened) -> HttpResponse:
    if not opened.actor.may(Right.SEE_WHO_LOOKED):
        raise Http404
    looks = [(look, directory.why_looked(look["because"])) for look in directory.looks_by_day(opened.child.pk)]
    return render(request, "pages/who_looked.html", {**header(opened, ""), "looks": looks, "headings": LOOKED})


def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Open what one was told about: the page it leads to checks again who may read it."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None:
        return sign_in_first(request)
    notice = directory.notice(actor, pk) if actor.audience in (Audience.STAFF, Audience.PARTNER) else None
    if notice is None:
        raise Http404
    directory_acts.see_notice(by=actor, notice=notice)
    if actor.audience == Audience.PARTNER:
        ref = notice.person.ref if notice.person and notice.kind == "contribution" else ""
        page = reverse("given-by-us", args=[ref]) if ref else reverse(_TELLS.get(notice.kind, "my-steps"))
        return redirect(page)
    if notice.kind in _LISTS:
        return redirect(_LISTS[notice.kind])
    if notice.kind in ("worried_now", "seal_met"):
        return redirect("duty" if notice.kind == "worried_now" else "today")
    person = people.open_person(notice.person_id)
    return redirect(_LEADS_TO.get(notice.kind, "child"), ref=person.ref) if person else redirect("today")


_LISTS = {"improvement": "agency-quarter", "complaint": "complaints", "thanks": "thanks"}  # about no one child
_TELLS = {"agency_asked": "my-asks", "picture_given": "my-asks"}  # where a partner reads the rest of it
_LEADS_TO = {
    "contribution": "child-assessment",
    "shared_anyway": "child-consent",
    "step_waits": "child-plan",
    "protection": "child-family",
    "story_told": "child-story",
    "copy_ready": "court-choose",
    **dict.fromkeys(
        [
            "bottom_line",
            "challenge",
            "challenge_answered",
            "decision_agreed",
            "decision_challenged",
            "decision_returned",
            "decision_to_read",
            "level_asked",
            "revisit",
        ],
        "child-decisions",
    ),
    "family_said": "child-contacts",
    "safety_meeting": "child-protection",
}
