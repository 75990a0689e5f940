"""Supervision about a child: what to speak of, what was thought, two signatures; notes on no child’s file (S3-32)."""

from functools import partial
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.access import Right
from kith.directory import queries as directory
from kith.involvement import queries as involvement
from kith.pages.staff.agendas import agenda
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.pages.staff.opens_with import opens_with
from kith.pages.staff.plans import first_name
from kith.record.queries import draft_for
from kith.web.asking import SeeOther, ask, key_of, posted
from kith.workforce import acts, forms, queries, rules


@staff_only
def supervision(request: HttpRequest) -> HttpResponse:
    """Each child the reader leads work with, or whose worker they manage: when it was last, when the next is due."""
    actor = request.actor  # type: ignore[attr-defined]
    manages = actor.may(Right.ALLOCATE_WORK)
    led = list(involvement.led_by_team(actor.team_id) if manages else involvement.led_by(actor))
    newest = queries.newest_of_each([lead.person_id for lead in led])
    pack = packs.pack_for(settings.PACK, actor.today)
    new = queries.in_first_year({lead.account_id for lead in led}, actor.today, pack)
    rows = [_row(lead, newest.get(lead.person_id), pack, actor, lead.account_id in new) for lead in led]
    rows.sort(key=lambda row: (row["lead"].name, row["due"] is None, row["due"] or actor.today))
    return render(
        request,
        "pages/supervision/list.html",
        {
            "actor": actor,
            "workers": [(name, list(each)) for name, each in groupby(rows, key=lambda row: row["lead"].name)],
            "manages": manages,
            "late": sum(row["late"] for row in rows),
            "unsigned": queries.unsigned_by(actor),
            "others": _others(actor, led),
        },
    )


def _row(lead: Any, newest: Any, pack: packs.Pack, actor: Any, new: bool) -> dict[str, Any]:
    since = newest.held_on if newest else lead.from_on
    due = rules.next_by(since, lead.spell.level, pack, first_year=new)
    if newest and newest.next_on:
        due = min(newest.next_on, due or newest.next_on)
    return {"lead": lead, "newest": newest, "due": due, "late": bool(due and due < actor.today), "new": new}


def _others(actor: Any, led: Any) -> list[tuple[int, str]]:
    """Whom this account may keep notes with: those it manages, or whoever manages it."""
    if actor.may(Right.ALLOCATE_WORK):
        return sorted({lead.account_id: lead.name for lead in led if lead.account_id != actor.account_id}.items())
    managers = set(directory.managers_of(actor.team_id)) - {actor.account_id}
    return [(one.account_id, one.name) for one in directory.holding(Right.ALLOCATE_WORK) if one.account_id in managers]


@child_page("supervision about this child")
def child_supervision(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What would be spoken of today, what was agreed and is not done, and every talk so far."""
    top, talks = header(opened, "child-clocks"), list(queries.supervisions_of(opened.child))
    return render(
        request,
        "pages/supervision/child.html",
        {
            "agenda": agenda(opened, _level(top)),
            "talks": talks,
            "unfinished": any(talk.finished_on is None for talk in talks),
            "actions": queries.actions_open(opened.child),
            "the_two": _the_two(opened, top),
            **top,
        },
    )


def _level(top: dict[str, Any]) -> str:
    return top["spell"].level if top["spell"] else ""


def _the_two(opened: Opened, top: dict[str, Any]) -> tuple[int, int] | None:
    """The lead worker and whoever supervises them, when the reader is one of the two."""
    return queries.the_two(opened.actor, top["lead"].account_id) if top["lead"] else None


@child_page("a supervision begun")
def begin_supervision(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    top = header(opened, "child-clocks")
    both = _the_two(opened, top)
    if both is None:
        raise Http404
    shown = agenda(opened, _level(top))
    key = f"begin-supervision:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    return ask(
        request,
        "pages/supervision/begin.html",
        form=at_hand(forms.BeginSupervision, request, kept),
        do=partial(
            acts.begin_supervision,
            by=opened.actor,
            about=opened.child,
            worker_id=both[0],
            supervisor_id=both[1],
            agenda=[item.text for item in shown],
        ),
        then=lambda made: reverse("write-supervision", args=[opened.child.ref, made.pk]),
        draft=kept or key,
        kept=kept,
        agenda=shown,
        first=opens_with(opened),
        **top,
    )


@child_page("a supervision written")
def write_supervision(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Only the two may write in it."""
    talk = _mine(opened, pk)
    key = f"write-supervision:{talk.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(
        forms.WriteSupervision,
        request,
        kept,
        name=first_name(opened),
        held=talk,
        thoughts=list(queries.hypotheses_of(talk)),
        to_do=list(queries.actions_of(talk)),
        own=talk.of(opened.actor.account_id) == "worker",
    )
    return ask(
        request,
        "pages/supervision/write.html",
        form=form,
        do=partial(acts.write_supervision, by=opened.actor, about=opened.child, supervision=talk),
        then=_to(opened, talk),
        draft=kept or key,
        kept=kept,
        talk=talk,
        before=queries.hypotheses_before(talk),
        first=opens_with(opened),
        **header(opened, "child-clocks"),
    )


