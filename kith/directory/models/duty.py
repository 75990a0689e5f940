"""Who answers when someone is worried now, and what people have been told."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.record.models import Recorded
from kith.record.versions import versioned


@versioned
class DutyTurn(Recorded):
    """One person's turn on the duty rota; `place` orders who is told first."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="duty_turns")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40)
    place = models.PositiveSmallIntegerField(default=1)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    policy = policies.reference(
        staff="rac", audiences=(Audience.PARTNER, Audience.FAMILY, Audience.CHILD, Audience.PUBLIC)
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="a_turn_lasts"),
        ]

    def __str__(self) -> str:
        return self.name


class Notice(models.Model):
    """Something one account is told. The sentence names no child; opening it leads to the page that may."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=30)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    sentence = models.CharField(max_length=300)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    policy = policies.owner(letters="rc")

    class Meta:
        indexes = [models.Index(fields=["account", "-at"])]

    def __str__(self) -> str:
        return self.sentence
