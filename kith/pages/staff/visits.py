"""Visits: recording them, completing them, arranging and moving them, and the promises they leave."""

from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access.actor import HOME_TIME
from kith.pages.staff import citing, contacts, front_door
from kith.pages.staff.guarding import must_write, own, pack_of, whole_number
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.people import queries as people
from kith.people.rules import references
from kith.record.queries import draft_for
from kith.visits import acts, forms, queries, rules
from kith.web.asking import ask, posted


@child_page("recording a visit")
def record_visit(request: HttpRequest, opened: Opened) -> HttpResponse:
    """One visit to one child or to several: a single page, saved whatever is missing (J1)."""
    must_write(opened)
    key = f"record-visit:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    return ask(
        request,
        "pages/visits/record.html",
        form=sheet(request, opened, kept),  # type: ignore[arg-type]  # several forms that answer as one
        do=partial(acts.record_visit, by=opened.actor),
        then=partial(_after_visit, request, opened),
        draft=kept or key,
        kept=kept,
        **header(opened, "child-contacts"),
    )


def sheet(request: HttpRequest, opened: Opened, kept: Any) -> forms.VisitSheet:
    too = _too(request, kept)
    children = queries.children_to_visit(opened.actor, opened.child, opened.siblings, too)
    family = {opened.child.ref, *(sibling.ref for sibling, _ in opened.siblings)}
    return forms.VisitSheet(
        posted(request),
        by=opened.actor,
        children=children,
        pack=pack_of(opened),
        who=_who_may_be_there(opened, children),
        kept=kept.fields if kept else None,
        of_others=[child.ref for child in children if child.ref not in family],
        chosen=too,
    )


def _too(request: HttpRequest, kept: Any) -> list[str]:
    """References of children of other families on the same visit: as sent, as asked for, or as the draft held them."""
    given = request.POST.getlist("too") or request.GET.getlist("too")
    held = kept.fields.get("too", []) if kept and not given else given
    return [held] if isinstance(held, str) else list(held)


@staff_only
def visit_together(request: HttpRequest) -> HttpResponse:
    """One visit to children of several families: chosen here, then a line for each and nothing shared but the time."""
    children = queries.children_i_may_visit()

    def begin(*, who: list[str], **_: Any) -> str:
        first, *others = who
        asked_for = urlencode({"too": others}, doseq=True)
        return f"{reverse('record-visit', args=[first])}?{asked_for}"

    return ask(
        request,
        "pages/visits/together.html",
        form=forms.TogetherForm(posted(request), children=children),
        do=begin,
        then=str,
    )


def _who_may_be_there(opened: Opened, children: list[Any]) -> list[tuple[str, str]]:
    """Parents and whoever lives there: nobody should type a name the record holds."""
    pack, visited = pack_of(opened), {child.pk for child in children}
    named = {}
    for member in opened.family:
        if (member.lives_with or member.responsible) and member.person.pk not in visited:
            relation = pack.relationships.get(member.relation)
            named[member.person.called] = f"{member.person.called}, {relation.label}" if relation else ""
    return [(called, label or called) for called, label in named.items()]


def _after_visit(request: HttpRequest, opened: Opened, visit: Any) -> str:
    """To the child's contacts, where what is owed is said calmly. A child who told of harm comes first (design 7.3)."""
    if told := queries.told_of_harm(visit):
        messages.success(request, "The visit is saved.")
        return f"{reverse('worried')}?child={told.ref}"
    on_it = queries.children_on(visit)
    child = opened.child if opened.child in on_it else on_it[0]
    return f"{_contacts(child)}?saved={visit.pk}"


@child_page("contacts")
def child_contacts(request: HttpRequest, opened: Opened) -> HttpResponse:
    visit = whole_number(request.GET.get("saved", ""), 0)
    saved = queries.saved_by(opened.actor, opened.child, visit) if visit else []
    whole = "all" in request.GET
    return render(
        request,
        "pages/visits/contacts.html",
        {
            **header(opened, "child-contacts"),
            **contacts.contacts_of(opened, saved, pack_of(opened), whole=whole),
            "reached": front_door.reached(opened) if not saved else [],
        },
    )