def _mine(opened: Opened, pk: int) -> Any:
    talk = own(opened, queries.supervision(pk))
    if not talk.of(opened.actor.account_id) or talk.finished_on:
        raise Http404
    return talk


@child_page("a supervision")
def supervision_talk(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What was thought and agreed; for the two, until both have signed, what is missing and the signature."""
    talk = own(opened, queries.supervision(pk))
    thoughts, to_do, pack = list(queries.hypotheses_of(talk)), list(queries.actions_of(talk)), pack_of(opened)
    who, top = talk.of(opened.actor.account_id), header(opened, "child-clocks")
    latest = rules.next_by(talk.held_on, _level(top), pack, first_year=talk.first_year)
    lacks = [] if talk.finished_on else rules.lacks(talk, thoughts, to_do, latest)
    signs = bool(who and not talk.finished_on and not getattr(talk, f"{who}_signed_on"))
    if request.method == "POST" and not signs:
        raise Http404
    clear_cut = who == "supervisor" and any(lack.field == "clear_cut_because" for lack in lacks)
    form = forms.SignSupervision(
        posted(request),
        wanted=clear_cut or (request.method == "POST" and who == "supervisor"),
        initial={"next_on": talk.next_on or latest},
    )
    return ask(
        request,
        "pages/supervision/talk.html",
        form=form,
        do=partial(acts.sign_supervision, by=opened.actor, about=opened.child, supervision=talk),
        then=saying(request, "Signed.", _to(opened, talk)),
        talk=talk,
        who=who,
        may_sign=signs,
        thoughts=[one for one in thoughts if one.what],
        to_do=[one for one in to_do if one.what],
        before=queries.hypotheses_before(talk),
        lacks=[lack for lack in lacks if lack.field != "next_on"],
        latest=latest,
        other=talk.supervisor_id if who == "worker" else talk.worker_id,
        **top,
    )


@child_page("something agreed in supervision done")
def do_supervision_action(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    action = own(opened, queries.action(pk))
    if request.method != "POST":
        raise Http404
    acts.do_supervision_action(by=opened.actor, about=opened.child, action=action, key=key_of(request))
    return SeeOther(reverse("child-supervision", args=[opened.child.ref]))


@staff_only
def note_practising_from(request: HttpRequest, pk: int) -> HttpResponse:
    """Since when somebody of the reader’s own team practises. For anybody else the page is not there."""
    actor = request.actor  # type: ignore[attr-defined]
    worker = queries.managed_by(actor, pk) if actor.may(Right.ALLOCATE_WORK) else None
    if worker is None:
        raise Http404
    return ask(
        request,
        "pages/supervision/practising.html",
        form=forms.NotePractisingFrom(posted(request), initial={"practising_from": worker.practising_from}),
        do=partial(acts.note_practising_from, by=actor, worker=worker),
        then=reverse("supervision"),
        worker=worker,
    )


@staff_only
def supervision_notes(request: HttpRequest, pk: int) -> HttpResponse:
    """Notes two people keep to themselves: on no child's file. For anybody else the page is not there."""
    actor = request.actor  # type: ignore[attr-defined]
    both = queries.pair(actor, pk)
    if both is None:
        raise Http404
    return ask(
        request,
        "pages/supervision/notes.html",
        form=forms.KeepNote(posted(request)),
        do=partial(acts.keep_personal_note, by=actor, worker_id=both.worker_id, supervisor_id=both.supervisor_id),
        then=reverse("supervision-notes", args=[pk]),
        actor=actor,
        other=both.other_name,
        notes=queries.notes_between(actor, pk),
    )


def _to(opened: Opened, talk: Any) -> str:
    return reverse("supervision-talk", args=[opened.child.ref, talk.pk])
