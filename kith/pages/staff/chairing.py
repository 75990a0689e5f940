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
from kith.packs import NotInPack, Pack
from kith.pages.staff import time_limits
from kith.pages.staff.front_door import pack_of
from kith.pages.staff.opening import staff_only
from kith.pages.staff.protecting import capital
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
)
_REPORTS = {"review": "report-to-family-review"}  # the others: report-to-family-first
_CARE = "looked-after"


@staff_only
def my_reviews(request: HttpRequest) -> HttpResponse:
    """Nine queries, however many children."""
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
        },
    )


def _coming(line: Any, pack: Pack, today: Any) -> dict[str, Any]:
    """One conference for one child: what is ready and what is not, and whether the family has had the report."""
    choices = pack.choices("conference_ready")
    missing = [words for code, words in choices if code not in line.ready]
    return {
        "line": line,
        "name": capital(rules.name_of(line.kind, pack)),
        "ready": len(choices) - len(missing),
        "of": len(choices),
        "missing": missing,
        "report": _report(line, pack, today),
        "passed": line.meeting.planned_for < today,
    }


def _report(line: Any, pack: Pack, today: Any) -> tuple[str, str]:
    """(state, words) of the report for the family."""
    if line.report_shared_on:
        return "met", f"The family has had the report since {short_day(line.report_shared_on, today)}"
    try:
        by = pack.due(_REPORTS.get(line.kind, "report-to-family-first"), line.meeting.planned_for)
    except NotInPack:
        return "owed", "The family has not had the report"
    return "owed_late" if by < today else "owed", f"The family has the report by {short_day(by, today)}"


def _due(line: Any, child: Any, actor: Any) -> dict[str, Any]:
    page = "child-looked-after" if line.clock.timescale.key.startswith(_CARE) else "child-protection"
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


def _add(found: dict[int, list[tuple[str, str]]], row: Any, page: str, words: str) -> None:
    found.setdefault(row.person_id, []).append((words, _to(page, row.person)))


def _to(name: str, child: Any) -> str:
    return reverse(name, args=[child.ref])
