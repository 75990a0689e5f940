from kith.involvement.forms.another import AnswerAnother, AskForAnother, TellAnother
from kith.involvement.forms.around import (
    ArrangeNeed,
    BeginTouchpoint,
    DropNeed,
    EndTouchpoint,
    HandTouchpoint,
    LinkPlace,
    MeetNeed,
    NoteFamilyMeeting,
    NotePlace,
    NoteTouchpoint,
    OfferFamilyMeeting,
    SayNeed,
    ScreenOutside,
)
from kith.involvement.forms.asking import AnswerRequest, AskAgencies, TellBack
from kith.involvement.forms.beginning import FirstContact
from kith.involvement.forms.contacts import AboutContact, ContactSheet, TellUs, ToldChild
from kith.involvement.forms.early import AnswerService, BeginEarlyHelp, BeginEarlyHelpWith, NoteJoined
from kith.involvement.forms.enquiring import ConcludeEnquiry, EndProtectionPlan, TellOfEnquiry, WriteEnquiry
from kith.involvement.forms.exposing import TakeUpExposure
from kith.involvement.forms.matching import MatchChild
from kith.involvement.forms.meeting import FinishMeeting, PlanMeeting, ReadyForm, RecordMeeting
from kith.involvement.forms.moving import AskForLevel, ChangeLevel, CloseWork, KeepLevel, NoteHandover
from kith.involvement.forms.parts import Somebody
from kith.involvement.forms.transferring import AcceptTransfer, BeginTransfer, CallOff, NotePaper, TellOfTransfer
from kith.involvement.forms.triage import DecideChild, DecideSheet

__all__ = [
    "AboutContact",
    "AcceptTransfer",
    "AnswerAnother",
    "AnswerRequest",
    "AnswerService",
    "ArrangeNeed",
    "AskAgencies",
    "AskForAnother",
    "AskForLevel",
    "BeginEarlyHelp",
    "BeginEarlyHelpWith",
    "BeginTouchpoint",
    "BeginTransfer",
    "CallOff",
    "ChangeLevel",
    "CloseWork",
    "ConcludeEnquiry",
    "ContactSheet",
    "DecideChild",
    "DecideSheet",
    "DropNeed",
    "EndProtectionPlan",
    "EndTouchpoint",
    "FinishMeeting",
    "FirstContact",
    "HandTouchpoint",
    "KeepLevel",
    "LinkPlace",
    "MatchChild",
    "MeetNeed",
    "NoteFamilyMeeting",
    "NoteHandover",
    "NoteJoined",
    "NotePaper",
    "NotePlace",
    "NoteTouchpoint",
    "OfferFamilyMeeting",
    "PlanMeeting",
    "ReadyForm",
    "RecordMeeting",
    "SayNeed",
    "ScreenOutside",
    "Somebody",
    "TakeUpExposure",
    "TellAnother",
    "TellBack",
    "TellOfEnquiry",
    "TellOfTransfer",
    "TellUs",
    "ToldChild",
    "WriteEnquiry",
]
