"""Danger statements, the safety each of them asks for, and how safe it is now in each one's view (S3-04, 7.1, 7.4)."""

from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Danger(AboutPerson):
    """Who is worried, about what, and what may happen to the child if nothing changes.

    It is on the banner from the moment it is said (`line`), and over when that line ends. Goal and numbers are owed
    before an assessment is signed, never before it is kept.
    """

    only_words = True

    line = models.OneToOneField("people.SituationLine", models.PROTECT, related_name="danger")
    worried = models.CharField(max_length=300, blank=True)  # who is worried
    what = models.TextField()
    may_happen = models.TextField(blank=True)
    has_happened = models.TextField(blank=True)  # harm so far
    complicated_by = models.TextField(blank=True)  # what makes it harder to put right, a dispute about it among that
    # Whoever causes the harm: nobody is asked to get a number from them.
    caused_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    said_on = models.DateField()
    said_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return "a danger"


@versioned
class SafetyGoal(AboutPerson):
    """What will be so when the danger is no more: what the family does, what the child lives, what others see."""

    danger = models.OneToOneField(Danger, models.PROTECT, related_name="goal")
    family_does = models.TextField(blank=True)
    child_lives = models.TextField(blank=True)
    others_see = models.TextField(blank=True)
    set_on = models.DateField()
    set_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return "a safety goal"


@versioned
class Scale(AboutPerson):
    """One person's number on one day: 0, so bad the child cannot live at home; 10, safe enough to close. Or why they
    were not asked.
    """

    danger = models.ForeignKey(Danger, models.PROTECT, related_name="scales")
    view = models.CharField(max_length=8)  # the pack's scale_view
    called = models.CharField(max_length=200)
    who = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    score = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(blank=True)
    not_asked_because = models.TextField(blank=True)
    said_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=10), name="safety_from_0_to_10"),
            models.CheckConstraint(
                condition=Q(score=None) & ~Q(not_asked_because="") | Q(score__isnull=False, not_asked_because=""),
                name="a_number_or_why_not_asked",
            ),
        ]
        indexes = [models.Index(fields=["danger", "said_on"])]

    def __str__(self) -> str:
        return "a number" if self.score is not None else "not asked"
