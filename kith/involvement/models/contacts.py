"""A worry or a request that reached us: what was said, about whom, and, in confidence, by whom (S2-01, design 7.9).

Kept at once, about children who may have no record yet. A child as described is never a person until somebody here has
looked and said so; that, and all that follows from it, stands in `deciding.py`, where no partner reads.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import Audience, policies
from kith.calendar import PartDate
from kith.record.models import Shared
from kith.record.versions import versioned

_WRITES = frozenset({policies.READ, policies.ADD, policies.CHANGE})
_ADDS = frozenset({policies.READ, policies.ADD})
OPEN_CONTACT = "id not in (select id from kith_closed_contacts())"
OF_OPEN_CONTACT = "contact_id not in (select id from kith_closed_contacts())"
OF_MY_CONTACT = "contact_id in (select id from involvement_contact where told_by_id = kith_account())"


@versioned
class Contact(Shared):
    """What reached us, once, however many children it is about. `decide_by_on` is fixed on the day it came."""

    reference = models.CharField(max_length=9, unique=True)  # speakable: on a receipt, never on a child's page
    received_at = models.DateTimeField()
    received_on = models.DateField()
    decide_by_on = models.DateField(null=True)  # none where the pack sets no limit
    how = models.CharField(max_length=20)  # the pack's contact_how
    source = models.CharField(max_length=10)  # the pack's referral_source
    words = models.TextField()  # the worry as it was told
    why_today = models.TextField(blank=True)
    going_well = models.TextField(blank=True)
    needs = models.TextField(blank=True)  # what they say needs to happen
    where = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=100, blank=True)
    danger = models.BooleanField(default=False)  # told as danger now: duty was called at once
    family_told = models.CharField(max_length=20, blank=True)  # the pack's contact_family_told
    family_why_not = models.TextField(blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="contacts_told")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="contacts_taken")
    taken_by_name = models.CharField(max_length=200, blank=True)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="contacts_read")
    read_by_name = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)  # when the last of its children was decided about
    pack = models.CharField(max_length=40)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(f"{OPEN_CONTACT} and {policies.STANDING}", _WRITES),
            Audience.PARTNER: policies.Rule(f"told_by_id = kith_account() and {policies.STANDING}", _ADDS),
        }
    )

    class Meta:
        indexes = [
            models.Index(fields=["received_at"], condition=Q(decided_at=None), name="contacts_waiting"),
            models.Index(fields=["received_on"], name="contacts_received"),
            models.Index(fields=["told_by", "-received_at"], name="contacts_told"),
        ]

    def __str__(self) -> str:
        return "contact"


@versioned
class ContactChild(Shared):
    """One child as they were described, in the teller's words. Nobody has said yet which record, if any, is theirs."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="children")
    place = models.PositiveSmallIntegerField()  # first, second ... of those told of
    given = models.CharField(max_length=100, blank=True)
    family = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True)
    born_precision = models.CharField(max_length=5, default="day")
    described = models.CharField(max_length=300, blank=True)  # age, school, or all there is
    own_words = models.TextField(blank=True)
    own_words_sort = models.CharField(max_length=10, blank=True)  # the pack's words_kind
    not_asked_because = models.CharField(max_length=20, blank=True)  # the pack's child_not_asked
    may_be_known = models.BooleanField(default=False)  # all a partner is ever told of a match (7.9)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                f"id not in (select id from kith_closed_contact_children()) and {OF_OPEN_CONTACT}"
                f" and {policies.STANDING}",
                _WRITES,
            ),
            Audience.PARTNER: policies.Rule(f"{OF_MY_CONTACT} and {policies.STANDING}", _ADDS),
        }
    )

    class Meta:
        verbose_name_plural = "contact children"
        constraints = [models.UniqueConstraint(fields=["contact", "place"], name="a_place_in_a_contact")]

    @property
    def called(self) -> str:
        return f"{self.given} {self.family}".strip() or self.described or "A child, not named"

    @property
    def born(self) -> PartDate | None:
        return PartDate(self.born_on, self.born_precision) if self.born_on else None

    def __str__(self) -> str:
        return "a child told of"


@versioned
class Teller(Shared):
    """Who told us: in confidence unless they say otherwise. For the front door, whoever took it, and those who work
    with a child it is about; never for a family or a partner, and never in a copy (design 7.9).
    """

    contact = models.OneToOneField(Contact, models.PROTECT, related_name="teller")
    name = models.CharField(max_length=200, blank=True)
    agency_name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=200, blank=True)
    in_confidence = models.BooleanField(default=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                f"{OF_OPEN_CONTACT} and {policies.STANDING} and ("
                "(select kith_may('decide_contacts'))"
                " or contact_id in (select id from involvement_contact where taken_by_id = kith_account())"
                " or contact_id in (select l.contact_id from involvement_contactline l where l.person_id ="
                " any(array(select person_id from kith_my_ties() where may_write))))",
                _WRITES,
            ),
            Audience.PARTNER: policies.Rule(f"{OF_MY_CONTACT} and {policies.STANDING}", _ADDS),
        }
    )

    def __str__(self) -> str:
        return "who told us"
