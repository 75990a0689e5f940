"""Reviews of a plan: what was found, what is missing, and the course of each outcome."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kith.packs import Pack
from kith.people.models import Person
from kith.plans import rules
from kith.plans.models import Actual, Outcome, Plan, PlanReview, TakingPart


@dataclass(frozen=True)
class Course:
    """One outcome from where it began through every review: (day, score, actual), the beginning without an actual."""

    outcome: Outcome
    points: list[tuple[date, int | None, Actual | None]]

    @property
    def scores(self) -> list[tuple[date, int]]:
        return [(day, score) for day, score, _ in self.points if score is not None]

    @property
    def latest(self) -> Actual | None:
        return self.points[-1][2] if self.points else None


def review(pk: int) -> PlanReview | None:
    return PlanReview.objects.filter(pk=pk).select_related("plan", "person").first()


def reviews_of(plan: Plan) -> QuerySet[PlanReview]:
    """Newest first."""
    return PlanReview.objects.filter(plan=plan).order_by("-held_on", "-pk")


def reviews_beside(found: PlanReview, siblings: Iterable[Person]) -> list[PlanReview]:
    """Reviews of brothers’ and sisters’ plans held the same day and not finished. One query."""
    others = PlanReview.objects.filter(person__in=list(siblings), held_on=found.held_on, finished_on=None)
    return list(others.exclude(pk=found.pk).select_related("person").order_by("person__born_on", "pk"))


def courses(plan: Plan, outcomes: list[Outcome]) -> list[Course]:
    """Each outcome as planned and as it has been (N34). One query."""
    found: dict[int, dict[int, Actual]] = {}
    for actual in Actual.objects.filter(review__plan=plan).select_related("review").order_by("review__held_on", "pk"):
        found.setdefault(actual.outcome_id, {})[actual.review_id] = actual
    start = plan.started_on
    return [
        Course(
            one,
            [
                *([(start, one.baseline_score, None)] if start else []),
                *((actual.review.held_on, actual.score, actual) for actual in found.get(one.pk, {}).values()),
            ],
        )
        for one in outcomes
    ]


def stuck(child: Person, pack: Pack) -> list[Actual]:
    """How the outcomes of open plans stood last, for those that were stuck or worse. One query."""
    open_ones = Actual.objects.filter(person=child, outcome__ended_on=None, outcome__plan__ended_on=None)
    newest = {one.outcome_id: one for one in open_ones.select_related("outcome").order_by("review__held_on", "pk")}
    still = pack.flagged("outcome_now", "no_change")
    return [one for one in newest.values() if one.now in still]


def next_review_by(plan: Plan, newest: PlanReview | None, pack: Pack) -> date | None:
    """The day the plan is to be looked at again: as the last finished review said, else the pack's limit; none before
    it is agreed. `newest`: of those that are finished.
    """
    if newest and newest.finished_on:
        return newest.next_on
    if plan.agreed_on is None:
        return None
    return rules.first_review_by(plan.kind, plan.agreed_on, pack)


def taking_part_between(first: date, last: date) -> list[TakingPart]:
    """How everybody took part in reviews held in those days: the latest of each person of each review. One query."""
    rows = TakingPart.objects.filter(review__held_on__gte=first, review__held_on__lte=last)
    newest: dict[tuple[int, str], TakingPart] = {}
    for row in rows.select_related("review", "person").order_by("pk"):
        newest[row.review_id, row.who.casefold()] = row
    return list(newest.values())


def with_us(plan: Plan) -> dict[str, list[tuple[date, int]]]:
    """How it is to work with us, in each parent's own view: by name, (day of the review, 0 to 10), oldest first. One
    query (S2-14).
    """
    found: dict[str, dict[int, tuple[date, int]]] = {}
    parts = TakingPart.objects.filter(review__plan=plan, with_us__isnull=False).select_related("review")
    for part in parts.order_by("review__held_on", "pk"):
        if part.with_us is not None:
            found.setdefault(part.who, {})[part.review_id] = (part.review.held_on, part.with_us)
    return {who: list(points.values()) for who, points in found.items()}
