"""The questions asked about a person and their family: shared ways of asking, descriptions, and family and homes."""

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
from kith.people.forms.families import AddRelationship, MoveHome, ProtectAddress
from kith.people.forms.network import ChangeOffer, PutOnMap, RecordOffer, SayWhyService, ShowMap, TakeOffMap
from kith.people.forms.tree import (
    VIEWS,
    AddToFamily,
    ConfirmTree,
    DescribeRelative,
    EndInFamily,
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
    "ChangeOffer",
    "ConfirmTree",
    "DescribePerson",
    "DescribeRelative",
    "EndInFamily",
    "GiveContactPoint",
    "GiveIdentifier",
    "GiveName",
    "MoveHome",
    "NoteGettingOn",
    "PartDateField",
    "ProtectAddress",
    "PutOnMap",
    "RecordAsking",
    "RecordOffer",
    "SayWhyService",
    "ShowMap",
    "ShowTree",
    "SpeaksLanguage",
    "TakeOffMap",
    "WhoForm",
]
