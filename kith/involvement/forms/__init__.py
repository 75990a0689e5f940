from kith.involvement.forms.another import AnswerAnother, AskForAnother, TellAnother
from kith.involvement.forms.asking import AnswerRequest, AskAgencies, TellBack
from kith.involvement.forms.beginning import FirstContact
from kith.involvement.forms.contacts import AboutContact, ContactSheet, TellUs, ToldChild
from kith.involvement.forms.enquiring import ConcludeEnquiry, EndProtectionPlan, TellOfEnquiry, WriteEnquiry
from kith.involvement.forms.exposing import TakeUpExposure
from kith.involvement.forms.leaving_out import AskInAgain, LeaveOut
from kith.involvement.forms.matching import MatchChild
from kith.involvement.forms.meeting import FinishMeeting, PlanMeeting, ReadyForm, RecordMeeting
from kith.involvement.forms.moving import AskForLevel, ChangeLevel, CloseWork, KeepLevel, NoteHandover
from kith.involvement.forms.parts import Somebody
from kith.involvement.forms.triage import DecideChild, DecideSheet

__all__ = [
    "AboutContact",
    "AnswerAnother",
    "AnswerRequest",
    "AskAgencies",
    "AskForAnother",
    "AskForLevel",
    "AskInAgain",
    "ChangeLevel",
    "CloseWork",
    "ConcludeEnquiry",
    "ContactSheet",
    "DecideChild",
    "DecideSheet",
    "EndProtectionPlan",
    "FinishMeeting",
    "FirstContact",
    "KeepLevel",
    "LeaveOut",
    "MatchChild",
    "NoteHandover",
    "PlanMeeting",
    "ReadyForm",
    "RecordMeeting",
    "Somebody",
    "TakeUpExposure",
    "TellAnother",
    "TellBack",
    "TellOfEnquiry",
    "TellUs",
    "ToldChild",
    "WriteEnquiry",
]
