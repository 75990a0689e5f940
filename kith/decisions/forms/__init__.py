from kith.decisions.forms.answering import (
    AnswerChallenge,
    ChallengeDecision,
    ChallengeHere,
    LookAgain,
    NoteBreach,
    ReadDecision,
    TakeBack,
    TellDecision,
)
from kith.decisions.forms.writing import WriteDecision, as_asked

__all__ = [
    "AnswerChallenge",
    "ChallengeDecision",
    "ChallengeHere",
    "LookAgain",
    "NoteBreach",
    "ReadDecision",
    "TakeBack",
    "TellDecision",
    "WriteDecision",
    "as_asked",
]
