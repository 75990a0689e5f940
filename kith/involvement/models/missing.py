"""A child who is missing: since when, found when, and who listened to them afterwards."""

from django.db import models
from django.db.models import F, Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Missing(AboutPerson):
    """One time a child was missing, to the minute: every child, looked after or not (E30)."""

    kind = models.CharField(max_length=20)  # the pack's missing_kind
    missing_at = models.DateTimeField()
    from_where = models.CharField(max_length=200, blank=True)
    worry = models.TextField(blank=True)  # what makes this more dangerous for this child
    police_told_at = models.DateTimeField(null=True)
    police_reference = models.CharField(max_length=60, blank=True)
    found_at = models.DateTimeField(null=True)
    found_how = models.TextField(blank=True)
    offered_at = models.DateTimeField(null=True)  # somebody independent to talk with
    answer = models.CharField(max_length=20, blank=True)  # the pack's interview_answer
    why_not = models.TextField(blank=True)
    talked_at = models.DateTimeField(null=True)
    talked_with = models.CharField(max_length=200, blank=True)
    independent = models.BooleanField(null=True)
    away_from = models.TextField(blank=True)  # what pushed the child to go
    towards = models.TextField(blank=True)  # what pulled them
    words = models.ForeignKey("voice.Words", models.PROTECT, null=True, related_name="+")  # what the child said of it
    actions = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "times missing"
        constraints = [
            models.CheckConstraint(
                condition=Q(found_at=None) | Q(found_at__gte=F("missing_at")), name="found_after_going_missing"
            ),
            models.CheckConstraint(
                condition=Q(talked_at=None) | Q(found_at__isnull=False), name="found_before_they_are_listened_to"
            ),
            models.UniqueConstraint(fields=["person"], condition=Q(found_at=None), name="missing_once_at_a_time"),
        ]
        indexes = [models.Index(fields=["person", "-missing_at"], name="missing_newest_first")]

    def __str__(self) -> str:
        return "missing"
