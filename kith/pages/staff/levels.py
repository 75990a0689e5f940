"""More help, less help, the same help, the end of our work; and handing it over (J13, S2-03, S2-23, S4-28)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.access import Right
from kith.decisions import queries as decisions
from kith.involvement import acts, forms, queries
from kith.pages.staff.guarding import as_typed, must_write, own, pack_of, saying
from kith.pages.staff.header import header, level_words
from kith.pages.staff.level_fits import fits_of
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.said_did import of_family
from kith.web.asking import ask, posted


@child_page("asking for another level of help")
def ask_for_level(request: HttpRequest, opened: Opened) -> HttpResponse:
    """One screen: what changed? Everything else is on the record and travels (J13)."""
    must_write(opened)
    spell, pack = queries.open_spell(opened.child), pack_of(opened)
    if spell is None:
        raise Http404
    document = pack.threshold_document(opened.actor.today)
    return ask(
        request,
        "pages/decisions/ask_for_level.html",
        **as_typed(
            request,
            opened.actor,
            f"ask-for-level:{opened.child.ref}",
            forms.AskForLevel,
            pack=pack,
            document=document,
            now=spell.level,
        ),
        do=partial(acts.ask_for_level, by=opened.actor, about=opened.child),
        then=lambda made: reverse("revise-decision", args=[opened.child.ref, made.decision_id]),
        document=document,
        levels=pack.levels,
        now=level_words(spell.level, opened.actor.today),
        **header(opened, "child-decisions"),
    )


@child_page("changing the level of help")
def change_level(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """From today it is so. Less help waits for its decision; more help does not."""
    found = own(opened, queries.level_change(pk))
    if not opened.actor.may(Right.ALLOCATE_WORK) or found.in_force_on:
        raise Http404
    today = opened.actor.today
    fits = fits_of(found, pack_of(opened), today)
    return ask(
        request,
        "pages/decisions/change_level.html",
        form=forms.ChangeLevel(
            posted(request), matched=not fits.lacks, document=fits.document, initial=_said_of(found)
        ),
        do=partial(acts.change_level, by=opened.actor, about=opened.child, change=found),
        then=saying(request, "From today the help is at that level.", _decisions(opened)),
        change=found,
        fits=fits,
        now=level_words(found.from_level, today),
        wanted=level_words(found.to_level, today),
        **header(opened, "child-decisions"),
    )


@child_page("which level of need fits")
def match_level(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What fits, and why not more or less, of help that moved before anybody had said so (S3-18)."""
    must_write(opened)
    found, today = own(opened, queries.level_change(pk)), opened.actor.today
    if found.way == "same":
        raise Http404
    fits = fits_of(found, pack_of(opened), today)
    return ask(
        request,
        "pages/decisions/match_level.html",
        form=forms.MatchLevel(posted(request), document=fits.document, initial=_said_of(found)),
        do=partial(acts.match_level, by=opened.actor, about=opened.child, change=found),
        then=saying(request, "Kept.", _decisions(opened)),
        change=found,
        fits=fits,
        wanted=level_words(found.to_level, today),
        **header(opened, "child-decisions"),
    )


@child_page("reviewing the level of help")
def keep_level(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    spell = queries.open_spell(opened.child)
    if spell is None:
        raise Http404
    return ask(
        request,
        "pages/decisions/keep_level.html",
        form=forms.KeepLevel(posted(request)),
        do=partial(acts.keep_level, by=opened.actor, about=opened.child, finish=True),
        then=saying(request, "Kept: looked at, and left as it is.", _decisions(opened)),
        now=level_words(spell.level, opened.actor.today),
        **header(opened, "child-decisions"),
    )


@child_page("ending our work")
def close_work(request: HttpRequest, opened: Opened) -> HttpResponse:
    """On an agreed decision that nobody challenges."""
    if not opened.actor.may(Right.ALLOCATE_WORK) or queries.open_spell(opened.child) is None:
        raise Http404
    agreed = decisions.to_end_work(opened.child)
    return ask(
        request,
        "pages/decisions/close_work.html",
        **as_typed(
            request,
            opened.actor,
            f"close-work:{opened.child.ref}",
            forms.CloseWork,
            pack=pack_of(opened),
            family=of_family(opened),
        ),
        do=partial(acts.close_work, by=opened.actor, about=opened.child, decision=agreed),
        then=saying(request, "Our work has ended. What would bring us back stands on the record.", _decisions(opened)),
        agreed=agreed,
        held_back=decisions.held_back(opened.child),
        **header(opened, "child-decisions"),
    )


@child_page("handing over")
def note_handover(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The steps of a good handover, as each happens."""
    lead = queries.leads_of([opened.child]).get(opened.child.pk)
    if not opened.actor.may(Right.ALLOCATE_WORK) or lead is None:
        raise Http404
    names = ("met_together_on", "goodbye_on", "family_told_on", "child_told_on", "terms_again_on", "carried_on")
    return ask(
        request,
        "pages/decisions/handover.html",
        form=forms.NoteHandover(posted(request), initial={name: getattr(lead, name) for name in names}),
        do=partial(_handover, opened, lead),
        then=saying(request, "Kept.", reverse("child", args=[opened.child.ref])),
        **header(opened, "child"),
    )


def _said_of(change: Any) -> dict[str, Any]:
    return {name: getattr(change, name) for name in forms.MatchLevel.base_fields}


def _handover(opened: Opened, lead: Any, **steps: Any) -> Any:
    return acts.note_handover(by=opened.actor, about=opened.child, lead=lead, **steps)


def _decisions(opened: Opened) -> str:
    return reverse("child-decisions", args=[opened.child.ref])
