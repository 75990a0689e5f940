"""Who agreed that what is shared with whom, and what was shared without it. Staff alone read it."""

from dataclasses import dataclass
from datetime import date

from kith.involvement import rules
from kith.involvement.models import ShareAgreed, SharedAnyway
from kith.people.models import Person


@dataclass(frozen=True)
class Shareable:
    """`with_whom`: by agency, why nothing new is shared with it today; empty where something may be."""

    said: list[ShareAgreed]
    anyway: list[SharedAnyway]
    with_whom: dict[str, str]


def shareable_of(child: Person, on: date) -> Shareable:
    """Newest first. Two queries."""
    said = list(ShareAgreed.objects.filter(person=child).order_by("-from_on", "-pk"))
    anyway = list(SharedAnyway.objects.filter(person=child).order_by("-shared_on", "-pk"))
    each = {row.called: row.agency_id for row in reversed(said)}
    stopped = {
        called: rules.share_stopped(said, anyway, on, agency_id=agency, called=called)
        for called, agency in each.items()
    }
    return Shareable(said, anyway, stopped)


def share_agreed(pk: int) -> ShareAgreed | None:
    return ShareAgreed.objects.filter(pk=pk).first()


def shared_anyway(pk: int) -> SharedAnyway | None:
    return SharedAnyway.objects.filter(pk=pk).first()
