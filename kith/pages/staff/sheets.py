"""What was decided, on a page for each person before they leave; who is left out, and why (J14, S2-29.2)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.involvement import acts as involvement_acts
from kith.involvement import forms as involvement_forms
from kith.involvement import queries as involvement
from kith.meetings import acts, forms, queries
from kith.meetings.rules import may_hear
from kith.pages import meeting_words
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.plainness import advice, copy_form
from kith.pages.staff.plans import first_name
from kith.pages.staff.printing import choices, recipients
from kith.record import Refused
from kith.sharing import acts as sharing
from kith.web.asking import ask, posted

SHEETS = {"family": "the family", "child": "{name} alone", "staff": "those who work with {name}"}


@child_page("what a meeting decided, for somebody")
def board_sheet(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """`?part=`: somebody of the network, whose copy holds their own part alone; `?for=`: the child's own sheet, or that
    of staff. Released through the check.
    """
    must_write(opened)
    found = own(opened, queries.board(pk))
    shown, top = queries.shown(found), header(opened, "child-plan" if found.review else "child-protection")
    part = next((one for one in shown.parts if str(one.pk) == request.GET.get("part")), None)
    columns = pack_of(opened).choices("review_column")
    whom = request.GET.get("for", "family")
    if whom not in SHEETS:
        raise Http404
    own_part = part.who if part else ""
    text = meeting_words.sheet(first_name(opened), shown, columns, top["lead"], own=own_part, whom=whom)
    family = recipients(opened)
    initial = {"text": text, **({"recipient": "0", "recipient_name": part.who} if part else {})}
    initial |= {"recipient": opened.child.ref} if whom == "child" else {}
    return ask(
        request,
        "pages/meetings/sheet.html",
        form=copy_form(request, opened, people=choices(family), initial=initial),
        **advice(request, opened),
        do=partial(_release, opened, shown, family, whom),
        then=lambda path: path,
        board=found,
        text=text,
        reading=meeting_words.reading(text),
        others=[one for one in shown.parts if one.role in ("network", "relative")],
        whose=SHEETS[whom].format(name=first_name(opened)),
        sheets=[(code, said.format(name=first_name(opened))) for code, said in SHEETS.items() if code != whom],
        **top,
    )


def _release(
    opened: Opened, shown: Any, family: dict[str, Any], whom: str, *, recipient: str, recipient_name: str, **rest: Any
) -> str:
    """The copy is made; gives the address where it can be read."""
    person = family.get(recipient)
    _must_be_theirs(whom, person, opened)
    _must_be_heard_by(_reader(whom, person, opened), shown, rest["text"])
    made = sharing.release_copy(
        by=opened.actor,
        about=opened.child,
        recipient=person,
        recipient_name=person.called if person else recipient_name,
        kind="meeting",
        **rest,
    )
    return reverse("released-copy", args=[opened.child.ref, made.pk])


def _must_be_theirs(whom: str, person: Any, opened: Opened) -> None:
    """The child's sheet holds words the family may not hear, and that of staff more: neither goes to somebody else."""
    if whom == "child" and person != opened.child:
        raise Refused("This sheet is for the child alone. Take the family’s for anybody else.", field="recipient")
    if whom == "staff" and person is not None:
        raise Refused("This sheet is for those who work with the child. Take the family’s.", field="recipient")


def _reader(whom: str, person: Any, opened: Opened) -> str:
    """As `may_hear` has it: somebody who is not of the family reads what the room may hear."""
    if person is not None:
        return "child" if person == opened.child else "family"
    return "staff" if whom == "staff" else "meeting"


def _must_be_heard_by(reader: str, shown: Any, text: str) -> None:
    """However the words of the sheet came into it (design 7.8). Raises Refused, with what was typed kept."""
    for carried in shown.carries.values():
        theirs = may_hear(carried, reader, shown.board.words_up)
        for words in may_hear(carried, "staff"):
            if words not in theirs and words.rstrip(".") in text:
                raise Refused(f"“{words}” was not said for them to hear. Take it out, or ask first.", field="text")


