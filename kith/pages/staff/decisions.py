"""A child's decisions: all of them, one as a document, and writing one down (S3-17, users.md 5.6)."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.decisions import acts, forms, queries
from kith.involvement import queries as involvement
from kith.pages.staff.deciding import decision_of, parts_of, row_of
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header, level_words
from kith.pages.staff.level_fits import fits_of
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.pages.staff.retelling import retold
from kith.people import queries as people
from kith.record.queries import draft_for
from kith.voice import queries as voice
from kith.web.asking import ask
from kith.words import short_day
from kith.workforce import queries as workforce


@child_page("decisions")
def child_decisions(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What was decided and stands, what waits, the bottom lines, and the thread of help. Nine queries."""
    child, actor, pack = opened.child, opened.actor, pack_of(opened)
    thread, kept = involvement.levels_over_time(child)
    return render(
        request,
        "pages/decisions/child_decisions.html",
        {
            **header(opened, "child-decisions"),
            "rows": [row_of(one, pack, actor) for one in queries.decisions_of(child)],
            "lines": queries.bottom_lines_now(child),
            "thread": [
                (level_words(one.level, actor.today), one, _fits(one.change, pack, actor.today)) for one in thread
            ],
            "kept": [(one, level_words(one.to_level, actor.today)) for one in kept],
            "asked": involvement.level_asked(child),
            "closures": involvement.closures_of(child),
            "may_allocate": actor.may(Right.ALLOCATE_WORK),
        },
    )


