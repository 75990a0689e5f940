"""Assessments, as far as a census knows them; the whole of them is built on this row."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Assessment(AboutPerson):
    spell = models.ForeignKey("involvement.Spell", models.PROTECT, related_name="assessments")
    started_on = models.DateField(null=True)
    internal_review_on = models.DateField(null=True)
    authorised_on = models.DateField(null=True)
    factors = ArrayField(models.CharField(max_length=100), default=list)
    place_in_file = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "assessment"
