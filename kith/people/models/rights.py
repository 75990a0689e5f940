"""What is kept from a child or limits them, and the child's rights that were weighed (S4-01.2)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class RightsCheck(AboutPerson):
    """One restriction on a child's life, and the look at the child's rights it is owed. The restriction stands whether
    or not anyone has looked yet: until then the look is owed by a day.
    """

    kind = models.CharField(max_length=12)  # the pack's restriction_on_child
    what = models.CharField(max_length=300, blank=True)
    arrangement = models.OneToOneField("people.ContactArrangement", models.PROTECT, null=True, related_name="rights")
    protection = models.OneToOneField("people.AddressProtection", models.PROTECT, null=True, related_name="rights")
    from_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)
    owed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="rights_owed")
    owed_by_name = models.CharField(max_length=200, blank=True)
    due_on = models.DateField()
    articles = ArrayField(models.CharField(max_length=6), default=list)  # the pack's uncrc_article
    weighed = models.TextField(blank=True)
    told_on = models.DateField(null=True)  # the day the child was told of it, and why
    not_told_because = models.TextField(blank=True)
    checked_on = models.DateField(null=True)
    first_checked_on = models.DateField(null=True)  # looked at again, the first look is what was in time or late
    checked_by = models.CharField(max_length=200, blank=True)

    policy = policies.person(staff="rac")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_on=None) | (~Q(articles=[]) & ~Q(weighed="")), name="rights_weighed_when_checked"
            ),
        ]
        indexes = [models.Index(fields=["owed_by"], condition=Q(checked_on=None, ended_on=None), name="rights_owed")]

    def __str__(self) -> str:
        return self.kind


@versioned
class RightsLeaflet(AboutPerson):
    """The day a child was given the leaflet about their rights, and who went through it with them."""

    given_on = models.DateField()
    given_by = models.CharField(max_length=200)
    how = models.CharField(max_length=300, blank=True)  # read together, in pictures, in Polish

    policy = policies.person(staff="rac", child="r")

    class Meta:
        indexes = [models.Index(fields=["person", "-given_on"], name="leaflets_newest_first")]

    def __str__(self) -> str:
        return "rights leaflet"
