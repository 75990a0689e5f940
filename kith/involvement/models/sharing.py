"""Who agreed that what is shared with whom, until when; and what was shared without it (S0-13, S2-30)."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


class _With(AboutPerson):
    """An agency here, or one that is only named."""

    agency = models.ForeignKey("directory.Agency", models.PROTECT, null=True, related_name="+")
    called = models.CharField(max_length=200)  # its name, as it was that day

    class Meta:
        abstract = True

    def is_with(self, agency_id: int | None, called: str) -> bool:
        if agency_id and self.agency_id:
            return agency_id == self.agency_id
        return bool(called.strip()) and self.called.casefold() == called.strip().casefold()


@versioned
class ShareAgreed(_With):
    """One person said yes or no to sharing with one agency. The newest of a person counts; a withdrawn one stops new
    sharing at once. Staff alone read it.
    """

    who = models.CharField(max_length=200)
    person_who = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    basis = models.CharField(max_length=20, blank=True)  # the pack's share_basis
    said = models.CharField(max_length=4)  # the pack's consent_said
    items = ArrayField(
        models.CharField(max_length=20), default=list
    )  # the pack's share_item; none: nothing was left out
    what = models.TextField(blank=True)
    why = models.TextField(blank=True)
    how = models.CharField(max_length=300, blank=True)  # signed, said on the telephone
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "agreed to share"
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")), name="shared_until_after_from"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=models.F("from_on")),
                name="withdrawn_after_it_was_agreed",
            ),
        ]

    @property
    def is_no(self) -> bool:
        return self.said != "yes" or self.withdrawn_on is not None

    def ran_out(self, day: date) -> bool:
        return self.until_on is not None and self.until_on < day

    def stands_on(self, day: date) -> bool:
        return not self.is_no and not self.ran_out(day)

    def __str__(self) -> str:
        return "agreed to share"


@versioned
class SharedAnyway(_With):
    """Something was shared with one agency without agreement, to keep somebody safe: why, and who says it was right."""

    what = models.TextField(blank=True)
    reason = models.CharField(max_length=20, blank=True)  # the pack's share_reason; empty: none was given yet
    harm = models.TextField(blank=True)
    tried = models.TextField(blank=True)  # what else was tried or thought of
    told_family = models.TextField(blank=True)  # what the family was told, or why not
    shared_on = models.DateField()
    by_account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    authorise_by_on = models.DateField()
    authorised_on = models.DateField(null=True)
    authorised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    authorised_by_name = models.CharField(max_length=200, blank=True)
    authorised = models.BooleanField(null=True)  # whether it was right, in the manager's eyes
    authorised_words = models.TextField(blank=True)
    late_told_on = models.DateField(null=True)  # the day the managers were told that nobody has said so in time

    class Meta:
        verbose_name_plural = "shared anyway"
        constraints = [
            models.CheckConstraint(
                condition=Q(authorised_by=None) | Q(by_account=None) | ~Q(authorised_by=models.F("by_account")),
                name="nobody_authorises_their_own_sharing",
            )
        ]

    def __str__(self) -> str:
        return "shared anyway"