@child_page("who has what a meeting decided")
def give_sheet(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = own(opened, queries.board(pk))
    return ask(
        request,
        "pages/meetings/ask.html",
        form=forms.GiveSheet(posted(request), pack=pack_of(opened)),
        do=partial(acts.give_sheet, by=opened.actor, about=opened.child, board=found),
        then=saying(request, "Kept.", reverse("behind-board", args=[opened.child.ref, pk])),
        title="Who has it, and how they got it",
        button="Save",
        **header(opened, "child-plan"),
    )


@child_page("struck off a board")
def strike_off(request: HttpRequest, opened: Opened, pk: int, of: str, row: int) -> HttpResponse:
    """Something put up by mistake. For what is not on this board the page is not there."""
    must_write(opened)
    found = own(opened, queries.board(pk))
    up = next((one for one in queries.shown(found).put_up if (one.of, one.row.pk) == (of, row)), None)
    if up is None or up.strike:
        raise Http404
    return ask(
        request,
        "pages/meetings/ask.html",
        form=forms.StrikeOff(posted(request)),
        do=partial(acts.strike_off, by=opened.actor, about=opened.child, board=found, of=of, row=row),
        then=saying(request, "Struck off.", reverse("behind-board", args=[opened.child.ref, pk])),
        title="Strike it off the board",
        note=f"“{up.text}”{f' {up.who}' if up.who else ''}",
        button="Strike it off",
        **header(opened, "child-plan" if found.review else "child-protection"),
    )


@child_page("a challenge from a meeting")
def challenge_from_board(request: HttpRequest, opened: Opened, pk: int, line: int) -> HttpResponse:
    """Somebody in the room does not agree: lodged in their name, answered by somebody who did not decide."""
    must_write(opened)
    found = own(opened, queries.board(pk))
    shown = queries.shown(found)
    said = next((one for one in shown.not_agreed if one.pk == line and one.challenge_id is None), None)
    if said is None or not shown.decided:
        raise Http404
    theirs = {one.ref: one for one in (opened.child, *_family(opened))}
    names = [(ref, "The child" if one == opened.child else one.called) for ref, one in theirs.items()]

    def lodge(*, own_page: str, **given: Any) -> Any:
        about = {"by": opened.actor, "about": opened.child, "board": found, "line_id": line}
        return acts.challenge_from_board(**about, own_page=theirs.get(own_page), **given)

    return ask(
        request,
        "pages/meetings/ask.html",
        form=forms.ChallengeFromBoard(
            posted(request),
            decided=[(one.pk, one.chosen or one.question) for one in shown.decided],
            family=names,
            initial={
                "concern": said.words,
                "wanted": said.wants,
                "decision_id": shown.decided[-1].pk,
                "own_page": _whose(said.who, opened, theirs),
            },
        ),
        do=lodge,
        then=saying(request, "Their challenge is lodged.", reverse("behind-board", args=[opened.child.ref, pk])),
        title=f"{said.who or 'Somebody'} does not agree",
        note="Somebody who did not decide it answers, with reasons, by a day that stands on their sheet.",
        button="Lodge their challenge",
        **header(opened, "child-decisions"),
    )


def _family(opened: Opened) -> list[Any]:
    """Those of the family who may have a page of their own."""
    return [one.person for one in opened.family if one.responsible or one.is_parent]


def _whose(who: str, opened: Opened, theirs: dict[str, Any]) -> str:
    """Whose name was written on the board, when that is one of them and no other."""
    name = who.casefold()
    same = [ref for ref, one in theirs.items() if one.called.casefold() == name]
    same += [opened.child.ref] if first_name(opened).casefold() == name else []
    return same[0] if len(set(same)) == 1 else ""


@child_page("somebody left out of meetings")
def leave_out(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Kept with whatever is said; a meeting is finished without them when nothing is missing."""
    must_write(opened)
    top = header(opened, "child-family")
    now = involvement.left_out_of(opened.child)
    return ask(
        request,
        "pages/meetings/ask.html",
        form=involvement_forms.LeaveOut(posted(request), pack=pack_of(opened)),
        do=partial(involvement_acts.leave_out, by=opened.actor, about=opened.child),
        then=saying(request, "Kept.", reverse("leave-out-of-meetings", args=[opened.child.ref])),
        title="Somebody left out of meetings",
        note="A family has its part in every meeting. Leaving one of them out has a ground, what shows it, who decided "
        "it, and a day it is looked at again.",
        button="Save",
        rows=[_left_out(row, opened) for row in now.values()],
        **top,
    )


def _left_out(row: Any, opened: Opened) -> dict[str, Any]:
    return {
        "row": row,
        "ground": pack_of(opened).label("left_out_ground", row.ground) if row.ground else "no ground written",
        "late": bool(row.review_on and row.review_on < opened.actor.today),
    }


@child_page("somebody asked to meetings again")
def ask_in_again(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, involvement.left_out(pk))
    if row.ended_on:
        raise Http404
    return ask(
        request,
        "pages/meetings/ask.html",
        form=involvement_forms.AskInAgain(posted(request)),
        do=partial(involvement_acts.ask_in_again, by=opened.actor, about=opened.child, left_out=row),
        then=reverse("leave-out-of-meetings", args=[opened.child.ref]),
        title=f"Ask {row.who} again",
        button="Ask them again",
        **header(opened, "child-family"),
    )
