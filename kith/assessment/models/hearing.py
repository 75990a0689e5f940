"""Who was heard for an assessment, what they gave, and what became of it (S3-05, S2-07)."""

from django.db import models
from django.db.models import Q

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
    """What one of them gave: fact, opinion or analysis, about which part of the child's life, and what became of it."""

    only_words = True

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="contributions")
    contributor = models.ForeignKey(Contributor, models.PROTECT, related_name="contributions")
    kind = models.CharField(max_length=8)  # the pack's contribution_kind
    domain = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    said_by = models.CharField(max_length=200, blank=True)  # who spoke for the agency
    given_on = models.DateField()
    use = models.CharField(max_length=8, blank=True)  # the pack's contribution_use; empty: owed
    use_words = models.TextField(blank=True)
    used_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["assessment", "given_on"])]

    def __str__(self) -> str:
        return self.kind
