from kith.involvement.rules.contacts import MOST_CHILDREN, ToldOf, child_named, children_named, keys_of
from kith.involvement.rules.early import days_to_joint_work, services_for
from kith.involvement.rules.enquiring import enquiry_lacks
from kith.involvement.rules.handing_over import HandedOver, handed_over
from kith.involvement.rules.leaving_out import standing, why_not_without
from kith.involvement.rules.looked_after import KIND, PART, STATUS, OfReview, care_lacks, review_lacks, visited_as
from kith.involvement.rules.meeting import (
    OUTCOMES,
    Lack,
    OfChild,
    PartGiven,
    StepGiven,
    latest_parts,
    meeting_lacks,
    name_of,
    said,
    too_few,
)
from kith.involvement.rules.moving import asks_why_still, must_be_matched, way
from kith.involvement.rules.short_breaks import Breaks, short_breaks
from kith.involvement.rules.telling import next_told
from kith.involvement.rules.together import Around, Gave, Owed, Share, shares
from kith.involvement.rules.touching import (
    ALLEGATION,
    APPLIED,
    AUTHORISED,
    CONSIDERED,
    FAMILY_MEETING,
    considered_on,
    offer_owed,
)
from kith.involvement.rules.triage import Decided, begins_as, must_stand, not_told_back

__all__ = [
    "ALLEGATION",
    "APPLIED",
    "AUTHORISED",
    "CONSIDERED",
    "FAMILY_MEETING",
    "KIND",
    "MOST_CHILDREN",
    "OUTCOMES",
    "PART",
    "STATUS",
    "Around",
    "Breaks",
    "Decided",
    "Gave",
    "HandedOver",
    "Lack",
    "OfChild",
    "OfReview",
    "Owed",
    "PartGiven",
    "Share",
    "StepGiven",
    "ToldOf",
    "asks_why_still",
    "begins_as",
    "care_lacks",
    "child_named",
    "children_named",
    "considered_on",
    "days_to_joint_work",
    "enquiry_lacks",
    "handed_over",
    "keys_of",
    "latest_parts",
    "meeting_lacks",
    "must_be_matched",
    "must_stand",
    "name_of",
    "next_told",
    "not_told_back",
    "offer_owed",
    "review_lacks",
    "said",
    "services_for",
    "shares",
    "short_breaks",
    "standing",
    "too_few",
    "visited_as",
    "way",
    "why_not_without",
]
