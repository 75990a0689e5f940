"""A partner tells us about a child, follows what becomes of it, and answers what we ask (J2): their own, no more."""

from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import SYSTEM, Audience, acting_as
from kith.calendar import in_full
from kith.decisions import acts as decision_acts
from kith.decisions import forms as decision_forms
from kith.decisions import queries as decisions
from kith.directory import queries as directory
from kith.involvement import acts, forms, queries
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.guarding import as_typed
from kith.pages.staff.opening import Page
from kith.pages.staff.quoting import label
from kith.pages.staff.taking import contact_sheet
from kith.people import queries as people
from kith.record.queries import draft_for
from kith.web.asking import ask
from kith.web.signed_out import sign_in_first

TELLING = "tell-about-child:new"


def partner_only(page: Page) -> Page:
    """For everyone but workers of other agencies, the page is not there."""

    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actor = request.actor  # type: ignore[attr-defined]
        if actor.account_id is None:
            return sign_in_first(request)
        if actor.audience != Audience.PARTNER:
            raise Http404
        return page(request, *args, **kwargs)

    return shown


@partner_only
def tell_about_child(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]

    def then(made: Any) -> str:
        by = f" You will hear what was decided by {in_full(made.decide_by_on)}." if made.decide_by_on else ""
        messages.success(request, f"We have it: {made.reference}.{by}")
        return reverse("my-asks")

    return ask(
        request,
        "pages/partner/tell.html",
        form=contact_sheet(request, TELLING, partner=True),  # type: ignore[arg-type]
        do=partial(_tell, actor),
        then=then,
        draft=draft_for(actor, TELLING) or TELLING,
        duty=directory.on_duty(actor.now)[:1],
        document=pack_of(actor).threshold_document(actor.today),
    )


def _tell(actor: Any, *, teller: dict[str, Any], **told: Any) -> Any:
    worker = directory.partner_of(actor)
    known = {
        "name": actor.name,
        "agency_name": worker.agency.name if worker else "",
        "role": worker.job_title if worker else "",
        "reach": worker.phone if worker else "",
    }
    return acts.take_contact(by=actor, how="portal", teller={**teller, **known}, **told)


@partner_only
def my_asks(request: HttpRequest) -> HttpResponse:
    """Received, being read by, decided with the reasons released to them, who leads, what we ask of them."""
    actor = request.actor  # type: ignore[attr-defined]
    worker = directory.partner_of(actor)
    pack = pack_of(actor)
    replied = decisions.decisions_replied()
    raised = {one.decision_id: one for one in reversed(decisions.challenges_raised_by(actor))}
    told = [
        {"contact": one, "children": [_answered(child, replied, raised, pack) for child in one.children.all()]}
        for one in queries.contacts_told_by(actor)[:100]
    ]
    asked = [
        {"request": one, "answer": label(pack, "agency_answer", one.answer), "late": one.answer_by_on < actor.today}
        for one in (queries.requests_to(worker.agency_id) if worker else [])
    ]
    given = [
        {"view": one, "said": label(pack, "picture_view", one.view) if one.view else ""}
        for one in (queries.pictures_given_to(worker.agency_id) if worker else [])
    ]
    shown = {"actor": actor, "told": told, "asked": asked, "worker": worker, "given": given}
    document = pack.threshold_document(actor.today)
    return render(request, "pages/partner/my_asks.html", {**shown, "document": document})


def _answered(child: Any, replied: Any, raised: Any, pack: Any) -> dict[str, Any]:
    """One child of what was told: the reply, whether it may be disagreed with, and what became of that."""
    reply = getattr(child, "reply", None)
    decision, _ = replied.get(reply.pk, (None, None)) if reply else (None, None)
    mine = raised.get(decision)
    outcome = label(pack, "challenge_outcome", mine.outcome) if mine and mine.outcome else ""
    may = decision is not None and (mine is None or mine.answered_on)
    return {"child": child, "reply": reply, "may_disagree": may, "challenge": mine, "outcome": outcome}


@partner_only
def disagree_with_reply(request: HttpRequest, pk: int) -> HttpResponse:
    """ "I disagree with this decision", of whoever told us: their name stays in confidence (J2, S3-20)."""
    actor = request.actor  # type: ignore[attr-defined]
    told_of = decisions.decisions_replied().get(pk)
    if told_of is None:
        raise Http404
    decision, person = told_of

    def then(_made: object) -> str:
        messages.success(request, "Your challenge is lodged. Somebody who did not decide answers it.")
        return reverse("my-asks")

    return ask(
        request,
        "pages/partner/disagree_reply.html",
        form=decision_forms.ChallengeDecision(request.POST or None),
        do=partial(_disagree, actor, decision, person),
        then=then,
        reply=queries.reply(pk),
    )


def _disagree(actor: Any, decision: int, person: int, **given: Any) -> Any:
    """They have no tie to the child: the system writes it for them, and the log names nobody."""
    system = SYSTEM(actor.now)
    with acting_as(system):
        about = people.open_person(person)
        return decision_acts.disagree_as_teller(
            by=system, about=about, decision_id=decision, raised_by_id=actor.account_id, **given
        )


@partner_only
def answer_request(request: HttpRequest, pk: int) -> HttpResponse:
    """What my agency was asked about a child; by anyone who works there."""
    actor = request.actor  # type: ignore[attr-defined]
    worker = directory.partner_of(actor)
    one = queries.request_to(worker.agency_id, pk) if worker else None
    if one is None or (one.answered_at and one.words):
        raise Http404

    def then(_made: object) -> str:
        messages.success(request, "Thank you. Whoever asked has been told.")
        return reverse("my-asks")

    return ask(
        request,
        "pages/partner/answer.html",
        **as_typed(
            request,
            actor,
            f"answer-request:{pk}",
            forms.AnswerRequest,
            pack=pack_of(actor),
            here=False,
            initial={"answer": one.answer},
        ),
        do=partial(acts.answer_request, by=actor, request=one),
        then=then,
        one=one,
    )


@partner_only
def sign_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """What is made of it together, for whoever answered for my agency or works with the child: to read, and to sign."""
    actor = request.actor  # type: ignore[attr-defined]
    worker, pack = directory.partner_of(actor), pack_of(actor)
    one = queries.picture_given_to(worker.agency_id, pk) if worker else None
    if one is None or (one.picture.superseded_at and not one.signed_at):
        raise Http404
    shown = {"actor": actor, "given": one, "before": queries.signed_before(one)}
    if one.signed_at:
        return render(
            request, "pages/partner/sign_picture.html", {**shown, "said": label(pack, "picture_view", one.view)}
        )

    def then(_made: object) -> str:
        messages.success(request, "Signed. Whoever wrote it has been told how you see it.")
        return reverse("my-asks")

    return ask(
        request,
        "pages/partner/sign_picture.html",
        **as_typed(request, actor, f"sign-picture:{pk}", forms.SignPicture, pack=pack),
        do=partial(acts.sign_picture, by=actor, given=one),
        then=then,
        **shown,
    )
