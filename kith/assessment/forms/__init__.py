from kith.assessment.forms.alert import LookAtPattern, TickSigns
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
from kith.assessment.forms.hearing import GiveAsAgency, HearContributor, SayWhatBecame
from kith.assessment.forms.knowing import MarkGrowing, RateWellbeing, SayLifeToday
from kith.assessment.forms.mapping import NoteDomain, NoteEffect, SetOutcomeAside

__all__ = [
    "AddEvidence",
    "BeginAgain",
    "BeginAssessment",
    "GiveAsAgency",
    "HearContributor",
    "LookAtPattern",
    "MarkGrowing",
    "NameFactors",
    "NoteDomain",
    "NoteEffect",
    "RateSafety",
    "RateWellbeing",
    "SayDanger",
    "SayLifeToday",
    "SayWhatBecame",
    "SetOutcomeAside",
    "SetSafetyGoal",
    "SignAssessment",
    "TickSigns",
    "WriteChildsView",
    "WritePassage",
]
