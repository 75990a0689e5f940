"""Someone who may be a danger has come close to a child."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Exposure(AboutPerson):
    """Someone who may be a danger has come close to a child: worked out, told to a named person, taken up (N13)."""

    flag = models.ForeignKey("people.RiskFlag", models.PROTECT, related_name="exposures")
    ways = ArrayField(models.CharField(max_length=20))  # household, family, contact
    found_at = models.DateTimeField()
    told = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="exposures_told")
    told_name = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    told_before = ArrayField(models.BigIntegerField(), default=list)  # accounts it has passed, in order
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by_name = models.CharField(max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True)
    action = models.CharField(max_length=20, blank=True)  # the pack's code
    what_was_done = models.TextField(blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "flag"], condition=Q(ended_on=None), name="exposed_once"),
            models.CheckConstraint(
                condition=Q(taken_at=None) | (~Q(action="") & ~Q(what_was_done="")), name="taken_up_with_an_action"
            ),
        ]
        indexes = [models.Index(fields=["told"], condition=Q(taken_at=None, ended_on=None), name="exposures_waiting")]

    def __str__(self) -> str:
        return "exposure"
