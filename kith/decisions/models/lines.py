"""What must be true for the child to stay safe, and what happens on the day it is not."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.decisions.models.decision import Decision
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class BottomLine(AboutPerson):
    """A statement that can be checked, the event that breaks it, who watches it and who is told (N31)."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="bottom_lines")
    statement = models.TextField()
    broken_when = models.TextField(blank=True)
    watcher = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    watcher_name = models.CharField(max_length=200, blank=True)  # may be someone without an account: Nan Rose
    alerted = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    alerted_name = models.CharField(max_length=200, blank=True)
    until_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person"], condition=Q(until_on=None), name="bottom_lines_now")]

    def __str__(self) -> str:
        return "a bottom line"


@versioned
class Breach(AboutPerson):
    """A bottom line was broken: what happened, and on what day. It opens a review of the decision at once."""

    line = models.ForeignKey(BottomLine, models.PROTECT, related_name="breaches")
    what = models.TextField()
    broken_on = models.DateField()
    noted_by_name = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "breaches"

    def __str__(self) -> str:
        return "a breach"
