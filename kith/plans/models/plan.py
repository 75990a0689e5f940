"""A child's plan, and what each person it names thinks of it. Staff alone read these rows: families and children read
the copy that was released to them after the check (design 7.8).
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Plan(AboutPerson):
    """One child's plan (S1-12): why there is one, when it ends, what we do if things get worse. A plan a census brought
    has its days and its kind, and no words yet.
    """

    spell = models.ForeignKey("involvement.Spell", models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=20, default="in_need")  # the pack's code: what the census tells plans apart by
    started_on = models.DateField(null=True)
    because = models.TextField(blank=True)  # what happened, to whom, what it does to the child: one plain sentence
    ends_when = models.TextField(blank=True)  # what people will see
    if_worse = models.TextField(blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    agreed_on = models.DateField(null=True)  # the newest version that was
    agreed_by = models.CharField(max_length=200, blank=True)
    agreed_version = models.PositiveSmallIntegerField(null=True)
    no_strength_because = models.TextField(blank=True)  # why no step uses a strength or somebody who helps
    no_parents_change_because = models.TextField(blank=True)
    unanswered_because = models.TextField(blank=True)  # agreed while the child is owed an answer, because
    not_now = ArrayField(models.CharField(max_length=20), default=list)  # of the five outcomes, not aimed at now
    not_now_because = models.TextField(blank=True)
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)
    place_in_file = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["person"], condition=Q(ended_on=None), name="open_plans")]

    @property
    def agreed(self) -> bool:
        """Whether the plan stands agreed as it is now."""
        return self.agreed_version == self.version

    @property
    def written(self) -> bool:
        """Begun here, with words; a plan a census brought has only its days."""
        return bool(self.because or self.ends_when or self.if_worse)

    def __str__(self) -> str:
        return "plan"


@versioned
class PlanView(AboutPerson):
    """What one person thinks of this version of a plan, and their own steps as they understand them (N36)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="views")
    version = models.PositiveSmallIntegerField()  # of the plan, as it was when they said it
    who = models.CharField(max_length=200)
    whose = models.CharField(max_length=20)  # the pack's code: child, parent, network, professional
    of = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    view = models.CharField(max_length=20)  # agrees, partly, differently, not_asked
    words = models.TextField(blank=True)  # in their own words; why they were not asked
    score = models.PositiveSmallIntegerField(null=True)  # how it is for the child now, 0 to 10, in their own view
    said_on = models.DateField()
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(score=None) | Q(score__lte=10), name="view_from_0_to_10")]
        indexes = [models.Index(fields=["plan", "version"])]

    def __str__(self) -> str:
        return self.view
