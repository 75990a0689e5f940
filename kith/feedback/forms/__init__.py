from kith.feedback.forms.complaints import (
    AnswerComplaint,
    ChooseRoute,
    Complain,
    Happened,
    NameAnswerer,
    NameSubjects,
    OfferAdvocate,
    TakeComplaint,
    TakeFurther,
    TakeLonger,
    TellAnswer,
    TellDuty,
    WithdrawComplaint,
)
from kith.feedback.forms.thanks import MayShow, SayThanks, ShowThanks, WriteThanks
from kith.feedback.forms.valued import FollowUpValued, SayValued

__all__ = [
    "AnswerComplaint",
    "ChooseRoute",
    "Complain",
    "FollowUpValued",
    "Happened",
    "MayShow",
    "NameAnswerer",
    "NameSubjects",
    "OfferAdvocate",
    "SayThanks",
    "SayValued",
    "ShowThanks",
    "TakeComplaint",
    "TakeFurther",
    "TakeLonger",
    "TellAnswer",
    "TellDuty",
    "WithdrawComplaint",
    "WriteThanks",
]
