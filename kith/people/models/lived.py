"""Racism or discrimination a child or family has lived through, when they want to say so; and what we do differently
since we know (S2-22). For whoever works with the child, and nobody else.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned

# Ties of those who work with the child. Neither a broken glass nor something shared makes anybody one of them.
CASE_TEAM = ("lead_worker", "covering", "working_with", "team_manager", "named")
_TIES = ", ".join(f"'{because}'" for because in CASE_TEAM)
# That day and the next: who wrote it down may put it right, and then it is no business of theirs.
_JUST_WRITTEN = "noted_by_id = kith_account() and noted_on >= kith_now()::date - 1"
_TEAM = f"person_id = any(array(select person_id from kith_my_ties() where because in ({_TIES})))"


@versioned
class LivedThrough(AboutPerson):
    """What was answered when it was asked, or told unasked. The newest answer stands; those before it are kept. Whoever
    wrote it down reads it that day too, so that anybody may write it who is told.
    """

    answer = models.CharField(max_length=10)  # the pack's lived_through
    whose = models.CharField(max_length=10, blank=True)  # the pack's lived_whose
    words = models.TextField(blank=True)
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField()
    noted_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    policy = policies.person(staff="rac", hidden=f"({_TEAM} or ({_JUST_WRITTEN}))")

    class Meta:
        verbose_name_plural = "lived through"
        indexes = [models.Index(fields=["person", "-told_on"], name="lived_through_newest_first")]

    def __str__(self) -> str:
        return "an answer"


@versioned
class Adaptation(AboutPerson):
    """What we do differently, and who does; or why nothing is different yet."""

    told = models.ForeignKey(LivedThrough, models.PROTECT, related_name="adaptations")
    what = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    why_not = models.TextField(blank=True)
    from_on = models.DateField()

    policy = policies.person(staff="rac", hidden="told_id in (select id from people_livedthrough)")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(what="") | ~Q(why_not=""), name="an_adaptation_says_what")]
        indexes = [models.Index(fields=["told"])]

    def __str__(self) -> str:
        return "what we do differently"
