"""Thanks: what somebody said was good, whom it is for, and what of it may be shown (S4-26)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import Audience, policies
from kith.record.models import Shared
from kith.record.versions import versioned

_ADDS = frozenset({policies.READ, policies.ADD})
_MINE = "told_by_id = kith_account()"
_READERS = (
    "(about_id = kith_account() or taken_by_id = kith_account() or (select kith_may('see_team'))"
    " or (select kith_may('handle_complaints')))"
)


@versioned
class Thanks(Shared):
    """Words of thanks as they were said. Whoever they are for reads them, and who manages teams; the family that said
    them reads its own.
    """

    said_on = models.DateField()
    how = models.CharField(max_length=12)  # the pack's complaint_how
    words = models.TextField()
    who = models.CharField(max_length=200)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="thanks")
    about_name = models.CharField(max_length=200, blank=True)
    team = models.ForeignKey("directory.Team", models.PROTECT, null=True, related_name="thanks")
    team_name = models.CharField(max_length=200, blank=True)
    may_show = models.CharField(max_length=10, blank=True)  # the pack's thanks_publish; empty: nobody has asked yet
    asked_on = models.DateField(null=True)  # the day they were asked first

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(_READERS, _ADDS | {policies.CHANGE}),
            Audience.FAMILY: policies.Rule(_MINE, _ADDS),
        }
    )

    class Meta:
        verbose_name_plural = "thanks"
        indexes = [models.Index(fields=["team", "-said_on"], name="thanks_of_a_team")]

    def __str__(self) -> str:
        return "thanks"


@versioned
class ThanksShown(Shared):
    """The part of somebody's thanks that they said may be shown: everybody who works here reads it."""

    thanks = models.OneToOneField(Thanks, models.PROTECT, related_name="shown")
    words = models.TextField()
    who = models.CharField(max_length=200, blank=True)  # empty: they did not want their name there
    about_name = models.CharField(max_length=200)
    shown_on = models.DateField()
    taken_back_on = models.DateField(null=True)  # a yes is theirs to take back: then nobody reads it here any more

    policy = policies.reference(staff="rac")

    class Meta:
        verbose_name_plural = "thanks shown"
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="what_is_shown_has_words")]

    def __str__(self) -> str:
        return "thanks shown"
