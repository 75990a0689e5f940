"""Reviews of looked-after children: what all of one sitting share, and each child's own line (design 1.5)."""

from django.db import models
from django.db.models import Q

from kith.involvement.models.looked_after import LookedAfter
from kith.record.models import AboutPerson, Shared
from kith.record.versions import versioned


@versioned
class CareReview(Shared):
    """One review that was held. Never a word about one child alone."""

    held_on = models.DateField()
    chaired_by = models.CharField(max_length=200, blank=True)
    who_came = models.TextField(blank=True)
    decisions_sent_on = models.DateField(null=True)
    record_sent_on = models.DateField(null=True)

    def __str__(self) -> str:
        return "review"


@versioned
class CareReviewLine(AboutPerson):
    """One child's own: how they took part, what was looked at, what was decided, and by when it is looked at again."""

    care = models.ForeignKey(LookedAfter, models.PROTECT, related_name="reviews")
    review = models.ForeignKey(CareReview, models.PROTECT, related_name="lines")
    held_on = models.DateField()  # repeated from the review: the clocks read it
    first = models.BooleanField(default=False)  # of this time looked after
    child_part = models.CharField(max_length=10, blank=True)  # the pack's child_took_part
    child_why_not = models.TextField(blank=True)
    child_view = models.TextField(blank=True)
    looked_at = models.TextField(blank=True)
    decided = models.TextField(blank=True)
    next_by = models.DateField(null=True)
    finished_on = models.DateField(null=True)
    finished_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "person"], name="one_line_of_a_review_for_each_child"),
            models.CheckConstraint(
                condition=Q(finished_on=None) | ~Q(child_part=""), name="finished_with_how_the_child_took_part"
            ),
        ]
        indexes = [models.Index(fields=["person", "-held_on"], name="care_reviews_newest_first")]

    def __str__(self) -> str:
        return "line of a review"
