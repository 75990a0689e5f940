"""How the level of help moved, why, and how work ended: the thread that a child's help hangs on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.involvement.models.working import Spell
from kith.record.models import AboutPerson
from kith.record.versions import versioned

WAYS = [("up", "More help"), ("down", "Less help"), ("same", "The same help")]


@versioned
class LevelChange(AboutPerson):
    """One step up, step down, or review at which the level stayed (S3-18, S2-23): asked for, and from `in_force_on` so.

    `what_changed` is the one thing that is asked anew; everything else is on the record already and travels (J13).
    """

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="level_changes")  # the work it was asked in
    way = models.CharField(max_length=5, choices=WAYS)
    from_level = models.CharField(max_length=20)
    to_level = models.CharField(max_length=20)
    asked_on = models.DateField()
    asked_by_name = models.CharField(max_length=200)
    what_changed = models.TextField(blank=True)
    thresholds = models.CharField(max_length=40, blank=True)  # the version of the threshold document
    threshold = models.CharField(max_length=10, blank=True)  # and the level in it
    indicators = ArrayField(models.CharField(max_length=40), default=list)
    why_not_above = models.TextField(blank=True)
    why_not_below = models.TextField(blank=True)
    why_still = models.TextField(blank=True)  # the level stays for the third time running: why
    decision = models.OneToOneField("decisions.Decision", models.PROTECT, null=True, related_name="level_change")
    in_force_on = models.DateField(null=True)
    family_told_on = models.DateField(null=True)
    family_not_told_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(way="same", from_level=models.F("to_level"))
                | (~Q(way="same") & ~Q(from_level=models.F("to_level"))),
                name="a_step_leads_somewhere",
            ),
        ]
        indexes = [models.Index(fields=["person", "-asked_on"])]

    def __str__(self) -> str:
        return self.get_way_display()


@versioned
class Closure(AboutPerson):
    """How work ended: what it came to, who was told, what was offered after it."""

    spell = models.OneToOneField(Spell, models.PROTECT, related_name="closure")
    decision = models.ForeignKey("decisions.Decision", models.PROTECT, null=True, related_name="+")
    outcomes = models.TextField(blank=True)  # what got better, what did not
    child_told_on = models.DateField(null=True)
    child_not_told_because = models.TextField(blank=True)
    family_told_on = models.DateField(null=True)
    family_not_told_because = models.TextField(blank=True)
    together = models.CharField(max_length=12, blank=True)  # the pack's ended_together: with them, or they stopped
    reached_out = models.TextField(blank=True)  # they stopped: how we tried, what would have helped, what was offered
    difference_child = models.TextField(blank=True)  # what difference it made, in the words of each (S3-16)
    difference_family = models.TextField(blank=True)
    difference_others = models.TextField(blank=True)  # other agencies
    offered_after = models.TextField(blank=True)  # the step down that was offered, or why none was
    bring_us_back = models.TextField(blank=True)
    ask_again_on = models.DateField(null=True)  # what difference it made is asked once more by then (S3-16)
    asked_again_on = models.DateField(null=True)  # and was; or it was said why nobody is asked
    not_asked_again_because = models.TextField(blank=True)

    def __str__(self) -> str:
        return "how work ended"
