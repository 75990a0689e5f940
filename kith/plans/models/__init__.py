from kith.plans.models.outcome import Outcome
from kith.plans.models.plan import Plan, PlanView
from kith.plans.models.review import Actual, Celebration, PlanReview, ReviewPoint, TakingPart
from kith.plans.models.step import Step

__all__ = [
    "Actual",
    "Celebration",
    "Outcome",
    "Plan",
    "PlanReview",
    "PlanView",
    "ReviewPoint",
    "Step",
    "TakingPart",
]
