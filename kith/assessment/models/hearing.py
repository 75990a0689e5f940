"""Who was heard for an assessment, what they gave, and what became of it (S3-05, S2-07)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.assessment.models.thread import Assessment
from kith.record.models import AboutPerson
from kith.record.versions import versioned

STANDINGS = [("contributed", "heard"), ("declined", "chose not to"), ("left_out", "left out, for a reason")]


@versioned
class Contributor(AboutPerson):
    """A person or an agency, once there is something to say of their part. Whoever belongs on the list and has no row
    here is still to be heard: the list itself comes from the family tree and from the agencies tied to the child.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="contributors")
    who = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey("directory.Agency", models.PROTECT, null=True, related_name="+")
    called = models.CharField(max_length=200)
    standing = models.CharField(max_length=12, choices=STANDINGS)
    because = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(who=None) | Q(agency=None), name="a_person_or_an_agency"),
            models.CheckConstraint(condition=Q(standing="contributed") | ~Q(because=""), name="not_heard_for_a_reason"),
        ]

    def __str__(self) -> str:
        return self.standing


@versioned
class Contribution(AboutPerson):
    """What one of them gave: fact, opinion or analysis, about which part of the child's life, and what became of it.

    What a worker of another agency gives by themselves stands without an assessment until one is written. They read
    what their own agency gave, of the children they work with, and what became of it: nobody else's (S0-16).
    """

    only_words = True

    assessment = models.ForeignKey(Assessment, models.PROTECT, null=True, related_name="contributions")
    contributor = models.ForeignKey(Contributor, models.PROTECT, null=True, related_name="contributions")
    agency = models.ForeignKey("directory.Agency", models.PROTECT, null=True, related_name="contributions")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=8)  # the pack's contribution_kind
    domain = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    said_by = models.CharField(max_length=200, blank=True)  # who spoke for the agency
    given_on = models.DateField()
    use = models.CharField(max_length=8, blank=True)  # the pack's contribution_use; empty: owed
    use_words = models.TextField(blank=True)
    used_on = models.DateField(null=True)  # without a day what became of it is still owed

    policy = policies.person(
        staff="rac",
        partner="ra",
        outsiders_also="agency_id in (select agency_id from directory_partnerworker where account_id = kith_account())",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(assessment__isnull=False, contributor__isnull=False)
                | Q(agency__isnull=False, given_by__isnull=False),
                name="given_to_an_assessment_or_by_an_agency",
            )
        ]
        indexes = [
            models.Index(fields=["assessment", "given_on"]),
            models.Index(fields=["person", "agency", "-given_on"]),
        ]

    @property
    def said_by_whom(self) -> str:
        """Whoever gave it, by name."""
        return self.contributor.called if self.contributor else str(self.agency)

    def __str__(self) -> str:
        return self.kind
