"""What somebody who works with children was trained in, until when, and who says so (S2-09)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.record.models import Shared
from kith.record.versions import versioned

_MANAGES = "kith_may('see_team') or kith_may('agree_decisions')"
_ALL_THREE = frozenset({policies.READ, policies.ADD, policies.CHANGE})
# One's own; and, for whoever answers for an agency, that of everyone who works in it.
_OURS = (
    "(account_id = kith_account() or account_id in (select theirs.account_id from directory_partnerworker theirs"
    " join directory_partnerworker me on me.agency_id = theirs.agency_id"
    " where me.account_id = kith_account() and me.answers_for_others))"
)


@versioned
class TrainingTaken(Shared):
    """One course somebody took. They say it themselves; it counts as verified once another says so. It is about no
    child; staff read it as they read who works where.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="training")
    name = models.CharField(max_length=200)
    course = models.CharField(max_length=60)  # the pack's training
    taken_on = models.DateField()
    ends_on = models.DateField(null=True)  # the last day it counts; none where it lasts
    by_whom = models.CharField(max_length=200, blank=True)  # who gave the course
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verified_by_name = models.CharField(max_length=200, blank=True)
    verified_on = models.DateField(null=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule("true", _ALL_THREE, added=f"(account_id = kith_account() or {_MANAGES})"),
            Audience.PARTNER: policies.Rule(_OURS, _ALL_THREE),
        }
    )

    class Meta:
        verbose_name_plural = "training taken"
        constraints = [
            models.CheckConstraint(
                condition=Q(verified_by=None) | ~Q(verified_by=F("account")), name="nobody_verifies_their_own_training"
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None, verified_on=None)
                | Q(verified_by__isnull=False, verified_on__isnull=False),
                name="verified_by_somebody_on_a_day",
            ),
        ]
        indexes = [models.Index(fields=["account", "course", "-taken_on"])]

    def __str__(self) -> str:
        return self.course
