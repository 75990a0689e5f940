from kith.plans.models.holding import OVER, Held, Looked, held, looked, with_words
from kith.plans.models.idea import Idea
from kith.plans.models.outcome import Outcome
from kith.plans.models.plan import Plan, PlanView
from kith.plans.models.ready import BeforeReview, Invited
from kith.plans.models.review import Actual, Celebration, PlanReview, ReviewPoint, TakingPart
from kith.plans.models.serving import NeedAnswer
from kith.plans.models.step import IN_PLAN, Step

__all__ = [
    "IN_PLAN",
    "OVER",
    "Actual",
    "BeforeReview",
    "Celebration",
    "Held",
    "Idea",
    "Invited",
    "Looked",
    "NeedAnswer",
    "Outcome",
    "Plan",
    "PlanReview",
    "PlanView",
    "ReviewPoint",
    "Step",
    "TakingPart",
    "held",
    "looked",
    "with_words",
]
