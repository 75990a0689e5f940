"""What people said it was like, told beside a value with their yes, and taken off when they no longer want it there."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages.staff.charters import found
from kith.pages.staff.opening import staff_only
from kith.standards import acts, queries
from kith.standards.forms import TakeStoryBack, TellStory
from kith.web.asking import ask, posted


@staff_only
def tell_story(request: HttpRequest, charter: str, item: str) -> HttpResponse:
    """In somebody's own words, named by nobody."""
    actor = request.actor  # type: ignore[attr-defined]
    published, said = found(charter, item)
    return ask(
        request,
        "pages/charters/asked.html",
        form=TellStory(posted(request)),
        do=partial(acts.tell_story, by=actor, charter=charter, item=item),
        then=reverse("charter-item", args=[charter, item]) + "#stories",
        charter=published,
        item=said,
        title="What did somebody say it was like?",
        note="Everybody who works here reads it. Ask first, and take it off when they say so.",
        button="Tell it",
    )


@staff_only
def take_story_back(request: HttpRequest, charter: str, item: str, pk: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    published, said = found(charter, item)
    story = queries.stories(charter, item).filter(pk=pk).first()
    if story is None:
        raise Http404
    return ask(
        request,
        "pages/charters/asked.html",
        form=TakeStoryBack(posted(request)),
        do=partial(acts.take_story_back, by=actor, story=story),
        then=reverse("charter-item", args=[charter, item]) + "#stories",
        charter=published,
        item=said,
        title="Take this story off?",
        note="It goes from every page at once, and nobody is asked why.",
        words=story.words,
        button="Take it off",
    )
