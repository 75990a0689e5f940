"""What a chair or reviewing officer needs: which reviews and conferences come, whether they are ready, and what has
drifted since the last one (users 1.7, 5.1). By the name that stands in the record; for anybody else it is empty.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.decisions import queries as decisions
from kith.involvement import queries as involvement
from kith.involvement import rules
from kith.packs import Pack
from kith.pages.staff import between, time_limits
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.pages.staff.protecting import capital
from kith.pages.staff.readiness import report_by
from kith.people import queries as people
from kith.plans import queries as plans
from kith.standards.clocks import queries as clocks
from kith.voice import queries as voice
from kith.words import short_day

REVIEWS = (
    "looked-after-review-first",
    "looked-after-review-second",
    "looked-after-review-next",
    "review-after-birth",
    "review-after-birth-mother-unwell",
    "review-conference-first",
    "review-conference-next",
    *between.LIMITS,
)
_CARE = "looked-after"


@staff_only
def my_reviews(request: HttpRequest) -> HttpResponse:
    """Fourteen queries, however many children."""
    actor = request.actor  # type: ignore[attr-defined]
    pack, lines = pack_of(actor), involvement.conferences_coming(actor.name)
    chaired = involvement.children_chaired(actor.name)
    children = chaired | {line.person_id: line.person for line in lines}
    mine = {person.pk for person in people.people_i_am_tied_to()}  # of the others no words are read (design 7.7)
    return render(
        request,
        "pages/chairing/reviews.html",
        {
            "actor": actor,
            "coming": [_coming(line, pack, actor.today) for line in lines],
            "due": [_due(line, chaired[line.person_id], actor) for line in clocks.open_of(chaired, actor, REVIEWS)],
            "mine": mine,
            "concerns": list(_concerns({pk: child for pk, child in children.items() if pk in mine}, actor.today)),
            "since": _since({pk: child for pk, child in chaired.items() if pk in mine}, actor),
        },
    )


def _coming(line: Any, pack: Pack, today: Any) -> dict[str, Any]:
    """One conference for one child: what is ready and what is not, and whether the family has had the report."""
    of, missing = len(pack.choices(rules.LIST)), rules.not_ready(line.ready, pack)
    return {
        "line": line,
        "name": capital(rules.name_of(line.kind, pack)),
        "ready": of - len(missing),
        "of": of,
        "missing": missing,
        "report": _report(line, pack, today),
        "passed": line.meeting.planned_for < today,
    }


def _report(line: Any, pack: Pack, today: Any) -> tuple[str, str]:
    """(state, words) of the report for the family."""
    return rules.report(line.report_shared_on, report_by(line, pack), today)


def _due(line: Any, child: Any, actor: Any) -> dict[str, Any]:
    limit = line.clock.timescale.key
    page = "child-looked-after" if limit.startswith(_CARE) else "child-protection"
    page = "between-reviews" if limit in between.LIMITS else page
    return {"shown": time_limits.shown(line, actor, child=child), "by": line.needed_by, "href": _to(page, child)}


def _concerns(children: dict[int, Any], today: Any) -> Iterator[dict[str, Any]]:
    """What has drifted between reviews, child by child: challenges, steps past their day, answers owed."""
    found: dict[int, list[tuple[str, str]]] = {}
    for one in decisions.challenges_waiting().filter(person_id__in=children):
        _add(found, one, "child-decisions", f"A challenge nobody has answered: {one.concern}")
    for step in plans.steps_past(children, today):
        _add(found, step, "child-plan", f"A step past its day, {short_day(step.by_when or today, today)}: {step.what}")
    for wish in voice.wishes_late(today).filter(person_id__in=children):
        _add(found, wish, "child-voice", f"No answer since {short_day(wish.answer_by_on, today)}: {wish.words.told}")
    for pk in sorted(found, key=lambda pk: (children[pk].sort_key, pk)):
        yield {"child": children[pk], "lines": found[pk]}


def _since(chaired: dict[int, Any], actor: Any) -> list[dict[str, Any]]:
    """How much has happened to each child since the review they last chaired; what it is stands on its own page."""
    held = involvement.last_held(chaired)
    happened = between.since({pk: held[pk] for pk in chaired if pk in held}, actor.today)
    return [
        {
            "child": chaired[pk],
            "on": held[pk],
            "count": len(happened.get(pk, ())),
            "href": _to("between-reviews", child),
        }
        for pk, child in sorted(chaired.items(), key=lambda one: one[1].sort_key)
        if pk in held
    ]


def _add(found: dict[int, list[tuple[str, str]]], row: Any, page: str, words: str) -> None:
    found.setdefault(row.person_id, []).append((words, _to(page, row.person)))


def _to(name: str, child: Any) -> str:
    return reverse(name, args=[child.ref])
