"""Ways for Maya to come to be looked after, for the tests of it."""

from datetime import datetime, timedelta
from typing import Any

from kith.access import acting_as
from kith.access.actor import HOME_TIME
from kith.involvement import acts
from kith.involvement.models import CareReviewLine, LegalStatus, LookedAfter, Missing, OrderLonger, Placement
from tests.cast import TODAY

SEEN_THROUGH = {
    "child_part": "PN1",
    "looked_at": "School, sleep and the visits with Nan.",
    "decided": "Maya stays with Dot; Nan comes each Sunday.",
    "child_view": "I want Sundays at Nan’s.",
}


def days_ago(days: int) -> Any:
    return TODAY - timedelta(days=days)


def at(day: Any, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, datetime.min.time().replace(hour=hour, minute=minute), HOME_TIME)


def under(cast: Any, status: str = "C1", about: Any = None, by: str = "aisha", **given: Any) -> LegalStatus:
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.record_legal_status(by=actor, about=about or cast.maya, status=status, **given)


def longer(cast: Any, status: LegalStatus, **given: Any) -> OrderLonger:
    with acting_as(cast.aisha):
        return acts.make_order_longer(by=cast.aisha, about=status.person, status=status, **given)


def ended(cast: Any, care: LookedAfter, ended_as: str, **given: Any) -> LookedAfter:
    with acting_as(cast.aisha):
        return acts.end_looked_after(by=cast.aisha, about=cast.maya, care=care, ended_as=ended_as, **given)


def lives(cast: Any, kind: str = "U6", about: Any = None, **given: Any) -> Placement:
    with acting_as(cast.aisha):
        told = {"lines": "4 Larch Walk\nNorthcliff", "with_whom": "Dot Mallory", **given}
        return acts.begin_placement(by=cast.aisha, about=about or cast.maya, kind=kind, **told)


def reviewed(
    cast: Any, about: Any = None, on: Any = TODAY, chaired_by: str = "Imran Vale", **of: Any
) -> CareReviewLine:
    children = about or [cast.maya]
    with acting_as(cast.aisha):
        lines = {child.pk: {**SEEN_THROUGH, **of} for child in children}
        return acts.record_care_review(by=cast.aisha, about=children, on=on, chaired_by=chaired_by, lines=lines)


def gone(cast: Any, **given: Any) -> Missing:
    with acting_as(cast.aisha):
        told = {"at": at(days_ago(2), 21, 40), "on": days_ago(2), "from_where": "Larch Walk", **given}
        return acts.report_missing(by=cast.aisha, about=cast.maya, **told)


def found(cast: Any, missing: Missing, **given: Any) -> Missing:
    with acting_as(cast.aisha):
        told = {"at": at(days_ago(1), 7, 15), "how": "At the bus station.", **given}
        return acts.note_found(by=cast.aisha, about=cast.maya, missing=missing, **told)


def listened(cast: Any, missing: Missing, **given: Any) -> Missing:
    with acting_as(cast.aisha):
        told = {"at": at(TODAY, 9), "talked_with": "Bea Lund", "independent": True, **given}
        return acts.record_return_talk(by=cast.aisha, about=cast.maya, missing=missing, **told)
