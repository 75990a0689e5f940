"""Somebody of the family whom meetings about a child go on without: on what ground, shown by what, until when."""

from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class LeftOut(AboutPerson):
    """A family has its part in every meeting; leaving one of them out is a decision with a ground, what shows it, who
    decided, and a day it is looked at again (S2-29.2). Kept whatever is missing. Staff alone read it.
    """

    who = models.CharField(max_length=200)
    ground = models.CharField(max_length=20, blank=True)  # the pack's left_out_ground
    shown_by = models.TextField(blank=True)
    heard_how = models.TextField(blank=True)  # how their view gets in all the same, or why it cannot
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField()
    review_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "left out"
        constraints = [
            models.CheckConstraint(condition=Q(ended_on=None) | ~Q(ended_because=""), name="back_in_because"),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(ended_on=None), name="left_out_now")]

    def __str__(self) -> str:
        return "left out"
