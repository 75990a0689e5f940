"""The lines of a manager's Monday that are made of several facts: who was seen, what went well, who leads how many."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from kith.calendar import counted
from kith.directory import queries as directory
from kith.feedback import queries as feedback
from kith.pages.staff.front_door import pack_of
from kith.plans import queries as plans
from kith.record import queries as records
from kith.standards import queries as standards
from kith.standards import rules
from kith.standards.register import standard
from kith.workforce import queries as workforce
from kith.workforce.rules import in_first_year

NEWS = timedelta(days=28)  # for so long good news stays on the page
FRESH = timedelta(days=14)  # for so long a child is new to whoever leads the work


def seen(actor: Any, children: list[int]) -> dict[str, Any]:
    """Of the promises' own pages: seen but not alone; and not seen in time, with how many of them have a reason that
    waits to be read, and how many more are late for one that was accepted. One query.
    """
    promises = [standard("seen-in-time"), standard("seen-alone")]
    stood = standards.stood(promises, actor.today, children)
    counts = [rules.count([row.state for row in stood[one.id]]) for one in promises]
    waits, explained = sum(row.waits_for_acceptance for row in stood[promises[0].id]), counts[0]["explained"]
    said = [f"{waits} of them with a reason that waits" if waits else "", f"{explained} more are late, explained"]
    return {
        "not_in_time": counts[0],
        "not_alone": counts[1],
        "not_in_time_href": reverse("standard", args=[promises[0].id]) + "?state=missed#list",
        "not_alone_href": reverse("standard", args=[promises[1].id]) + "?state=missed#list",
        "not_in_time_note": "; ".join(filter(None, [said[0], said[1] if explained else ""])),
    }


@dataclass(frozen=True)
class News:
    """Something that went well: for whom, when, what, and who said so. Thanks are about no child: `named` is who they
    are for.
    """

    person: Any
    on: date
    what: str
    who: str
    href: str
    named: str = ""

    @property
    def called(self) -> str:
        return self.person.called if self.person else self.named or "The team"


def good_news(children: list[int], since: date, team_id: int | None = None) -> list[News]:
    """What was celebrated, what children who feel valued said, thanks to the team; newest first. Three queries."""
    found = [
        *(
            News(one.person, one.celebrated_on, one.what, one.raised_by, reverse("child-plan", args=[one.person.ref]))
            for one in plans.celebrations_since(children, since)
        ),
        *(
            News(one.person, one.said_on, f"“{one.words}”", "in their own words", _voice(one.person))
            for one in feedback.valued_fully(children, since)
        ),
        *(
            News(None, one.said_on, f"“{one.words}”", f"{one.who}, thanking", reverse("thanks"), one.about_name)
            for one in feedback.thanks_for_team(team_id, since)
        ),
    ]
    return sorted(found, key=lambda one: (one.on, one.person.sort_key if one.person else ""), reverse=True)


def _voice(child: Any) -> str:
    return reverse("child-voice", args=[child.ref])


WORK = {
    "visit": "a visit",
    "plan": "a plan",
    "assessment": "an assessment",
    "meeting": "a meeting",
    "decision": "a decision",
    "words": "what a child said, or an answer",
    "other": "something else",
}


def drafts(actor: Any) -> dict[str, Any]:
    """Drafts older than two days: whose, about what kind of work and since when, never their words. Two queries."""
    left = records.drafts_left()
    names = {one.account_id: one.name for one in directory.staff_of(actor.team_id)} if left else {}
    count = sum(one.count for one in left)
    return {
        "drafts": [(names.get(one.account_id, "Somebody"), WORK[one.work], one.since, one.count) for one in left],
        "drafts_count": count,
        "drafts_note": f"and {counted(count, 'draft')} older than two days" if count else "",
    }


@dataclass(frozen=True)
class Load:
    """What a worker leads, from facts of the work alone: how many, how many of them new, when they last thought about
    one of them with somebody, and whether they are in their first year.
    """

    name: str
    count: int
    fresh: int
    supervised: date | None
    first_year: bool


def workload(led: list[Any], staff: list[Any], actor: Any) -> list[Load]:
    """By name: nobody is ranked. One query."""
    by_worker: dict[tuple[str, int], list[Any]] = {}
    for lead in led:
        by_worker.setdefault((lead.name, lead.account_id), []).append(lead)
    talks = workforce.newest_of_each([lead.person_id for lead in led])
    pack = pack_of(actor)
    new = {one.account_id for one in staff if in_first_year(one.practising_from, actor.today, pack)}
    return [
        Load(
            name=name,
            count=len(leads),
            fresh=sum(lead.from_on > actor.today - FRESH for lead in leads),
            supervised=max((t.held_on for one in leads if (t := talks.get(one.person_id))), default=None),
            first_year=account in new,
        )
        for (name, account), leads in sorted(by_worker.items())
    ]
