"""What life is like, how a child grows, how they are."""

from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class LifeToday(AboutPerson):
    """What life is like for this child today, in a paragraph: never older than the pack's limit (S1-03)."""

    only_words = True

    text = models.TextField()
    written_on = models.DateField()
    written_by = models.CharField(max_length=200)
    words = models.ForeignKey("voice.Words", models.PROTECT, null=True, related_name="+")  # what the child said of it

    class Meta:
        verbose_name_plural = "life today"
        indexes = [models.Index(fields=["person", "-written_on"])]

    def __str__(self) -> str:
        return "life today"


@versioned
class StageMark(AboutPerson):
    """How one part of a child's growing goes, beside what is usual at their age (S1-07): with what was seen."""

    area = models.CharField(max_length=20)  # the pack's code
    stage = models.CharField(max_length=20)  # the age band it was looked at for
    mark = models.CharField(max_length=10)  # expected, emerging, concern
    saw = models.TextField(blank=True)
    seen_on = models.DateField()
    seen_by = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["person", "area", "-seen_on"])]

    def __str__(self) -> str:
        return self.mark


@versioned
class Wellbeing(AboutPerson):
    """One indicator on one day as one of them sees it, 0 to 10 (S4-02): each child's own."""

    indicator = models.CharField(max_length=20)  # the pack's code
    view = models.CharField(max_length=10)  # child, parent, worker
    view_of = models.CharField(max_length=200)
    score = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    said_on = models.DateField()

    class Meta:
        verbose_name_plural = "wellbeing"
        constraints = [models.CheckConstraint(condition=models.Q(score__lte=10), name="wellbeing_from_0_to_10")]
        indexes = [models.Index(fields=["person", "indicator", "said_on"])]

    def __str__(self) -> str:
        return self.indicator
