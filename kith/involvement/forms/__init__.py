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
from kith.involvement.forms.care_review import FinishCareReview, RecordCareReview
from kith.involvement.forms.contacts import AboutContact, ContactSheet, TellUs, ToldChild
from kith.involvement.forms.difference import (
    BESIDE,
    AskAgain,
    SayDifference,
    SayWhatWeDid,
    SortDifference,
    sorted_from,
    sorting_fields,
)
from kith.involvement.forms.early import AnswerService, BeginEarlyHelp, BeginEarlyHelpWith, NoteJoined
from kith.involvement.forms.enquiring import (
    ConcludeEnquiry,
    EndProtectionPlan,
    TellOfEnquiry,
    WaitForMother,
    WriteEnquiry,
)
from kith.involvement.forms.exposing import TakeUpExposure
from kith.involvement.forms.improving import EndImprovement, OwnImprovement, PlanImprovement
from kith.involvement.forms.leaving_out import AskInAgain, LeaveOut
from kith.involvement.forms.looked_after import EndCare, EndLaw, MakeOrderLonger, NoteCare, RecordCheck, RecordLaw
from kith.involvement.forms.matching import MatchChild
from kith.involvement.forms.meeting import FinishMeeting, PlanMeeting, ReadyForm, RecordMeeting
from kith.involvement.forms.midway import CheckMidway
from kith.involvement.forms.missing import NoteFound, NoteMissing, ReportMissing, ReturnTalk
from kith.involvement.forms.moving import AskForLevel, ChangeLevel, CloseWork, KeepLevel, MatchLevel, NoteHandover
from kith.involvement.forms.parts import Somebody
from kith.involvement.forms.picture import GivePicture, SignPicture, WritePicture
from kith.involvement.forms.placing import AboutHome, BeginPlacement, EndPlacement
from kith.involvement.forms.reaching import AgreeTerms, PutOwnPhoto, SayHowToReach
from kith.involvement.forms.sharing import AddToAnyway, AuthoriseShare, NoteShareAgreed, ShareAnyway, WithdrawShare
from kith.involvement.forms.transferring import AcceptTransfer, BeginTransfer, CallOff, NotePaper, TellOfTransfer
from kith.involvement.forms.triage import DecideChild, DecideSheet

__all__ = [
    "BESIDE",
    "AboutContact",
    "AboutHome",
    "AcceptTransfer",
    "AddToAnyway",
    "AgreeTerms",
    "AnswerAnother",
    "AnswerRequest",
    "AnswerService",
    "ArrangeNeed",
    "AskAgain",
    "AskAgencies",
    "AskForAnother",
    "AskForLevel",
    "AskInAgain",
    "AuthoriseShare",
    "BeginEarlyHelp",
    "BeginEarlyHelpWith",
    "BeginPlacement",
    "BeginTouchpoint",
    "BeginTransfer",
    "CallOff",
    "ChangeLevel",
    "CheckMidway",
    "CloseWork",
    "ConcludeEnquiry",
    "ContactSheet",
    "DecideChild",
    "DecideSheet",
    "DropNeed",
    "EndCare",
    "EndImprovement",
    "EndLaw",
    "EndPlacement",
    "EndProtectionPlan",
    "EndTouchpoint",
    "FinishCareReview",
    "FinishMeeting",
    "FirstContact",
    "GivePicture",
    "HandTouchpoint",
    "KeepLevel",
    "LeaveOut",
    "LinkPlace",
    "MakeOrderLonger",
    "MatchChild",
    "MatchLevel",
    "MeetNeed",
    "NoteCare",
    "NoteFamilyMeeting",
    "NoteFound",
    "NoteHandover",
    "NoteJoined",
    "NoteMissing",
    "NotePaper",
    "NotePlace",
    "NoteShareAgreed",
    "NoteTouchpoint",
    "OfferFamilyMeeting",
    "OwnImprovement",
    "PlanImprovement",
    "PlanMeeting",
    "PutOwnPhoto",
    "ReadyForm",
    "RecordCareReview",
    "RecordCheck",
    "RecordLaw",
    "RecordMeeting",
    "ReportMissing",
    "ReturnTalk",
    "SayDifference",
    "SayHowToReach",
    "SayNeed",
    "SayWhatWeDid",
    "ScreenOutside",
    "ShareAnyway",
    "SignPicture",
    "Somebody",
    "SortDifference",
    "TakeUpExposure",
    "TellAnother",
    "TellBack",
    "TellOfEnquiry",
    "TellOfTransfer",
    "TellUs",
    "ToldChild",
    "WaitForMother",
    "WithdrawShare",
    "WriteEnquiry",
    "WritePicture",
    "sorted_from",
    "sorting_fields",
]
