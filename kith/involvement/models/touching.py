"""Other work that touches a child and has days of its own: private fostering, an allegation about somebody who works
with children, an education, health and care plan, a serious incident, the time before court (E17, E27-E33).
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned

_NAMED = "(cardinality(seen_by) = 0 or kith_account() = any(seen_by))"
_OF_ONE_I_SEE = "touchpoint_id in (select id from involvement_touchpoint)"


@versioned
class Touchpoint(AboutPerson):
    """One of them, of one child. `seen_by`: the accounts that may know there is one; everybody who reads the record,
    where it is empty. Somebody it is about is never among them, whatever else they may read.
    """

    kind = models.CharField(max_length=30)  # the pack's touchpoints
    began_on = models.DateField()
    planned_on = models.DateField(null=True)  # the day a private arrangement is planned to begin
    what = models.TextField(blank=True)
    about_name = models.CharField(max_length=200, blank=True)  # the adult it is about
    about_account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="touchpoints")
    owner_name = models.CharField(max_length=200, blank=True)
    seen_by = ArrayField(models.BigIntegerField(), default=list)
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=30, blank=True)  # one of the kind's
    ended_because = models.TextField(blank=True)

    policy = policies.person(hidden=_NAMED)

    class Meta:
        indexes = [models.Index(fields=["person", "-began_on"], name="touchpoints_newest_first")]

    def __str__(self) -> str:
        return "other work"


@versioned
class TouchpointStep(AboutPerson):
    """Something of it that happened on a day. What is owed next is worked out from these, never typed."""

    touchpoint = models.ForeignKey(Touchpoint, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=30)  # one of the kind's
    happened_on = models.DateField()
    words = models.TextField(blank=True)
    by_name = models.CharField(max_length=200, blank=True)

    policy = policies.person(hidden=_OF_ONE_I_SEE)

    class Meta:
        indexes = [models.Index(fields=["touchpoint"])]

    def __str__(self) -> str:
        return "a step of other work"
