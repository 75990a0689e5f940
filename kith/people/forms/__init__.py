"""The questions asked about a person and their family. One module a theme, each over 300 lines otherwise."""

from kith.people.forms.asking import PartDateField, WhoForm
from kith.people.forms.describing import DescribePerson, GiveIdentifier, GiveName, SpeaksLanguage
from kith.people.forms.families import AddRelationship, MoveHome, ProtectAddress

__all__ = [
    "AddRelationship",
    "DescribePerson",
    "GiveIdentifier",
    "GiveName",
    "MoveHome",
    "PartDateField",
    "ProtectAddress",
    "SpeaksLanguage",
    "WhoForm",
]
