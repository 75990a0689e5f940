"""What somebody suggests for a plan, and what we make of it."""

from django.db import models
from django.db.models import Q

from kith.plans.models.plan import Plan
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Idea(AboutPerson):
    """A suggestion of a parent, a grandmother, a school: taken up, or not for a reason (S4-21). What the child suggests
    is a wish, and is answered as one. Staff alone read it: whoever had the idea is told in words.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="ideas")
    text = models.TextField()
    who = models.CharField(max_length=200)
    whose = models.CharField(max_length=20)  # the pack's whose_view, not the child
    put_on = models.DateField()
    answer = models.CharField(max_length=10, blank=True)  # the pack's idea_answer
    because = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    told_on = models.DateField(null=True)  # whoever had it was told

    class Meta:
        indexes = [models.Index(fields=["plan"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=["", "taken"]) | ~Q(because=""), name="an_idea_not_taken_up_has_its_reason"
            )
        ]

    def __str__(self) -> str:
        return self.answer or "an idea"
