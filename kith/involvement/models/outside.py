"""Harm outside the home: places of worry, the young people linked to them, and a look at what pulls and what protects.

A place is about no one child: it is seen by whoever may see one of the lines that link a child to it, and each child's
line is that child's alone.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access import Audience, policies
from kith.record.models import AboutPerson, Shared
from kith.record.versions import versioned

_SEEN = (
    "exists (select 1 from involvement_placelink linked where linked.place_id = {table}.id) or "
    "exists (select 1 from record_act line where line.occasion_id = {table}.occasion_id)"
)


@versioned
class WorryPlace(Shared):
    """A place where young people are hurt or drawn in: what is seen there, what would make it safer, who owns that."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)  # the pack's place_kind
    worry = models.TextField()
    pattern = models.TextField(blank=True)  # when, with whom, how it goes
    safer = models.TextField(blank=True)  # what makes it safer, or would
    action = models.TextField(blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=200, blank=True)
    act_by = models.DateField(null=True)
    done_on = models.DateField(null=True)
    done_words = models.TextField(blank=True)

    policy = policies.Policy(
        {Audience.STAFF: policies.Rule(_SEEN, frozenset({policies.READ, policies.ADD, policies.CHANGE}))}
    )

    def __str__(self) -> str:
        return "a place"


@versioned
class PlaceLink(AboutPerson):
    """Why one young person is linked to a place: what pushes them there, what pulls, and with whom."""

    place = models.ForeignKey(WorryPlace, models.PROTECT, related_name="links")
    why = models.TextField()
    push = models.TextField(blank=True)
    pull = models.TextField(blank=True)
    with_whom = models.TextField(blank=True)
    since_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], condition=Q(ended_on=None), name="linked_once")
        ]
        indexes = [models.Index(fields=["place"])]

    def __str__(self) -> str:
        return "linked to a place"


@versioned
class Screening(AboutPerson):
    """One look at whether a young person is being used or hurt outside the home: dangers and strengths alike."""

    looked_on = models.DateField()
    dangers = ArrayField(models.CharField(max_length=20), default=list)  # the pack's outside_danger
    signs = models.TextField(blank=True)
    push = models.TextField(blank=True)
    pull = models.TextField(blank=True)
    strengths = models.TextField(blank=True)
    no_strength_because = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    not_asked_because = models.TextField(blank=True)
    what_it_means = models.TextField(blank=True)
    review_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)
    finished_by = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return "a look outside the home"
