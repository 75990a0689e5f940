from kith.involvement.models.another import WorkerAsked
from kith.involvement.models.asking import AgencyRequest
from kith.involvement.models.care_review import CareReview, CareReviewLine
from kith.involvement.models.concerns import ImmediateConcern
from kith.involvement.models.contacts import Contact, ContactChild, Teller
from kith.involvement.models.deciding import ContactLine, ContactReply
from kith.involvement.models.difference import DifferenceSaid
from kith.involvement.models.early import EarlyHelp, ServiceAsked
from kith.involvement.models.exposing import Exposure
from kith.involvement.models.improving import Improvement
from kith.involvement.models.leaving_out import LeftOut
from kith.involvement.models.looked_after import CareCheck, LegalStatus, LookedAfter, OrderLonger
from kith.involvement.models.meeting import CONFERENCES, KINDS, MeetingLine, MeetingPart, MeetingStep, ProtectionMeeting
from kith.involvement.models.midway import MidwayCheck
from kith.involvement.models.missing import Missing
from kith.involvement.models.moving import Closure, LevelChange
from kith.involvement.models.needing import Need
from kith.involvement.models.offering import FamilyMeeting
from kith.involvement.models.outside import PlaceLink, Screening, WorryPlace
from kith.involvement.models.picture import JointPicture, PictureView, pictures_of
from kith.involvement.models.placing import VISITED_AS, Placement
from kith.involvement.models.protecting import Enquiry, ProtectionPlan
from kith.involvement.models.reaching import HowToReach, WorkerPhoto, WorkingTerms
from kith.involvement.models.sharing import ShareAgreed, SharedAnyway
from kith.involvement.models.touching import Touchpoint, TouchpointStep
from kith.involvement.models.transfer import Transfer, TransferPaper
from kith.involvement.models.working import AT_HAND, LeadWorker, Spell

__all__ = [
    "AT_HAND",
    "CONFERENCES",
    "KINDS",
    "VISITED_AS",
    "AgencyRequest",
    "CareCheck",
    "CareReview",
    "CareReviewLine",
    "Closure",
    "Contact",
    "ContactChild",
    "ContactLine",
    "ContactReply",
    "DifferenceSaid",
    "EarlyHelp",
    "Enquiry",
    "Exposure",
    "FamilyMeeting",
    "HowToReach",
    "ImmediateConcern",
    "Improvement",
    "JointPicture",
    "LeadWorker",
    "LeftOut",
    "LegalStatus",
    "LevelChange",
    "LookedAfter",
    "MeetingLine",
    "MeetingPart",
    "MeetingStep",
    "MidwayCheck",
    "Missing",
    "Need",
    "OrderLonger",
    "PictureView",
    "PlaceLink",
    "Placement",
    "ProtectionMeeting",
    "ProtectionPlan",
    "Screening",
    "ServiceAsked",
    "ShareAgreed",
    "SharedAnyway",
    "Spell",
    "Teller",
    "Touchpoint",
    "TouchpointStep",
    "Transfer",
    "TransferPaper",
    "WorkerAsked",
    "WorkerPhoto",
    "WorkingTerms",
    "WorryPlace",
    "pictures_of",
]
