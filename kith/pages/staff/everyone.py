"""Who does what by when, for each person a plan names, and whether the plan is clear to them (S3-21)."""

from datetime import date
from typing import Any

from kith.packs import Pack
from kith.plans import rules
from kith.plans.queries import Held
from kith.sharing import queries as sharing


def everyone(held: Held, pack: Pack, today: date) -> list[dict[str, Any]]:
    """Everyone with a step, a view or a copy of the plan: what they do, whether they have said it in their own words,
    and whether their copy is clear to them. One query.
    """
    plan = held.plan
    copies = sharing.plan_copies(plan.person, plan.started_on)
    people: dict[str, dict[str, Any]] = {}
    for step in held.to_do:
        _of(people, step.owner_name)["steps"].append(step)
    for view in held.views:
        _of(people, view.who)["said"] = view.words
    copy: Any
    for copy in copies.values():
        theirs = _of(people, _as_named(people, copy, plan))
        theirs["copy"], theirs["by"] = copy, rules.plan_confirmed_by(copy.released_on, pack)
        theirs["late"] = copy.clear_on is None and theirs["by"] < today
    return [one for name, one in people.items() if name]


def _of(people: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    return people.setdefault(name.casefold(), {"name": name, "steps": [], "said": "", "copy": None})


def _as_named(people: dict[str, dict[str, Any]], copy: Any, plan: Any) -> str:
    """A child whose plan it is may stand in it by their first name alone."""
    first = copy.recipient_name.partition(" ")[0]
    return first if copy.recipient_id == plan.person_id and first.casefold() in people else copy.recipient_name
