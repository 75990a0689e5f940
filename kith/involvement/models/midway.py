"""What whoever chairs does between two reviews: a check halfway, and what was found (E22, users 1.7)."""

from django.db import models
from django.db.models import Q

from kith.decisions.models import Challenge
from kith.involvement.models.care_review import CareReviewLine
from kith.involvement.models.meeting import MeetingLine
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class MidwayCheck(AboutPerson):
    """Between a review, or a conference, and the next one: how what was decided stands, in the words of its chair."""

    review_line = models.ForeignKey(CareReviewLine, models.PROTECT, null=True, related_name="midway_checks")
    meeting_line = models.ForeignKey(MeetingLine, models.PROTECT, null=True, related_name="midway_checks")
    checked_on = models.DateField()
    found = models.TextField()
    satisfied = models.BooleanField()
    challenge = models.ForeignKey(Challenge, models.PROTECT, null=True, related_name="+")
    checked_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(review_line=None, meeting_line__isnull=False)
                | Q(review_line__isnull=False, meeting_line=None),
                name="a_check_follows_one_review",
            ),
            models.CheckConstraint(condition=~Q(found=""), name="a_check_says_what_was_found"),
        ]
        indexes = [models.Index(fields=["person", "-checked_on"], name="midway_newest_first")]

    def __str__(self) -> str:
        return "a check between reviews"
