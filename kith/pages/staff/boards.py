"""A meeting with the family, live: what is on the wall, and the private screen behind it (J14, S4-22).

The wall is made of the board alone: never of the record, its banner, the reasons somebody is not there, or what staff
discussed without the family. A line that holds something kept from anybody is saved, and stands on the private screen.
"""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.involvement import acts as involvement_acts
from kith.involvement import queries as involvement
from kith.involvement.rules import PartGiven
from kith.meetings import acts, forms, queries
from kith.meetings.queries import Part
from kith.pages.staff import carrying
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.opens_with import opens_with
from kith.pages.staff.plans import first_name
from kith.pages.staff.quoting import label
from kith.pages.staff.whole import life_in_words
from kith.people import queries as people
from kith.plans import acts as plan_acts
from kith.plans import queries as plans
from kith.record.queries import draft_for
from kith.sharing import rules as sharing
from kith.voice import queries as voice
from kith.web.asking import SeeOther, ask, key_of, posted

_OWNERS = {"family": "parent", "network": "network"}


@child_page("a board opened")
def open_board(request: HttpRequest, opened: Opened, what: str, pk: int) -> HttpResponse:
    """`what`: of a review of the plan, or a meeting about safety; one for each child of it this worker works with."""
    must_write(opened)
    if request.method != "POST" or what not in ("review", "safety"):
        raise Http404
    given: dict[str, Any] = {}
    if what == "review":
        review = own(opened, plans.review(pk))
        siblings = people.may_be_written([one for one, _ in opened.siblings], opened.actor)
        others = [one for one in plans.reviews_beside(review, siblings) if queries.board_of(review=one) is None]
        found, given["reviews"] = queries.board_of(review=review), [review, *others]
        about = [opened.child, *(one.person for one in others)]
    else:
        line = own(opened, involvement.meeting_line(pk))
        if line.kind == "strategy":
            raise Http404
        found, about = queries.board_of(line=line), [opened.child]
        beside = {one.person_id: one for one in involvement.lines_beside(line)}
        siblings = people.may_be_written([one for one, _ in opened.siblings if one.pk in beside], opened.actor)
        about += [one for one in siblings if queries.board_of(line=beside[one.pk]) is None]
        given["lines"] = [line, *(beside[one.pk] for one in about[1:])]
    board = found or acts.open_board(by=opened.actor, about=about, key=key_of(request), **given)
    return SeeOther(reverse("behind-board", args=[opened.child.ref, board.pk]))


