"""Who must not be told for now: no letter, no invitation, no reminder (design 7.4)."""

from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class NotSafeToTell(AboutPerson):
    """One person it is not safe to tell: why, who decided, and when that is looked at again. While it stands, their own
    page is silent about visits to come (the view told_nothing).
    """

    reason = models.CharField(max_length=20)  # the pack's not_safe_to_tell
    because = models.TextField()
    decided_by = models.CharField(max_length=200)
    from_on = models.DateField()
    review_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)

    policy = policies.person(staff="rac", hidden="person_id is distinct from kith_person()")  # never to themselves

    class Meta:
        verbose_name_plural = "not safe to tell"
        constraints = [
            models.CheckConstraint(condition=Q(ended_on=None) | ~Q(ended_because=""), name="telling_again_says_why"),
            models.UniqueConstraint(fields=["person"], condition=Q(ended_on=None), name="not_safe_once"),
        ]

    def __str__(self) -> str:
        return "not safe to tell"
