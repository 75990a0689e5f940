"""Adults who may be a danger to children, and who a child meets by arrangement (S2-06, N13)."""

from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.people.models.person import PRECISIONS
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class RiskFlag(AboutPerson):
    """What is known of the danger one person is to children: it follows the person, whoever's home they are in."""

    kind = models.CharField(max_length=30)  # the pack's code
    certainty = models.CharField(max_length=10)  # proved, likely, alleged
    needs_to_know = models.CharField(max_length=300)  # the least that someone keeping a child safe must know
    source = models.CharField(max_length=200)
    evidence = models.TextField(blank=True)
    from_on = models.DateField()
    from_precision = models.CharField(max_length=5, choices=PRECISIONS, default="day")
    review_on = models.DateField()
    told_on = models.DateField(null=True)  # the day the person was told that this is recorded
    not_told_because = models.TextField(blank=True)
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)

    policy = policies.person(staff="rac", hidden="person_id is distinct from kith_person()")  # never to themselves

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ended_on=None) | ~Q(ended_because=""), name="a_risk_ends_with_a_reason"),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(ended_on=None), name="risks_now")]

    def __str__(self) -> str:
        return self.kind


@versioned
class ContactArrangement(AboutPerson):
    """How a child sees, or does not see, one person: agreed by the family, by us, or ordered by a court."""

    other = models.ForeignKey("people.Person", models.PROTECT, related_name="meets")
    way = models.CharField(max_length=20)  # the pack's code: together, supervised, calls, letters, none
    how_often = models.CharField(max_length=200, blank=True)
    supervised_by = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=20)  # the pack's code: order, agreed, family
    source = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    policy = policies.two_people(family="r")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("other")), name="nobody_meets_themselves"),
            models.UniqueConstraint(
                fields=["person", "other"], condition=Q(until_on=None), name="one_arrangement_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.way
