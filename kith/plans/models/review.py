"""Looking at a plan again: what was found, in whose view, who took part; and what there is to celebrate."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.plans.models.outcome import Outcome
from kith.plans.models.plan import Plan
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class PlanReview(AboutPerson):
    """One look at a plan (S1-13), kept from its first word; what is missing is asked for before it is finished."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    no_change_because = models.TextField(blank=True)  # why nothing moved (S3-26)
    after_no_change = models.CharField(max_length=20, blank=True)  # after a second time: change, escalate, justify
    after_no_change_why = models.TextField(blank=True)
    understanding = models.CharField(
        max_length=10, blank=True
    )  # the pack's understanding: the same, or changed (S3-08)
    understanding_why = models.TextField(blank=True)
    helped = models.TextField(blank=True)  # what the family did itself that helped, in their words (S4-17)
    # What difference we make, in the words of each, or why they were not asked (S3-16).
    difference_child = models.TextField(blank=True)
    difference_family = models.TextField(blank=True)
    difference_others = models.TextField(blank=True)  # other agencies
    unanswered_because = models.TextField(blank=True)  # finished while the child is owed an answer, because
    next_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)
    finished_by = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["plan", "held_on"])]

    def __str__(self) -> str:
        return "review"


@versioned
class ReviewPoint(AboutPerson):
    """Something going well, a worry, or what needs to change, as one of those present sees it (S3-23)."""

    only_words = True

    review = models.ForeignKey(PlanReview, models.PROTECT, related_name="points")
    column = models.CharField(max_length=20)  # working, worries, change
    words = models.TextField()
    whose = models.CharField(max_length=20)
    who = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["review"])]

    def __str__(self) -> str:
        return self.column


@versioned
class Actual(AboutPerson):
    """How an outcome stood at a review, beside what was planned (S1-13, N34). The latest of a review counts."""

    review = models.ForeignKey(PlanReview, models.PROTECT, related_name="actuals")
    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="actuals")
    now = models.CharField(max_length=20)  # achieved, on_track, stuck, worse
    value = models.CharField(max_length=300, blank=True)
    score = models.PositiveSmallIntegerField(null=True)  # 0 to 10
    evidence = models.TextField(blank=True)
    whose = models.CharField(max_length=20, blank=True)
    who = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=10), name="actual_from_0_to_10"),
        ]
        indexes = [models.Index(fields=["review"])]

    def __str__(self) -> str:
        return self.now


@versioned
class TakingPart(AboutPerson):
    """How one person took part in a review: asked how, prepared with what, there or not, and did their view get in
    (S0-03). The child's own line carries the code of the return. The latest of a person counts.
    """

    review = models.ForeignKey(PlanReview, models.PROTECT, related_name="takingparts")
    who = models.CharField(max_length=200)
    whose = models.CharField(max_length=20)
    of = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=20, blank=True)  # in what form they were asked
    prepared_with = ArrayField(models.CharField(max_length=20), default=list)
    attended = models.CharField(max_length=10, blank=True)
    spoke = models.CharField(max_length=10, blank=True)  # the child's: PN0 to PN7
    why_not = models.TextField(blank=True)
    with_us = models.PositiveSmallIntegerField(null=True)  # how it is to work with us, 0 to 10, in their view (S2-14)

    class Meta:
        verbose_name_plural = "taking part"
        constraints = [models.CheckConstraint(condition=Q(with_us=None) | Q(with_us__lte=10), name="with_us_0_to_10")]
        indexes = [models.Index(fields=["review"])]

    def __str__(self) -> str:
        return "taking part"


@versioned
class Celebration(AboutPerson):
    """Something to be glad of: whose it is, what, in whose words, and who was told (S3-25, N37)."""

    only_words = True

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="celebrations")
    outcome = models.ForeignKey(Outcome, models.PROTECT, null=True, related_name="celebrations")
    what = models.TextField()
    raised_by = models.CharField(max_length=200)
    shared_with = models.CharField(max_length=300, blank=True)
    celebrated_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["plan"])]

    def __str__(self) -> str:
        return "celebration"
