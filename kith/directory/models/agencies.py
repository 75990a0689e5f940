"""The services around a child and the people who work in them. Nothing here is about a child."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.access import Audience, policies
from kith.record.models import Recorded
from kith.record.versions import versioned

_EVERYONE = (Audience.PARTNER, Audience.FAMILY, Audience.CHILD)
_KNOWN = policies.reference(staff="rac", audiences=_EVERYONE, web="r")


@versioned
class Agency(Recorded):
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=30)  # social_care, school, health, police, voluntary, housing
    phone = models.CharField(max_length=40, blank=True)

    policy = _KNOWN

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


@versioned
class Team(Recorded):
    name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="teams")
    phone = models.CharField(max_length=40, blank=True)

    policy = _KNOWN

    def __str__(self) -> str:
        return self.name


class Worker(Recorded):
    """Someone who works with children: name, job and how to reach them, as they would introduce themselves."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="%(class)s")
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)

    policy = _KNOWN

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.name}, {self.job_title.lower()}"


@versioned
class Staff(Worker):
    team = models.ForeignKey(Team, models.PROTECT, related_name="staff")
    registered = models.BooleanField(default=False)  # a registered social worker
    practising_from = models.DateField(
        null=True
    )  # the day they began to practise: in the first year, thought of sooner

    class Meta:
        verbose_name_plural = "staff"


@versioned
class PartnerWorker(Worker):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="workers")
    answers_for_others = models.BooleanField(default=False)  # told when a colleague has not said yes (S2-08)


@versioned
class Role(Recorded):
    """A named set of rights, described in words to whoever grants it. Codes are stable; nothing depends on a path."""

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    description = models.TextField()
    rights = ArrayField(models.CharField(max_length=40))

    policy = policies.reference(staff="r", web="r")

    def __str__(self) -> str:
        return self.name


@versioned
class RoleHeld(Recorded):
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="roles_held")
    role = models.ForeignKey(Role, models.PROTECT, related_name="held_by")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    policy = policies.reference(staff="rac", web="r")

    class Meta:
        verbose_name_plural = "roles held"

    def __str__(self) -> str:
        return f"{self.account_id}: {self.role_id}"
