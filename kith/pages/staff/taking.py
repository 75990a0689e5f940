"""Taking a contact, whoever picks up the telephone; finding whose record each child is; deciding about each."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.access import Right
from kith.involvement import acts, forms, queries, rules
from kith.involvement.forms.matching import NEW
from kith.pages.staff.forms import Search
from kith.pages.staff.front_door import deciding, pack_of, shown
from kith.pages.staff.opening import staff_only
from kith.people import queries as people
from kith.people.forms.asking import in_boxes
from kith.record.drafts import draft_initial
from kith.record.queries import draft_for
from kith.web.asking import ask, posted

TAKING = "take-contact:new"
MOST_OTHERS = 12  # found by another name or a number, beside those who are alike


def contact_sheet(request: HttpRequest, key: str, *, partner: bool) -> forms.ContactSheet:
    actor = request.actor  # type: ignore[attr-defined]
    kept, _ = draft_initial(actor, key) if request.method != "POST" else (None, 0)
    return forms.ContactSheet(posted(request), pack=pack_of(actor), today=actor.today, partner=partner, kept=kept)


@staff_only
def take_contact(request: HttpRequest) -> HttpResponse:
    """Anybody who works here may be told of a child (S2-01): no right, no record and no training needed."""
    actor = request.actor  # type: ignore[attr-defined]

    def then(made: Any) -> str:
        messages.success(request, f"Kept: {made.reference}. The front door decides what becomes of it, and says why.")
        return reverse("contact", args=[made.reference])

    return ask(
        request,
        "pages/front/take.html",
        form=contact_sheet(request, TAKING, partner=False),  # type: ignore[arg-type]
        do=partial(acts.take_contact, by=actor),
        then=then,
        draft=draft_for(actor, TAKING) or TAKING,
        actor=actor,
    )


@staff_only
def match_child(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """Searched for before any record is begun: who may be this child, of those open to the reader, and of those found
    by a number or another name they may be known by.
    """
    found, actor = deciding(request, reference), request.actor  # type: ignore[attr-defined]
    child = next((one for one in found.children.all() if one.place == place), None)
    line = queries.line_of(child) if child else None
    if child is None or (line and line.decided_at):
        raise Http404
    named = people.alike(child.given, child.family, child.born, again=True)
    sought = Search(request.GET or None)
    other = people.find(sought.cleaned_data["q"]) if sought.is_bound and sought.is_valid() else people.Found()
    offered = [*named.people, *(one for one in other.people[:MOST_OTHERS] if one not in named.people)]
    siblings = people.siblings_of_each(offered)
    may_begin = actor.may(Right.RECORD_ON_ANY_CHILD)
    form = forms.MatchChild(
        posted(request),
        found=[(one.ref, _who(one, siblings.get(one.pk, []))) for one in offered],
        pack=pack_of(actor),
        may_begin=may_begin,
        initial={
            "match": line.person.ref if line and line.person else None,
            "given": child.given,
            "family": child.family,
            "unnamed_as": "" if child.given or child.family else child.described[:100],
            "born": in_boxes(child.born),
            "looked": " ".join(named.refs),
        },
    )
    return ask(
        request,
        "pages/front/match.html",
        form=form,
        do=partial(_match, actor, child, offered, named.refs),
        then=reverse("contact", args=[reference]),
        contact=found,
        told=child,
        restricted=list(dict.fromkeys([*named.restricted, *other.restricted])),
        too_many=named.too_many or len(other.people) > MOST_OTHERS,
        sought=sought,
        may_begin=may_begin,
    )


def _match(actor: Any, child: Any, found: Any, refs: list[str], *, match: str, **given: Any) -> Any:
    key = {name: given.pop(name) for name in ("key",) if name in given}
    if match != NEW:
        person = next(one for one in found if one.ref == match)
        return acts.match_child(by=actor, about=person, child=child, **key)
    looked = set(given.pop("looked")) & set(refs)
    given["sex"] = given["sex"] or "U"
    return acts.begin_from_contact(by=actor, child=child, looked_at=looked, **given, **key)


def _who(person: Any, siblings: Any) -> str:
    born = f", born {person.born}" if person.born else ""
    beside = f" (brothers and sisters: {', '.join(one.called for one in siblings)})" if siblings else ""
    return f"{person.called}{born}{beside}"


def decide_key(reference: str) -> str:
    return f"decide-contact:{reference}"


def decide_sheet(request: HttpRequest, found: Any) -> forms.DecideSheet:
    actor = request.actor  # type: ignore[attr-defined]
    pack, waiting = pack_of(actor), [one for one in found.children.all() if not _decided(one)]
    kept, _ = draft_initial(actor, decide_key(found.reference)) if request.method != "POST" else (None, 0)
    teller = queries.tellers_of([found]).get(found.pk)
    return forms.DecideSheet(
        posted(request),
        children=waiting,
        kept=kept,
        pack=pack,
        document=pack.threshold_document(actor.today),
        tells_back=not rules.not_told_back(found, teller.reach if teller else "", pack),
    )


@staff_only
def decide_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """One page for brothers and sisters, a decision for each (S3-17, S3-18)."""
    found, actor = deciding(request, reference), request.actor  # type: ignore[attr-defined]
    sheet = decide_sheet(request, found)
    if not sheet.rows:
        raise Http404
    return ask(
        request,
        "pages/front/decide.html",
        form=sheet,  # type: ignore[arg-type]
        do=partial(acts.decide_contact, by=actor, about=queries.people_of(found), contact=found),
        then=reverse("contact", args=[reference]),
        draft=draft_for(actor, decide_key(reference)) or decide_key(reference),
        document=pack_of(actor).threshold_document(actor.today),
        **shown(found, actor, pack_of(actor)),
    )


def _decided(child: Any) -> bool:
    line = queries.line_of(child)
    return bool(line and line.decided_at)
