"""A child may ask for another worker, and is answered by somebody else."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class WorkerAsked(AboutPerson):
    """A child asks for another worker: what they said, who answers and by when, and what they were told (S1-21)."""

    text = models.TextField(blank=True)  # in the child's words; a child need not say why
    reason = models.CharField(max_length=10)  # the pack's worker_change_reason
    asked_on = models.DateField()
    own_hand = models.BooleanField(default=False)  # asked in their own corner
    heard_by = models.CharField(max_length=200, blank=True)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    lead_name = models.CharField(max_length=200, blank=True)
    answer_by_on = models.DateField()
    outcome = models.CharField(max_length=12, blank=True)  # the pack's answer_outcome
    answer = models.TextField(blank=True)  # to the child, in words they understand
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_by_name = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    told_by = models.CharField(max_length=200, blank=True)

    policy = policies.person(staff="rac", child="ra")

    class Meta:
        verbose_name_plural = "workers asked for"
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(answered_on=None), name="asks_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(outcome="") & ~Q(answer="")), name="answered_in_words"
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | Q(lead=None) | ~Q(answered_by=F("lead")),
                name="nobody_answers_for_themselves",
            ),
        ]

    def __str__(self) -> str:
        return "asked for another worker"
