"""The questions asked about a person and their family: shared ways of asking, descriptions, and family and homes."""

from kith.people.forms.about_me import SayAboutMe
from kith.people.forms.asking import PartDateField, WhoForm
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
from kith.people.forms.network import ChangeOffer, PutOnMap, RecordOffer, SayWhyService, ShowMap, TakeOffMap
from kith.people.forms.portrait import EndPortrait, KeepPortrait
from kith.people.forms.risks import ArrangeContact, LookAgain, NoteRisk
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
    "ChangeOffer",
    "ConfirmTree",
    "DescribePerson",
    "EndPortrait",
    "EndRelationship",
    "GiveContactPoint",
    "GiveIdentifier",
    "GiveName",
    "KeepPortrait",
    "LookAgain",
    "MoveHome",
    "NotSafe",
    "NoteGettingOn",
    "NoteRisk",
    "PartDateField",
    "ProtectAddress",
    "PutOnMap",
    "RecordAsking",
    "RecordOffer",
    "SafeAgain",
    "SayAboutMe",
    "SayWhyService",
    "ShowMap",
    "ShowTree",
    "SpeaksLanguage",
    "TakeOffMap",
    "WhoForm",
]
