"""How a child is kept safe: where things stand, an enquiry, the end of a protection plan (E4-E16)."""

from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.involvement import acts, forms, queries, rules
from kith.packs import Pack
from kith.pages.staff.deciding import row_of
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.pages.staff.seen_since import carried_over, seen_and_said, without_a_visit
from kith.pages.staff.time_limits import shown
from kith.people import queries as people
from kith.people.rules import never_interprets
from kith.record.queries import draft_for
from kith.standards.clocks import queries as clocks
from kith.web.asking import posted

LIMITS = (
    *(
        "strategy-discussion",
        "strategy-follow-up",
        "enquiry-outcome",
        "strategy-to-conference",
        "concern-to-conference",
    ),
    *("conference-again-when-too-few-came", "conference-record-sent", "transfer-in-conference", "core-group-first"),
    *("core-group-next", "review-conference-first", "review-conference-next"),
    *("review-after-birth", "review-after-birth-mother-unwell", "report-to-family-first", "report-to-family-review"),
)
asked_of = partial(framed, here="child-protection")
CARRIED = (
    "What visits and the child’s own words already hold since this began stands in its place. Put it right if need be."
)
_TEXTS = (
    ("child_said", "What the child said or showed"),
    ("safe_until", "What keeps the child safe while we ask"),
    ("checks", "Who was asked, and what they know"),
    ("medical", "What a doctor found"),
    ("findings", "What was found, and what it means"),
)


