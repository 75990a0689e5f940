"""Which service answers which need of a plan; and where none does, why not and since when (S1-17)."""

from django.db import models
from django.db.models import Q

from kith.plans.models.outcome import Outcome
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class NeedAnswer(AboutPerson):
    """One service that answers the need of one outcome, or one reason why no service does. A need may have several of
    both. Staff alone read it; what leaves of it is numbers.
    """

    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=20, blank=True)  # the pack's help_wanted; not said yet
    service = models.CharField(max_length=200, blank=True)
    lacks = models.CharField(max_length=20, blank=True)  # the pack's no_service
    words = models.TextField(blank=True)
    since_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(service="") & ~Q(lacks="")) | (~Q(service="") & Q(lacks="")),
                name="a_service_or_why_there_is_none",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("since_on")), name="answers_end_after_they_begin"
            ),
        ]
        indexes = [
            models.Index(fields=["outcome"]),
            models.Index(fields=["person"], condition=Q(ended_on=None) & ~Q(lacks=""), name="needs_no_service_meets"),
        ]

    def __str__(self) -> str:
        return self.lacks or "a service"
