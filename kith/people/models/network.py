"""The people and places of a child's life, and what the family's own network offers (S0-05, N12)."""

from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned

_OPEN = "(other_id is null or other_id not in (select id from closed_to_me))"


@versioned
class MapPlace(AboutPerson):
    """Somebody or something on the map around a child: how near, how it feels, who says so.

    There are two maps: the child's own, and the worker's. A place put again takes the place of the one before.
    """

    whose = models.CharField(max_length=6, choices=[("child", "child"), ("worker", "worker")])
    kind = models.CharField(max_length=12)  # the pack's code: family, friend, school, health, agency, place, pet ...
    other = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    called = models.CharField(max_length=100)  # on the child's map, what the child calls them
    ring = models.PositiveSmallIntegerField()  # 1 very close, 2 close, 3 around
    line = models.CharField(max_length=12)  # strong, ordinary, thin, stressful, broken
    flow = models.CharField(max_length=8)  # gives, takes, both, none
    what_for = models.CharField(max_length=300, blank=True)
    said_by = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)
    family_may_see = models.BooleanField(default=False)  # what a child says is not a parent's to read (design 7.8)

    policy = policies.person(staff="rac", family="r", child="r", hidden=_OPEN, family_also="family_may_see")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ring__gte=1, ring__lte=3), name="on_one_of_three_rings"),
            models.UniqueConstraint(
                fields=["person", "whose", "kind", "called"], condition=Q(until_on=None), name="on_a_map_once"
            ),
        ]

    def __str__(self) -> str:
        return self.called


@versioned
class Offer(AboutPerson):
    """What somebody of the family or its friends will do, from when, and whether it still stands."""

    other = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    called = models.CharField(max_length=100)
    role = models.CharField(max_length=20)  # the pack's code: overnight, listening, money ...
    what = models.TextField()
    when_words = models.CharField(max_length=200, blank=True)  # Tuesdays and Thursdays
    said_by = models.CharField(max_length=200, blank=True)  # empty: they said it themselves
    agreed = models.BooleanField(default=False)  # the family and the child want it
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)

    policy = policies.person(staff="rac", hidden=_OPEN)

    def __str__(self) -> str:
        return self.called


@versioned
class ServiceInstead(AboutPerson):
    """Why a service does what the family's own network might have done."""

    service = models.CharField(max_length=200)
    because = models.TextField()
    considered = models.CharField(max_length=300, blank=True)  # who of the network was thought of, or asked
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    policy = policies.person(staff="rac")

    class Meta:
        verbose_name_plural = "services instead"

    def __str__(self) -> str:
        return self.service
