"""What families and children can expect: every promise in their words, and how those stand that betray nothing.

The same judgement as a worker reads, counted at night by the system: of what it rests on nothing is here but kept, to
do or late (design 7.4, 7.8). A promise says itself whom it may be told to; any other is told as a promise alone, and so
are those of meetings where somebody of the family is left out: all of one family read the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from kith.access import Audience
from kith.directory.models import Account, Tie
from kith.involvement.queries import somebody_left_out
from kith.people.models import Person
from kith.standards.gathering import gather, moment_of
from kith.standards.models import Expectation
from kith.standards.register import STANDARDS
from kith.standards.rules import stand
from kith.standards.shapes import Shape, Standing, State
from kith.standards.themes import IN_ORDER, by_theme

SAID = {State.MET: "kept", State.DUE: "to_do", State.MISSED: "late", State.EXPLAINED: "late"}


@dataclass(frozen=True)
class Promise:
    """`state`: kept, to_do, late; empty where it is told as a promise alone."""

    of: Shape
    words: str
    state: str = ""


def expected(person: Person, whom: str) -> tuple[list[Promise], datetime | None]:
    """Every promise in the words of `whom` (family, child): first those that stand somehow, the late ones before all;
    and when that was counted. One query.
    """
    rows = {row.standard: row for row in Expectation.objects.filter(person=person, whom=whom).exclude(state="")}
    told = [Promise(each, _words(each, whom), rows[each.id].state if each.id in rows else "") for each in IN_ORDER]
    order = ("late", "to_do", "kept", "")
    counted_at = max((row.counted_at for row in rows.values()), default=None)
    return sorted(told, key=lambda one: order.index(one.state)), counted_at


def under_headings(promises: Iterable[Promise]) -> list[tuple[str, list[Promise]]]:
    """Those told as a promise alone, under the headings of every page of promises."""
    alone = [one for one in promises if not one.state]
    return [(theme.title, under) for theme, under in by_theme(alone, lambda one: one.of)]


def _words(promise: object, whom: str) -> str:
    return getattr(promise, f"to_{whom}")


def tell(now: datetime, today: date) -> int:
    """Counted anew for every child whose family, or who themselves, sign in: how many rows. Of a child we no longer
    work with, and of a promise no longer told, nothing is said.
    """
    rows = list(_told(now, today, _read_by_themselves()))
    Expectation.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["person", "whom", "standard"],
        update_fields=["state", "counted_at"],
    )
    Expectation.objects.filter(counted_at__lt=now).exclude(state="").update(state="")
    return len(rows)


def told_on() -> datetime | None:
    """When it was counted last."""
    return Expectation.objects.order_by("-counted_at").values_list("counted_at", flat=True).first()


def _told(now: datetime, today: date, people: list[int]) -> Iterator[Expectation]:
    moment = moment_of(today)
    incomplete = somebody_left_out(people, moment.pack)
    for facts in gather(today, people):
        for promise in STANDARDS:
            for whom in promise.told_to:
                kept_back = whom == "family" and promise.of_meetings and facts.person_id in incomplete
                state = "" if kept_back else _said(stand(promise, facts, moment))
                yield Expectation(
                    person_id=facts.person_id, whom=whom, standard=promise.id, state=state, counted_at=now
                )


def _said(standing: Standing) -> str:
    """One left undone for safety's sake says nothing."""
    return "" if standing.why == "left" else SAID.get(standing.state, "")


def _read_by_themselves() -> list[int]:
    """Children with a family account tied to them, or an account of their own."""
    outside = Account.objects.filter(is_active=True, audience__in=(Audience.FAMILY, Audience.CHILD))
    tied = Tie.objects.filter(Q(ends_at=None), account__in=outside).values_list("person_id", flat=True)
    own = outside.exclude(person=None).filter(audience=Audience.CHILD).values_list("person_id", flat=True)
    return sorted({*tied, *own})
