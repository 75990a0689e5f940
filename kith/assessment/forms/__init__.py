from kith.assessment.forms.assessing import (
    AddEvidence,
    BeginAgain,
    BeginAssessment,
    NameFactors,
    SignAssessment,
    WriteChildsView,
    WritePassage,
)
from kith.assessment.forms.dangers import RateSafety, SayDanger, SetSafetyGoal
from kith.assessment.forms.hearing import HearContributor, SayWhatBecame
from kith.assessment.forms.knowing import MarkGrowing, RateWellbeing, SayLifeToday
from kith.assessment.forms.mapping import NoteDomain, NoteEffect

__all__ = [
    "AddEvidence",
    "BeginAgain",
    "BeginAssessment",
    "HearContributor",
    "MarkGrowing",
    "NameFactors",
    "NoteDomain",
    "NoteEffect",
    "RateSafety",
    "RateWellbeing",
    "SayDanger",
    "SayLifeToday",
    "SayWhatBecame",
    "SetSafetyGoal",
    "SignAssessment",
    "WriteChildsView",
    "WritePassage",
]
