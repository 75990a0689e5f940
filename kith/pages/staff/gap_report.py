"""Which help children lack, why, and where: for a manager, and without names for whoever decides on services (S1-17).

The screen, its lists and what leaves are made of the same rows. By area nobody is told apart, on the screen neither:
a list is read over shoulders, and an area of two children says where they live.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs
from kith.access import Actor, Right
from kith.calendar import in_full
from kith.packs import Pack
from kith.pages.staff import tables
from kith.pages.staff.opening import staff_only
from kith.pages.staff.quoting import label
from kith.pages.staff.scopes import Scope, scope_of
from kith.people import queries as people
from kith.plans import queries as plans
from kith.plans import rules
from kith.standards import acts, forms
from kith.web.asking import ask, posted

PROMISE = "needs-served"  # whose figures they are
HIDDEN = f"Fewer than {rules.FEW} children are never told apart: small parts stand together, or are left out."
_OTHERS = "All others together"
_ELSEWHERE = "Elsewhere, or not told by area"


@dataclass(frozen=True)
class Number:
    """How many children, of what, and the list it opens; no list where it stands for several parts."""

    words: str
    count: int
    href: str = ""


@staff_only
def service_gaps(request: HttpRequest) -> HttpResponse:
    """Two queries besides those of the scope. `kind` with `why` or `area`: the list behind a number."""
    actor, scope = _manager(request), scope_of(request)
    pack = packs.pack_for(settings.PACK, actor.today)
    found = gaps_in(scope, actor)
    context = {
        "actor": actor,
        "scope": scope,
        "rows": [_shown(one, pack, scope) for one in found],
        "listed": _listed(request, found, pack, scope),
        "children": len({line.child.pk for one in found for line in one.lines}),
        "give": scope.href("give-gaps"),
        "few": rules.FEW,
    }
    return render(request, "pages/gaps/gaps.html", context)


@staff_only
def give_gaps(request: HttpRequest) -> HttpResponse:
    """What the screen has, for one named person, without names and small numbers; kept as it left (7.8)."""
    actor, scope = _manager(request), scope_of(request)
    rows = table(gaps_in(scope, actor), packs.pack_for(settings.PACK, actor.today))
    text = tables.as_csv(
        [
            ["Help children lack, and why"],
            ["Of", scope.title],
            ["As at", in_full(actor.today)],
            ["Counted", "Each child once for each kind of help, by the newest reason"],
            ["Hidden", HIDDEN],
            *rows,
        ]
    )
    do = partial(acts.release_figures, by=actor, about=None, standard_id=PROMISE, team=scope.team, text=text)
    return ask(
        request,
        "pages/gaps/give.html",
        form=forms.GiveFigures(posted(request)),
        do=do,
        then=lambda made: reverse("figures-file", args=[made.pk]),
        scope=scope,
        head=rows[0],
        rows=rows[1:],
        hidden=HIDDEN,
        back=scope.href("service-gaps"),
    )


def gaps_in(scope: Scope, actor: Actor) -> list[rules.OfKind]:
    """Of the records open to this reader. Two queries."""
    rows = list(plans.needs_unmet(scope.people))
    return rules.of_kinds(rows, people.sectors_of({row.person_id for row in rows}, actor.today))


def table(found: Sequence[rules.OfKind], pack: Pack) -> list[list[str]]:
    """What leaves, its head first: a kind of help, what it is counted by, and how many children. The kinds make no
    total, so that those of few children can only be put together.
    """
    lines = [["Kind of help", "By", "Which", "Children"]]
    for one in found:
        if len(one.lines) >= rules.FEW:
            kind = _kind(one.kind, pack)
            lines.append([kind, "In all", "", str(len(one.lines))])
            why = {label(pack, "no_service", code): n for code, n in one.reasons.items()}
            lines += [[kind, "Why", *cells] for cells in _cells(rules.told(why), _OTHERS)]
            lines += [[kind, "Area", *cells] for cells in _cells(rules.told(one.sectors), _ELSEWHERE)]
    if rest := sum(len(one.lines) for one in found if len(one.lines) < rules.FEW):
        lines.append([_OTHERS, "In all", "", str(rest) if rest >= rules.FEW else "hidden"])
    return lines


def _cells(told: rules.Told, rest: str) -> list[list[str]]:
    shown = [[key, str(n)] for key, n in told.shown.items()]
    return [*shown, [rest, str(told.rest)]] if told.rest else shown


def _shown(one: rules.OfKind, pack: Pack, scope: Scope) -> dict[str, Any]:
    """One kind of help as the screen has it. Its children and reasons are numbers of lists; areas as they leave."""
    href, told = partial(_list_of, scope, one.kind), rules.told(one.sectors)
    areas = [Number(area, n, href(area=area)) for area, n in told.shown.items()]
    areas += [Number(_ELSEWHERE, told.rest)] if told.rest and told.shown else []
    return {
        "kind": _kind(one.kind, pack),
        "key": one.kind or "none",
        "all": Number("", len(one.lines), href()),
        "why": [Number(label(pack, "no_service", code), n, href(why=code)) for code, n in one.reasons.items()],
        "areas": areas,
    }


def _list_of(scope: Scope, kind: str, **also: str) -> str:
    return scope.href("service-gaps", kind=kind or "none", **also) + "#list"


def _listed(request: HttpRequest, found: Sequence[rules.OfKind], pack: Pack, scope: Scope) -> dict[str, Any] | None:
    """The children behind one number, the longest waiting first: those the reader works with or manages by name."""
    asked = {name: request.GET.get(name, "") for name in ("kind", "why", "area")}
    one = next((one for one in found if (one.kind or "none") == asked["kind"]), None)
    if one is None or (asked["area"] and asked["area"] not in rules.told(one.sectors).shown):
        return None
    if asked["area"] and asked["why"]:  # of an area no part is told: it may be one child
        return None
    lines = one.of(because=asked["why"] or None, sector=asked["area"] or None)
    mine = [line for line in lines if line.child.pk in scope.named]
    parts = [_kind(one.kind, pack), asked["why"] and label(pack, "no_service", asked["why"]), asked["area"]]
    return {
        "title": ": ".join(filter(None, parts)),
        "count": len(lines),
        "rows": [(line, label(pack, "no_service", line.because)) for line in mine],
        "others": len(lines) - len(mine),
    }


def _kind(code: str, pack: Pack) -> str:
    return label(pack, "help_wanted", code) if code else "Kind of help not said yet"


def _manager(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Right.SEE_TEAM):
        raise Http404
    return actor
