"""Someone is worried now."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import Audience, policies


class ImmediateConcern(models.Model):
    """Someone is worried now. One field is enough; it works for a child with no name and no record (design 7.2)."""

    what = models.TextField()
    who = models.CharField(max_length=200, blank=True)  # the child, as far as anyone knows
    where = models.CharField(max_length=200, blank=True)
    ring_back = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="concerns")
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    raised_by_name = models.CharField(max_length=200)
    raised_at = models.DateTimeField()
    told = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by_name = models.CharField(max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True)
    key = models.CharField(max_length=64, unique=True)

    # Raised through kith_raise_concern(), whoever asks; taken by duty; read by duty, by the one who raised it, and by
    # whoever is tied to the child it names.
    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                "kith_on_duty() or raised_by_id = kith_account()"
                " or person_id = any(array(select person_id from kith_my_ties()))",
                frozenset({policies.READ, policies.CHANGE}),
            ),
            Audience.PARTNER: policies.Rule("raised_by_id = kith_account()", frozenset({policies.READ})),
            Audience.CHILD: policies.Rule("raised_by_id = kith_account()", frozenset({policies.READ})),
        }
    )

    class Meta:
        indexes = [models.Index(fields=["raised_at"], condition=Q(taken_at=None), name="concerns_waiting")]

    def __str__(self) -> str:
        return "immediate concern"
