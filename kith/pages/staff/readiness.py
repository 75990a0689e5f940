"""What is ready before a meeting with the family: one strip, for a conference and for a look at the plan (J14, S3-14).

It is put together from what the record holds and from what whoever prepares the meeting ticks. Each line leads to where
it is put right, and none of them stops anything.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.involvement import queries as involvement
from kith.involvement import rules
from kith.packs import NotInPack, Pack
from kith.pages.child.sheets import TAKING_PART
from kith.pages.staff.guarding import pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.planning import open_plan
from kith.pages.staff.plans import first_name
from kith.people import queries as people
from kith.plans import acts, forms
from kith.plans import queries as plans
from kith.plans.forms import Someone
from kith.voice import queries as voice
from kith.web.asking import ask, posted

REPORTS = {
    "conference": "report-to-family-first",
    "transfer_in": "report-to-family-first",
    "review": "report-to-family-review",
}
_PAPERS = "papers-before-plan-review"
_MEETING = "my-meeting"  # the sheet of the corner on which a child says how they want to take part
_WHOSE = {"family": "parent", "network": "network"}


def report_by(line: Any, pack: Pack) -> date | None:
    """The last day for the family to have the report of a conference; none where the place has no such limit (E7)."""
    return _by(REPORTS.get(line.kind, ""), line.held_on or line.meeting.planned_for, pack)


def caution(line: Any, pack: Pack) -> str:
    """What is said behind that day while nobody has checked the limit (S3-30)."""
    try:
        return pack.timescale(REPORTS[line.kind]).caution if line.kind in REPORTS else ""
    except NotInPack:
        return ""


def _by(limit: str, day: date | None, pack: Pack) -> date | None:
    try:
        return pack.due(limit, day) if limit and day else None
    except NotInPack:
        return None


def of_conference(opened: Opened, line: Any) -> dict[str, Any]:
    """Who is asked to a conference is on its list: nobody answers there one by one."""
    before = involvement.last_conference(opened.child)
    href = reverse("ready-meeting", args=[opened.child.ref, line.pk]) + "#list"
    return _strip(opened, line, before.held_on if before else None, href, (), report_by(line, pack_of(opened)))


def of_plan(opened: Opened, plan: Any, before: Any, invited: Sequence[Any]) -> dict[str, Any]:
    finished = next((one for one in plans.reviews_of(plan) if one.finished_on), None)
    pack = pack_of(opened)
    day = (before.planned_for if before else None) or plans.next_review_by(plan, finished, pack)
    href = reverse("ready-review", args=[opened.child.ref, plan.pk]) + "#list"
    last = finished.held_on if finished else None
    return _strip(opened, before, last, href, invited, _by(_PAPERS, day, pack))


def _strip(
    opened: Opened, kept: Any, last: date | None, href: str, invited: Sequence[Any], by: date | None
) -> dict[str, Any]:
    """For `pages/readiness.html`. Seven queries."""
    child, today = opened.child, opened.actor.today
    since = last or child.born_on or today
    said = voice.before_a_meeting(child, since)
    wants = next((one.picked for one in said if one.sheet == _MEETING and one.picked), "")
    owed = list(voice.wishes_owed(child).values_list("answer_by_on", flat=True))
    family = [child, *(member.person for member in opened.family if member.responsible or member.is_parent)]
    planned, no_actual = plans.without_actual(child)
    known = rules.Before(
        name=first_name(opened),
        today=today,
        since=since,
        said_on=said[0].said_on if said else None,
        takes_part=wants,
        wants_speaker=wants in TAKING_PART["speak"],
        wishes_owed=len(owed),
        wishes_late=sum(day < today for day in owed),
        invited=len(invited),
        answered=sum(bool(one.answer) for one in invited),
        ready=kept.ready if kept else (),
        shared_on=kept.report_shared_on if kept else None,
        share_by=by,
        interpreters=[one.person.called for one in people.languages_of(family) if one.interpreter_needed],
        planned=planned,
        no_actual=no_actual,
        steps_late=len(plans.steps_overdue(child, today)),
    )
    items = rules.readiness(known, pack_of(opened))
    return {"items": [(one, _at(one, child, href)) for one in items], "ready": sum(one.ready for one in items)}


def _at(item: rules.Item, child: Any, href: str) -> str:
    """Where it is put right: on its own page of the record, else on the list itself."""
    named = {"voice": "write-words", "wishes": "child-voice", "outcomes": "child-plan", "steps": "child-plan"}
    if item.at in named:
        return reverse(named[item.at], args=[child.ref]) + ("#steps" if item.at == "steps" else "")
    return reverse("hand-over", args=[child.ref]) if item.at == "taking_part" else href


@child_page("what is ready for a review of the plan")
def ready_review(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The strip, and beneath it what only whoever prepares the review can say. It stops nothing."""
    plan = open_plan(opened, pk)
    before = plans.before_review(plan)
    invited = plans.invited_to(before)
    names = ("planned_for", "ready", "report_shared_on", "not_ready_because")
    return ask(
        request,
        "pages/plans/ready.html",
        form=forms.ReadyForReview(
            posted(request),
            pack=pack_of(opened),
            invited=invited,
            people=_people(opened, plan, invited),
            initial={name: getattr(before, name) for name in names} if before else {},
        ),
        do=partial(acts.note_ready_for_review, by=opened.actor, about=opened.child, plan=plan),
        then=saying(request, "Kept.", reverse("ready-review", args=[opened.child.ref, plan.pk])),
        strip=of_plan(opened, plan, before, invited),
        plan=plan,
        **header(opened, "child-plan"),
    )


def _people(opened: Opened, plan: Any, invited: Sequence[Any]) -> list[Someone]:
    """The child, the parents and whoever has a step, but for those asked already: nobody has to be thought of."""
    known = {one.who.casefold() for one in invited}
    family = [one.person.called for one in opened.family if one.responsible or one.is_parent]
    owners = [
        (one.owner_name, _WHOSE.get(one.owner_kind, "professional")) for one in plans.held(plan).to_do if one.owner_name
    ]
    everybody = [(first_name(opened), "child"), *((who, "parent") for who in family), *owners]
    found = {who.casefold(): Someone(who, whose) for who, whose in everybody if who.casefold() not in known}
    return list(found.values())
