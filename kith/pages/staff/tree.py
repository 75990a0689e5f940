"""The family tree: one graph, three pictures, everything told in a list as well, and the holes shown (S3-07, N10)."""

from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.pages import trees
from kith.pages.staff.guarding import must_write, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts, forms, queries
from kith.people.queries import FamilyRows
from kith.people.tree import Someone
from kith.web.asking import ask

_ADD = {
    "parent": ("A parent or carer of {}", "up"),
    "partner": ("A partner of {}", "level"),
    "child": ("A child of {}", "down"),
    "other": ("Somebody else beside {}", "up"),
}
_NEAR = {"parent": -1, "partner": 0, "child": 1}
_MAY_END = ("spouse", "partner", "foster_carer", "private_foster_carer", "kinship_carer", "guardian")
_MOST_OFFERED = 8  # people of the tree offered by name before anyone is looked for


@child_page("family tree")
def child_tree(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Eight queries besides those of every page of a record."""
    form = forms.ShowTree(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    today, pack = opened.actor.today, pack_of(opened)
    day = min(chosen.get("on") or today, today)
    view = chosen.get("view") or "practice"
    rows = queries.family_rows(opened.child, wider="wider" in request.GET)
    shown = _picture(opened, rows, day, view)
    form.initial = {"view": view, "on": day if day != today else None, "paper": chosen.get("paper") or "a4"}
    return render(
        request,
        "pages/tree/tree.html",
        {
            **header(opened, "child-family"),
            "form": _fresh(form),
            "shown": shown,
            "day": day,
            "then": day != today,
            "view": view,
            "ways": forms.VIEWS,
            "paper": chosen.get("paper") or "a4",
            "more": rows.more,
            "wider": "wider" in request.GET,
            "rows": [_row(row, opened) for row in shown.told.people],
            "couples": _lasting(opened, rows, shown, day),
            "fresh": queries.tree_freshness(opened.child, today, rows),
            "questions": trees.questions(shown, opened.child, pack) if day == today and view != "own" else [],
            "outcomes": dict(pack.choices("asking_outcome")),
        },
        status=200 if form.is_valid() else 422,
    )


def _fresh(form: Any) -> Any:
    """The same question, asked anew with what was chosen; as it was typed when something is wrong with it."""
    return form if form.errors else forms.ShowTree(initial=form.initial)


def _picture(opened: Opened, rows: FamilyRows, day: date, view: str) -> trees.Shown:
    pack, child = pack_of(opened), opened.child
    if view == "own":
        return trees.own(rows, child, day, pack, queries.called_by(child), queries.who_matters(child))
    held = {one.holder_id: label(pack, "pr_acquired", one.acquired) for one in queries.who_may_decide(child, day)}
    return trees.practice(rows, child, day, pack, notes=view == "getting_on", held=held)


def _row(row: Any, opened: Opened) -> dict[str, Any]:
    ref = opened.child.ref
    adding = [{"what": what, "href": reverse("add-to-tree", args=[ref, row.person.ref, what])} for what in _ADD]
    return {
        "person": row.person,
        "relation": row.relation or ("the child in the middle" if row.person.id == opened.child.pk else ""),
        "age": row.age,
        "died": row.died,
        "home": row.home,
        "responsible": row.responsible,
        "href": reverse("child", args=[row.person.ref]),
        "adding": adding if opened.may_write else [],
        "describe": reverse("describe-in-tree", args=[ref, row.person.ref]) if opened.may_write else "",
    }


def _lasting(opened: Opened, rows: FamilyRows, shown: trees.Shown, day: date) -> list[dict[str, Any]]:
    """What stands between people and may end: couples, and care."""
    people, say = shown.family.people, trees.said(pack_of(opened))
    if not opened.may_write:
        return []
    return [
        {
            "id": row.id,
            "words": f"{people[row.other].called}: {people[row.person].first}’s {say(row.kind, people[row.other])}",
        }
        for row in rows.relations
        if row.kind in _MAY_END and row.person in people and row.other in people and not row.ended_by(day)
    ]


# -- changing it


@child_page("adding to the family tree")
def add_to_tree(request: HttpRequest, opened: Opened, of: str, what: str) -> HttpResponse:
    """Somebody beside one person of the tree: looked for first, then written down."""
    must_write(opened)
    if what not in _ADD:
        raise Http404
    rows = queries.family_rows(opened.child, wider=True)
    beside = _somebody(opened, rows, of)
    title, way = _ADD[what]
    form = forms.AddToFamily(
        request.POST if request.method == "POST" else None,
        known=_offered(opened, rows, beside.id, what),
        of=queries.people_called([beside.id])[0],
        way=what,
        pack=pack_of(opened),
        partners=_partners(rows, beside.id) if what == "child" else (),
    )
    return ask(
        request,
        "pages/tree/add.html",
        form=form,
        do=partial(acts.add_to_family, by=opened.actor, about=opened.child, of=form.of, way=way),
        then=saying(request, "The family tree has been added to.", _tree(opened)),
        title=title.format(beside.called),
        **header(opened, "child-family"),
    )


def _somebody(opened: Opened, rows: FamilyRows, ref: str) -> Someone:
    """Somebody of this child's family. For anyone else the page is not there (S-03)."""
    found = next((one for one in rows.people if one.ref == ref), None)
    if found is None:
        raise Http404
    return found


def _offered(opened: Opened, rows: FamilyRows, of: int, what: str) -> list[Any]:
    """People of the tree who may well be meant: of the right generation, and not joined to this one yet."""
    family = trees.family_as_at(rows.people, rows.relations, opened.child.pk, opened.actor.today, questions=False)
    joined = {row.other for row in rows.relations if row.person == of} | {
        row.person for row in rows.relations if row.other == of
    }
    rank = family.rank.get(of, 0) + _NEAR.get(what, 0)
    near = [one for one in family.people if one not in joined and one != of and family.rank[one] == rank]
    return queries.people_called(near[:_MOST_OFFERED])


def _partners(rows: FamilyRows, of: int) -> list[Any]:
    couples = [row for row in rows.relations if row.kind in trees.COUPLES and of in (row.person, row.other)]
    return queries.people_called([row.other if row.person == of else row.person for row in couples])


@child_page("an ending in the family")
def end_in_tree(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = queries.relationship(pk)
    people = {one.id for one in queries.family_rows(opened.child, wider=True).people}
    if row is None or not {row.person_id, row.other_id} <= people:
        raise Http404
    return _ask(
        request,
        opened,
        forms.EndInFamily(_sent(request), pack=pack_of(opened)),
        partial(acts.end_in_family, relationship=row),
        "end",
        row=row,
    )


@child_page("describing a relative")
def describe_in_tree(request: HttpRequest, opened: Opened, of: str) -> HttpResponse:
    must_write(opened)
    who = _somebody(opened, queries.family_rows(opened.child, wider=True), of)
    form = forms.DescribeRelative(_sent(request), person=who, pack=pack_of(opened))
    do = partial(acts.describe_relative, who=queries.open_person(who.id))
    return _ask(request, opened, form, do, "describe", who=who)


@child_page("how people get on")
def note_getting_on(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    people = queries.family_rows(opened.child).people
    refs = {one.ref: one.id for one in people}
    form = forms.NoteGettingOn(_sent(request), people=people, pack=pack_of(opened))
    return _ask(
        request, opened, form, partial(_note, opened, refs), "getting_on", then=f"{_tree(opened)}?view=getting_on"
    )


def _note(opened: Opened, refs: dict[str, int], *, one: str, other: str, **told: Any) -> Any:
    first, second = (queries.open_person(refs[ref]) for ref in (one, other))
    return acts.note_getting_on(one=first, other=second, **told)


@child_page("asking about the family")
def record_asking(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.RecordAsking(
        _sent(request), pack=pack_of(opened), initial={"topic": request.GET.get("topic", "father")}
    )
    then = "child-map" if request.GET.get("topic") in ("help", "family_meeting") else "child-tree"
    return _ask(request, opened, form, acts.record_asking, "asking", then=reverse(then, args=[opened.child.ref]))


@child_page("confirming the family tree")
def confirm_tree(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    fresh = queries.tree_freshness(opened.child, opened.actor.today)
    form = forms.ConfirmTree(_sent(request), pack=pack_of(opened))
    return _ask(request, opened, form, acts.confirm_tree, "confirm", fresh=fresh)


def _ask(
    request: HttpRequest, opened: Opened, form: Any, do: Any, template: str, then: str = "", **context: Any
) -> HttpResponse:
    return ask(
        request,
        f"pages/tree/{template}.html",
        form=form,
        do=partial(do, by=opened.actor, about=opened.child),
        then=saying(request, "Saved.", then or _tree(opened)),
        **context,
        **header(opened, "child-family"),
    )


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _tree(opened: Opened) -> str:
    return reverse("child-tree", args=[opened.child.ref])
