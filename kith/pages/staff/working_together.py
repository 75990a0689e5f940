"""Every agency working with a child: its people, what it gave last, what is owed either way, who is quiet (S2-02).

The same for a team's children, agency by agency: each figure is the length of the list it opens.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access import Right
from kith.assessment import queries as assessment
from kith.directory import queries as directory
from kith.involvement import queries, rules
from kith.packs import Pack
from kith.pages.staff.front_door import pack_of as pack_for
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.plans import queries as plans
from kith.plans.rules import step_accepted_by
from kith.story import queries as story

Together = dict[tuple[int, Any], rules.Around]


@child_page("working together")
def child_agencies(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Six queries besides those of every page of a record."""
    pack, today = pack_of(opened), opened.actor.today
    top = header(opened, "child-agencies")
    around = agencies_around([opened.child.pk], pack)
    rows = [_row(one, pack, today, working=bool(top["spell"])) for one in around.values()]
    return render(
        request,
        "pages/agencies/child.html",
        {
            **top,
            "agencies": sorted(rows, key=lambda row: (not row["quiet"], row["agency"].name)),
            "quiet_limit": pack.timescale(rules.together.QUIET).limit,
        },
    )


def _row(one: rules.Around, pack: Pack, today: date, *, working: bool) -> dict[str, Any]:
    return {
        "agency": one.agency,
        "workers": one.workers,
        "last": one.last,
        "quiet_after": one.quiet_after(pack),
        "quiet": working and one.is_quiet(today, pack),
        "owes": [(owed, owed.late(today)) for owed in one.owes],
        "owed": [(owed, owed.late(today)) for owed in one.owed],
    }


@staff_only
def team_agencies(request: HttpRequest) -> HttpResponse:
    """Seven queries, however many children the team works with. `?agency=`: that one's children."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.SEE_TEAM):
        raise Http404
    pack = pack_for(actor)
    led = {lead.person_id: lead for lead in queries.led_by_team(actor.team_id)}
    around = agencies_around(list(led), pack)
    found = rules.shares(((led[child], one) for (child, _), one in around.items()), actor.today, pack)
    asked = request.GET.get("agency", "")
    opened = next((one for one in found if str(one.agency.pk) == asked), None)
    pairs = (opened.quiet if request.GET.get("only") == "quiet" else opened.children) if opened else ()
    return render(
        request,
        "pages/agencies/team.html",
        {
            "actor": actor,
            "shares": found,
            "opened": opened,
            "only_quiet": request.GET.get("only") == "quiet",
            "rows": [{"lead": lead, **_row(one, pack, actor.today, working=True)} for lead, one in pairs],
            "quiet_limit": pack.timescale(rules.together.QUIET).limit,
        },
    )


def agencies_around(children: list[int], pack: Pack) -> Together:
    """By child and agency. An agency is involved while one of its workers is tied to the child, it has a step of an
    open plan or a question to answer, or it gave something to work that goes on. Six queries.
    """
    found: Together = {}
    ties, steps = directory.ties_of_partners(children), plans.steps_of_partners(children)
    workers = directory.partners({tie.account_id for tie in ties} | {step.owner_id for step in steps})
    for tie in ties:
        worker = workers[tie.account_id]
        _around(found, tie.person_id, worker.agency, tie.starts_at.date()).known(worker)
    for step in steps:
        _step(found, step, workers[step.owner_id or 0], pack)
    _asked(found, children)
    _given(found, children, pack)
    for told in story.told_by_agencies(children):
        if (told.person_id, told.agency) in found:
            found[told.person_id, told.agency].gave.append(
                rules.Gave(told.act.recorded_at.date(), "added to the story")
            )
    return found


def _around(found: Together, child: int, agency: Any, since: date) -> rules.Around:
    one = found.setdefault((child, agency), rules.Around(agency, since))
    one.since = min(one.since, since)
    return one


def _step(found: Together, step: Any, worker: Any, pack: Pack) -> None:
    one = _around(found, step.person_id, worker.agency, step.given_on)
    one.known(worker)
    one.gave += [rules.Gave(on, "said how a step goes, or yes to it") for on in _said_on(step)]
    if step.state != "done":
        one.owes += list(_owed_of(step, pack))


def _said_on(step: Any) -> Iterator[date]:
    if step.accepted_on:
        yield step.accepted_on
    if step.state_on > step.given_on:
        yield step.state_on


def _owed_of(step: Any, pack: Pack) -> Iterator[rules.Owed]:
    if not step.accepted_on:
        yield rules.Owed(f"to say yes to: {step.what}", step_accepted_by(step.given_on, pack))
    elif step.by_when:
        yield rules.Owed(step.what, step.by_when)


def _asked(found: Together, children: list[int]) -> None:
    for asked in queries.requests_about(children):
        one = _around(found, asked.child_id, asked.agency, asked.asked_at.date())  # type: ignore[attr-defined]
        if asked.answered_at:
            one.gave.append(rules.Gave(asked.answered_at.date(), "answered what we asked"))
        else:
            one.owes.append(rules.Owed("to answer what we asked", asked.answer_by_on))


def _given(found: Together, children: list[int], pack: Pack) -> None:
    for given in assessment.given_by_agencies(children):
        one = _around(found, given.person_id, given.agency, given.given_on)
        by = f", {given.said_by}" if given.said_by else ""
        one.gave.append(rules.Gave(given.given_on, f"gave what it knows{by}"))
        if given.used_on is None:
            told_by = pack.due("contribution-acknowledged", given.given_on)
            one.owed.append(rules.Owed(f"to say what became of: {given.text}", told_by))
