from kith.plans.forms.in_the_room import MakeFamilyPlan
from kith.plans.forms.outcomes import WriteOutcome
from kith.plans.forms.planning import AgreePlan, BeginPlan, ChangePlan, ConfirmPlan, EndIt, NotNow, SayCelebration
from kith.plans.forms.ready import ReadyForReview
from kith.plans.forms.reviewing import FinishReview, Someone, WriteReview
from kith.plans.forms.serving import AnswerNeed
from kith.plans.forms.stepping import AcceptStep, ReportStep, TakeOut, WriteStep
from kith.plans.forms.suggesting import AnswerIdea, PutIdea

__all__ = [
    "AcceptStep",
    "AgreePlan",
    "AnswerIdea",
    "AnswerNeed",
    "BeginPlan",
    "ChangePlan",
    "ConfirmPlan",
    "EndIt",
    "FinishReview",
    "MakeFamilyPlan",
    "NotNow",
    "PutIdea",
    "ReadyForReview",
    "ReportStep",
    "SayCelebration",
    "Someone",
    "TakeOut",
    "WriteOutcome",
    "WriteReview",
    "WriteStep",
]
