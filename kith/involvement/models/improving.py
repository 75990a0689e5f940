"""How an agency and we will work better together, after a quarter in which that fell short (S2-02)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import Shared
from kith.record.versions import versioned


@versioned
class Improvement(Shared):
    """One thing that will be done, by whom and when, and what came of it. It is about an agency and never about a
    child; staff alone read it.
    """

    agency = models.ForeignKey("directory.Agency", models.PROTECT, related_name="improvements")
    quarter_on = models.DateField()  # the first day of the quarter it answers to
    what = models.TextField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=200, blank=True)
    by_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    came_of = models.TextField(blank=True)

    policy = policies.reference(staff="rac")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None, came_of="") | (Q(ended_on__isnull=False) & ~Q(came_of="")),
                name="an_improvement_ends_with_what_came_of_it",
            )
        ]
        indexes = [models.Index(fields=["agency", "quarter_on"])]

    def __str__(self) -> str:
        return "an improvement"
