"""What came in by file and what went out, so that both can be shown again."""

from django.db import models

from kith.access import policies
from kith.record.models import Occasion


class CensusImport(models.Model):
    """One census file taken in: when, from whom, and what was and was not taken."""

    occasion = models.OneToOneField(Occasion, models.PROTECT, related_name="census_import")
    year = models.PositiveSmallIntegerField()
    authority = models.CharField(max_length=3)
    digest = models.CharField(max_length=64)
    synthetic = models.BooleanField()
    children = models.PositiveIntegerField()
    header = models.JSONField(default=dict)
    findings = models.JSONField(default=list)

    policy = policies.nobody()

    def __str__(self) -> str:
        return f"census of {self.year}"
