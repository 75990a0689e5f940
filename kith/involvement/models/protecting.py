"""The protection steps a census knows."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.involvement.models.working import Spell
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Enquiry(AboutPerson):
    """A section 47 enquiry and the conference it led to."""

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="enquiries")
    started_on = models.DateField(null=True)
    conference_target_on = models.DateField(null=True)
    conference_on = models.DateField(null=True)
    conference_not_needed = models.BooleanField(null=True)
    place_in_file = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "enquiries"

    def __str__(self) -> str:
        return "section 47 enquiry"


@versioned
class ProtectionPlan(AboutPerson):
    """A child protection plan: its days, its categories and its reviews."""

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="protection_plans")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    first_category = models.CharField(max_length=100, blank=True)
    latest_category = models.CharField(max_length=100, blank=True)
    earlier_plans = models.PositiveSmallIntegerField(null=True)  # as the file said; Kith counts its own
    reviewed_on = ArrayField(models.DateField(), default=list)
    place_in_file = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "child protection plan"
