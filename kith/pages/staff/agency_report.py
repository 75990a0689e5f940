"""What each agency was asked in a quarter and what it gave, and what is done where that fell short (S2-02).

Counted from what this reader may see. The screen, its lists and the file are made of the same rows.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.access.actor import HOME_TIME
from kith.directory import queries as directory
from kith.involvement import acts, forms, queries, rules
from kith.packs import Pack
from kith.pages.staff import tables
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.plans import queries as plans
from kith.plans.rules import step_accepted_by
from kith.web.asking import ask, posted

_NOT_THERE = "no"
WORDS = {
    "asked": ("Questions", {"in_time": "in time", "late": "late", "none": "not answered", "waiting": "not due yet"}),
    "step": ("Steps", {"in_time": "yes in time", "late": "yes too late", "none": "no yes", "waiting": "not due yet"}),
    "meeting": ("Meetings", {"in_time": "there", "none": "not there", "waiting": "not written down"}),
}


@staff_only
def agency_quarter(request: HttpRequest) -> HttpResponse:
    """Eleven queries, however much was asked. `?quarter=2026-10`; `agency`, `kind`, `how`: the list behind a figure;
    `as=csv`: the same figures as a file.
    """
    actor = _manager(request)
    quarter, pack = rules.quarter_called(request.GET.get("quarter", ""), actor.today), pack_of(actor)
    rows = agencies_in(quarter, actor, pack)
    shown = [_shown(row, pack) for row in rows]
    if request.GET.get("as") == "csv":
        return _file(quarter, shown)
    asked = {name: request.GET.get(name, "") for name in ("agency", "kind", "how")}
    opened = next((row for row in rows if _key(row.agency) == asked["agency"]), None)
    todo = list(queries.improvements())
    for one in shown:
        one["todo"] = [each for each in todo if each.agency == one["agency"] and each.quarter_on == quarter.from_on]
    return render(
        request,
        "pages/agencies/quarter.html",
        {
            "actor": actor,
            "quarter": quarter,
            "quarters": _before(rules.quarter_of(actor.today)),
            "rows": shown,
            "least": int(pack.figure("agency-in-time")),
            "opened": opened,
            "lines": [(one, _words(one)) for one in opened.of(asked["kind"], asked["how"])] if opened else [],
            "ours": {lead.person_id for lead in queries.led_by_team(actor.team_id)} if opened else set(),
            "todo": [one for one in todo if one.ended_on is None],
        },
    )


@staff_only
def improve_agency(request: HttpRequest, pk: int) -> HttpResponse:
    """Something that will be done with one agency, after one quarter."""
    actor = _manager(request)
    agency = next((one for one in directory.other_agencies() if one.pk == pk), None)
    if agency is None:
        raise Http404
    quarter = rules.quarter_called(request.GET.get("quarter", ""), actor.today)
    form = forms.PlanImprovement(posted(request), owners=_owners())
    do = partial(_with_owner, acts.plan_improvement, by=actor, agency=agency, quarter_on=quarter.from_on)
    return _ask(request, form, do, f"Working better with {agency.name}", str(quarter), quarter)


@staff_only
def change_improvement(request: HttpRequest, pk: int) -> HttpResponse:
    actor, found = _manager(request), _open(pk)
    given = {"owner": found.owner_id or "", "by_on": found.by_on}
    form = forms.OwnImprovement(posted(request), owners=_owners(), initial=given)
    do = partial(_with_owner, acts.change_improvement, by=actor, improvement=found)
    return _ask(request, form, do, f"Who works better with {found.agency.name}, and by when?", found.what, _of(found))


@staff_only
def end_improvement(request: HttpRequest, pk: int) -> HttpResponse:
    actor, found = _manager(request), _open(pk)
    form = forms.EndImprovement(posted(request), initial={"on": actor.today})
    do = partial(acts.end_improvement, by=actor, improvement=found)
    return _ask(request, form, do, f"What came of it, with {found.agency.name}?", found.what, _of(found))


def agencies_in(quarter: rules.Quarter, actor: Any, pack: Pack) -> list[rules.OfAgency]:
    """One row for each agency that was asked anything. Eight queries."""
    return rules.of_agencies([*_asked(quarter, actor), *_steps(quarter, actor, pack), *_meetings(quarter, pack)])


def _asked(quarter: rules.Quarter, actor: Any) -> Iterator[tuple[Any, rules.Line]]:
    found = list(queries.requests_between(quarter.from_on, quarter.until_on))
    about = queries.children_of_contacts(one.contact_id for one in found)
    for one in found:
        on, done = _day(one.asked_at), _day(one.answered_at) if one.answered_at else None
        how, children = rules.in_time(one.answer_by_on, done, actor.today), about.get(one.contact_id, ())
        yield one.agency, rules.Line(rules.ASKED, how, on, one.answer_by_on, done, children)


def _steps(quarter: rules.Quarter, actor: Any, pack: Pack) -> Iterator[tuple[Any, rules.Line]]:
    found = plans.steps_given_between(quarter.from_on, quarter.until_on)
    workers = directory.partners({step.owner_id for step in found})
    for step in found:
        due = step_accepted_by(step.given_on, pack)
        done = step.accepted_on or (step.state_on if step.state == "done" else None)  # who has done it said yes
        if done is None and step.plan.ended_on and step.plan.ended_on <= due:
            continue  # nobody waits for a yes any more
        worker, how = workers[step.owner_id or 0], rules.in_time(due, done, actor.today)
        yield worker.agency, rules.Line(rules.STEP, how, step.given_on, due, done, (step.person,), worker.name)


def _meetings(quarter: rules.Quarter, pack: Pack) -> Iterator[tuple[Any, rules.Line]]:
    """Of meetings about safety, and of reviews of plans; of reviews, those whose agency is known by their name."""
    known = rules.agencies_by_name(directory.partner_workers(), directory.other_agencies())
    theirs, left = pack.flagged("meeting_role", "agency"), pack.flagged("took_part_how", "asks_why")
    by_meeting: dict[int, list[Any]] = {}
    for part in queries.parts_between(quarter.from_on, quarter.until_on):
        by_meeting.setdefault(part.meeting_id, []).append(part)
    about = queries.children_of_meetings(by_meeting)
    for pk, parts in by_meeting.items():
        for part in rules.latest_parts(parts):
            agency = rules.agency_called(part.who, known)
            if (agency or part.role in theirs) and part.how not in left:
                yield agency, _came(part, part.meeting.held_on, about.get(pk, ()))
    for took in plans.taking_part_between(quarter.from_on, quarter.until_on):
        agency = rules.agency_called(took.who, known)
        if agency and took.how not in left:
            yield agency, _came(took, took.review.held_on, (took.person,))


def _came(part: Any, held_on: Any, children: tuple[Any, ...]) -> rules.Line:
    how = rules.there(part.attended, _NOT_THERE)
    return rules.Line(rules.MEETING, how, held_on, children=children, who=part.who)


def _shown(row: rules.OfAgency, pack: Pack) -> dict[str, Any]:
    """One agency as the screen and the file have it: (kind, title, how many, [(how, words, how many)])."""
    return {
        "agency": row.agency,
        "key": _key(row.agency),
        "name": row.agency.name if row.agency else "Agency not known",
        "parts": [
            (kind, title, len(row.of(kind)), [(how, words, len(row.of(kind, how))) for how, words in each.items()])
            for kind, (title, each) in WORDS.items()
        ],
        "share": row.share,
        "short": row.falls_short(pack),
    }


def _file(quarter: rules.Quarter, shown: list[dict[str, Any]]) -> HttpResponse:
    """About agencies alone: no child stands in it; for whom, nobody has said, so it is a marked staff copy (7.8)."""
    heads = [(f"{title} {words}" for words in ("in all", *each.values())) for title, each in WORDS.values()]
    lines = [["Staff copy – not for release"]]
    lines.append(["Agency", *(head for group in heads for head in group), "In time, in a hundred", "Falls short"])
    for row in shown:
        figures = [n for _, _, total, each in row["parts"] for n in (total, *(one for _, _, one in each))]
        share = "" if row["share"] is None else row["share"]
        lines.append([row["name"], *figures, share, "yes" if row["short"] else "no"])
    return HttpResponse(
        tables.as_csv(lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="agencies-{quarter.key}.csv"'},
    )


def _day(at: datetime) -> date:
    """The day it was here."""
    return at.astimezone(HOME_TIME).date()


def _words(line: rules.Line) -> str:
    title, each = WORDS[line.kind]
    return f"{title}: {each[line.how]}"


def _key(agency: Any) -> str:
    return str(agency.pk) if agency else "none"


def _before(newest: rules.Quarter, most: int = 5) -> list[rules.Quarter]:
    found = [newest]
    while len(found) < most:
        found.append(found[-1].before)
    return found


def _manager(request: HttpRequest) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.SEE_TEAM):
        raise Http404
    return actor


def _open(pk: int) -> Any:
    found = queries.improvement(pk)
    if found is None or found.ended_on:
        raise Http404
    return found


def _of(found: Any) -> rules.Quarter:
    return rules.quarter_of(found.quarter_on)


def _owners() -> list[tuple[int, str]]:
    return [(one.account_id, f"{one.name}, {one.job_title.lower()}") for one in directory.team_managers()]


def _with_owner(act: Any, *, owner: int | None, **given: Any) -> Any:
    return act(owner=next((one for one in directory.team_managers() if one.account_id == owner), None), **given)


def _ask(request: HttpRequest, form: Any, do: Any, title: str, about: str, quarter: rules.Quarter) -> HttpResponse:
    def then(_made: Any) -> str:
        messages.success(request, "Kept.")
        return _report(quarter)

    given = {"title": title, "about": about, "back": _report(quarter)}
    return ask(request, "pages/agencies/improve.html", form=form, do=do, then=then, **given)


def _report(quarter: rules.Quarter) -> str:
    return f"{reverse('agency-quarter')}?quarter={quarter.key}"
