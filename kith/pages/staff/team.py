"""The manager's list: children nobody leads yet, children not seen when visited, answers late; and allocating."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
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
from kith.pages.staff import alert, asking, dangers, focusing, handed_over, time_limits
from kith.pages.staff.forms import Allocate, PlanAbsence
from kith.pages.staff.front_door import pack_of as pack_for
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.header import header, how_old, level_words
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.people import queries as people
from kith.plans import queries as plans
from kith.sharing import queries as sharing
from kith.standards import queries as standards
from kith.standards.register import standard
from kith.visits import queries as visits
from kith.voice import queries as voice
from kith.web.asking import ask
from kith.workforce import queries as workforce

FEW = 8  # lines of each list, until all are asked for
MOST = 400
NEWS = timedelta(days=28)  # for so long good news stays on the page


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
    led = list(queries.led_by_team(actor.team_id))
    children = [lead.person_id for lead in led]
    some = partial(_some, request.GET.get("all", ""))
    clocks, pack = time_limits.ahead(actor, led), pack_for(actor)
    return render(
        request,
        "pages/team.html",
        {
            "actor": actor,
            "team": directory.team(actor.team_id),
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
            "unallocated": some("unallocated", queries.unallocated(), partial(_waiting, actor)),
            **_not_in_time(actor, children),
            "good_news": some("good-news", plans.celebrations_since(children, actor.today - NEWS)),
            "clocks_soon": some("clocks-soon", clocks["soon"]),
            "clocks_late": some("clocks-late", clocks["late"]),
            "clocks_explained": some("clocks-explained", clocks["explained"]),
            "more_time": some("more-time", standards.more_time_waiting(actor)),
            "explained": some("reasons", standards.explanations_waiting(actor)),
            "asked": queries.asked_waiting(children),
            "many_workers": asking.many_workers(led, actor.today),
            "fading": focusing.fading(led, actor.today),
            "endings": people.endings_to_answer(actor) if actor.may(Right.RESTRICT_RECORDS) else [],
            "not_read": handed_over.not_read(led)[:FEW],
            "workload": _workload(led, actor),
        },
    )


def _not_in_time(actor: Any, children: list[int]) -> dict[str, Any]:
    """Of the promise's own page: late without a reason, and late with one that was accepted, apart. One query."""
    promise = standard("seen-in-time")
    counts = standards.measure(promise, actor.today, children)
    return {
        "not_in_time": counts,
        "not_in_time_href": reverse("standard", args=[promise.id]) + "?state=missed#list",
        "not_in_time_note": f"and {counts['explained']} late, explained" if counts["explained"] else "",
    }


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


def _workload(led: list[Any], actor: Any) -> list[tuple[str, int, bool]]:
    """How many each leads, and who is in their first year of practice."""
    counts: dict[tuple[str, int], int] = {}
    for lead in led:
        counts[lead.name, lead.account_id] = counts.get((lead.name, lead.account_id), 0) + 1
    new = workforce.in_first_year({account for _, account in counts}, actor.today, pack_for(actor))
    return sorted((name, count, account in new) for (name, account), count in counts.items())


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
