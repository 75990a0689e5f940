"""Meetings about how safe children are: planned, ready, recorded, added to, finished; each child on their own page."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.involvement import acts, forms, queries, rules
from kith.involvement.forms import Somebody
from kith.pages.staff import clocks, readiness
from kith.pages.staff.deciding import row_of
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.opens_with import opens_with
from kith.pages.staff.plans import first_name
from kith.pages.staff.protecting import capital, meeting_row, part_row, too_close
from kith.pages.staff.quoting import label
from kith.pages.training_words import chair_note
from kith.people import queries as people
from kith.plans import acts as plan_acts
from kith.plans import queries as plans
from kith.record.queries import draft_for
from kith.web.asking import SeeOther, ask, key_of, posted

_RECORDS: dict[str, Callable[..., Any]] = {
    "strategy": acts.record_strategy,
    "core_group": acts.record_core_group,
    **{kind: partial(acts.record_conference, kind=kind) for kind in ("conference", "transfer_in", "review")},
}
_EXPECTED = {
    "strategy": ("police", "health", "education", "referrer"),
    "core_group": (),
    **dict.fromkeys(("conference", "transfer_in", "review"), ("health", "education", "police")),
}
_MORE = 2  # rows for people nobody thought of


@child_page("a meeting recorded")
def record_meeting(request: HttpRequest, opened: Opened, kind: str) -> HttpResponse:
    """All of it on one page; only the day is required."""
    if kind not in _RECORDS:
        raise Http404
    return _record(request, opened, kind, None)


@child_page("a planned meeting recorded")
def hold_meeting(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    line = own(opened, queries.meeting_line(pk))
    if line.held_on:
        raise Http404
    return _record(request, opened, line.kind, line)


def _record(request: HttpRequest, opened: Opened, kind: str, planned: Any) -> HttpResponse:
    must_write(opened)
    pack, name, key = pack_of(opened), first_name(opened), f"record-{kind}:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    beside = {line.person_id for line in queries.lines_beside(planned)} if planned else set()
    siblings = people.may_be_written([sibling for sibling, _ in opened.siblings], opened.actor)
    form = at_hand(
        forms.RecordMeeting,
        request,
        kept,
        pack=pack,
        kind=kind,
        name=name,
        people=_people(opened, kind, planned),
        siblings=[(one.ref, one.called) for one in siblings if one.pk not in beside],
        line=planned,
        initial={"chair_name": planned.meeting.chair_name} if planned else {},
    )

    def do(*, of_child: Any, also: Any = (), record_sent_on: Any = None, **told: Any) -> Any:
        others = [one for one in siblings if one.ref in also or one.pk in beside]
        told |= {"meeting": planned.meeting} if planned else {}
        about, lines = [opened.child, *others], {opened.child.pk: of_child}
        return _planned(opened, _RECORDS[kind](by=opened.actor, about=about, lines=lines, **told))

    title = f"Record: {rules.name_of(kind, pack)}"
    return _sheet(request, opened, form, do, title=title, kept=kept, key=key)


def _sheet(
    request: HttpRequest, opened: Opened, form: Any, do: Any, *, title: str, kept: Any, key: str
) -> HttpResponse:
    return ask(
        request,
        "pages/protection/record.html",
        form=form,
        do=do,
        then=lambda made: to_meeting(opened, made),
        draft=kept or key,
        kept=kept,
        title=title,
        name=first_name(opened),
        first=opens_with(opened),
        **header(opened, "child-protection"),
    )


@child_page("a meeting added to")
def add_to_meeting(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """More of it, for this child; everybody’s part stands for all."""
    must_write(opened)
    line = own(opened, queries.meeting_line(pk))
    if not line.held_on or line.meeting.finished_on:
        raise Http404
    key, decision = f"add-to-meeting:{line.pk}", line.decision
    kept = draft_for(opened.actor, key)
    form = at_hand(
        forms.RecordMeeting,
        request,
        kept,
        pack=pack_of(opened),
        kind=line.kind,
        name=first_name(opened),
        people=_people(opened, line.kind, line),
        line=line,
        initial={name: getattr(line.meeting, name) for name in ("chair_name", "record_sent_on")},
        decided=bool(decision and (decision.reasons or decision.state != "proposed" or decision.finished_on)),
    )

    def do(*, of_child: Any, parts: Any, chair_name: str = "", record_sent_on: Any = None, **sent: Any) -> Any:
        told = {"given": of_child, "parts": parts, "chair_name": chair_name, "record_sent_on": record_sent_on}
        sent = {name: value for name, value in sent.items() if name in ("key", "draft")}
        acts.add_to_meeting(by=opened.actor, about=opened.child, line=line, **told, **sent)
        return _planned(opened, line)

    return _sheet(request, opened, form, do, title="Add to the record", kept=kept, key=key)


def _planned(opened: Opened, made: Any) -> Any:
    """A conference that decided on a protection plan begins it: there to be written with the family, with why there is
    one, and nobody asks later where it is. A plan the child has goes on, and is changed.
    """
    line = queries.meeting_line(made.pk)
    if line and line.protection_id and line.kind != "review" and plans.open_plan(line.person) is None:
        reasons = line.decision.reasons if line.decision else ""
        plan_acts.begin_plan(
            by=opened.actor,
            about=line.person,
            on=line.held_on,
            kind="protection",
            because=reasons.strip() or line.known.strip() or "A conference decided that there is one.",
        )
    return made


def _people(opened: Opened, kind: str, line: Any) -> list[Somebody]:
    """Those already named; else whoever belongs there; and room for more."""
    known = queries.parts_in(line.meeting) if line else []
    if known:
        return [*(Somebody(part.who, part.role, part) for part in known), *[Somebody()] * _MORE]
    if kind == "core_group" and (plan := queries.protection_of(opened.child).plan):
        members = queries.core_group_of(plan)
        if members:
            return [*(Somebody(part.who, part.role, part) for part in members), *[Somebody()] * _MORE]
    expected = [Somebody(opened.actor.name, "social_work"), *(Somebody("", role) for role in _EXPECTED[kind])]
    return [*expected, *(_family(opened) if kind != "strategy" else []), *[Somebody()] * _MORE]


def _family(opened: Opened) -> list[Somebody]:
    """Everybody with parental responsibility, and the grown-ups at home: nobody should type a name the record holds."""
    own = [member for member in opened.family if member.responsible or member.is_parent]
    return [Somebody(member.person.called, "parent") for member in own]


@child_page("a meeting planned")
def plan_meeting(request: HttpRequest, opened: Opened, kind: str) -> HttpResponse:
    must_write(opened)
    if kind not in _RECORDS:
        raise Http404
    pack = pack_of(opened)
    siblings = people.may_be_written([sibling for sibling, _ in opened.siblings], opened.actor)
    form = forms.PlanMeeting(
        posted(request),
        pack=pack,
        kind=kind,
        people=_people(opened, kind, None),
        siblings=[(one.ref, one.called) for one in siblings],
    )

    def do(*, also: Any = (), **told: Any) -> Any:
        about = [opened.child, *(one for one in siblings if one.ref in also)]
        return acts.plan_meeting(by=opened.actor, about=about, kind=kind, **told)

    return ask(
        request,
        "pages/protection/plan.html",
        form=form,
        do=do,
        then=lambda made: to_meeting(opened, made),
        title=f"Plan: {rules.name_of(kind, pack)}",
        **header(opened, "child-protection"),
    )


@child_page("what is ready for a conference")
def ready_meeting(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """A checklist beside how fresh the story, the family tree and the assessment are (N8, S3-14). It stops nothing."""
    must_write(opened)
    line, pack = own(opened, queries.meeting_line(pk)), pack_of(opened)
    if line.kind not in readiness.REPORTS:
        raise Http404
    names = ("ready", "report_shared_on", "not_ready_because")
    top = header(opened, "child-protection")
    return ask(
        request,
        "pages/protection/ready.html",
        form=forms.ReadyForm(posted(request), pack=pack, initial={name: getattr(line, name) for name in names}),
        do=partial(acts.note_ready, by=opened.actor, about=opened.child, line=line),
        then=saying(request, "Kept.", to_meeting(opened, line)),
        line=line,
        called=capital(rules.name_of(line.kind, pack)),
        report_by=readiness.report_by(line, pack),
        caution=readiness.caution(line, pack),
        strip=readiness.of_conference(opened, line),
        freshness=clocks.strip(opened, top["spell"]),
        **top,
    )


@child_page("a meeting about safety")
def protection_meeting(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What was known, decided and agreed for this child; who took part; until it is finished, what is missing."""
    line, pack = own(opened, queries.meeting_line(pk)), pack_of(opened)
    parts, beside = queries.parts_in(line.meeting), queries.lines_beside(line)
    finished = bool(line.meeting.finished_on)
    lacks = queries.meeting_lacks(line, parts, beside, pack) if line.held_on and not finished else []
    if request.method == "POST" and not (opened.may_write and line.held_on):
        raise Http404
    return ask(
        request,
        "pages/protection/meeting.html",
        form=forms.FinishMeeting(posted(request), wanted={lack.field for lack in lacks if lack.field}),
        do=partial(acts.finish_meeting, by=opened.actor, about=[opened.child], meeting=line.meeting),
        then=saying(request, "The record of this meeting is finished.", to_meeting(opened, line)),
        first=None if finished else opens_with(opened),
        row=meeting_row(line, pack),
        line=line,
        parts=[part_row(part, pack) for part in parts],
        too_close=too_close(opened, parts, pack),
        beside=beside,
        steps=queries.steps_from(line),
        lacks=lacks,
        chair_note=chair_note(line, pack) if line.kind in readiness.REPORTS else "",
        too_few=rules.too_few(line.kind, parts, pack) if line.held_on else "",
        decided=row_of(line.decision, pack, opened.actor) if line.decision else None,
        how=label(pack, "meeting_how", line.meeting.how) if line.meeting.how else "",
        category=label(pack, "category_of_abuse", line.category) if line.category else "",
        child_part=label(pack, "child_took_part", line.child_part) if line.child_part else "",
        ready=[(title, code in line.ready) for code, title in pack.choices("conference_ready")],
        is_conference=line.kind in readiness.REPORTS,
        report_by=readiness.report_by(line, pack),
        caution=readiness.caution(line, pack),
        enquiry_name=pack.terms.enquiry,
        **header(opened, "child-protection"),
    )


@child_page("a step from a meeting done")
def do_meeting_step(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    step = own(opened, queries.meeting_step(pk))
    if request.method != "POST":
        raise Http404
    acts.do_meeting_step(by=opened.actor, about=opened.child, step=step, key=key_of(request))
    return SeeOther(reverse("protection-meeting", args=[opened.child.ref, step.line_id]))


def to_meeting(opened: Opened, line: Any) -> str:
    return reverse("protection-meeting", args=[opened.child.ref, line.pk])
