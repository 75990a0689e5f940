"""Training: a worker’s own, and how it stands in a team and in the agencies we work with (S2-09).

Nobody is ranked: people stand by name, agencies by name. Of too few people no share is told.
"""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access import Right
from kith.directory import queries as directory
from kith.directory import rules
from kith.directory import training as trained
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.guarding import saying
from kith.pages.staff.opening import staff_only
from kith.pages.training_words import SAID, in_words, taken_in_words
from kith.plans.rules import FEW
from kith.web.asking import SeeOther, ask, key_of, posted
from kith.workforce.forms import DeclareTraining


@staff_only
def my_training(request: HttpRequest) -> HttpResponse:
    """What my roles need and how it stands; everything I took; and to write down what I took. Three queries."""
    actor = request.actor  # type: ignore[attr-defined]
    pack, mine = pack_of(actor), trained.training_of([actor.account_id])
    roles = trained.roles_of_staff([actor.account_id], actor.today)
    needed = rules.matrix([actor], roles, mine, actor.today, pack)
    return ask(
        request,
        "pages/training/mine.html",
        form=DeclareTraining(posted(request), pack=pack),
        do=partial(trained.declare_training, by=actor),
        then=saying(request, "Written down. Somebody who manages a team verifies it.", reverse("my-training")),
        actor=actor,
        needed=[in_words(one) for one in needed],
        taken=taken_in_words(mine.get(actor.account_id, []), pack),
    )


@staff_only
def team_training(request: HttpRequest) -> HttpResponse:
    """A team by course, each number with its list (`course`, `state`); and agencies, by name. Seven queries."""
    actor = _manager(request)
    pack, team, partners = pack_of(actor), list(directory.staff_of(actor.team_id)), list(directory.partner_workers())
    taken = trained.training_of(one.account_id for one in (*team, *partners))
    ours = rules.matrix(
        team, trained.roles_of_staff((one.account_id for one in team), actor.today), taken, actor.today, pack
    )
    asked = {name: request.GET.get(name, "") for name in ("course", "state")}
    listed = [one for one in ours if one.course.key == asked["course"] and asked["state"] in ("", one.state)]
    return render(
        request,
        "pages/training/team.html",
        {
            "actor": actor,
            "courses": _by_course(ours),
            "agencies": _by_agency(partners, taken, actor, pack),
            "few": FEW,
            "waiting": taken_in_words(trained.unverified(actor, _verified_by(team)), pack),
            "listed": [in_words(one) for one in listed],
            "title": next((one.course.title for one in listed), ""),
            "state": SAID[asked["state"]][1].lower() if asked["state"] in SAID else "",
        },
    )


@require_POST
@staff_only
def verify_training(request: HttpRequest, pk: int) -> HttpResponse:
    actor = _manager(request)
    found = trained.training(pk)
    if found is None or found.account_id == actor.account_id or found.verified_on:
        raise Http404
    trained.verify_training(by=actor, taken=found, key=key_of(request))
    messages.success(request, "Verified.")
    return SeeOther(f"{reverse('team-training')}?course={found.course}#list")


def _verified_by(team: list[Any]) -> set[int]:
    """Whose training a manager sees to: the team’s, and that of other managers, who have nobody else. One query."""
    return {one.account_id for one in (*team, *directory.team_managers())}


def _by_course(rows: list[rules.OfCourse]) -> list[dict[str, Any]]:
    """Each course somebody of the team needs: how many, and how it stands with them."""
    found: dict[str, list[rules.OfCourse]] = {}
    for row in rows:
        found.setdefault(row.course.key, []).append(row)
    return [
        {
            "course": each[0].course,
            "needed": len(each),
            "verified": len([row for row in each if row.verified]),
            "parts": [
                (state, SAID[state][1].lower(), len([row for row in each if row.state == state]))
                for state in rules.STATES
            ],
        }
        for each in found.values()
    ]


def _by_agency(partners: list[Any], taken: Any, actor: Any, pack: Any) -> list[dict[str, Any]]:
    """Each agency with its share, by name; without one where too few people work there."""
    found: dict[Any, list[Any]] = {}
    for worker in partners:
        found.setdefault(worker.agency, []).append(worker)
    return [
        {"agency": agency, "share": _share(workers, taken, actor, pack) if len(workers) >= FEW else None}
        for agency, workers in sorted(found.items(), key=lambda pair: pair[0].name)
    ]


def _share(workers: list[Any], taken: Any, actor: Any, pack: Any) -> rules.Share:
    roles = {one.account_id: trained.roles_of_partner(one) for one in workers}
    return rules.share(rules.matrix(workers, roles, taken, actor.today, pack))


def _manager(request: HttpRequest) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not (actor.may(Right.SEE_TEAM) or actor.may(Right.AGREE_DECISIONS)):
        raise Http404
    return actor
