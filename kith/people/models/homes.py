"""Where people live, and who must never learn it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.people.models.person import PRECISIONS
from kith.record.models import AboutPerson, Shared
from kith.record.versions import versioned

_SEEN = (
    "id not in (select id from hidden_from_me) and ("
    "exists (select 1 from people_residence r where r.address_id = {table}.id) or "
    "exists (select 1 from record_act line where line.occasion_id = {table}.occasion_id))"
)


@versioned
class Address(Shared):
    """A place. People who live at one address at one time are a household."""

    lines = models.TextField()
    postcode = models.CharField(max_length=10, blank=True)
    called = models.CharField(max_length=60, blank=True)  # "Mum's", "Nan's": how the family says it

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(_SEEN, frozenset({policies.READ, policies.ADD, policies.CHANGE})),
            Audience.FAMILY: policies.Rule(_SEEN, frozenset({policies.READ})),
        }
    )

    class Meta:
        verbose_name_plural = "addresses"

    def __str__(self) -> str:
        return self.called or "an address"


@versioned
class Residence(AboutPerson):
    """One person living at one address, from one day to another."""

    address = models.ForeignKey(Address, models.PROTECT, related_name="residences")
    kind = models.CharField(max_length=20, default="home")  # the pack's address_kind
    from_on = models.DateField()
    from_precision = models.CharField(max_length=5, choices=PRECISIONS, default="day")
    until_on = models.DateField(null=True)

    policy = policies.person(staff="rac", family="r", hidden="address_id not in (select id from hidden_from_me)")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="moved_out_after_moving_in"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(kind="home", until_on=None), name="one_home_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


@versioned
class AddressProtection(AboutPerson):
    """An address kept from a named person. `person` is who it protects; a reader who is that person sees neither."""

    address = models.ForeignKey(Address, models.PROTECT, related_name="protections")
    from_person = models.ForeignKey("people.Person", models.PROTECT, related_name="kept_from")
    because = models.TextField()
    review_on = models.DateField()
    # One person asks for it to end and another answers; until then the address stays hidden.
    end_because = models.TextField(blank=True)
    end_asked_on = models.DateField(null=True)
    end_asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    end_asked_by_name = models.CharField(max_length=200, blank=True)
    end_answer = models.TextField(blank=True)
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_by_name = models.CharField(max_length=200, blank=True)

    policy = policies.person(staff="rac", hidden="from_person_id is distinct from kith_person()")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None)
                | (
                    Q(end_asked_by__isnull=False, ended_by__isnull=False, end_asked_on__isnull=False)
                    & ~Q(end_because="")
                    & ~Q(ended_by=F("end_asked_by"))
                ),
                name="two_people_end_a_protection",
            ),
            models.UniqueConstraint(
                fields=["address", "from_person", "person"],
                condition=Q(ended_on=None),
                name="protected_once",
            ),
        ]

    def __str__(self) -> str:
        return "protected"
