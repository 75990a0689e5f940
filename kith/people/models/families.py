"""How people belong to each other, with dates, sources and who holds parental responsibility."""

from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.people.models.person import PRECISIONS
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Relationship(AboutPerson):
    """`other` is the `kind` of `person`: Kelly (other) is the parent of Maya (person)."""

    other = models.ForeignKey("people.Person", models.PROTECT, related_name="related_to")
    kind = models.CharField(max_length=30)
    from_on = models.DateField(null=True)
    from_precision = models.CharField(max_length=5, choices=PRECISIONS, default="day")
    until_on = models.DateField(null=True)
    ended_as = models.CharField(max_length=20, blank=True)  # the pack's relationship_ended
    source = models.CharField(max_length=200, blank=True)  # who says so
    child_says_matters = models.BooleanField(default=False)  # the child's own choice

    policy = policies.two_people(family="r")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("other")), name="nobody_is_their_own_relative"),
            models.UniqueConstraint(
                fields=["person", "other", "kind"],
                condition=Q(until_on=None),
                name="one_relationship_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.kind


@versioned
class ParentalResponsibility(AboutPerson):
    """Who may decide for the child in law, how they came by it, and whether evidence was seen."""

    holder = models.ForeignKey("people.Person", models.PROTECT, related_name="responsible_for")
    acquired = models.CharField(max_length=30)
    evidence_seen = models.CharField(max_length=200, blank=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    policy = policies.two_people("person_id", "holder_id", family="r")

    class Meta:
        verbose_name_plural = "parental responsibilities"

    def __str__(self) -> str:
        return self.acquired
