"""What we promise: each charter, each thing it says, how the promises behind it stand, and who answers for it.

One reading of the facts for a page: a number and the list it opens are made of the same rows. Nothing is averaged and
nobody is ranked. Everyone may read the numbers; whose they are, only somebody who works with the child, or who manages
whoever does. Answers S4-01, S1-01 (users 5.10).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.access import Actor, Right
from kith.calendar import counted, in_full
from kith.directory import queries as directory
from kith.involvement import queries as involvement
from kith.pages.staff import standing
from kith.pages.staff.opening import staff_only
from kith.people import queries as people
from kith.standards import acts, queries, rules, trends
from kith.standards.charters import Charter, Item
from kith.standards.demands import WAITS, Row, demands
from kith.standards.forms import NameWhoAnswers
from kith.standards.register import STANDARDS, standard
from kith.standards.rules import Row as Stood
from kith.web.asking import ask, posted
from kith.web.components.own import STATES

# What a reader looks for first; the others stand after these.
ORDER = ("missed", "due", "explained", "met", "not_yet", "not_applicable")
MOST = 60  # names of a list on a page
FEW = 8  # times somebody looked, and stories


@dataclass(frozen=True)
class Number:
    """How many children in one state, and where they are listed."""

    state: str
    count: int
    href: str = ""


@dataclass(frozen=True)
class Kept:
    """One promise behind an item."""

    id: str
    title: str
    promise: str
    counts_what: str
    made_to: str
    numbers: list[Number]
    to_nobody: str
    points: Sequence[Any] = ()  # the last night of each week, of everyone's children
    picture: Any = None


@dataclass(frozen=True)
class Demanded:
    """One demand of an item: the promises that count it, or that it is not yet built, or that nothing counts it."""

    row: Row
    ids: str
    kept_by: list[str]
    waits_for: str


@staff_only
def all_charters(request: HttpRequest) -> HttpResponse:
    """Every charter and its items, with how the promises behind each stand today for what this reader may see."""
    actor = request.actor  # type: ignore[attr-defined]
    here = queries.charters_here()
    board, named = queries.board(actor.today), queries.who_answers()
    shown = [_charter(charter, here, board, named) for charter in here]
    waits = [row for row in demands().values() if row.waits_for]
    return render(
        request,
        "pages/charters/all.html",
        {
            "charters": shown,
            "today": actor.today,
            "children": counted(sum(next(iter(board.values()), {}).values()), "child", "children"),
            "items_not_built": sum(one["not_built"] for one in shown),
            "items": sum(len(one["items"]) for one in shown),
            "rows": len(demands()),
            "waiting": [(words, sum(row.waits_for == name for row in waits)) for name, words in WAITS.items()],
            "rows_waiting": len(waits),
        },
    )


def _charter(charter: Charter, here: Sequence[Charter], board: dict[str, dict[str, int]], named: Any) -> dict[str, Any]:
    items = [_item(charter, item, board, named) for item in charter.items]
    return {
        "charter": charter,
        "items": items,
        "not_built": len(charter.not_yet_built),
        "followed": next((one for one in here if one.id == charter.succeeds), None),
        "followed_by": next((one for one in here if one.succeeds == charter.id), None),
    }


def _item(charter: Charter, item: Item, board: dict[str, dict[str, int]], named: Any) -> dict[str, Any]:
    counts = [board[id_] for id_ in item.standards]
    return {
        "item": item,
        "href": reverse("charter-item", args=[charter.id, item.id]),
        "promises": counted(len(item.standards), "promise"),
        "totals": [] if item.not_yet_built else _totals(counts),
        "waiting": len(item.waiting),
        "answers": named.get((charter.id, item.id)),
    }


def _totals(counts: Sequence[dict[str, int]]) -> list[Number]:
    """All its promises to all its children, counted together by state. A sum of the numbers below, never a share."""
    totals = [Number(state, sum(one[state] for one in counts)) for state in ORDER[:4]]
    return [one for one in totals if one.count]


@staff_only
def charter_item(request: HttpRequest, charter: str, item: str) -> HttpResponse:
    """What one item promises, what it asks for, how that is counted, who answers for it, and what was found."""
    actor = request.actor  # type: ignore[attr-defined]
    published, said = found(charter, item)
    promises = [standard(id_) for id_ in said.standards]
    stood = queries.stood(promises, actor.today)
    counted_on = trends.trends_of(said.standards, None, actor.today - standing.TREND)
    return render(
        request,
        "pages/charters/item.html",
        {
            "charter": published,
            "item": said,
            "demands": [_demanded(row, published) for row in said.rows],
            "demands_title": _asks(said),
            "kept": [_kept(promise.id, stood[promise.id], counted_on[promise.id]) for promise in promises],
            "states": [(state, STATES[state].words) for state in standing.ORDER],
            "totals": [] if said.not_yet_built else _totals([count(rows) for rows in stood.values()]),
            "listed": _listed(request, stood, actor),
            "answers": queries.who_answers(charter, item).get((charter, item)),
            "before": queries.answered_before(charter, item),
            "may_name": actor.may(Right.NAME_WHO_ANSWERS),
            "judged": queries.judged(said.standards, actor)[:FEW] if promises else [],
            "verdicts": queries.verdicts(said.standards),
            "stories": queries.stories(charter, item)[:FEW],
            "titles": {promise.id: promise.title for promise in promises},
            "today": actor.today,
        },
    )


def found(charter: str, item: str) -> tuple[Charter, Item]:
    """Raises Http404 for what no charter used here says."""
    published = next((one for one in queries.charters_here() if one.id == charter), None)
    if published is None or item not in {each.id for each in published.items}:
        raise Http404
    return published, published.item(item)


def _asks(said: Item) -> str:
    """5 demands of the register; 2 are not yet built"""
    demanded, waits = counted(len(said.rows), "demand"), len(said.waiting)
    return f"{demanded} of the register" + (f"; {waits} not yet built" if waits else "")


def _demanded(row: Row, charter: Charter) -> Demanded:
    own = [id_ for id_ in (row.id, *row.also) if id_.startswith(f"{charter.document}-")] if charter.document else []
    kept_by = [one.title for one in STANDARDS if any(row.id in root.requirements for root in one.roots)]
    return Demanded(row, ", ".join(dict.fromkeys([row.id, *own])), kept_by, WAITS.get(row.waits_for, ""))


def _kept(id_: str, rows: Sequence[Stood], points: Sequence[trends.Point]) -> Kept:
    promise = standard(id_)
    counts = count(rows)
    return Kept(
        id=id_,
        title=promise.title,
        promise=promise.promise,
        counts_what=promise.evidence.words,
        made_to=_made_to(rows),
        numbers=[Number(state, n, f"?promise={id_}&state={state}#children") for state in ORDER if (n := counts[state])],
        to_nobody="" if rows else "No child you may see has open work, so it is made to nobody.",
        points=standing.weekly(points),
        picture=standing.picture(points) if points else None,
    )


def count(rows: Sequence[Stood]) -> dict[str, int]:
    return rules.count([row.state for row in rows])


def _made_to(rows: Sequence[Stood]) -> str:
    """To how many it is made, of how many: a promise runs only where it belongs (S1-01)."""
    applies = sum(row.state != "not_applicable" for row in rows)
    return f"Made to {applies} of {counted(len(rows), 'child', 'children')} with open work." if rows else ""


def _listed(request: HttpRequest, stood: dict[str, list[Stood]], actor: Actor) -> dict[str, Any] | None:
    """The children behind the number somebody opened: names for those the reader works with, the rest counted."""
    promise, state = request.GET.get("promise", ""), request.GET.get("state", "")
    if promise not in stood or state not in ORDER:
        return None
    rows = sorted((row for row in stood[promise] if row.state == state), key=_longest_first)
    mine = _mine(actor)
    open_to_me = [row for row in rows if row.facts.person_id in mine]
    return {
        "title": standard(promise).title,
        "state": STATES[state].words,
        "count": len(rows),
        "rows": open_to_me[:MOST],
        "more": max(len(open_to_me) - MOST, 0),
        "others": len(rows) - len(open_to_me),
    }


def _longest_first(row: Stood) -> tuple[Any, ...]:
    return (row.due or date.max, row.facts.sort_key, row.facts.person_id)


def _mine(actor: Actor) -> set[int]:
    """The children whose record is this reader's to read, by a tie or as their lead worker's manager."""
    tied = {person.pk for person in people.people_i_am_tied_to()}
    led = involvement.led_by_team(actor.team_id) if actor.may(Right.SEE_TEAM) else ()
    return tied | {lead.person_id for lead in led}


@staff_only
def name_who_answers(request: HttpRequest, charter: str, item: str) -> HttpResponse:
    """Somebody says who answers for it, from which day."""
    actor = request.actor  # type: ignore[attr-defined]
    published, said = found(charter, item)
    if not actor.may(Right.NAME_WHO_ANSWERS):
        raise Http404
    workers = [(one.pk, f"{one.name}, {one.job_title.lower()}") for one in directory.all_staff()]
    return ask(
        request,
        "pages/charters/asked.html",
        form=NameWhoAnswers(posted(request), workers=workers, initial={"on": actor.today}),
        do=partial(_name, actor, charter, item),
        then=reverse("charter-item", args=[charter, item]),
        charter=published,
        item=said,
        title=f"Who answers for “{said.title}”?",
        note=_now(queries.who_answers(charter, item).get((charter, item))),
        button="Save",
    )


def _now(answers: Any) -> str:
    who = f" Now it is {answers.name}, since {in_full(answers.from_on)}." if answers else ""
    return f"Whoever is named can be asked how it stands. Everybody who works here sees the name.{who}"


def _name(actor: Actor, charter: str, item: str, *, worker: int | None, **given: Any) -> Any:
    named = directory.staff_member(worker) if worker else None
    return acts.name_who_answers(by=actor, charter=charter, item=item, worker=named, **given)
