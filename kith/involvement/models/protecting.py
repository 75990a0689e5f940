"""The protection steps a census knows: an enquiry into whether a child is safe, and a protection plan."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.involvement.models.working import Spell
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Enquiry(AboutPerson):
    """An enquiry into whether a child is safe (section 47, Article 42, or as the pack calls it), and the conference it
    led to. Everything found is kept as it is found; what is missing is asked for before it is concluded (design 7.1).
    """

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="enquiries")
    started_on = models.DateField(null=True)
    conference_target_on = models.DateField(null=True)
    conference_on = models.DateField(null=True)
    conference_not_needed = models.BooleanField(null=True)
    place_in_file = models.PositiveIntegerField(default=0)
    how = models.CharField(max_length=10, blank=True)  # the pack's enquiry_how: who makes it
    seen_on = models.DateField(null=True)
    alone = models.CharField(max_length=20, blank=True)  # the pack's list of the same name
    not_alone_because = models.TextField(blank=True)
    not_seen_because = models.TextField(blank=True)
    child_said = models.TextField(blank=True)  # said or shown, word for word
    checks = models.TextField(blank=True)  # who was asked, and what they know
    medical = models.TextField(blank=True)
    findings = models.TextField(blank=True)
    safe_until = models.TextField(blank=True)  # what keeps the child safe while we ask
    concluded_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)  # the pack's enquiry_outcome
    decision = models.OneToOneField("decisions.Decision", models.PROTECT, null=True, related_name="enquiry")
    family_told_on = models.DateField(null=True)
    family_told_who = models.CharField(max_length=200, blank=True)  # to tell one of them is not to tell them all
    family_not_told_because = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "enquiries"
        constraints = [
            models.CheckConstraint(
                condition=Q(concluded_on=None) | (~Q(outcome="") & Q(decision__isnull=False)),
                name="an_enquiry_ends_with_a_decision",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Neither concluded here nor brought to its end by a file's conference."""
        return self.concluded_on is None and self.conference_on is None and not self.conference_not_needed

    def __str__(self) -> str:
        return "enquiry"


@versioned
class ProtectionPlan(AboutPerson):
    """A child protection plan: its days, its categories and its reviews."""

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="protection_plans")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    first_category = models.CharField(max_length=100, blank=True)
    latest_category = models.CharField(max_length=100, blank=True)
    earlier_plans = models.PositiveSmallIntegerField(null=True)  # as the file said; Kith counts its own
    reviewed_on = ArrayField(models.DateField(), default=list)
    place_in_file = models.PositiveIntegerField(default=0)
    end_reason = models.CharField(max_length=20, blank=True)  # the pack's protection_end
    ended_by_decision = models.ForeignKey("decisions.Decision", models.PROTECT, null=True, related_name="+")
    mother_unwell = models.TextField(blank=True)  # born with this plan: why the first look may come later (E14)

    def __str__(self) -> str:
        return "child protection plan"
