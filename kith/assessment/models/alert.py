"""Signs of harm ticked on what was recorded, and what somebody made of several together (S2-05)."""

from django.conf import settings
from django.db import models

from kith.record.models import AboutPerson, Act
from kith.record.versions import versioned


@versioned
class PatternLook(AboutPerson):
    """Signs were looked at together: what they are taken to mean, and what we do next. Without either it is kept, and
    the signs stand as they stood: nothing here ever says that there is nothing to worry about.
    """

    harm = models.CharField(max_length=20)  # the pack's list of that name
    made_of_it = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    looked_on = models.DateField()
    looked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    looked_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return "signs looked at together"


@versioned
class IndicatorSeen(AboutPerson):
    """One sign of harm, on the record it stands on: the day that is of, and the day it was ticked (of its own act)."""

    harm = models.CharField(max_length=20)
    sign = models.CharField(max_length=40)  # the pack's
    event = models.ForeignKey(Act, models.PROTECT, related_name="signs")
    seen_on = models.DateField()
    words = models.TextField(blank=True)  # what of the record shows it
    ticked_on = models.DateField()
    ticked_by_name = models.CharField(max_length=200)
    look = models.ForeignKey(PatternLook, models.PROTECT, null=True, related_name="signs")

    class Meta:
        verbose_name_plural = "indicators seen"
        constraints = [models.UniqueConstraint(fields=["event", "sign", "person"], name="a_sign_once_on_each_record")]
        indexes = [models.Index(fields=["person", "harm", "seen_on"])]

    def __str__(self) -> str:
        return "a sign"
