"""Why may this account see this person? Because a row here says so."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.record.models import Shared
from kith.record.versions import versioned

BECAUSE = [
    ("lead_worker", "lead worker"),
    ("asks_again", "led the work, and asks what difference it made"),
    ("covering", "covering for the lead worker"),
    ("working_with", "working with the child or family"),
    ("team_manager", "manages the team"),
    ("invited", "invited to work on this together"),
    ("shared", "something was shared with them"),
    ("named", "named on a sealed record"),
    ("break_glass", "opened for a stated reason, for a short time"),
    ("parent", "parent or carer"),
    ("self", "their own record"),
    ("conflict", "own family, neighbour or colleague: may never open"),
]
NOT_WORKING = ("asks_again", "conflict")  # who has one of these does not work with the child for it


@versioned
class Tie(Shared):
    """A reason to see (and perhaps write about) one person, from one moment to another. `conflict` bars instead.

    Whoever works with a child may also write who the child's parents and household are and where they live, while that
    is so (the view around_mine, kith/access/views.sql): no ties to them are made, so none are left behind.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="ties")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="ties")
    because = models.CharField(max_length=20, choices=BECAUSE)
    reason = models.TextField(blank=True)  # the words given when the glass was broken
    may_write = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                "account_id = kith_account() or person_id not in (select id from kith_closed_to_me())",
                frozenset({policies.READ, policies.ADD, policies.CHANGE}),
                # Nobody lets themselves in, except by breaking the glass, which opens no sealed record.
                added="person_id not in (select id from kith_closed_to_me())"
                " or (account_id = kith_account() and because = 'break_glass')",
            )
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="tie_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(because="break_glass") | (~Q(reason="") & Q(ends_at__isnull=False)),
                name="broken_glass_has_a_reason_and_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(because="break_glass") | Q(ends_at__lte=F("starts_at") + timedelta(hours=24)),
                name="broken_glass_closes_within_a_day",
            ),
        ]
        indexes = [models.Index(fields=["account", "person"]), models.Index(fields=["person"])]

    def __str__(self) -> str:
        return self.get_because_display()


@versioned
class Restriction(Shared):
    """A record fewer people may open. No row: normal."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="restrictions")
    level = models.CharField(max_length=10, choices=[("restricted", "restricted"), ("sealed", "sealed")])
    because = models.TextField()
    guardian = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    review_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    policy = policies.person(staff="rac")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_restriction_at_a_time")
        ]

    def __str__(self) -> str:
        return self.level
