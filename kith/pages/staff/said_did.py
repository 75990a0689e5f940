"""You said, we did: what people say of our work, what we did about it, and asking again after it has ended (S3-16)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.involvement import acts, forms, queries
from kith.packs import Pack
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.web.asking import posted

_HERE = "child-voice"


def of_family(opened: Opened) -> list[Any]:
    """Whose words of the family they may be."""
    return list(dict.fromkeys(member.person for member in opened.family))


@child_page("what people say of our work")
def child_said(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Everything said and done, newest first; and what is still to be asked. Two queries."""
    pack, today = pack_of(opened), opened.actor.today
    return render(
        request,
        "pages/said/child_said.html",
        {
            "rows": [in_words(one, pack, today) for one in queries.differences_of(opened.child)],
            "again": list(queries.closures_asking(opened.child)),
            **header(opened, _HERE),
        },
    )


def in_words(one: Any, pack: Pack, today: Any) -> dict[str, Any]:
    """One answer as pages show it: whose, what kind, and where what we did about it stands."""
    if one.done_on:
        state = "done"
    elif not one.said:
        state = "to_complete"
    else:
        state = "" if one.due_on is None else "owed_late" if one.due_on < today else "owed"
    return {
        "one": one,
        "state": state,
        "whose": one.who or label(pack, "difference_whose", one.whose),
        "asked_in": label(pack, "difference_asked_in", one.asked_in),
        "said": label(pack, "difference_said", one.said) if one.said else "",
        "outcome": label(pack, "difference_outcome", one.outcome) if one.outcome else "",
    }


@child_page("somebody says something of our work")
def say_difference(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.SayDifference(
        posted(request), pack=pack_of(opened), family=of_family(opened), initial={"on": opened.actor.today}
    )
    do = partial(acts.say_difference, by=opened.actor, about=opened.child)
    return _ask(request, opened, form, do, "What somebody says of our work", "Kept as it was said.")


@child_page("sorting what somebody says of our work")
def sort_difference(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    row = _open(opened, pk)
    given = {"said": row.said, "who": row.who, "person_who": row.person_who.ref if row.person_who else ""}
    form = forms.SortDifference(posted(request), pack=pack_of(opened), family=of_family(opened), initial=given)
    do = partial(acts.sort_difference, by=opened.actor, about=opened.child, row=row)
    return _ask(request, opened, form, do, "What kind of answer is this?", "Saved.", about=f"“{row.words}”")


@child_page("what we did about it")
def say_what_we_did(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    row = _open(opened, pk)
    form = forms.SayWhatWeDid(posted(request), pack=pack_of(opened))
    do = partial(acts.say_what_we_did, by=opened.actor, about=opened.child, row=row)
    about = f"{row.who or 'Somebody'}: “{row.words}”"
    return _ask(request, opened, form, do, "What did we do about it?", "Kept, and told.", about=about)


@child_page("asking again what difference it made")
def ask_difference_again(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    closure = own(opened, queries.closure(pk))
    if closure.ask_again_on is None or closure.asked_again_on:
        raise Http404
    form = forms.AskAgain(
        posted(request), pack=pack_of(opened), family=of_family(opened), initial={"on": opened.actor.today}
    )
    do = partial(acts.ask_difference_again, by=opened.actor, about=opened.child, closure=closure)
    title = "Our work ended: what difference did it make?"
    return _ask(request, opened, form, do, title, "Kept. Thank them for answering.")


def _open(opened: Opened, pk: int) -> Any:
    must_write(opened)
    row = own(opened, queries.difference(pk))
    if row.done_on:
        raise Http404
    return row


def _ask(
    request: HttpRequest, opened: Opened, form: Any, do: Any, title: str, said: str, **context: Any
) -> HttpResponse:
    then = saying(request, said, reverse("child-said", args=[opened.child.ref]))
    return framed(request, opened, form, do, title=title, then=then, here=_HERE, **context)
