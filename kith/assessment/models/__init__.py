"""What is understood of a child: one assessment that goes on, the map of the whole child, dangers, who was heard."""

from kith.assessment.models.alert import IndicatorSeen, PatternLook
from kith.assessment.models.dangers import Danger, SafetyGoal, Scale
from kith.assessment.models.hearing import Contribution, Contributor
from kith.assessment.models.held import Held, Rated, Voice, held, newest_of, whole_thread, writers_of
from kith.assessment.models.mapping import DomainNote, Effect, SetAside
from kith.assessment.models.thread import Assessment, Evidence, Passage
from kith.assessment.models.whole import LifeToday, StageMark, Wellbeing

__all__ = [
    "Assessment",
    "Contribution",
    "Contributor",
    "Danger",
    "DomainNote",
    "Effect",
    "Evidence",
    "Held",
    "IndicatorSeen",
    "LifeToday",
    "Passage",
    "PatternLook",
    "Rated",
    "SafetyGoal",
    "Scale",
    "SetAside",
    "StageMark",
    "Voice",
    "Wellbeing",
    "held",
    "newest_of",
    "whole_thread",
    "writers_of",
]
