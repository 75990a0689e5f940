"""Story: what happened, in one order, with what it meant for the child; told, added to, and read through (S3-06)."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.packs import Pack
from kith.pages.staff import citing, clocks, telling
from kith.pages.staff.guarding import at_hand, must_write, pack_of, saying, whole_number
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.record.queries import draft_for
from kith.story import acts, forms, queries
from kith.story.rules import EVERYTHING, STORY, SUGGESTED, TO_COMPLETE, Asked
from kith.web.asking import ask, posted

AT_ONCE = 5  # suggestions shown at the top: a tidy of a minute or two


@child_page("story")
def child_story(request: HttpRequest, opened: Opened) -> HttpResponse:
    oldest_first = request.GET.get("order") == "oldest"
    story = queries.story_of(
        opened.child,
        opened.actor.today,
        _asked(request, pack_of(opened)),
        oldest_first=oldest_first,
        page=whole_number(request.GET.get("page", "")),
    )
    top = header(opened, "child-story")
    return render(
        request,
        "pages/story/story.html",
        {
            **top,
            "story": story,
            "entries": _entries(story, opened),
            "waiting": [telling.waiting(entry, opened) for entry in story.waiting[:AT_ONCE]],
            "more_waiting": max(0, len(story.waiting) - AT_ONCE),
            "alike": [telling.pair(one, other, opened) for one, other in story.alike[:2]],
            "filters": _filters(story, oldest_first, opened),
            "narrowed": _narrowed(request, story, opened),
            "other_order": _link(story.asked, not oldest_first),
            "oldest_first": oldest_first,
            "freshness": clocks.strip(opened, top["spell"]),
            **_pages(story, oldest_first),
        },
    )


def _entries(story: queries.Story, opened: Opened) -> list[dict[str, Any]]:
    """Each event as it is shown; what it meant with the child’s words that rests on. Two queries."""
    meant = queries.meanings_of(opened.child, [shown.event.act_id for shown in story.entries if shown.event.meant])
    beside = citing.quotes_beside(meant, opened) if meant else {}
    rests = {one.event_id: beside.get(one.pk, []) for one in meant}
    return [{**telling.entry(one, opened), "rests": rests.get(one.event.act_id, [])} for one in story.entries]


def _asked(request: HttpRequest, pack: Pack) -> Asked:
    """What the address asks for; whatever in it makes no sense is not asked."""
    form = forms.Narrowed(request.GET, people=[], agencies=[], pack=pack)
    form.is_valid()  # its days alone are read here: each is left out when it is none
    from_, to = form.cleaned_data.get("from_"), form.cleaned_data.get("to")
    return Asked(
        lens=request.GET.get("lens", STORY),
        who=request.GET.get("who", ""),
        agency=request.GET.get("agency", ""),
        significance=min(whole_number(request.GET.get("significance", "")), 3),
        from_on=from_.earliest if from_ else None,
        to_on=to.latest if to else None,
    )


def _narrowed(request: HttpRequest, story: queries.Story, opened: Opened) -> forms.Narrowed:
    family = [person.called for person in opened.everyone_around]
    names = list(dict.fromkeys([*family, *story.writers]))
    return forms.Narrowed(request.GET or None, people=names, agencies=story.agencies, pack=pack_of(opened))


def _filters(story: queries.Story, oldest_first: bool, opened: Opened) -> list[dict[str, Any]]:
    """The story, each part of it there is any of, everything that was recorded."""
    named = {STORY: "The story", EVERYTHING: "Everything recorded", **dict(pack_of(opened).choices("lens"))}
    asked = story.asked
    shown = [
        {
            "text": named[code],
            "href": _link(Asked(lens=code), oldest_first),
            "count": count,
            "chosen": code == asked.lens,
        }
        for code, count in story.standing.counts.items()
        if count or code in (STORY, asked.lens)
    ]
    apart = {SUGGESTED: "Suggested", TO_COMPLETE: "To complete"}
    if asked.lens in apart:
        href = _link(asked, oldest_first)
        shown.append({"text": apart[asked.lens], "href": href, "count": story.found, "chosen": True})
    return shown


def _link(asked: Asked, oldest_first: bool, page: int = 1) -> str:
    given = {
        "lens": asked.lens if asked.lens != STORY else "",
        "who": asked.who,
        "agency": asked.agency,
        "significance": asked.significance if asked.significance > 1 else "",
        **_boxes("from_", asked.from_on),
        **_boxes("to", asked.to_on),
        "order": "oldest" if oldest_first else "",
        "page": page if page > 1 else "",
    }
    return "?" + urlencode({name: value for name, value in given.items() if value})


def _boxes(name: str, day: Any) -> dict[str, int]:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year} if day else {}


def _pages(story: queries.Story, oldest_first: bool) -> dict[str, Any]:
    on, back = ("Later", "Earlier") if oldest_first else ("Earlier", "Later")
    return {
        "next": {"href": _link(story.asked, oldest_first, story.page + 1), "text": on}
        if story.page < story.pages
        else None,
        "previous": {"href": _link(story.asked, oldest_first, story.page - 1), "text": back}
        if story.page > 1
        else None,
    }


@child_page("adding history")
def add_history(request: HttpRequest, opened: Opened, pk: int | None = None) -> HttpResponse:
    """What somebody tells; with `pk`, what they tell about that very event, shown beside it."""
    must_write(opened)
    beside = queries.event(opened.child, pk) if pk else None
    if pk and beside is None:
        raise Http404
    key = f"add-history:{opened.child.ref}" + (f":{pk}" if pk else "")
    kept = draft_for(opened.actor, key)
    agencies = {str(agency.pk): agency for agency in queries.agencies()}
    options = {
        "called": opened.child.called.partition(" ")[0],
        "pack": pack_of(opened),
        "agencies": [(pk, agency.name) for pk, agency in agencies.items()],
    }

    def tell(*, agency: str = "", **told: Any) -> Any:
        return acts.tell_history(
            by=opened.actor,
            about=opened.child,
            agency=agencies.get(agency),
            beside=queries.act(pk) if pk else None,
            **told,
        )

    return ask(
        request,
        "pages/story/history.html",
        form=at_hand(forms.TellHistory, request, kept, **options),
        do=tell,
        then=saying(request, "The story has grown.", story_page(opened)),
        draft=kept or key,
        draft_key=key,
        kept=kept,
        beside=telling.one_line(beside.event, opened) if beside else None,
        **header(opened, "child-story"),
    )


@child_page("story read through")
def review_story(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The story is right up to today: one button on the Story page, or this page's own."""
    must_write(opened)
    return ask(
        request,
        "pages/story/review.html",
        form=forms.Nothing(posted(request)),
        do=partial(acts.review_story, by=opened.actor, about=opened.child),
        then=saying(request, "Kept: the story is right up to today.", story_page(opened)),
        **header(opened, "child-story"),
    )


def story_page(opened: Opened) -> str:
    return reverse("child-story", args=[opened.child.ref])
