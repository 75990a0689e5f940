"""Choosing what is in a child's story: taken in, left out, what it meant, and two records of one event."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from kith.pages.staff import citing, telling
from kith.pages.staff.guarding import must_write, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.story import story_page
from kith.record import Refused
from kith.story import acts, forms, queries
from kith.story.queries import Shown
from kith.web.asking import SeeOther, ask, key_of, posted


@child_page("taken into the story")
def take_in(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """One tap: the suggestion as it stands, or any event of the record. What it meant may come later."""
    must_write(opened)
    event = _shown(opened, pk).event
    if request.method != "POST":
        raise Http404
    suggested = event.suggested
    try:
        acts.take_into_story(
            by=opened.actor,
            about=opened.child,
            event=queries.act(pk),
            significance=suggested.significance if suggested else event.significance,
            line=suggested.line if suggested and not event.told else "",
            lens=suggested.lens if suggested else "",
            key=key_of(request),
        )
    except Refused as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, _taken(opened, pk, bool(suggested and suggested.significance > 1)))
    return SeeOther(f"{story_page(opened)}#suggested")


def _taken(opened: Opened, pk: int, owes: bool) -> str:
    if not owes:
        return "Taken into the story."
    href, name = reverse("add-meaning", args=[opened.child.ref, pk]), opened.child.called.partition(" ")[0]
    return format_html('Taken into the story. <a href="{}">What did it mean for {}?</a>', href, name)


@child_page("left out of the story")
def leave_out(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    return ask(
        request,
        "pages/story/leave.html",
        form=forms.LeaveOut(posted(request)),
        do=partial(acts.leave_out_of_story, by=opened.actor, about=opened.child, event=queries.act(pk)),
        then=saying(request, "Left out of the story. It stays in the record.", f"{story_page(opened)}#suggested"),
        event=telling.one_line(_shown(opened, pk).event, opened),
        **header(opened, "child-story"),
    )


@child_page("what it meant")
def add_meaning(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    event = _shown(opened, pk).event
    initial = {name: getattr(event, name) for name in ("significance", "meant", "outcome", "for_child")}
    form = forms.Meant(
        posted(request),
        called=opened.child.called.partition(" ")[0],
        pack=pack_of(opened),
        initial={**initial, "line": event.title},
    )
    if event.told:  # what people told stays word for word
        del form.fields["line"]
    return ask(
        request,
        "pages/story/meaning.html",
        form=citing.with_quotes(form, opened),
        do=citing.citing(
            partial(acts.mean_for_child, by=opened.actor, about=opened.child, event=queries.act(pk)), opened
        ),
        then=saying(request, "What it meant is kept.", _back(request, opened)),
        event=telling.one_line(event, opened),
        **header(opened, "child-story"),
    )


def _back(request: HttpRequest, opened: Opened) -> str:
    """To the story, or to the court copy that asked for these words."""
    copy = request.GET.get("copy", "")
    return reverse("court-right", args=[opened.child.ref, int(copy)]) if copy.isdecimal() else story_page(opened)


@child_page("two records of one event")
def same_event(request: HttpRequest, opened: Opened, pk: int, other: int) -> HttpResponse:
    """Which of the two is shown: the other is named under it, and nothing is deleted."""
    must_write(opened)
    pair = [_shown(opened, pk).event, _shown(opened, other).event]
    ids = {event.act_id for event in pair}

    def link(*, shown: str, **more: Any) -> Any:
        kept = int(shown)
        (linked,) = ids - {kept}
        return acts.link_same_event(
            by=opened.actor, about=opened.child, event=queries.act(linked), same_as=queries.act(kept), **more
        )

    if len(ids) < 2:
        raise Http404
    return ask(
        request,
        "pages/story/same.html",
        form=forms.SameEvent(
            posted(request),
            pair=[(event.act_id, _described(event, opened)) for event in pair],
        ),
        do=link,
        then=saying(request, "Linked: one is shown, with the other under it.", story_page(opened)),
        **header(opened, "child-story"),
    )


def _described(event: Any, opened: Opened) -> str:
    line = telling.one_line(event, opened)
    return f"{line['when']}: {line['title']} – {line['source']}"


@child_page("two events after all")
def part_event(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    _shown(opened, pk)
    if request.method != "POST":
        raise Http404
    try:
        acts.part_events(by=opened.actor, about=opened.child, event=queries.act(pk), key=key_of(request))
    except Refused as refusal:
        messages.info(request, str(refusal))
    return SeeOther(story_page(opened))


def _shown(opened: Opened, pk: int) -> Shown:
    """An event of this very child's story; for any other the page is not there."""
    found = queries.event(opened.child, pk)
    if found is None:
        raise Http404
    return found
