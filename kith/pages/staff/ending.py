"""Ending what was said of a family: a relationship, and the protection of an address, which takes two people."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith import words
from kith.access import Right
from kith.pages.staff.guarding import must_describe, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.people import acts, forms, queries, rules
from kith.web.asking import ask, posted


@child_page("ending a relationship", around=True)
def end_relationship(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_describe(opened)
    row, child, pack = queries.relationship(pk), opened.child, pack_of(opened)
    if row is None or child.pk not in (row.person_id, row.other_id) or row.until_on:
        raise Http404
    outward = row.person_id == child.pk
    other, kind = (row.other, row.kind) if outward else (row.person, rules.inverse(pack, row.kind))
    holds = outward and other.pk in {held.holder_id for held in queries.who_may_decide(child, opened.actor.today)}
    return ask(
        request,
        "pages/family/end_relationship.html",
        form=forms.EndRelationship(
            posted(request),
            pack=pack,
            holder=other.called if holds else "",
            today=opened.actor.today,
        ),
        do=partial(acts.end_relationship, by=opened.actor, about=row.person, relationship=row),
        then=saying(request, "Written down: it has ended.", _family(opened)),
        other=other,
        relation=rules.relation_in_words(pack, kind, other),
        is_parent=kind in rules.PARENTS,
        holds=holds,
        **header(opened, "child-family"),
    )


@child_page("asking to end a protection", around=True)
def end_protection(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Say what has changed. The address stays hidden until a second person has looked."""
    must_describe(opened)
    protection = own(opened, queries.protection(pk))
    together = queries.kept_together(protection)
    may = set(queries.may_be_described([row.person for row in together], opened.actor))
    mine = [row for row in together if row.person in may and not row.end_asked_on]
    return ask(
        request,
        "pages/family/end_protection.html",
        form=forms.AskToEnd(
            posted(request),
            protections=mine,
            initial={"people": [opened.child.ref]},
        ),
        do=partial(_ask_to_end, opened),
        then=saying(request, "Asked. The address stays protected until a second person agrees.", _family(opened)),
        protection=protection,
        says=_says(protection),
        others=words.joined(row.person.called for row in together if row not in mine),
        **header(opened, "child-family"),
    )


def _ask_to_end(opened: Opened, *, protections: Sequence[Any], **told: Any) -> Any:
    return acts.ask_to_end_protection(by=opened.actor, about=_people(protections), protections=protections, **told)


@child_page("answering about a protection", around=True)
def answer_ending(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The second person: end it, or keep it. Whoever asked may only take the asking back."""
    may_decide = opened.actor.may(Right.RESTRICT_RECORDS)
    if not (may_decide or opened.may_describe):
        raise Http404
    protection = own(opened, queries.protection(pk))
    if not protection.end_asked_on:
        raise Http404
    together = queries.kept_together(protection)
    asked = [row for row in together if row.end_asked_on and row.end_asked_by_id == protection.end_asked_by_id]
    return ask(
        request,
        "pages/family/answer_ending.html",
        form=forms.AnswerEnding(
            posted(request),
            may_agree=may_decide and protection.end_asked_by_id != opened.actor.account_id,
        ),
        do=partial(_answer, opened, asked),
        then=partial(_answered, request, opened),
        protection=protection,
        says=_says(protection),
        mine=protection.end_asked_by_id == opened.actor.account_id,
        for_whom=words.joined(row.person.called for row in asked),
        still_for=words.joined(row.person.called for row in together if row not in asked),
        **header(opened, "child-family"),
    )


def _answer(opened: Opened, asked: Sequence[Any], *, agreed: bool, **told: Any) -> Any:
    do = acts.agree_to_end_protection if agreed else acts.keep_protection
    return do(by=opened.actor, about=_people(asked), protections=asked, **told)


def _answered(request: HttpRequest, opened: Opened, answered: Sequence[Any]) -> str:
    ended = any(row.ended_on for row in answered)
    sentence = "The protection has ended." if ended else "The address stays protected."
    return saying(request, sentence, reverse("child", args=[opened.child.ref]))(answered)


def _says(protection: Any) -> str:
    """What ending it does, before anyone does it."""
    return f"When this ends, {protection.from_name} will be able to see this address."


def _people(protections: Sequence[Any]) -> list[Any]:
    return [row.person for row in protections]


def _family(opened: Opened) -> str:
    return reverse("child-family", args=[opened.child.ref])
