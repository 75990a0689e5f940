"""Writing where things are, line by line; a danger reaches the banner at once."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.pages.staff.citing import citing, quotes_beside, with_quotes
from kith.pages.staff.forms import EndLine, SayLine
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.people import acts, queries
from kith.web.asking import SeeOther, ask


@child_page("writing a line")
def say_situation(request: HttpRequest, opened: Opened) -> HttpResponse:
    standing = [line for lines in opened.situation.values() for line in lines]
    form = SayLine(
        request.POST or None, people=opened.who_may_be_a_danger, initial={"kind": request.GET.get("kind", "now")}
    )
    return ask(
        request,
        "pages/situation/say.html",
        form=with_quotes(form, opened),
        do=citing(partial(acts.say_situation, by=opened.actor, about=opened.child), opened),
        then=reverse("child", args=[opened.child.ref]),
        lines=_with_quotes(standing, opened),
        **header(opened, "child"),
    )


def _with_quotes(standing: list[Any], opened: Opened) -> list[tuple[Any, list[dict[str, str]]]]:
    """Each line that stands, with the child's words it rests on."""
    beside = quotes_beside(standing, opened)
    return [(line, beside.get(line.pk, [])) for line in standing]


@child_page("confirming")
def confirm_situation(request: HttpRequest, opened: Opened) -> HttpResponse:
    if request.method != "POST":
        raise Http404
    acts.confirm_situation(by=opened.actor, about=opened.child)
    return SeeOther(reverse("child", args=[opened.child.ref]))


@child_page("ending a line")
def end_situation(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    line = queries.situation_line(pk)
    if line is None or line.person_id != opened.child.pk:
        raise Http404
    return ask(
        request,
        "pages/situation/end.html",
        form=EndLine(request.POST or None),
        do=partial(acts.end_situation_line, by=opened.actor, about=opened.child, line=line),
        then=reverse("child", args=[opened.child.ref]),
        line=line,
        **header(opened, "child"),
    )
