"""A child's assessment: read, written part by part, signed by somebody else, and begun again with nothing retyped."""

from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access import Right
from kith.assessment import acts, forms, queries, rules
from kith.decisions import queries as decisions
from kith.involvement import queries as involvement
from kith.pages.staff import assessed, clocks, sign_offs
from kith.pages.staff.assessment_forms import HERE, back, drafted, newest_of, one_form
from kith.pages.staff.citing import citing, said_beside
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.whole import life_in_words
from kith.plans import queries as plans
from kith.web.asking import ask

_HEARD = {
    forms.hearing.HEARD: acts.contribute,
    forms.hearing.DECLINED: acts.decline_to_contribute,
    forms.hearing.LEFT_OUT: acts.leave_out_contributor,
}


@child_page("assessment")
def child_assessment(request: HttpRequest, opened: Opened) -> HttpResponse:
    newest = queries.newest(opened.child)
    top = header(opened, HERE)
    read = assessed.reading(opened, newest) if newest else {}
    return render(
        request,
        "pages/assessment/assessment.html",
        {
            **top,
            **read,
            "versions": queries.whole_thread(newest) if newest else [],
            "life": life_in_words(opened),
            "dial": clocks.of_assessment(opened, top["spell"]) if newest and newest.signed else None,
            "writing": opened.may_write and newest is not None and not newest.signed,
            "no_help": _no_help(opened, newest) if newest and not newest.signed else None,
            "taken_back": decisions.taken_back("assessment", newest.pk) if newest else [],
            "sign_offs": decisions.sign_offs_of("assessment", newest.pk) if newest else [],
            "may_sign": opened.actor.may(Right.SIGN_ASSESSMENTS),
        },
    )


def _no_help(opened: Opened, assessment: Any) -> date | None:
    """By when somebody was to have begun to help, when nobody has: an assessment is no reason to wait (S0-08, N19).
    Three queries.
    """
    pack, pk, began = pack_of(opened), opened.child.pk, assessment.started_on
    if began is None:
        return None
    due = pack.timescale("help-while-assessing", began).due(began, pack.calendar)
    if due >= opened.actor.today or pk in involvement.first_helped([pk]) or pk in plans.first_begun([pk]):
        return None
    return due


