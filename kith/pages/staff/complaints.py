"""Complaints: taken from anybody, seen to by somebody they are not about, each with its days (S4-25).

The page shows what the reader's own rows are: all of them to whoever sees to complaints, those they answer or took down
themselves to everybody else. The numbers and the lists behind them are the same rows.
"""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.access import Right
from kith.feedback import acts, forms, queries, rules
from kith.packs import Pack
from kith.pages.staff.complaint_steps import STEPS, chosen, staff_to_choose
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.pages.staff.quoting import label
from kith.people import queries as people
from kith.record import Refused
from kith.web.asking import ask, posted

LISTS = {
    "open": ("Open", lambda one: one.state == "open"),
    "late": ("Late", lambda one: one.late),
    "lacking": ("Something is still to do", lambda one: bool(one.lacks)),
    "answered": ("Answered", lambda one: one.state == "answered"),
    "withdrawn": ("Withdrawn", lambda one: one.state == "withdrawn"),
}


@staff_only
def complaints(request: HttpRequest) -> HttpResponse:
    """Three queries. `?show=late`, `?stage=stage_2`: the list behind a number."""
    actor = request.actor  # type: ignore[attr-defined]
    pack = pack_of(actor)
    found = [queries.stood(row, actor.today) for row in queries.complaints()]
    show, at = request.GET.get("show", "open"), request.GET.get("stage", "")
    kept = LISTS.get(show, LISTS["open"])
    rows = [one for one in found if _at(one, at)] if at else [one for one in found if kept[1](one)]
    return render(
        request,
        "pages/complaints/complaints.html",
        {
            "actor": actor,
            "sees_all": actor.may(Right.HANDLE_COMPLAINTS),
            "counts": [(key, title, sum(map(test, found))) for key, (title, test) in LISTS.items()],
            "stages": [(code, words, n) for code, words, n in _by_stage(found, pack) if n],
            "title": label(pack, "complaint_stage", at) if at in _codes(pack) else kept[0],
            "rows": [_line(one, pack) for one in rows],
        },
    )


@staff_only
def take_complaint(request: HttpRequest) -> HttpResponse:
    """By phone, on paper or face to face: anybody who works here may write it down."""
    actor = request.actor  # type: ignore[attr-defined]

    def then(made: Any) -> str:
        messages.success(request, f"Kept: {made.reference}. Whoever sees to complaints has been told.")
        return reverse("complaint", args=[made.pk])

    return ask(
        request,
        "pages/complaints/take.html",
        form=forms.TakeComplaint(
            posted(request), pack=pack_of(actor), staff=staff_to_choose(), initial={"on": actor.today, "how": "phone"}
        ),
        do=partial(_take, actor),
        then=then,
    )


@staff_only
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    actor, row = request.actor, _found(pk)  # type: ignore[attr-defined]
    pack, stood = pack_of(actor), queries.stood(row, actor.today)
    in_turn = packs.in_turn(settings.PACK, actor.today)
    stages = [
        {
            "row": one,
            "title": label(pack, "complaint_stage", one.stage),
            "clock": queries.clock(row, one, in_turn, actor.today),
            "late": rules.is_late(one.due_on, one.ended_on, actor.today, row.withdrawn_on),
            "outcome": label(pack, "complaint_outcome", one.outcome) if one.outcome else "",
        }
        for one in row.stages.all()
    ]
    return render(
        request,
        "pages/complaints/complaint.html",
        {
            "actor": actor,
            "row": row,
            "stood": stood,
            "stages": stages,
            "how": label(pack, "complaint_how", row.how),
            "whose": label(pack, "complaint_from", row.whose),
            "route": label(pack, "complaint_route", row.route),
            "advocate": label(pack, "complaint_advocate", row.advocate) if row.advocate else "",
            "steps": [(what, step.title) for what, step in STEPS.items() if step.open(actor, stood)],
        },
    )


@staff_only
def complaint_step(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """`what`: one of STEPS."""
    actor, row = request.actor, _found(pk)  # type: ignore[attr-defined]
    stood, step = queries.stood(row, actor.today), STEPS.get(what)
    if step is None or not step.open(actor, stood):
        raise Http404

    def then(_made: Any) -> str:
        messages.success(request, "Kept.")
        still = queries.complaint(pk)
        return reverse("complaint", args=[pk]) if still else reverse("complaints")

    return ask(
        request,
        "pages/complaints/step.html",
        form=step.form(request, actor, stood),
        do=partial(step.act, actor, stood),
        then=then,
        title=step.title,
        button=step.button,
        row=row,
    )


def _take(actor: Any, *, staff: int | None, staff_too: int | None, children: str, **given: Any) -> Any:
    about = chosen(staff, staff_too)
    return acts.take_complaint(by=actor, about=None, staff=about, children=_children(children), **given)


def _children(text: str) -> list[Any]:
    """Each line is one child's name or reference. Raises Refused where it is nobody's, or more than one's."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        people_found = people.find(line).people
        if len(people_found) != 1:
            how_many = "Nobody" if not people_found else "More than one person"
            raise Refused(
                f"{how_many} is called “{line}” here. Write the reference, or leave it out.", field="children"
            )
        found.append(people_found[0])
    return found


def _found(pk: int) -> Any:
    row = queries.complaint(pk)
    if row is None:
        raise Http404
    return row


def _line(one: queries.Stood, pack: Pack) -> dict[str, Any]:
    stage = label(pack, "complaint_stage", one.stage.stage) if one.stage else ""
    return {"one": one, "row": one.row, "stage": stage, "from": label(pack, "complaint_from", one.row.whose)}


def _at(one: queries.Stood, stage: str) -> bool:
    return one.state == "open" and one.stage is not None and one.stage.stage == stage


def _codes(pack: Pack) -> set[str]:
    return {code.code for code in pack.codes("complaint_stage").codes}


def _by_stage(found: list[queries.Stood], pack: Pack) -> list[tuple[str, str, int]]:
    codes = pack.codes("complaint_stage").codes
    return [(each.code, each.label, sum(_at(one, each.code) for one in found)) for each in codes]