@child_page("a decision")
def decision(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """One decision, to be read from top to bottom; then what may be done with it."""
    found, actor = own(opened, queries.decision(pk)), opened.actor
    reading, revised = queries.revisions_since(found, actor.account_id)
    changed = {part for each in revised for part in each.parts}
    written = queries.written(found)
    evidence = [one.line for one in found.evidence.select_related("line").order_by("pk")]
    since, revisits = queries.happened_since(found, reading), list(queries.revisits_of(found))
    told = retold([*evidence, *since, *(one.event for one in revisits)], opened)
    top = header(opened, "child-decisions")
    lists = {
        "ways": written.options,
        "rests": [(line, told[line.pk]) for line in evidence],
        "family": written.agreements,
        "shaped": [workforce.supervision_at(found.shaped_by_id)] if found.shaped else [],
        "lines": written.lines,
    }
    return render(
        request,
        "pages/decisions/decision.html",
        {
            **top,
            "row": row_of(found, pack_of(opened), actor),
            "parts": parts_of(found, top["identity"]["name"], lists, changed if reading else set()),
            "words": voice.cited_in([found]).get(found.pk, []),
            "missing": queries.what_is_missing(written) if found.state == "proposed" else [],
            "since": [(line, told[line.pk]) for line in since],
            "reading": reading,
            "taken_back": queries.taken_back("decision", found.pk),
            "told": found.told.order_by("pk"),
            "dissents": found.dissents.order_by("pk"),
            "challenges": [_challenge(one, opened) for one in found.challenges.order_by("pk")],
            "revisits": [_revisit(one, opened, told[one.event.pk]) for one in revisits],
            **_may(found, opened),
        },
    )


@child_page("deciding")
def decide(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Write a decision down. It keeps a draft; saved with gaps it is owed, finished it goes to its second reader."""
    must_write(opened)
    key = f"decide:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    form = at_hand(
        forms.WriteDecision, request, kept, **decision_options(opened), initial={"kind": request.GET.get("kind", "")}
    )
    return ask(
        request,
        "pages/decisions/decide.html",
        form=form,
        do=partial(_told, partial(acts.decide, by=opened.actor, about=opened.child)),
        then=partial(_after, opened),
        draft=kept or key,
        draft_key=key,
        kept=kept,
        **header(opened, "child-decisions"),
    )


@child_page("deciding")
def revise_decision(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Go on with a decision that is only proposed: one's own."""
    must_write(opened)
    found = own(opened, queries.decision(pk))
    if found.state != "proposed" or opened.actor.account_id not in (found.written_by_id, found.decided_by_id):
        raise Http404
    key, written = f"revise-decision:{pk}", queries.written(found)
    kept = draft_for(opened.actor, key)
    return ask(
        request,
        "pages/decisions/decide.html",
        form=at_hand(
            forms.WriteDecision,
            request,
            kept,
            **decision_options(opened),
            initial=forms.as_asked(written),
        ),
        do=partial(_told, partial(acts.revise_decision, by=opened.actor, about=opened.child, decision=found)),
        then=partial(_after, opened),
        draft=kept or key,
        draft_key=key,
        kept=kept,
        found=found,
        missing=queries.what_is_missing(written),
        **header(opened, "child-decisions"),
    )


@child_page("telling of a decision")
def tell_decision(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What is told of a decision, in plain words, to one kind of reader."""
    must_write(opened)
    found = own(opened, queries.decision(pk))
    return ask(
        request,
        "pages/decisions/tell.html",
        form=forms.TellDecision(request.POST or None),
        do=partial(acts.tell_decision, by=opened.actor, about=opened.child, decision=found),
        then=saying(request, "Released. They can read it now.", decision_of(opened, pk)),
        row=row_of(found, pack_of(opened), opened.actor),
        **header(opened, "child-decisions"),
    )


@child_page("a bottom line")
def note_breach(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What had to stay true is not."""
    must_write(opened)
    line = own(opened, queries.bottom_line(pk))
    if line.until_on:
        raise Http404
    return ask(
        request,
        "pages/decisions/breach.html",
        form=forms.NoteBreach(request.POST or None),
        do=partial(acts.note_breach, by=opened.actor, about=opened.child, line=line),
        then=saying(
            request, "Noted. Whoever watches, leads and decided has been told.", decision_of(opened, line.decision_id)
        ),
        line=line,
        **header(opened, "child-decisions"),
    )


def _told(do: Any, *, kind: str, finish: bool, evidence: Sequence[int], shaped_by: int | None, **given: Any) -> Any:
    """A decision begun keeps its kind. Lines of the record come by number, and are looked up among the child’s own."""
    extra = {} if "decision" in do.keywords else {"kind": kind}
    found = queries.lines_named(do.keywords["about"], [*evidence, *([shaped_by] if shaped_by else [])])
    rests_on = [line for line in found if line.pk in evidence]
    talk = next((line for line in found if line.pk == shaped_by), None)
    return do(finish=finish, evidence=rests_on, shaped_by=talk, **extra, **given)


def decision_options(opened: Opened) -> dict[str, Any]:
    lead = involvement.who_leads(opened.child)
    tellable = {opened.actor.account_id or 0: opened.actor.name} | ({lead.account_id: lead.name} if lead else {})
    lines = queries.may_rest_on(opened.child)
    told, today = retold(lines, opened), opened.actor.today
    rests_on = [(line.pk, f"{short_day(line.happened_on, today)}: {told[line.pk]}") for line in lines]
    return {
        "pack": pack_of(opened),
        "holders": [held.holder for held in people.who_may_decide(opened.child, opened.actor.today)],
        "lines": rests_on,
        "tellable": list(tellable.items()),
        "talks": [
            (talk.act_id, f"{short_day(talk.held_on, today)}: {talk.worker_name} with {talk.supervisor_name}")
            for talk in workforce.supervisions_of(opened.child)
        ],
    }


def _fits(change: Any, pack: Any, today: date) -> Any:
    """Of a step that was asked for. One that followed from a meeting or an order has its reasons there."""
    return fits_of(change, pack, today) if change and change.thresholds else None


def _after(opened: Opened, made: Any) -> str:
    return reverse("decision", args=[opened.child.ref, made.pk])


def _may(found: Any, opened: Opened) -> dict[str, bool]:
    """What this reader may do with it: nobody reads second, or challenges, what they are still writing themselves."""
    actor, finished = opened.actor, found.finished_on is not None
    mine = actor.account_id in (found.written_by_id, found.decided_by_id)
    waits = found.state == "proposed" and finished and found.needs_reader
    may_read = bool(waits and actor.may(Right.AGREE_DECISIONS) and not mine)
    return {
        "mine": mine,
        "may_read": may_read,
        "may_take_back": found.state == "agreed" and actor.may(Right.AGREE_DECISIONS),
        "may_challenge": opened.may_write
        and found.state in ("proposed", "agreed", "challenged")
        and (finished or not mine)
        and not may_read,
    }


def _challenge(one: Any, opened: Opened) -> dict[str, Any]:
    pack = pack_of(opened)
    return {
        "row": one,
        "level": label(pack, "challenge_level", str(one.level)),
        "outcome": label(pack, "challenge_outcome", one.outcome) if one.outcome else "",
    }


def _revisit(one: Any, opened: Opened, told: str) -> dict[str, Any]:
    answer = label(pack_of(opened), "revisit_answer", one.answer) if one.answer else ""
    return {"row": one, "answer": answer, "told": told}
