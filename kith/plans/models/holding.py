"""A plan, and a review of it, with everything that stands in them: read by acts and pages alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from kith.involvement.models import LeftOut
from kith.involvement.rules import standing
from kith.plans.models.idea import Idea
from kith.plans.models.outcome import Outcome
from kith.plans.models.plan import Plan, PlanView
from kith.plans.models.review import Actual, Celebration, PlanReview, ReviewPoint, TakingPart
from kith.plans.models.step import IN_PLAN, Step
from kith.voice import queries as voice
from kith.voice.models import Words

OVER = "done"


@dataclass(frozen=True)
class Held:
    """A plan and what stands in it. `outcomes`: those still worked on, then in `ended` the others. `views`: the latest
    of each person on the version as it is; `earlier`: on versions before it. `taken_out`: steps that are in it no more.
    """

    plan: Plan
    outcomes: list[Outcome]
    ended: list[Outcome]
    steps: list[Step]
    views: list[PlanView]
    earlier: list[PlanView]
    celebrations: list[Celebration]
    ideas: list[Idea]
    taken_out: Sequence[Step] = ()

    @property
    def to_do(self) -> list[Step]:
        return [step for step in self.steps if step.state != OVER]


@dataclass(frozen=True)
class Looked:
    """A review with everything written in it. `before`: how each outcome stood at the review before, by its id."""

    review: Any
    outcomes: Sequence[Any]  # still worked on
    actuals: Mapping[int, Any]  # by outcome, the latest
    points: Sequence[Any]
    takingparts: Sequence[Any]
    steps: Sequence[Any]
    before: Mapping[int, Any] = field(default_factory=dict)
    owed: int = 0
    left_out: Mapping[str, Any] = field(default_factory=dict)  # by name: who meetings go on without (S2-29.2)


def held(plan: Plan) -> Held:
    """Five queries."""
    outcomes = list(with_words(Outcome.objects.filter(plan=plan)).order_by("pk"))
    views = list(PlanView.objects.filter(plan=plan).order_by("said_on", "pk"))
    latest = {(view.who.casefold(), view.version): view for view in views}
    steps = list(Step.objects.filter(plan=plan).order_by("by_when", "pk"))
    return Held(
        plan=plan,
        outcomes=[one for one in outcomes if one.ended_on is None],
        ended=[one for one in outcomes if one.ended_on],
        steps=[step for step in steps if step.taken_out_on is None],
        taken_out=[step for step in steps if step.taken_out_on],
        views=[view for (_, version), view in latest.items() if version == plan.version],
        earlier=[view for (_, version), view in latest.items() if version != plan.version],
        celebrations=list(Celebration.objects.filter(plan=plan).order_by("-celebrated_on", "-pk")),
        ideas=list(Idea.objects.filter(plan=plan).order_by("answered_on", "-put_on", "-pk")),
    )


def with_words(outcomes: QuerySet[Outcome]) -> QuerySet[Outcome]:
    """Each with `on_words`: whether it rests on words of the child's that stand (S3-02). No query more."""
    cited = Words.objects.filter(citations__row_table=Outcome._meta.db_table, citations__row_id=OuterRef("pk"))
    return outcomes.annotate(on_words=Exists(cited))


def looked(found: PlanReview) -> Looked:
    """A review with everything written in it. Seven queries."""
    reviews = list(_before(found)[:1])
    actuals = Actual.objects.filter(review__in=[found, *reviews]).order_by("pk")
    now = {one.outcome_id: one for one in actuals if one.review_id == found.pk}
    then = {one.outcome_id: one for one in actuals if one.review_id != found.pk}
    people = TakingPart.objects.filter(review=found).order_by("pk")
    return Looked(
        review=found,
        outcomes=list(Outcome.objects.filter(plan=found.plan, ended_on=None).order_by("pk")),
        actuals=now,
        points=list(ReviewPoint.objects.filter(review=found).order_by("pk")),
        takingparts=list({one.who.casefold(): one for one in people}.values()),
        steps=list(Step.objects.filter(IN_PLAN, plan=found.plan).exclude(state=OVER).order_by("by_when", "pk")),
        before=then,
        owed=voice.wishes_owed(found.person).count(),
        left_out=standing(LeftOut.objects.filter(person=found.person, ended_on=None)),
    )


def _before(found: PlanReview) -> QuerySet[PlanReview]:
    """Finished reviews of the same plan, newest first."""
    finished = PlanReview.objects.filter(plan=found.plan, finished_on__isnull=False, pk__lt=found.pk)
    return finished.order_by("-held_on", "-pk")
