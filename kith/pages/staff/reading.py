"""Second reading, challenges and looking again: what somebody other than whoever decided does with a decision."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import SYSTEM, Right, acting_as
from kith.decisions import acts, forms, queries, rules
from kith.directory import queries as directory
from kith.pages.staff.deciding import decision_of, row_of
from kith.pages.staff.guarding import as_typed, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.pages.staff.quoting import label
from kith.pages.staff.retelling import retold
from kith.record.drafts import discard_draft
from kith.story import queries as story
from kith.web.asking import ask


@staff_only
def decisions_waiting(request: HttpRequest) -> HttpResponse:
    """For whoever agrees decisions: what waits to be read, what is challenged, and what something new may change."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.AGREE_DECISIONS):
        raise Http404
    waiting, revisits = queries.challenges_waiting()[:100], list(queries.revisits_asked_of(actor)[:50])
    told = story.in_their_own_words(one.event for one in revisits)
    return render(
        request,
        "pages/decisions/waiting.html",
        {
            "actor": actor,
            "to_read": queries.to_read(actor)[:100],
            "challenges": [(one, not rules.may_not_answer(one, one.decision, actor.account_id)) for one in waiting],
            "revisits": [(one, told[one.event_id]) for one in revisits],
        },
    )


@child_page("reading a decision")
def read_decision(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Agree it, or give it back: never one's own, and never an older text than the one that was read."""
    found = own(opened, queries.decision(pk))
    own_work = opened.actor.account_id in (found.written_by_id, found.decided_by_id)
    if not opened.actor.may(Right.AGREE_DECISIONS) or own_work or found.state != "proposed" or not found.finished_on:
        raise Http404
    return ask(
        request,
        "pages/decisions/read.html",
        form=forms.ReadDecision(request.POST or None, initial={"as_read": found.latest_act_id}),
        do=partial(_read, opened, found),
        then=decision_of(opened, pk),
        row=row_of(found, pack_of(opened), opened.actor),
        **header(opened, "child-decisions"),
    )


def _read(opened: Opened, found: Any, *, answer: str, because: str, as_read: int | None, **rest: Any) -> Any:
    given = {"by": opened.actor, "about": opened.child, "decision": found, **rest}
    if answer == "agree":
        return acts.agree_decision(as_read=as_read, **given)
    return acts.return_decision(because=because, **given)


@child_page("challenging a decision")
def challenge_decision(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = own(opened, queries.decision(pk))
    if found.state not in ("proposed", "agreed", "challenged"):
        raise Http404
    return ask(
        request,
        "pages/decisions/challenge.html",
        **as_typed(request, opened.actor, f"challenge-decision:{pk}", forms.ChallengeHere),
        do=partial(_challenge, opened, found),
        then=saying(
            request, "Your challenge is lodged. Somebody who did not decide answers it.", decision_of(opened, pk)
        ),
        row=row_of(found, pack_of(opened), opened.actor),
        **header(opened, "child-decisions"),
    )


def _challenge(opened: Opened, found: Any, *, kept: bool, **given: Any) -> Any:
    """Kept apart, it is the system that writes it: the log names nobody to the team it is kept from (N32)."""
    actor, about = opened.actor, opened.child
    team = directory.team_of(found.decided_by_id) if kept else None
    if team is None:
        return acts.challenge_decision(by=actor, about=about, decision_id=found.pk, **given)
    if written := given.pop("draft", ""):
        discard_draft(by=actor, key=written)
    system = SYSTEM(actor.now)
    with acting_as(system):
        return acts.challenge_kept_apart(
            by=system,
            about=about,
            decision_id=found.pk,
            raised_by_id=actor.account_id,
            raised_by_name=actor.name,
            kept_from_id=team,
            **given,
        )


@child_page("answering a challenge")
def answer_challenge(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """By somebody who neither decided nor raised it; for anyone else the page is not there."""
    found = own(opened, queries.challenge(pk))
    about = own(opened, queries.decision(found.decision_id))
    barred = rules.may_not_answer(found, about, opened.actor.account_id)
    if not opened.actor.may(Right.AGREE_DECISIONS) or barred or found.answered_on:
        raise Http404
    return ask(
        request,
        "pages/decisions/answer.html",
        **as_typed(request, opened.actor, f"answer-challenge:{pk}", forms.AnswerChallenge, pack=pack_of(opened)),
        do=partial(acts.answer_challenge, by=opened.actor, about=opened.child, challenge=found),
        then=saying(request, "Answered. Whoever raised it has been told.", decision_of(opened, about.pk)),
        challenge=found,
        level=label(pack_of(opened), "challenge_level", str(found.level)),
        row=row_of(about, pack_of(opened), opened.actor),
        **header(opened, "child-decisions"),
    )


@child_page("looking again")
def look_again(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Something has happened since: does it change the decision?"""
    must_write(opened)
    found = own(opened, queries.revisit(pk))
    if found.answered_on:
        raise Http404
    return ask(
        request,
        "pages/decisions/look_again.html",
        **as_typed(request, opened.actor, f"look-again:{pk}", forms.LookAgain, pack=pack_of(opened)),
        do=partial(acts.look_again, by=opened.actor, about=opened.child, revisit=found),
        then=partial(_after_looking, opened, found),
        revisit=found,
        told=retold([found.event], opened)[found.event.pk],
        row=row_of(found.decision, pack_of(opened), opened.actor),
        **header(opened, "child-decisions"),
    )


def _after_looking(opened: Opened, found: Any, made: Any) -> str:
    """Straight to the decision that is owed in its place, when there is one."""
    instead = queries.instead_of(found.decision_id)
    if instead and instead.decided_by_id == opened.actor.account_id and instead.state == "proposed":
        return reverse("revise-decision", args=[opened.child.ref, instead.pk])
    return decision_of(opened, found.decision_id)
