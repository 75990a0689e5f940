from kith.plans.models.holding import OVER, Held, Looked, held, looked
from kith.plans.models.idea import Idea
from kith.plans.models.outcome import Outcome
from kith.plans.models.plan import Plan, PlanView
from kith.plans.models.review import Actual, Celebration, PlanReview, ReviewPoint, TakingPart
from kith.plans.models.step import Step

__all__ = [
    "OVER",
    "Actual",
    "Celebration",
    "Held",
    "Idea",
    "Looked",
    "Outcome",
    "Plan",
    "PlanReview",
    "PlanView",
    "ReviewPoint",
    "Step",
    "TakingPart",
    "held",
    "looked",
]
