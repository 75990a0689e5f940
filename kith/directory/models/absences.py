"""When someone is away, and who looks after their children meanwhile."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record.models import Recorded
from kith.record.versions import versioned


@versioned
class Absence(Recorded):
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences")
    cover = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="covers")
    from_on = models.DateField()
    until_on = models.DateField()  # the last day away

    policy = policies.reference(staff="rac")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="away_until_after_from"),
            models.CheckConstraint(condition=~Q(account=F("cover")), name="nobody_covers_for_themselves"),
        ]

    def __str__(self) -> str:
        return "away"
