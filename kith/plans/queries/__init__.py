from kith.plans.models import Held, held, looked
from kith.plans.queries.plans import (
    celebrations_of,
    may_own,
    open_plan,
    open_plans,
    outcome,
    plan_gaps,
    plan_of,
    plans_of,
    step,
    steps_of_mine,
    steps_unaccepted,
    with_plans,
)
from kith.plans.queries.reviews import Course, courses, next_review_by, review, reviews_of

__all__ = [
    "Course",
    "Held",
    "celebrations_of",
    "courses",
    "held",
    "looked",
    "may_own",
    "next_review_by",
    "open_plan",
    "open_plans",
    "outcome",
    "plan_gaps",
    "plan_of",
    "plans_of",
    "review",
    "reviews_of",
    "step",
    "steps_of_mine",
    "steps_unaccepted",
    "with_plans",
]
