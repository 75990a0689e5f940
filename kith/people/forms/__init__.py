"""The questions asked about a person and their family: shared ways of asking, descriptions, and family and homes."""

from kith.people.forms.about_me import SayAboutMe
from kith.people.forms.asking import PartDateField, WhoForm
from kith.people.forms.consent import Delegate, EndDelegation, JudgeUnderstanding, NoteAgreed, SayService
from kith.people.forms.describing import (
    CONTACT_KINDS,
    CONTACT_SAFE,
    DescribePerson,
    GiveContactPoint,
    GiveIdentifier,
    GiveName,
    SpeaksLanguage,
)
from kith.people.forms.ending import AnswerEnding, AskToEnd, EndRelationship
from kith.people.forms.families import AddRelationship, MoveHome, ProtectAddress
from kith.people.forms.lived import NoteAdaptation, NoteLivedThrough
from kith.people.forms.network import ChangeOffer, PutOnMap, RecordOffer, SayWhyService, ShowMap, TakeOffMap
from kith.people.forms.portrait import EndPortrait, KeepPortrait
from kith.people.forms.rights import CheckRights, EndRestriction, GiveLeaflet, RecordRestriction
from kith.people.forms.risks import ArrangeContact, LookAgain, NoteRisk
from kith.people.forms.support import ChangeAdultSupport, NoteAdultSupport
from kith.people.forms.telling import NotSafe, SafeAgain
from kith.people.forms.tree import (
    VIEWS,
    AddToFamily,
    ConfirmTree,
    NoteGettingOn,
    RecordAsking,
    ShowTree,
)

__all__ = [
    "CONTACT_KINDS",
    "CONTACT_SAFE",
    "VIEWS",
    "AddRelationship",
    "AddToFamily",
    "AnswerEnding",
    "ArrangeContact",
    "AskToEnd",
    "ChangeAdultSupport",
    "ChangeOffer",
    "CheckRights",
    "ConfirmTree",
    "Delegate",
    "DescribePerson",
    "EndDelegation",
    "EndPortrait",
    "EndRelationship",
    "EndRestriction",
    "GiveContactPoint",
    "GiveIdentifier",
    "GiveLeaflet",
    "GiveName",
    "JudgeUnderstanding",
    "KeepPortrait",
    "LookAgain",
    "MoveHome",
    "NotSafe",
    "NoteAdaptation",
    "NoteAdultSupport",
    "NoteAgreed",
    "NoteGettingOn",
    "NoteLivedThrough",
    "NoteRisk",
    "PartDateField",
    "ProtectAddress",
    "PutOnMap",
    "RecordAsking",
    "RecordOffer",
    "RecordRestriction",
    "SafeAgain",
    "SayAboutMe",
    "SayService",
    "SayWhyService",
    "ShowMap",
    "ShowTree",
    "SpeaksLanguage",
    "TakeOffMap",
    "WhoForm",
]
