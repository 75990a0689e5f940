"""Before a plan is looked at again: what is ready, and who was asked to come (J14, S3-14). It stops nothing."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.plans.models.plan import Plan
from kith.plans.models.review import PlanReview
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class BeforeReview(AboutPerson):
    """What is ready for the next look at a plan, said as of a conference; `review`: the one it was for, once begun."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="before_reviews")
    review = models.OneToOneField(PlanReview, models.PROTECT, null=True, related_name="before")
    planned_for = models.DateField(null=True)
    ready = ArrayField(models.CharField(max_length=20), default=list)  # the pack's conference_ready
    report_shared_on = models.DateField(null=True)
    not_ready_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=models.Q(review=None), name="ready_for_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return "before a review"


@versioned
class Invited(AboutPerson):
    """Somebody asked to a review: in what form and when, and what they said. Who came is told by the review itself."""

    before = models.ForeignKey(BeforeReview, models.PROTECT, related_name="invited")
    who = models.CharField(max_length=200)
    whose = models.CharField(max_length=20)  # the pack's whose_view
    how = models.CharField(max_length=20, blank=True)  # the pack's took_part_how
    invited_on = models.DateField(null=True)
    answer = models.CharField(max_length=20, blank=True)  # the pack's invited_answer
    answered_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "invited"
        indexes = [models.Index(fields=["before"])]

    def __str__(self) -> str:
        return "invited"
