"""Story: what happened, in one order, with what it meant for the child; told, added to, and read through (S3-06)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html

from kith import words
from kith.pages.staff import quoting
from kith.pages.staff.guarding import at_hand, must_write, pack_of, saying, whole_number
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.record.queries import draft_for
from kith.story import acts, forms, queries
from kith.story.rules import EVERYTHING, MATTERS
from kith.web.asking import ask


@child_page("story")
def child_story(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Five queries besides those of every page of a record."""
    oldest_first = request.GET.get("order") == "oldest"
    story = queries.story_of(
        opened.child,
        opened.actor.today,
        lens=request.GET.get("lens", EVERYTHING),
        oldest_first=oldest_first,
        page=whole_number(request.GET.get("page", "")),
    )
    return render(
        request,
        "pages/story/story.html",
        {
            **header(opened, "child-story"),
            "story": story,
            "entries": [_entry(entry, opened) for entry in story.entries],
            "filters": _filters(story, oldest_first, opened),
            "other_order": _link(story.lens, not oldest_first),
            "oldest_first": oldest_first,
            **_pages(story, oldest_first),
        },
    )


def _entry(entry: queries.Entry, opened: Opened) -> dict[str, Any]:
    event, today = entry.event, opened.actor.today
    pack = pack_of(opened)
    when = words.short_day(event.when.on, today) if event.when.precision == "day" else str(event.when)
    return {
        "event": event,
        "title": event.title.replace(opened.child.called, opened.child.called.partition(" ")[0]),
        "when": when,
        "datetime": event.when.on.isoformat() if event.when.precision == "day" else "",
        "wrote_on": words.short_day(event.written_on, today) if event.written_late else "",
        "byline": f"As told by {event.told_by}" if event.told_by else "",
        "quotes": entry.words,
        "answer": quoting.answer_of(entry.answer, opened, pack) if entry.answer else None,
        "saw": entry.line.saw if entry.line and entry.line.seen else "",
        "not_seen": _not_seen(entry.line, opened) if entry.line and not entry.line.seen else "",
        "meant": entry.meant,
        **_asking_what_it_meant(event, entry.meant, when, opened),
    }


def _asking_what_it_meant(event: Any, meant: str, when: str, opened: Opened) -> dict[str, Any]:
    """A question where the words are owed; a quiet link beside everything else."""
    if not opened.may_write:
        return {}
    href = reverse("add-meaning", args=[opened.child.ref, event.act_id])
    if event.matters and not meant:
        return {"owes_meaning": href}
    text, hidden = "Change what it meant" if meant else "Say what it meant", f": {event.title} {when}"
    return {"link": format_html('<a href="{}">{}<span class="govuk-visually-hidden">{}</span></a>', href, text, hidden)}


def _not_seen(line: Any, opened: Opened) -> str:
    because = quoting.label(pack_of(opened), "not_seen_reasons", line.not_seen_because)
    return ". ".join(part for part in (because, line.not_seen_words) if part)


def _filters(story: queries.Story, oldest_first: bool, opened: Opened) -> list[dict[str, Any]]:
    """Everything and what matters, then each part of the story there is any of."""
    named = {EVERYTHING: "Everything", MATTERS: "Significant", **dict(pack_of(opened).choices("lens"))}
    return [
        {"text": named[code], "href": _link(code, oldest_first), "count": count, "chosen": code == story.lens}
        for code, count in story.standing.counts.items()
        if count or code in (EVERYTHING, story.lens)
    ]


def _link(lens: str, oldest_first: bool, page: int = 1) -> str:
    asked = [f"lens={lens}"] if lens != EVERYTHING else []
    asked += ["order=oldest"] if oldest_first else []
    asked += [f"page={page}"] if page > 1 else []
    return "?" + "&".join(asked)


def _pages(story: queries.Story, oldest_first: bool) -> dict[str, Any]:
    on, back = ("Later", "Earlier") if oldest_first else ("Earlier", "Later")
    return {
        "next": {"href": _link(story.lens, oldest_first, story.page + 1), "text": on}
        if story.page < story.pages
        else None,
        "previous": {"href": _link(story.lens, oldest_first, story.page - 1), "text": back} if story.page > 1 else None,
    }


@child_page("what it meant")
def add_meaning(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    event = queries.event(opened.child, pk)
    if event is None:
        raise Http404
    initial = {"significance": event.significance, "meant": event.meant}
    name = opened.child.called.partition(" ")[0]
    return ask(
        request,
        "pages/story/meaning.html",
        form=forms.Meant(request.POST or None, called=name, pack=pack_of(opened), initial=initial),
        do=partial(acts.mean_for_child, by=opened.actor, about=opened.child, event=queries.act(pk)),
        then=saying(request, "What it meant is kept.", _story(opened)),
        event=event,
        when=str(event.when),
        **header(opened, "child-story"),
    )


@child_page("adding history")
def add_history(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    key = f"add-history:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    options = {"called": opened.child.called.partition(" ")[0], "pack": pack_of(opened)}
    return ask(
        request,
        "pages/story/history.html",
        form=at_hand(forms.TellHistory, request, kept, **options),
        do=partial(acts.tell_history, by=opened.actor, about=opened.child),
        then=saying(request, "The story has grown.", _story(opened)),
        draft=kept or key,
        draft_key=key,
        kept=kept,
        **header(opened, "child-story"),
    )


@child_page("story read through")
def review_story(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The story is right up to today: one button on the Story page, or this page's own."""
    must_write(opened)
    return ask(
        request,
        "pages/story/review.html",
        form=forms.Reviewed(request.POST if request.method == "POST" else None),
        do=partial(acts.review_story, by=opened.actor, about=opened.child),
        then=saying(request, "Kept: the story is right up to today.", _story(opened)),
        **header(opened, "child-story"),
    )


def _story(opened: Opened) -> str:
    return reverse("child-story", args=[opened.child.ref])
