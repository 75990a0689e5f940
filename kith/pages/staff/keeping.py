"""Keeping children safe from someone: what is noted about them, who they are close to, how a child sees people."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.involvement import acts as involvement_acts
from kith.involvement import queries as involvement
from kith.involvement.forms import TakeUpExposure
from kith.packs import Pack
from kith.pages.staff.citing import FORM_FIELD, citing, quotes_beside, with_quotes
from kith.pages.staff.dangers import in_words
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.pages.staff.rights import warned
from kith.people import acts, forms, queries
from kith.web.asking import ask, posted


@child_page("noting a danger")
def note_risk(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Someone around this child may be a danger to children."""
    must_write(opened)
    today, pack = opened.actor.today, pack_of(opened)
    return ask(
        request,
        "pages/risks/note.html",
        form=forms.NoteRisk(
            posted(request),
            known=opened.everyone_around,
            pack=pack,
            review=pack.timescale("review-person-risk").limit.after(today, pack.calendar),
        ),
        do=partial(acts.note_risk, by=opened.actor, about=opened.child),
        then=saying(
            request, "Noted. Whoever answers for a child close to them is told within minutes.", _family(opened)
        ),
        **header(opened, "child-family"),
    )


@child_page("a danger noted")
def look_at_risk(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What is noted about someone close to this child, and looking at it again."""
    must_write(opened)
    flag = queries.risk(pk)
    if flag is None or flag.ended_on or flag.person not in _close_to(opened):
        raise Http404
    return ask(
        request,
        "pages/risks/look_again.html",
        form=forms.LookAgain(request.POST or None),
        do=partial(acts.look_at_risk_again, by=opened.actor, about=opened.child, flag=flag),
        then=saying(request, "Kept: looked at again.", _family(opened)),
        flag=flag,
        kind=label(pack_of(opened), "person_risk", flag.kind),
        certainty=label(pack_of(opened), "risk_certainty", flag.certainty),
        **header(opened, "child-family"),
    )


@child_page("arranging contact")
def arrange_contact(request: HttpRequest, opened: Opened) -> HttpResponse:
    """How the child sees somebody, and which of the child's own words it rests on; `?said=` has one ticked (S3-03)."""
    must_write(opened)
    child, today = opened.child, opened.actor.today
    form = forms.ArrangeContact(
        posted(request),
        known=opened.everyone_around,
        called=child.called.partition(" ")[0],
        pack=pack_of(opened),
        today=today,
    )
    form.initial[FORM_FIELD] = request.GET.getlist("said")
    return ask(
        request,
        "pages/risks/contact.html",
        form=with_quotes(form, opened),
        do=citing(partial(acts.arrange_contact, by=opened.actor, about=child), opened),
        then=partial(_after_arranging, request, opened),
        **header(opened, "child-family"),
    )


def _after_arranging(request: HttpRequest, opened: Opened, made: Any) -> str:
    """One that keeps the child from somebody says what is owed to the child’s rights (S4-01.2)."""
    owed = queries.restrictions_on(opened.child).filter(arrangement_id=made.pk).first()
    if owed:
        return warned(request, opened, owed, reverse("child-rights", args=[opened.child.ref]))
    return saying(request, "The arrangement is kept.", _family(opened))(made)


@child_page("someone close")
def take_up_exposure(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Who is close, how, what must be known: and what the worker has done about it."""
    exposure = own(opened, involvement.exposure(pk))
    must_write(opened)
    close = involvement.as_known(exposure)
    return ask(
        request,
        "pages/risks/take_up.html",
        form=TakeUpExposure(request.POST or None, pack=pack_of(opened)),
        do=partial(involvement_acts.take_up_exposure, by=opened.actor, about=opened.child, exposure=exposure),
        then=saying(request, "Kept: what you have done.", reverse("child", args=[opened.child.ref])),
        exposure=exposure,
        close=close,
        sentence=in_words(close),
        kind=label(pack_of(opened), "person_risk", close.flag.kind) if close.flag else "",
        action=label(pack_of(opened), "exposure_action", exposure.action) if exposure.action else "",
        **header(opened, "child"),
    )


def around(opened: Opened, close: list[Any]) -> dict[str, Any]:
    """For the Family page: dangers noted about those `close` to the child, whom the child sees. Three queries."""
    pack, ref, ever = pack_of(opened), opened.child.ref, list(queries.contact_ever(opened.child))
    arranged = [one for one in ever if one.until_on is None]
    noted, said = queries.risks_of([*close, *(one.other for one in arranged)]), quotes_beside(ever, opened)
    return {
        "dangers": [
            {
                "name": flag.person.called,
                "kind": label(pack, "person_risk", flag.kind),
                "needs_to_know": flag.needs_to_know,
                "review_on": flag.review_on,
                "href": reverse("look-at-risk", args=[ref, flag.pk]) if opened.may_write else "",
            }
            for flags in noted.values()
            for flag in flags
        ],
        "arrangements": [_arranged(one, pack, said) for one in arranged],
        "arranged_before": [_arranged(one, pack, said) for one in ever if one.until_on],
    }


def _arranged(one: Any, pack: Pack, said: dict[int, list[dict[str, str]]]) -> dict[str, Any]:
    facts = (
        one.how_often,
        f"with {one.supervised_by}" if one.supervised_by else "",
        f"decided by: {label(pack, 'contact_basis', one.basis).lower()}",
        one.source,
    )
    return {
        "name": one.other.called,
        "way": label(pack, "contact_way", one.way),
        "facts": " · ".join(fact for fact in facts if fact),
        "from_on": one.from_on,
        "until_on": one.until_on,
        "quotes": said.get(one.pk, []),
    }


def _close_to(opened: Opened) -> list[Any]:
    """Family, household, and everyone the child sees or must not see."""
    seen = [one.other for one in queries.contact_of(opened.child)]
    return [*opened.everyone_around, *seen]


def _family(opened: Opened) -> str:
    return reverse("child-family", args=[opened.child.ref])
