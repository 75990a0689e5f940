"""The family tree: one graph, three pictures, everything told in a list as well, and the holes shown (S3-07, N10)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.pages import trees
from kith.pages.staff import clocks
from kith.pages.staff.guarding import must_write, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.people import acts, forms, queries
from kith.people.queries import FamilyRows
from kith.people.tree import Someone
from kith.record import Refused
from kith.web.asking import ask, posted
from kith.words import possessive

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
    shown = trees.pictured(rows, opened.child, day, view, pack, hrefs=True)
    mine = _mine(opened, rows) if view != "own" else set()
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
            "rows": [_row(row, opened, mine) for row in shown.told.people],
            "couples": _lasting(opened, rows, shown, mine),
            "freshness": clocks.of_tree(opened, rows) if view != "own" and day == today else [],
            "questions": trees.questions(shown, opened.child, pack) if day == today and view != "own" else [],
            "outcomes": dict(pack.choices("asking_outcome")),
        },
        status=200 if form.is_valid() else 422,
    )


def _mine(opened: Opened, rows: FamilyRows) -> set[int]:
    """Who of the tree this reader may say who they are: the child's worker, of parents and household too."""
    return {one.pk for one in queries.may_be_described(rows.people, opened.actor)} if opened.may_write else set()


def _fresh(form: Any) -> Any:
    """The same question, asked anew with what was chosen; as it was typed when something is wrong with it."""
    return form if form.errors else forms.ShowTree(initial=form.initial)


def _row(row: Any, opened: Opened, mine: set[int]) -> dict[str, Any]:
    ref, person = opened.child.ref, row.person
    may = person.id in mine
    adding = [{"what": what, "href": reverse("add-to-tree", args=[ref, person.ref, what])} for what in _ADD]
    return {
        "person": person,
        "relation": row.relation or ("the child in the middle" if person.id == opened.child.pk else ""),
        "age": row.age,
        "died": row.died,
        "home": row.home,
        "responsible": row.responsible,
        "href": reverse("child", args=[person.ref]),
        "adding": adding if may else [],
        "describe": reverse("describe-person", args=[person.ref]) if may else "",
    }


def _lasting(opened: Opened, rows: FamilyRows, shown: trees.Shown, mine: set[int]) -> list[dict[str, Any]]:
    """What stands between people and may end, where the reader may say so: couples, and care."""
    people, say = shown.family.people, trees.said(pack_of(opened))
    return [
        {
            "href": reverse("end-relationship", args=[people[row.person].ref, row.id]),
            "words": _between(people[row.person], people[row.other], say(row.kind, people[row.other])),
        }
        for row in rows.relations
        if row.kind in _MAY_END and {row.person, row.other} <= set(people) and row.person in mine and not row.until
    ]


def _between(person: Someone, other: Someone, what: str) -> str:
    return f"{other.called}: {possessive(person.first)} {what}"


# -- changing it


@child_page("adding to the family tree")
def add_to_tree(request: HttpRequest, opened: Opened, of: str, what: str) -> HttpResponse:
    """Somebody beside one person of the tree: looked for first, then written down."""
    must_write(opened)
    if what not in _ADD:
        raise Http404
    rows = queries.family_rows(opened.child, wider=True)
    beside = _somebody(opened, rows, of)
    if not queries.may_be_described([beside], opened.actor):
        raise Http404
    title, way = _ADD[what]
    form = forms.AddToFamily(
        posted(request),
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
        do=partial(_add, opened, form.of, way),
        then=saying(request, "The family tree has been added to.", _tree(opened)),
        title=title.format(beside.called),
        **header(opened, "child-family"),
    )


def _add(opened: Opened, of: Any, way: str, *, other: Any = None, **told: Any) -> Any:
    """Whose child somebody is, is written in their own record: so they must be somebody the writer may describe."""
    theirs = [other] if other and way == "down" else []
    if theirs and not queries.may_be_described(theirs, opened.actor):
        raise Refused(f"Ask whoever works with {other.called} to write this down in their record.", field="match")
    about = list(dict.fromkeys([opened.child, of, *theirs]))
    return acts.add_to_family(by=opened.actor, about=about, of=of, way=way, other=other, **told)


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


@child_page("how people get on")
def note_getting_on(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    people = queries.family_rows(opened.child).people
    refs = {one.ref: one.id for one in people}
    form = forms.NoteGettingOn(posted(request), people=people, pack=pack_of(opened))
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
        posted(request), pack=pack_of(opened), initial={"topic": request.GET.get("topic", "father")}
    )
    then = "child-map" if request.GET.get("topic") in ("help", "family_meeting") else "child-tree"
    return _ask(request, opened, form, acts.record_asking, "asking", then=reverse(then, args=[opened.child.ref]))


@child_page("confirming the family tree")
def confirm_tree(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    since = queries.tree_since(opened.child)
    form = forms.ConfirmTree(posted(request), pack=pack_of(opened))
    return _ask(request, opened, form, acts.confirm_tree, "confirm", since=since)


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


def _tree(opened: Opened) -> str:
    return reverse("child-tree", args=[opened.child.ref])
