"""Complaints and thanks, made as each audience makes them, and somebody who sees to complaints."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kith.access import acting_as
from kith.directory.acts import give_role
from kith.directory.models import Account, Role
from kith.directory.queries import actor_for
from kith.feedback import acts
from kith.feedback.models import Complaint, ComplaintStage
from tests.cast import NOW, TODAY, Cast

WORDS = "She never rings when she says she will."
FOUND = {
    "outcome": "upheld",
    "reasons": "You were right. She should have rung, and we are sorry.",
    "lesson": "A call that was promised stands in the diary.",
}


def sees_to_complaints(cast: Cast, name: str = "rowan") -> Any:
    """This person holds the role of a complaints manager too."""
    account = Account.objects.get(pk=cast.actors[name].account_id)
    with acting_as(cast.system):
        give_role(by=cast.system, account=account, role=Role.objects.get(code="complaints_manager"))
    cast.actors[name] = actor_for(account, NOW)
    return cast.actors[name]


def on_day(actor: Any, day: Any) -> Any:
    """The same person at noon of another day."""
    return replace(actor, now=datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def taken(cast: Cast, by: Any = None, **given: Any) -> Complaint:
    """By phone, taken by Theo, about Aisha, unless said."""
    by = by or cast.theo
    told = {"words": WORDS, "who": "Kelly Okafor", "whose": "family", "how": "phone", "on": by.today}
    told |= {"staff": [cast.staff["aisha"]], "children": [cast.maya]}
    with acting_as(by):
        return acts.take_complaint(by=by, about=None, **(told | given))


def only_stage(complaint: Complaint, by: Any) -> ComplaintStage:
    with acting_as(by):
        return ComplaintStage.objects.filter(complaint=complaint).order_by("place").last()


def answerer(cast: Cast, by: Any, stage: ComplaintStage, who: str = "sol") -> ComplaintStage:
    with acting_as(by):
        return acts.name_answerer(by=by, about=None, stage=stage, answerer=cast.staff[who])


def answered(cast: Cast, by: Any, stage: ComplaintStage, on: Any = TODAY, **given: Any) -> ComplaintStage:
    with acting_as(by):
        return acts.answer_complaint(by=by, about=None, on=on, stage=stage, **(FOUND | given))