@child_page("assessment: begin")
def begin_assessment(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    return one_form(
        request,
        opened,
        "Begin an assessment",
        forms.BeginAssessment(request.POST or None),
        partial(acts.begin_assessment, by=opened.actor, about=opened.child),
        "It has begun. Help does not wait for it: what is needed now can start today.",
    )


@child_page("assessment: again")
def reopen_assessment(request: HttpRequest, opened: Opened) -> HttpResponse:
    assessment = newest_of(opened)
    return one_form(
        request,
        opened,
        "Begin a new version",
        forms.BeginAgain(request.POST or None),
        partial(acts.reopen_assessment, by=opened.actor, about=opened.child, assessment=assessment),
        "A new version is open. Everything that was written is in it.",
        lead="Every word is carried over, and who was heard stays heard. Change only what has changed.",
    )


@child_page("assessment: a part of life")
def note_domain(request: HttpRequest, opened: Opened, domain: str) -> HttpResponse:
    assessment, pack = newest_of(opened), pack_of(opened)
    titles = dict(pack.choices("assessment_domain"))
    if domain not in titles:
        raise Http404
    note = queries.domain_note(assessment, domain)
    initial = {name: getattr(note, name) for name in forms.NoteDomain.base_fields} if note else {}
    return drafted(
        request,
        opened,
        titles[domain],
        f"assessment-part:{opened.child.ref}:{domain}",
        partial(forms.NoteDomain, pack=pack, initial=initial),
        partial(acts.note_domain, by=opened.actor, about=opened.child, assessment=assessment, domain=domain),
        f"Kept: {titles[domain].lower()}.",
        lead="Strengths are looked for, never made up. Save what you know: the rest can follow.",
    )


@child_page("assessment: an outcome set aside")
def set_outcome_aside(request: HttpRequest, opened: Opened, outcome: str, side: str) -> HttpResponse:
    """One of the five outcomes on one side of the map: the parts to look at there, or why it is of no matter."""
    assessment, pack = newest_of(opened), pack_of(opened)
    titles, sides = dict(pack.choices("five_outcomes")), dict(pack.choices("assessment_side"))
    if outcome not in titles or side not in sides:
        raise Http404
    stands = queries.set_aside(assessment, outcome, side)
    because = stands.because if stands else ""
    parts = [title for code, title in pack.choices("assessment_domain") if code.partition("-")[0] == side]
    return one_form(
        request,
        opened,
        f"{titles[outcome]}: {sides[side]}",
        forms.SetOutcomeAside(request.POST or None, again=bool(because), initial={"because": because}),
        partial(
            acts.set_outcome_aside,
            by=opened.actor,
            about=opened.child,
            assessment=assessment,
            outcome=outcome,
            side=side,
        ),
        "Kept.",
        lead=f"To look at it, open a part of the map and tick this outcome there: {', '.join(parts)}.",
    )


@child_page("assessment: an effect")
def note_effect(request: HttpRequest, opened: Opened) -> HttpResponse:
    assessment = newest_of(opened)
    initial = {"because_of": request.GET.get("of", "")}
    return one_form(
        request,
        opened,
        "One part affects another",
        forms.NoteEffect(request.POST or None, pack=pack_of(opened), initial=initial),
        partial(acts.note_effect, by=opened.actor, about=opened.child, assessment=assessment),
        "Kept, and drawn on the map.",
    )


@child_page("assessment: hearing somebody")
def hear_contributor(request: HttpRequest, opened: Opened) -> HttpResponse:
    assessment, pack = newest_of(opened), pack_of(opened)
    voices = queries.held(assessment, opened.actor.today, opened.siblings).voices
    initial = {"voice": request.GET.get("of", "")}
    return drafted(
        request,
        opened,
        "Hear somebody",
        f"assessment-heard:{opened.child.ref}",
        partial(forms.HearContributor, pack=pack, voices=voices, initial=initial),
        partial(_heard, opened, assessment),
        "Kept.",
    )


def _heard(opened: Opened, assessment: Any, *, how: str, **details: Any) -> Any:
    return _HEARD[how](by=opened.actor, about=opened.child, assessment=assessment, **details)


@child_page("assessment: what became of it")
def say_what_became(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    given = own(opened, queries.contribution(pk))
    return one_form(
        request,
        opened,
        "What became of what they gave?",
        forms.SayWhatBecame(request.POST or None, pack=pack_of(opened)),
        partial(acts.say_what_became, by=opened.actor, about=opened.child, contribution=given),
        "Kept. A worker who signs in reads it; tell the others.",
        lead=f"{given.said_by_whom}: {given.text}",
    )


@child_page("assessment: writing")
def write_assessment(request: HttpRequest, opened: Opened, part: str) -> HttpResponse:
    """`part`: family, child, analysis or conclusion; or parent, with ?of= whose."""
    assessment, pack = newest_of(opened), pack_of(opened)
    parents = {one.person.ref: one.person for one in opened.family if one.is_parent}
    whose = parents.get(request.GET.get("of", "")) if part == "parent" else None
    if part not in dict(pack.choices("assessment_part")) or (part == "parent" and whose is None):
        raise Http404
    called = (whose or opened.child).called.partition(" ")[0]
    seen = part in ("child", "parent")
    make = partial(forms.WriteChildsView, called=called) if seen else forms.WritePassage
    doing = {"by": opened.actor, "about": opened.child, "assessment": assessment}
    do = partial(acts.write_perspective, whose=whose) if seen else partial(acts.write_analysis, part=part)
    title = f"If I were {called}" if seen else dict(pack.choices("assessment_part"))[part]
    stands = queries.standing_passage(assessment, part, whose)
    return drafted(
        request,
        opened,
        title,
        f"assessment-{part}:{opened.child.ref}:{whose.ref if whose else ''}",
        partial(make, initial={"text": stands.text if stands else ""}),
        citing(partial(do, **doing), opened),
        "Kept. What stood there before is kept too.",
        quotes=said_beside(stands),
    )


@child_page("assessment: evidence")
def add_evidence(request: HttpRequest, opened: Opened) -> HttpResponse:
    assessment = newest_of(opened)
    given = queries.contributions(assessment)
    return one_form(
        request,
        opened,
        "What it rests on",
        forms.AddEvidence(request.POST or None, pack=pack_of(opened), given=given),
        partial(acts.add_evidence, by=opened.actor, about=opened.child, assessment=assessment),
        "Kept: one thing it rests on.",
    )


@child_page("assessment: factors")
def name_factors(request: HttpRequest, opened: Opened) -> HttpResponse:
    assessment = newest_of(opened)
    return one_form(
        request,
        opened,
        "Factors found",
        forms.NameFactors(request.POST or None, pack=pack_of(opened), initial={"factors": assessment.factors_named}),
        partial(acts.name_factors, by=opened.actor, about=opened.child, assessment=assessment),
        "Kept. They count once somebody has signed.",
    )


@child_page("assessment: signing")
def sign_assessment(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The whole of it to read, what changed since the last version and since this reader sent it back, what is missing;
    then a signature.
    """
    assessment = queries.newest(opened.child)
    if assessment is None or not opened.actor.may(Right.SIGN_ASSESSMENTS):
        raise Http404
    rows = decisions.sign_offs_of("assessment", assessment.pk)
    read = assessed.reading(opened, assessment, changed_since=True)
    return ask(
        request,
        "pages/assessment/sign.html",
        form=forms.SignAssessment(request.POST or None, again=assessment.before_id is not None),
        do=partial(acts.sign_assessment, by=opened.actor, about=opened.child, assessment=assessment),
        then=saying(request, "Signed. Now tell the child and the family.", back(opened)),
        asked=sign_offs.waiting_for(opened, rows),
        **header(opened, HERE),
        **read,
        **sign_offs.changes(opened, rows, rules.in_lines(read["held"], pack_of(opened))),
        life=life_in_words(opened),
    )
