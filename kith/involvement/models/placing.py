"""Where a looked-after child lives, with whom, and who agreed to it."""

from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.involvement.models.looked_after import LookedAfter
from kith.people.models import Residence
from kith.record.models import AboutPerson
from kith.record.versions import versioned

# How often a home is visited, when not like any other (E20): as the act worked it out from the pack and the law.
VISITED_AS = [
    ("", "As any other home"),
    ("parent", "With a parent"),
    ("for_now", "Approved for now, or at home under an interim order"),
    ("order_home", "At home under a care order"),
    ("lasting", "Meant to last until 18"),
]


@versioned
class Placement(AboutPerson):
    """One home of a looked-after child. The address is the residence’s: whoever may not know it sees no placement."""

    care = models.ForeignKey(LookedAfter, models.PROTECT, related_name="placements")
    residence = models.ForeignKey(Residence, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20)  # the pack's placement_kind
    provider = models.CharField(max_length=20, blank=True)  # the pack's placement_provider
    with_whom = models.CharField(max_length=200, blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True)
    why_ended = models.CharField(max_length=20, blank=True)  # the pack's placement_ended
    what_ended = models.TextField(blank=True)
    temporary = models.BooleanField(default=False)  # a stay for a time: the home before it goes on
    limit = models.CharField(max_length=60, blank=True)  # the limit of the pack for a stay that is to be short
    for_now = models.BooleanField(default=False)  # a relative or friend approved for now
    lasting = models.BooleanField(default=False)  # meant to last until the child is 18
    visited_as = models.CharField(max_length=10, blank=True, choices=VISITED_AS)
    away = models.BooleanField(default=False)  # outside our own area
    at_once = models.BooleanField(default=False)  # in an emergency
    area_told_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approved_on = models.DateField(null=True)

    policy = policies.person(
        hidden="(residence_id is null or exists (select 1 from people_residence r where r.id = {table}.residence_id))"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")), name="placement_ends_after"
            ),
        ]
        indexes = [models.Index(fields=["person", "-began_on"], name="placements_newest_first")]

    def __str__(self) -> str:
        return "placement"
