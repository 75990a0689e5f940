"""Being looked after: from which day to which, under which law, and what is known of health, learning and leaving."""

from django.db import models
from django.db.models import F, Q

from kith.involvement.models.working import Spell
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class LookedAfter(AboutPerson):
    """One time in which the council looks after a child: it begins and ends with the law, not with our work."""

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="+")
    began_on = models.DateField()
    began_because = models.TextField(blank=True)
    ended_on = models.DateField(null=True)
    ended_as = models.CharField(max_length=20, blank=True)  # the pack's care_ended
    decision = models.ForeignKey("decisions.Decision", models.PROTECT, null=True, related_name="+")
    ended_by_decision = models.ForeignKey("decisions.Decision", models.PROTECT, null=True, related_name="+")
    care_plan_on = models.DateField(null=True)
    reviewing_officer = models.CharField(max_length=200, blank=True)
    permanence = models.CharField(max_length=20, blank=True)  # the pack's permanence_plan
    contact = models.TextField(blank=True)  # who the child sees, how often and with whom beside them
    adviser = models.CharField(max_length=200, blank=True)  # the personal adviser of a young person

    class Meta:
        verbose_name_plural = "times looked after"
        constraints = [
            models.CheckConstraint(condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")), name="care_ends_after"),
            models.UniqueConstraint(fields=["person"], condition=Q(ended_on=None), name="looked_after_once_at_a_time"),
        ]
        indexes = [models.Index(fields=["person", "-began_on"], name="times_looked_after")]

    def __str__(self) -> str:
        return "looked after"


@versioned
class LegalStatus(AboutPerson):
    """The law a child is looked after under, as a court, the police or the family made it: it records first.

    `limit`: the limit of the pack that runs for it, where one does. The moments are kept where hours count.
    """

    care = models.ForeignKey(LookedAfter, models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=20)  # the pack's legal_status
    limit = models.CharField(max_length=60, blank=True)
    began_on = models.DateField()
    began_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)  # which court or station, and what it said
    decision = models.ForeignKey("decisions.Decision", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "legal statuses"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")), name="status_ends_after"
            ),
        ]
        indexes = [models.Index(fields=["person", "-began_on"], name="legal_statuses_newest_first")]

    def __str__(self) -> str:
        return "legal status"


@versioned
class OrderLonger(AboutPerson):
    """A court made an emergency order longer: when, from the end of the first, and until which day (E18)."""

    status = models.ForeignKey(LegalStatus, models.PROTECT, related_name="longer")
    made_on = models.DateField()
    from_on = models.DateField()  # the last day of the order as it was made first
    until_on = models.DateField(null=True)
    note = models.TextField(blank=True)  # which court, and what it said

    class Meta:
        verbose_name_plural = "orders made longer"
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="longer_until_after_the_first"
            ),
        ]
        indexes = [models.Index(fields=["status"])]

    def __str__(self) -> str:
        return "order made longer"


@versioned
class CareCheck(AboutPerson):
    """A day on which health, learning or the way into adult life was looked at, and what came of it."""

    care = models.ForeignKey(LookedAfter, models.PROTECT, null=True, related_name="checks")
    kind = models.CharField(max_length=20)  # the pack's care_check
    done_on = models.DateField()
    who = models.CharField(max_length=200, blank=True)
    score = models.PositiveSmallIntegerField(null=True)  # of a questionnaire that has one
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "kind", "-done_on"], name="care_checks_newest_first")]

    def __str__(self) -> str:
        return "care check"
