"""The map of the whole child: each part of their life, and what one part does to another (S0-04)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.assessment.models.thread import Assessment
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class DomainNote(AboutPerson):
    """One part of the child's life as this version has it: what is strong, what is needed, what shows it.

    Strengths are looked for and never made up: where none was found, `none_found_how` says how we looked (7.5).
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="domains")
    domain = models.CharField(max_length=40)  # the pack's assessment_domain
    strengths = models.TextField(blank=True)
    none_found_how = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    shown_by = models.TextField(blank=True)
    care_bears = models.TextField(blank=True)  # what in how the child is looked after helps or hinders here (S1-16)
    world_bears = models.TextField(blank=True)  # what around the family bears on it
    concern = models.CharField(max_length=8, blank=True)  # the pack's concern_level
    trend = models.CharField(max_length=10, blank=True)  # the pack's domain_trend
    not_looked_because = models.TextField(blank=True)
    outcomes = ArrayField(models.CharField(max_length=20), default=list)  # of the five, those it bears on
    noted_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    noted_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "domain"], name="one_note_for_each_part")]

    @property
    def looked_at(self) -> bool:
        return bool(self.strengths or self.none_found_how or self.needs or self.shown_by)

    def __str__(self) -> str:
        return self.domain


@versioned
class Effect(AboutPerson):
    """What happens in one part of a life does this to another, in a sentence: "because of" (S0-04, N14)."""

    only_words = True

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="effects")
    because_of = models.CharField(max_length=40)
    on_domain = models.CharField(max_length=40)
    how = models.TextField()
    noted_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(because_of=F("on_domain")), name="an_effect_is_on_another_part")
        ]

    def __str__(self) -> str:
        return "an effect"


@versioned
class SetAside(AboutPerson):
    """One of the five outcomes is of no matter on one side of this child's life, and why; without a reason it is to be
    looked at again (N14).
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="set_aside")
    outcome = models.CharField(max_length=20)  # the pack's five_outcomes
    side = models.CharField(max_length=20)  # the pack's assessment_side
    because = models.TextField(blank=True)
    noted_on = models.DateField()
    noted_by_name = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "set aside"
        constraints = [models.UniqueConstraint(fields=["assessment", "outcome", "side"], name="set_aside_once")]

    def __str__(self) -> str:
        return "an outcome set aside"