@child_page("protection")
def child_protection(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Six queries besides those of every page of a record."""
    pack, found = pack_of(opened), queries.protection_of(opened.child)
    running = [line for line in clocks.clocks_of(opened.child, opened.actor) if line.runs.limit in LIMITS]
    plan = found.plan
    return render(
        request,
        "pages/protection/protection.html",
        {
            **header(opened, "child-protection"),
            "found": found,
            "terms": pack.terms,
            "meetings": [meeting_row(line, pack) for line in found.lines],
            "clocks": [
                shown(line, opened.actor, opened.child.ref if opened.may_write else "")
                for line in running
                if line.is_open
            ],
            "category": _category(plan, pack),
            "members": queries.core_group_of(plan) if plan else [],
            "plans": [(one, _category(one, pack)) for one in found.plans if one.ended_on],
            "enquiries": [(one, outcome_of(one, pack)) for one in found.enquiries if not one.is_open],
            "may_end": opened.actor.may(Right.ALLOCATE_WORK),
            "born_with": plan and acts.born_with(plan, opened.child),
        },
    )


def meeting_row(line: Any, pack: Pack) -> dict[str, Any]:
    """One meeting as a line of a list: what it was, what came of it for this child, and whether its record is whole."""
    meeting = line.meeting
    state = "planned" if not line.held_on else "done" if meeting.finished_on else "to_complete"
    return {
        "line": line,
        "name": capital(rules.name_of(line.kind, pack)),
        "state": state,
        "on": line.held_on or meeting.planned_for,
        "outcome": label(pack, rules.OUTCOMES[line.kind], line.outcome) if line.outcome else "",
    }


def part_row(part: Any, pack: Pack) -> dict[str, Any]:
    """How somebody took part in one, in words."""
    said = (("took_part_how", part.how), ("attended", part.attended), ("spoke", part.spoke))
    return {
        "row": part,
        "role": label(pack, "meeting_role", part.role) if part.role else "",
        "words": [label(pack, key, code) for key, code in said if code],
        "prepared": [label(pack, "prepared_with", code) for code in part.prepared_with],
    }


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _category(plan: Any, pack: Pack) -> str:
    return label(pack, "category_of_abuse", plan.latest_category) if plan and plan.latest_category else ""


def outcome_of(enquiry: Any, pack: Pack) -> str:
    return label(pack, "enquiry_outcome", enquiry.outcome) if enquiry.outcome else ""


@child_page("an enquiry")
def enquiry(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    found, pack = own(opened, queries.enquiry(pk)), pack_of(opened)
    return render(
        request,
        "pages/protection/enquiry.html",
        {
            **header(opened, "child-protection"),
            "enquiry": found,
            "name": capital(pack.terms.enquiry),
            "how": label(pack, "enquiry_how", found.how) if found.how else "",
            "alone": label(pack, "alone", found.alone) if found.alone else "",
            "texts": [(title, getattr(found, name)) for name, title in _TEXTS],
            "outcome": outcome_of(found, pack),
            "decided": row_of(found.decision, pack, opened.actor) if found.decision else None,
            "lacks": rules.enquiry_lacks(found, pack) if found.is_open else [],
            "since": seen_and_said(opened, found, pack),
            "no_visit": without_a_visit(opened, found.seen_on),
        },
    )


@child_page("an enquiry written")
def write_enquiry(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    found = _open_enquiry(opened, pk)
    key = f"write-enquiry:{found.pk}"
    kept = draft_for(opened.actor, key)
    written = {name: getattr(found, name) for name in forms.WriteEnquiry.base_fields}
    held = carried_over(opened, found)
    form = at_hand(forms.WriteEnquiry, request, kept, pack=pack_of(opened), initial={**written, **held})
    do = partial(acts.note_enquiry, by=opened.actor, about=opened.child, enquiry=found)
    title = f"What the {pack_of(opened).terms.enquiry} finds"
    return asked_of(
        request,
        opened,
        form,
        do,
        title=title,
        note=CARRIED if held else "",
        then=_to(opened, found),
        draft=kept or key,
        kept=kept,
    )


@child_page("an enquiry concluded")
def conclude_enquiry(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Saved by its own page whatever is missing; concluded when nothing is."""
    found = _open_enquiry(opened, pk)
    pack, key = pack_of(opened), f"conclude-enquiry:{found.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.ConcludeEnquiry, request, kept, pack=pack)
    do = partial(acts.conclude_enquiry, by=opened.actor, about=opened.child, enquiry=found)
    return asked_of(
        request,
        opened,
        form,
        do,
        title=f"Conclude the {pack.terms.enquiry}",
        then=saying(request, "Concluded. Somebody else reads the decision before it stands.", _to(opened, found)),
        button="Conclude it",
        lacks=rules.enquiry_lacks(found, pack),
        draft=kept or key,
        kept=kept,
    )


@child_page("what the family knows of an enquiry")
def tell_of_enquiry(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = own(opened, queries.enquiry(pk))

    def do(*, who: str, on: date | None, because: str, **sent: Any) -> Any:
        told = {"by": opened.actor, "about": opened.child, "enquiry": found, **sent}
        if because.strip() and not who.strip():
            return acts.hold_back_enquiry(**told, because=because)
        return acts.tell_of_enquiry(**told, who=who, on=on or opened.actor.today)

    form = forms.TellOfEnquiry(posted(request), initial={"because": found.family_not_told_because})
    note = "Nothing about it stands on a family’s own pages. Say here who has been told, or why nobody is yet."
    title = "What the family knows"
    return asked_of(request, opened, form, do, title=title, then=_to(opened, found), note=note)


@child_page("a protection plan ended")
def end_protection_plan(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    plan = own(opened, queries.protection_plan(pk))
    if not opened.actor.may(Right.ALLOCATE_WORK) or plan.ended_on:
        raise Http404
    pack, spell = pack_of(opened), queries.open_spell(opened.child)
    form = forms.EndProtectionPlan(posted(request), pack=pack, now=spell.level if spell else "")
    do = partial(acts.end_protection_plan, by=opened.actor, about=opened.child, plan=plan)
    title = f"End the {pack.terms.plan_protection}"
    note = (
        f"It ends when a {pack.terms.conference_review} has decided so, that is agreed and nobody challenges it. "
        "What a court, a move, a birthday or a death has ended is recorded at once."
    )
    then = saying(request, "The plan has ended.", reverse("child-protection", args=[opened.child.ref]))
    return asked_of(request, opened, form, do, title=title, then=then, button="End it", note=note)


@child_page("a first look that waits")
def wait_for_mother(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The mother of a baby born with a plan is not well enough yet (E14)."""
    plan = own(opened, queries.protection_plan(pk))
    if not opened.actor.may(Right.ALLOCATE_WORK) or plan.ended_on:
        raise Http404
    form = forms.WaitForMother(posted(request))
    do = partial(acts.wait_for_mother, by=opened.actor, about=opened.child, plan=plan)
    then = saying(request, "The longer limit counts.", reverse("child-protection", args=[opened.child.ref]))
    return asked_of(request, opened, form, do, title="The mother is not well enough yet", then=then)


def _open_enquiry(opened: Opened, pk: int) -> Any:
    must_write(opened)
    found = own(opened, queries.enquiry(pk))
    if found.concluded_on:
        raise Http404
    return found


def _to(opened: Opened, enquiry: Any) -> str:
    return reverse("enquiry", args=[opened.child.ref, enquiry.pk])


def too_close(opened: Opened, parts: Any, pack: Pack) -> list[str]:
    """Who interpreted, or is to, and may not: a child, a relative, somebody who may be a danger (design 7.4). It is
    kept as it happened. No query where nobody interprets.
    """
    interpreters = [part.who for part in parts if part.role in pack.flagged("meeting_role", "interprets")]
    close = people.close_to(opened.child, opened.actor.today) if interpreters else []
    ties = ((who, never_interprets(who, close)) for who in interpreters)
    return [f"{who} is {tie}." for who, tie in ties if tie]
