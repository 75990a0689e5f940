"""Early help: what the family wants help with and agreed to, and who else was asked to join in (S2-15, S1-29)."""

from django.db import models
from django.db.models import Q

from kith.involvement.models.working import Spell
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class EarlyHelp(AboutPerson):
    """How a spell of early help began: in the family's words, with what they agreed to. Staff alone read it here; the
    family reads the plan they were given.
    """

    spell = models.OneToOneField(Spell, models.PROTECT, related_name="early_help")
    wants = models.TextField()  # what the family wants help with, as they say it
    agreed = models.TextField()  # who of the family agreed, and to what
    needed_on = models.DateField()  # since when more was needed: what the days to joint work are counted from

    def __str__(self) -> str:
        return "early help"


@versioned
class ServiceAsked(AboutPerson):
    """One service every child of this age has, proposed the moment early help begins: asked to join in, or not, for a
    reason; and the day it first did something (S1-29).
    """

    early_help = models.ForeignKey(EarlyHelp, models.PROTECT, related_name="services")
    service = models.CharField(max_length=20)  # the pack's universal_service
    asked_on = models.DateField(null=True)
    not_asked_because = models.TextField(blank=True)
    joined_on = models.DateField(null=True)  # the first thing they did with the others
    joined_by = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "services asked"
        constraints = [
            models.UniqueConstraint(fields=["early_help", "service"], name="a_service_proposed_once"),
            models.CheckConstraint(
                condition=Q(asked_on=None) | Q(not_asked_because=""), name="asked_or_a_reason_why_not"
            ),
        ]

    @property
    def answered(self) -> bool:
        return bool(self.asked_on or self.not_asked_because)

    def __str__(self) -> str:
        return "a service asked"
