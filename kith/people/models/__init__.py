from kith.people.models.about_me import AboutMe
from kith.people.models.agreeing import Agreeing, agreeing_of
from kith.people.models.consent import Agreed, Delegation, Understanding
from kith.people.models.families import ParentalResponsibility, Relationship
from kith.people.models.homes import Address, AddressProtection, Residence
from kith.people.models.lived import CASE_TEAM, Adaptation, LivedThrough
from kith.people.models.network import MapPlace, Offer, ServiceInstead
from kith.people.models.person import ContactPoint, Identifier, Language, Person, PersonName, SearchKey
from kith.people.models.portrait import Portrait
from kith.people.models.rights import RightsCheck, RightsLeaflet
from kith.people.models.risks import ContactArrangement, RiskFlag
from kith.people.models.services import ServiceKnown
from kith.people.models.situation import SituationLine
from kith.people.models.support import AdultSupport
from kith.people.models.telling import NotSafeToTell
from kith.people.models.tree import Asking, GettingOn, TreeConfirmation

__all__ = [
    "CASE_TEAM",
    "AboutMe",
    "Adaptation",
    "Address",
    "AddressProtection",
    "AdultSupport",
    "Agreed",
    "Agreeing",
    "Asking",
    "ContactArrangement",
    "ContactPoint",
    "Delegation",
    "GettingOn",
    "Identifier",
    "Language",
    "LivedThrough",
    "MapPlace",
    "NotSafeToTell",
    "Offer",
    "ParentalResponsibility",
    "Person",
    "PersonName",
    "Portrait",
    "Relationship",
    "Residence",
    "RightsCheck",
    "RightsLeaflet",
    "RiskFlag",
    "SearchKey",
    "ServiceInstead",
    "ServiceKnown",
    "SituationLine",
    "TreeConfirmation",
    "Understanding",
    "agreeing_of",
]