@child_page("arranging a visit")
def plan_visit(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    children = queries.children_to_visit(opened.actor, opened.child, opened.siblings)
    spoken = contacts.spoken(opened)
    return ask(
        request,
        "pages/visits/plan.html",
        form=forms.PlanForm(
            posted(request),
            children=children,
            pack=pack_of(opened),
            interpreted=bool(spoken),
            initial=_asked_for(request),
        ),
        do=partial(acts.plan_visit, by=opened.actor),
        then=partial(_arranged, request, opened, spoken),
        spoken=spoken,
        usual_time=rules.usual_time(queries.began(opened.child)),
        **_suits(opened),
        **header(opened, "child-contacts"),
    )


def _arranged(request: HttpRequest, opened: Opened, spoken: list[str], made: list[Any]) -> str:
    """It is kept; that nobody interprets yet is said at once (S2-20)."""
    if spoken and not made[0].interpreting:
        messages.warning(request, f"{contacts.NOBODY_INTERPRETS} Spoken at home: {', '.join(spoken)}.")
    return _contacts(opened.child)


def _asked_for(request: HttpRequest) -> dict[str, Any]:
    """The day and time a family asked for (`?at=`); nothing, when there is none or it cannot be read."""
    try:
        asked = datetime.fromisoformat(request.GET.get("at", "")).astimezone(HOME_TIME)
    except ValueError:
        return {}
    return {"on": asked.date(), "at": asked.time()}


def _suits(opened: Opened) -> dict[str, Any]:
    """What suits the child and what not to do, before the eyes of whoever chooses a time (S3-29). One query."""
    about = people.about_me(opened.child)
    days = about.get("celebrates", [])  # what a family celebrates is in mind when a day is chosen (S0-07)
    return {"pace": about.get("pace", []), "days": days, "do_nots": opened.situation.get("do_not", [])}


@child_page("moving a visit")
def move_visit(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Move a visit, and say whether the family was told before (S3-11)."""
    return _change(request, opened, pk, "pages/visits/move.html", forms.MoveForm, acts.rearrange_visit)


@child_page("calling off a visit")
def call_off_visit(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """End an arrangement without another, or say that we did not come."""
    return _change(request, opened, pk, "pages/visits/call_off.html", forms.CallOffForm, acts.call_off_visit)


def _change(request: HttpRequest, opened: Opened, pk: int, template: str, form: Any, do: Any) -> HttpResponse:
    must_write(opened)
    planned = own(opened, queries.planned(pk))
    may_write = {child.pk for child in queries.children_to_visit(opened.actor, opened.child, opened.siblings)}
    together = [other for other in queries.planned_together(planned) if other.person_id in may_write]
    return ask(
        request,
        template,
        form=citing.with_quotes(
            form(posted(request), planned=planned, together=together, today=opened.actor.today, pack=pack_of(opened)),
            opened,
        ),
        do=citing.citing(partial(do, by=opened.actor), opened),
        then=_contacts(opened.child),
        planned=planned,
        passed=planned.planned_for < opened.actor.now,
        **_suits(opened),
        **header(opened, "child-contacts"),
    )


@child_page("completing a visit")
def complete_gap(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Write what was missing from a visit that was saved at once (design 7.1)."""
    must_write(opened)
    gap = own(opened, queries.gap(pk))
    return ask(
        request,
        "pages/visits/complete.html",
        form=forms.GapForm(posted(request), gap=gap, pack=pack_of(opened)),
        do=partial(acts.complete_gap, by=opened.actor, about=opened.child, gap=gap),
        then=_contacts(opened.child),
        gap=gap,
        made=contacts.told(queries.made_line(gap.line), pack_of(opened)),
        **header(opened, "child-contacts"),
    )


@child_page("ending a promise")
def end_promise(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    promise = own(opened, queries.promise(pk))
    return ask(
        request,
        "pages/visits/promise.html",
        form=forms.EndPromiseForm(posted(request), today=opened.actor.today),
        do=partial(acts.end_promise, by=opened.actor, about=opened.child, promise=promise),
        then=_back_to_the_visit(request) or _contacts(opened.child),
        promise=promise,
        **header(opened, "child-contacts"),
    )


def _back_to_the_visit(request: HttpRequest) -> str:
    """The visit being written up when the promise was opened: its draft is kept there."""
    ref = references.tidy(request.GET.get("visit", ""))
    return reverse("record-visit", args=[ref]) if ref else ""


def _contacts(child: Any) -> str:
    return reverse("child-contacts", args=[child.ref])
