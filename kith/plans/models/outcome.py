"""What will be different for this child."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.plans.models.plan import Plan
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Outcome(AboutPerson):
    """One outcome, for one child: the need it answers, how it will be seen, from what to what, by when (S1-12, N34)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="outcomes")
    need = models.TextField(blank=True)
    need_of = models.CharField(max_length=20, blank=True)  # the pack's code: growing, parenting, around
    assessment = models.ForeignKey("assessment.Assessment", models.PROTECT, null=True, related_name="+")
    assessed_on = models.DateField(null=True)  # when what it rests on was looked at
    not_assessed_because = models.TextField(blank=True)
    statement = models.TextField(blank=True)
    measure = models.CharField(max_length=300, blank=True)  # how we will know
    baseline = models.CharField(max_length=300, blank=True)  # how it is now
    baseline_score = models.PositiveSmallIntegerField(null=True)  # 0 to 10
    target = models.CharField(max_length=300, blank=True)
    by_when = models.DateField(null=True)
    whose_change = models.CharField(max_length=20, blank=True)  # child, parent, carer, service (S3-22)
    no_words = models.CharField(max_length=20, blank=True)  # the pack's no_own_words: why none of the child's are cited
    seen = models.TextField(blank=True)  # what was seen of the child instead (S3-02)
    five_outcomes = ArrayField(models.CharField(max_length=20), default=list)
    ended_on = models.DateField(null=True)  # no longer worked on
    ended_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(baseline_score=None) | Q(baseline_score__lte=10), name="baseline_from_0_to_10"
            )
        ]
        indexes = [models.Index(fields=["plan"])]

    def __str__(self) -> str:
        return "outcome"
