from kith.plans.forms.in_the_room import MakeFamilyPlan
from kith.plans.forms.outcomes import WriteOutcome
from kith.plans.forms.planning import AgreePlan, BeginPlan, ChangePlan, ConfirmPlan, EndIt, SayCelebration
from kith.plans.forms.reviewing import FinishReview, Someone, WriteReview
from kith.plans.forms.stepping import AcceptStep, ReportStep, WriteStep

__all__ = [
    "AcceptStep",
    "AgreePlan",
    "BeginPlan",
    "ChangePlan",
    "ConfirmPlan",
    "EndIt",
    "FinishReview",
    "MakeFamilyPlan",
    "ReportStep",
    "SayCelebration",
    "Someone",
    "WriteOutcome",
    "WriteReview",
    "WriteStep",
]
