"""What a decision on the board carries: its bottom line, and the child's own words it rests on (J14, N31, S3-02).

The room reads the bottom line, and of the child's words those it may hear; why a decision rests on none is read behind
the board alone, for that can give away that nobody dared to ask.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms as fields
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith import words as spoken
from kith.meetings import acts, forms, queries, rules
from kith.packs import Pack
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.plans import first_name
from kith.pages.staff.quoting import label
from kith.voice import queries as voice
from kith.voice.forms import quotes_field
from kith.web.asking import ask, posted


def words_field(opened: Opened, board: Any, *, whom: str) -> fields.Field | None:
    """Which of the child's newest words, as far as they may be read where the form stands. One query."""
    said = [one for one in voice.quotable(opened.child) if rules.hears(one, whom, board.words_up)]
    today = opened.actor.today
    choices = [(one, f"“{one.in_words}” {spoken.short_day(one.said_on, today)}") for one in said]
    return quotes_field(first_name(opened), choices) if choices else None


def on_the_wall(opened: Opened, board: Any, carried: Any, fit: Callable[[str], bool]) -> dict[str, Any]:
    """As far as everybody in the room may read it; `held_back`: how many of its bottom lines may not."""
    lines = [one for one in carried.lines if fit(f"{one.statement} {one.broken_when} {one.watcher_name}")]
    said = [one for one in rules.may_hear(carried, "meeting", board.words_up) if fit(one)]
    return {"name": first_name(opened), "lines": lines, "said": said, "held_back": len(carried.lines) - len(lines)}


def behind(opened: Opened, carried: Any, pack: Pack) -> dict[str, Any]:
    """All of it, for staff: why on none, too. `open`: nobody has said either yet."""
    row = carried.row
    none = row.no_words if row and not carried.said else ""
    return {
        "name": first_name(opened),
        "lines": carried.lines,
        "said": rules.may_hear(carried, "staff"),
        "none": label(pack, "no_own_words", none) if none else "",
        "seen": row.seen if none else "",
        "open": bool(row) and not none and not carried.said,
        "row": row,
    }


@child_page("what a decision of a meeting rests on")
def what_it_carries(request: HttpRequest, opened: Opened, pk: int, line: int) -> HttpResponse:
    """Written down in the room or after it, until the board is closed."""
    must_write(opened)
    found = own(opened, queries.board(pk))
    shown = queries.shown(found)
    decided = next((one for one in shown.decided if _row(shown, one) == line), None)
    if decided is None or found.finished_on:
        raise Http404
    carried = shown.carries[decided.pk]
    return ask(
        request,
        "pages/meetings/ask.html",
        form=forms.SayWhatItCarries(
            posted(request),
            pack=pack_of(opened),
            rests_on=words_field(opened, found, whom="staff"),
            initial={"no_words": carried.row.no_words, "seen": carried.row.seen, "rests_on": _pks(carried)},
        ),
        do=partial(acts.say_what_it_carries, by=opened.actor, about=opened.child, board=found, line_id=line),
        then=saying(request, "Kept.", reverse("behind-board", args=[opened.child.ref, pk]) + "#decided"),
        title="What does this decision rest on?",
        note=f"“{decided.chosen}” The room reads the bottom line, and only words {first_name(opened)} is content they "
        "hear. Why there are none is read by staff alone.",
        button="Save",
        **header(opened, "child-plan"),
    )


def _row(shown: Any, decision: Any) -> int:
    row = shown.carries[decision.pk].row
    return row.pk if row else 0


def _pks(carried: Any) -> list[str]:
    return [str(one.pk) for one in carried.said]
