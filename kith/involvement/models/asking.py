"""The whole picture: what each agency was asked about a child, by when, and what it answered (N40)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import Audience, policies
from kith.involvement.models.contacts import OF_OPEN_CONTACT, Contact
from kith.record.models import Shared
from kith.record.versions import versioned

OURS = "agency_id in (select agency_id from directory_partnerworker where account_id = kith_account())"


@versioned
class AgencyRequest(Shared):
    """One question to one agency. No answer is never "nothing held": it stays open, and then it is overdue."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="requests")
    agency = models.ForeignKey("directory.Agency", models.PROTECT, related_name="requests")
    about = models.CharField(max_length=500)  # names and birthdays, so that they can look: never where they live
    question = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    answer_by_on = models.DateField()
    answer = models.CharField(max_length=20, blank=True)  # the pack's agency_answer
    words = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_by_name = models.CharField(max_length=200, blank=True)  # of the agency, whoever wrote it down
    written_by_name = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                f"{OF_OPEN_CONTACT} and {policies.STANDING}",
                frozenset({policies.READ, policies.ADD, policies.CHANGE}),
            ),
            Audience.PARTNER: policies.Rule(
                f"{OURS} and contact_id not in (select contact_id from kith_sealed_contact_children())"
                f" and {policies.STANDING}",
                frozenset({policies.READ, policies.CHANGE}),
            ),
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="an_answer_and_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "answer_by_on"], condition=Q(answered_at=None), name="asked_of_agency")
        ]

    def __str__(self) -> str:
        return "a question to an agency"
