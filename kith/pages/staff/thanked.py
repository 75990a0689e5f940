"""Thanks: what people said was good, for whom, and what of it everybody here may read (S4-26)."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Right
from kith.directory import queries as directory
from kith.feedback import acts, forms, queries
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.web.asking import ask, posted

SHOWN_FOR = timedelta(days=365)


@staff_only
def thanks(request: HttpRequest) -> HttpResponse:
    """Month by month and team by team, as far as the reader may see them; and what everybody may. Two queries."""
    actor = request.actor  # type: ignore[attr-defined]
    return render(
        request,
        "pages/thanks/thanks.html",
        {
            "actor": actor,
            "months": queries.thanks_by_month(queries.thanks()),
            "shown": queries.shown_lately(actor.today - SHOWN_FOR),
            "may_show": actor.may(Right.SEE_TEAM),
        },
    )


@staff_only
def write_thanks(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]

    def then(made: Any) -> str:
        told = f" {made.about_name} has been told." if made.about_name else ""
        messages.success(request, f"Kept.{told}")
        return reverse("thanks")

    return ask(
        request,
        "pages/thanks/ask.html",
        form=forms.WriteThanks(
            posted(request),
            pack=pack_of(actor),
            staff=[(one.pk, f"{one.name}, {one.job_title.lower()}") for one in directory.all_staff()],
            teams=[(one.pk, one.name) for one in directory.teams()],
            initial={"on": actor.today, "how": "in_person"},
        ),
        do=partial(_write, actor),
        then=then,
        title="Somebody said thank you",
        button="Keep it",
    )


@staff_only
def thanks_step(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """`what`: asked, whether the words may be shown; show, the words as they are."""
    actor, row = request.actor, queries.thanks_row(pk)  # type: ignore[attr-defined]
    if row is None or what not in ("asked", "show") or not actor.may(Right.SEE_TEAM):
        raise Http404
    if what == "asked":
        title, button, do = "May we show these words?", "Keep it", acts.note_may_show
        form: Any = forms.MayShow(posted(request), pack=pack_of(actor), initial={"may_show": row.may_show})
    else:
        title, button, do = "Show it to everybody who works here", "Show it", acts.show_thanks
        form = forms.ShowThanks(posted(request), initial={"words": row.words})
    return ask(
        request,
        "pages/thanks/ask.html",
        form=form,
        do=partial(do, by=actor, about=None, thanks=row),
        then=reverse("thanks"),
        title=title,
        button=button,
        row=row,
    )


def _write(actor: Any, *, staff: int | None, team: int | None, **given: Any) -> Any:
    return acts.say_thanks(
        by=actor,
        about=None,
        staff=directory.staff_member(staff) if staff else None,
        team=directory.team(team) if team else None,
        **given,
    )
