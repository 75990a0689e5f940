"""A meeting with the family as it happens: what stands on the wall, and what everybody left with (S4-22, J14).

What a meeting adds to a plan's review, to the plan or to a protection meeting is kept there and read from there. Here
is what has no other place: numbers, who did not agree, what may be read out, who had the sheet. Staff alone read it:
families read the wall, and the copy that was released to them.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.decisions.models import Challenge, Decision
from kith.involvement.models import MeetingLine
from kith.plans.models import PlanReview
from kith.record.models import AboutPerson
from kith.record.versions import versioned

NUMBER, NOT_AGREED, DECIDED = "number", "not_agreed", "decided"


@versioned
class Board(AboutPerson):
    """One child's part of the wall: of a review of their plan, or of a meeting about their safety."""

    review = models.OneToOneField(PlanReview, models.PROTECT, null=True, related_name="board")
    line = models.OneToOneField(MeetingLine, models.PROTECT, null=True, related_name="board")
    started_on = models.DateField()
    life_up = models.BooleanField(default=False)  # whether life today is read out to everybody there
    words_up = ArrayField(models.BigIntegerField(), default=list)  # the child's words that are, by their row
    next_on = models.DateField(null=True)
    next_where = models.CharField(max_length=200, blank=True)
    finished_on = models.DateField(null=True)
    finished_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(review=None, line__isnull=False) | Q(review__isnull=False, line=None),
                name="a_board_is_of_one_meeting",
            ),
        ]

    def __str__(self) -> str:
        return "board"


@versioned
class BoardLine(AboutPerson):
    """One thing said or decided. Of a number the latest of each person counts, and nobody's is made to agree."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="lines")
    sort = models.CharField(max_length=20)  # number, not_agreed, decided, or the pack's review_column
    words = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    whose = models.CharField(max_length=20, blank=True)  # the pack's whose_view
    score = models.PositiveSmallIntegerField(null=True)
    wants = models.TextField(blank=True)  # what somebody who does not agree wants instead
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="+")
    no_words = models.CharField(max_length=20, blank=True)  # the pack's no_own_words: why a decision rests on none
    seen = models.TextField(blank=True)  # what was seen of the child instead (S3-02)
    challenge = models.ForeignKey(Challenge, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=10), name="number_from_0_to_10"),
        ]
        indexes = [models.Index(fields=["board"])]

    def __str__(self) -> str:
        return "line of a board"


@versioned
class Strike(AboutPerson):
    """Something put up by mistake is struck off the wall: it stays where it was written, with the reason."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="strikes")
    of = models.CharField(max_length=12)  # the kind of row: boardline, reviewpoint, step, meetingstep
    row = models.BigIntegerField()
    because = models.TextField()
    struck_by = models.CharField(max_length=200)
    struck_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "of", "row"], name="struck_off_once"),
            models.CheckConstraint(condition=~Q(because=""), name="struck_off_for_a_reason"),
        ]

    def __str__(self) -> str:
        return "struck off a board"


@versioned
class SheetGiven(AboutPerson):
    """How one person got what was decided: in their hand before they left, sent, read out, or not, because."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="sheets")
    who = models.CharField(max_length=200)
    how = models.CharField(max_length=20)  # the pack's sheet_given
    because = models.TextField(blank=True)
    release_ref = models.BigIntegerField(null=True)  # the copy that was released to them
    given_on = models.DateField()

    class Meta:
        verbose_name_plural = "sheets given"
        indexes = [models.Index(fields=["board"])]

    def __str__(self) -> str:
        return "sheet given"
