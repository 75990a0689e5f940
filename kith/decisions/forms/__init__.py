from kith.decisions.forms.answering import (
    AnswerChallenge,
    AskForSignOff,
    ChallengeDecision,
    ChallengeHere,
    LookAgain,
    NoteBreach,
    ReadDecision,
    ReadPlan,
    SendBack,
    TakeBack,
    TellDecision,
)
from kith.decisions.forms.writing import WriteDecision, as_asked

__all__ = [
    "AnswerChallenge",
    "AskForSignOff",
    "ChallengeDecision",
    "ChallengeHere",
    "LookAgain",
    "NoteBreach",
    "ReadDecision",
    "ReadPlan",
    "SendBack",
    "TakeBack",
    "TellDecision",
    "WriteDecision",
    "as_asked",
]