@child_page("a board")
def board(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What everybody in the room sees, and the sheet on which it is written."""
    found = own(opened, queries.board(pk))
    if request.method == "POST" and (found.finished_on or not opened.may_write):
        raise Http404
    shown, pack, key = queries.shown(found), pack_of(opened), f"write-on-board:{found.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(
        forms.WriteOnBoard,
        request,
        kept,
        pack=pack,
        people=_may_speak(opened, found, shown),
        decides=found.review is not None,
        rests_on=carrying.words_field(opened, found, whom="meeting"),
    )
    return ask(
        request,
        "pages/meetings/board.html",
        form=form,
        do=partial(acts.write_on_board, by=opened.actor, about=opened.child, board=found),
        then=reverse("meeting-board", args=[opened.child.ref, found.pk]),
        draft=kept or key,
        kept=kept,
        opened=opened,
        board=found,
        child=opened.child,
        name=first_name(opened),
        beside=queries.beside(found),
        **wall(opened, found, shown),
    )


def wall(opened: Opened, found: Any, shown: Any) -> dict[str, Any]:
    """What may stand where everybody reads it; `held_back`: how many lines may not. Four queries."""
    pack = pack_of(opened)
    family = [opened.child, *(sibling for sibling, _ in opened.siblings)]
    kept = people.protected_strings(family, None, opened.actor.today)

    def fit(text: str) -> bool:
        return not sharing.hits(text, kept)

    life = life_in_words(opened, resting=False) if found.life_up else None
    columns = [
        (title, [one for one in shown.columns[code] if fit(f"{one.words} {one.who}")])
        for code, title in pack.choices("review_column")
    ]
    decided = [one for one in shown.decided if fit(f"{one.chosen} {one.reasons}")]
    lines = {
        "decided": [(one, carrying.on_the_wall(opened, found, shown.carries[one.pk], fit)) for one in decided],
        "actions": [one for one in shown.actions if fit(f"{one.what} {one.who}")],
        "not_agreed": [one for one in shown.not_agreed if fit(f"{one.words} {one.wants} {one.who}")],
        "numbers": [one for one in shown.numbers if fit(f"{one.who} {one.words}")],
    }
    written = sum(len(shown.columns[code]) for code in shown.columns) + sum(len(getattr(shown, n)) for n in lines)
    up = sum(len(each) for _, each in columns) + sum(len(each) for each in lines.values())
    return {
        "shown": shown,
        "life": life if life and fit(life["text"]) else None,
        "said": [one.told for one in queries.put_up(found) if fit(one.told)],
        "columns": columns,
        "parts": [_on_the_wall(one, pack) for one in shown.parts if not _left(one, pack)],
        "where": found.next_where if fit(found.next_where) else "",
        "held_back": written - up + sum(carried["held_back"] for _, carried in lines["decided"]),
        **lines,
    }


def _may_speak(opened: Opened, found: Any, shown: Any) -> list[tuple[str, str]]:
    """Everybody who belongs there, and whose view it is; nobody who is left out, for the list stands on the wall."""
    everybody = _everybody(opened, found, shown)
    out, pack = shown.left_out, pack_of(opened)
    return [(one.who, _view(one)) for one in everybody if not _left(one, pack) and one.who.casefold() not in out]


def _left(one: Part, pack: Any) -> bool:
    """Not asked: whoever is left out, and why, is on no wall."""
    return one.how in pack.flagged("took_part_how", "asks_why")


def _on_the_wall(one: Part, pack: Any) -> dict[str, Any]:
    """Who is here, and how their view gets in: never why not."""
    said = [("attended", one.attended), ("child_took_part" if one.child else "spoke", one.spoke)]
    return {"who": one.who, "words": [label(pack, key, code) for key, code in said if code]}


def _view(one: Part) -> str:
    """Whose view it is when they speak, by the pack."""
    return "child" if one.child else "parent" if one.family else one.role if one.role == "network" else "professional"


def _everybody(opened: Opened, found: Any, shown: Any) -> list[Part]:
    """Those something is written of; then the child, the parents, and whoever has a step in the plan: nobody should
    have to be thought of.
    """
    known = {one.who.casefold(): one for one in shown.parts}
    name = first_name(opened)
    if not any(one.child for one in shown.parts):
        known[name.casefold()] = Part(name, "child", child=True)
    for member in opened.family:
        if member.responsible or member.is_parent:
            known.setdefault(member.person.called.casefold(), Part(member.person.called, "parent", family=True))
    steps = plans.held(found.review.plan).to_do if found.review else []
    for step in steps:
        if step.owner_name:
            whose = _OWNERS.get(step.owner_kind, "professional")
            known.setdefault(step.owner_name.casefold(), Part(step.owner_name, whose, family=whose == "parent"))
    known.setdefault(opened.actor.name.casefold(), Part(opened.actor.name, _our_role(found)))
    return sorted(known.values(), key=lambda one: not one.child)


def _our_role(found: Any) -> str:
    return "professional" if found.review else "social_work"


@child_page("behind a board")
def behind_board(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """For whoever holds the meeting: life today and the newest words, what to put up, what is missing, closing it."""
    must_write(opened)
    found, pack = own(opened, queries.board(pk)), pack_of(opened)
    shown, closing = queries.shown(found), "close" in request.POST
    lacks = [] if found.finished_on else queries.lacks(shown, pack)
    first = opens_with(opened)
    said = [(str(one.pk), one.told) for one in voice.said_lately(opened.child)]
    sent = posted(request)
    up = forms.PutUp(
        None if closing else sent,
        said=said,
        life=bool(first["life"]),
        initial={"life_up": found.life_up, "words_up": [str(pk) for pk in found.words_up]},
    )
    close = forms.CloseBoard(
        sent if closing else None, initial={"next_on": found.next_on, "next_where": found.next_where}
    )
    form, do = (close, acts.close_board) if closing else (up, acts.put_up)
    return ask(
        request,
        "pages/meetings/behind.html",
        form=form,
        do=partial(do, by=opened.actor, about=opened.child, board=found),
        then=saying(
            request,
            "The meeting is closed." if closing else "Kept.",
            reverse("behind-board", args=[opened.child.ref, pk]),
        ),
        up=up,
        close=close,
        board=found,
        lacks=[lack for lack in lacks if lack.field != "next_on"],
        first=first,
        beside=queries.beside(found),
        left_out=list(shown.left_out.values()),
        not_agreed=shown.not_agreed,
        put_up=shown.put_up,
        may_challenge=bool(shown.decided),
        decided=[(one, carrying.behind(opened, shown.carries[one.pk], pack)) for one in shown.decided],
        people=[_whole_part(one, pack) for one in shown.parts],
        sheets=[(one, label(pack, "sheet_given", one.how)) for one in shown.sheets],
        held_back=wall(opened, found, shown)["held_back"],
        **header(opened, "child-plan" if found.review else "child-protection"),
    )


def _whole_part(one: Part, pack: Any) -> dict[str, Any]:
    shown = _on_the_wall(one, pack)
    asked = [label(pack, "took_part_how", one.how)] if one.how else []
    return {**shown, "words": [*asked, *shown["words"]], "why_not": one.why_not}


@child_page("who is at a meeting")
def who_is_here(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """A row for everybody: asked, there or not, how their view gets in, why not (S0-03)."""
    must_write(opened)
    found = own(opened, queries.board(pk))
    if found.finished_on:
        raise Http404
    everybody, key = _everybody(opened, found, queries.shown(found)), f"who-is-here:{found.pk}"
    kept = draft_for(opened.actor, key)

    def do(*, people: Any, **sent: Any) -> Any:
        about = {"by": opened.actor, "about": opened.child, **sent}
        if found.review:
            took = [
                plan_acts.TookPart(who, role, prepared_with=before.prepared_with, **row)
                for who, role, before, row in people
            ]
            return plan_acts.add_to_review(**about, review=found.review, people=took)
        given = next(
            (
                {"child_part": row["spoke"], "child_why_not": row["why_not"]}
                for _, _, before, row in people
                if before.child
            ),
            {},
        )
        parts = [
            PartGiven(who, _meeting_role(role), prepared_with=before.prepared_with, **row)
            for who, role, before, row in people
            if not before.child
        ]
        return involvement_acts.add_to_meeting(**about, line=found.line, given=given, parts=parts)

    return ask(
        request,
        "pages/meetings/here.html",
        form=at_hand(forms.WhoIsHere, request, kept, pack=pack_of(opened), people=everybody),
        do=do,
        draft=kept or key,
        kept=kept,
        then=reverse("behind-board", args=[opened.child.ref, pk]),
        board=found,
        **header(opened, "child-plan" if found.review else "child-protection"),
    )


def _meeting_role(role: str) -> str:
    return {"parent": "parent", "network": "relative", "professional": "other", "child": ""}.get(role, role)
