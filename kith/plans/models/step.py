"""Who does what by when."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.plans.models.outcome import Outcome
from kith.plans.models.plan import Plan
from kith.record.models import AboutPerson
from kith.record.versions import versioned

IN_PLAN = Q(taken_out_on=None)


@versioned
class Step(AboutPerson):
    """One step for one child. A step that serves several children was written on one occasion and has a line for each
    (design 1.5). A partner who signs in reads and reports the steps that are theirs, and no others.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="steps")
    outcome = models.ForeignKey(Outcome, models.PROTECT, null=True, related_name="steps")
    what = models.TextField()
    owner_kind = models.CharField(max_length=20, blank=True)  # family, network, agency, service
    owner_name = models.CharField(max_length=200, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="steps_owned")
    given_on = models.DateField()
    by_when = models.DateField(null=True)
    lane = models.CharField(max_length=10, blank=True)  # now, short, long
    notice = models.CharField(max_length=300, blank=True)  # how the child will notice
    uses = models.CharField(max_length=300, blank=True)  # the strength, or the offer of somebody who helps (S1-27)
    help_used = models.CharField(max_length=30, blank=True)  # the pack's helps, when it is one of them (S1-10)
    age_because = models.CharField(max_length=300, blank=True)  # why this one, for a child of another age
    began_on = models.DateField(null=True)  # the first day it was said to be happening, or done
    protective = models.BooleanField(default=False)
    of_who_they_are = models.BooleanField(default=False)  # makes room for faith, language, days, talents (S0-07)
    state = models.CharField(max_length=20, default="starting")
    why = models.TextField(blank=True)  # why it is stuck
    state_on = models.DateField()
    accepted_on = models.DateField(null=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    chased_on = models.DateField(null=True)  # nobody had accepted it: their manager and our lead were told
    chased = models.CharField(max_length=300, blank=True)  # who was told
    taken_out_on = models.DateField(null=True)  # it is no longer in the plan; the row stays
    taken_out_because = models.TextField(blank=True)

    policy = policies.person(staff="rac", partner="rc", outsiders_also="owner_id = kith_account()")

    class Meta:
        indexes = [
            models.Index(fields=["plan"]),
            models.Index(fields=["owner"], condition=~Q(state="done"), name="steps_to_do"),
            models.Index(
                fields=["given_on"],
                condition=Q(protective=True, accepted_on=None, chased_on=None),
                name="protective_not_accepted",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_out_on=None) | ~Q(taken_out_because=""), name="step_taken_out_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return "step"
