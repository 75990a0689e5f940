"""The manager's list: children nobody leads yet, children not seen when visited, answers late; and allocating."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Count, Window
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.directory import acts as directory_acts
from kith.directory import queries as directory
from kith.involvement import acts, queries
from kith.pages.staff import (
    alert,
    asking,
    checking_in,
    dangers,
    focusing,
    handed_over,
    monday,
    signing_off,
    time_limits,
)
from kith.pages.staff.forms import Allocate, PlanAbsence
from kith.pages.staff.front_door import pack_of as pack_for
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.header import header, how_old, level_words
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.people import queries as people
from kith.plans import queries as plans
from kith.sharing import queries as sharing
from kith.visits import queries as visits
from kith.voice import queries as voice
from kith.web.asking import ask
from kith.workforce import queries as workforce

FEW = 5  # lines of each list, until all are asked for
MOST = 400


@dataclass(frozen=True)
class Some:
    """The first lines of a list, and how many there are in all."""

    rows: Sequence[Any]
    count: int

    @property
    def more(self) -> bool:
        return self.count > len(self.rows)


@staff_only
def team(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.SEE_TEAM):
        raise Http404
    led, staff = list(queries.led_by_team(actor.team_id)), list(directory.staff_of(actor.team_id))
    children = [lead.person_id for lead in led]
    some = partial(_some, request.GET.get("all", ""))
    clocks, pack = time_limits.ahead(actor, led), pack_for(actor)
    return render(
        request,
        "pages/team.html",
        {
            "actor": actor,
            "team": staff[0].team if staff else None,
            "led": led,
            "close": [(one, dangers.in_words(one)) for one in queries.exposures_waiting(children)],
            "patterns": alert.waiting(children, pack, unled=True),
            "not_accepted": plans.steps_chased(children),
            "to_look_at": people.risks_to_look_at(actor.today)[:FEW],
            "not_told": people.telling_to_look_at(actor.today)[:FEW],
            "called_back": sharing.recalled_waiting(children)[:FEW],
            "rights_late": people.rights_late(children, actor.today)[:FEW],
            "away": directory.absences(actor.team_id, actor.today),
            "not_seen": some("not-seen", visits.no_access_running(children, actor.today)),
            "late_answers": some("answers", voice.wishes_late(actor.today).filter(person_id__in=children)),
            "not_clear": some("not-clear", sharing.walks_late(children, actor.today)),
            "unallocated": some("unallocated", queries.unallocated(), partial(_waiting, actor)),
            **monday.seen(actor, children),
            **monday.drafts(actor),
            "good_news": some("good-news", monday.good_news(children, actor.today - monday.NEWS, actor.team_id)),
            "clocks_soon": some("clocks-soon", clocks["soon"]),
            "clocks_late": some("clocks-late", clocks["late"]),
            "clocks_explained": some("clocks-explained", clocks["explained"]),
            "to_sign": len(signing_off.waiting(actor)),
            "check_ins": checking_in.shown(workforce.check_ins_shared_with(actor)[:FEW], pack),
            "asked": queries.asked_waiting(children),
            "said_waiting": queries.differences_waiting(actor, children, team_id=actor.team_id)[:FEW],
            "to_ask_again": queries.to_ask_again(actor, actor.today, team_id=actor.team_id)[:FEW],
            "unanswered_shares": queries.shares_to_answer(children)[:FEW],
            "many_workers": asking.many_workers(led, actor.today),
            "fading": focusing.fading(led, actor.today),
            "not_read": handed_over.not_read(led)[:FEW],
            "workload": monday.workload(led, staff, actor),
        },
    )


def _some(asked_for: str, name: str, rows: Any, put: Callable[[Any], Any] = lambda row: row) -> Some:
    """The first of them, and how many there are, in one query."""
    most = MOST if asked_for == name else FEW
    if isinstance(rows, list):
        return Some([put(row) for row in rows[:most]], len(rows))
    found = list(rows.annotate(of_all=Window(Count("*")))[:most])
    return Some([put(row) for row in found], found[0].of_all if found else 0)


def _waiting(actor: Any, spell: Any) -> dict[str, Any]:
    """What a manager needs in order to choose who should lead."""
    return {
        "spell": spell,
        "person": spell.person,
        "age": how_old(spell.person, actor.today),
        "level": level_words(spell.level, actor.today),
    }


@child_page("lead worker", minimum=True)
def allocate(request: HttpRequest, opened: Opened) -> HttpResponse:
    if not opened.actor.may(Right.ALLOCATE_WORK):
        raise Http404
    top = header(opened, "child")
    reasons = pack_of(opened).choices("worker_change_reason") if top["lead"] else []
    agreed = queries.asked_of(opened.child).exclude(outcome__in=["", "not_agreed"]).first() if reasons else None
    return ask(
        request,
        "pages/allocate.html",
        form=Allocate(
            request.POST or None,
            workers=_workers(opened.actor),
            reasons=reasons,
            initial={"reason_ended": agreed.reason} if agreed and agreed.lead_id == top["lead"].account_id else None,
        ),
        do=partial(_allocate, opened),
        then=reverse("child", args=[opened.child.ref]),
        **top,
    )


def _allocate(opened: Opened, *, lead: int, **details: Any) -> Any:
    worker = directory.staff_member(lead)
    return acts.allocate(by=opened.actor, about=opened.child, lead=worker, **details)


def _workers(actor: Any) -> list[tuple[int, str]]:
    """Own team first: allocation is mostly within it."""
    staff = sorted(directory.all_staff(), key=lambda s: (s.team_id != actor.team_id, s.name))
    return [(s.pk, f"{s.name}, {s.job_title.lower()} – {s.team.name}") for s in staff]


@staff_only
def plan_absence(request: HttpRequest) -> HttpResponse:
    """Someone will be away: whoever covers sees and writes about their children meanwhile."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.ALLOCATE_WORK):
        raise Http404
    return ask(
        request,
        "pages/away.html",
        form=PlanAbsence(request.POST or None, workers=_workers(actor)),
        do=partial(_plan_absence, actor),
        then=reverse("team"),
    )


def _plan_absence(actor: Any, *, worker: int, cover: int | None, **details: Any) -> Any:
    return directory_acts.plan_absence(
        by=actor,
        worker=directory.staff_member(worker),
        cover=directory.staff_member(cover) if cover else None,
        **details,
    )
