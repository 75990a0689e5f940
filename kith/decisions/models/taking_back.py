"""A sign-off that was given by mistake and taken back: why, by whom, and what was signed, as it read that day."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned

OF = [("decision", "The decision"), ("assessment", "The assessment"), ("plan", "The plan")]


@versioned
class SignOffTakenBack(AboutPerson):
    """The signature no longer counts and is not deleted: whose it was, what it stood under, and who took it back.

    `row`: the id of what was signed; assessments and plans are rooms further down.
    """

    of = models.CharField(max_length=12, choices=OF)
    row = models.BigIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    signed_by_name = models.CharField(max_length=200)
    signed_on = models.DateField()
    as_signed = models.TextField()  # a heading and its words on each line, as they stood under the signature
    because = models.TextField()
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_by_name = models.CharField(max_length=200)
    taken_back_on = models.DateField()

    class Meta:
        verbose_name_plural = "sign-offs taken back"
        constraints = [models.CheckConstraint(condition=~Q(because=""), name="taken_back_for_a_reason")]
        indexes = [models.Index(fields=["person", "of", "row"], name="sign_offs_taken_back")]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """(heading, words) of what was signed."""
        return [(title, words) for title, _, words in (line.partition(": ") for line in self.as_signed.split("\n\n"))]

    def __str__(self) -> str:
        return "a sign-off taken back"
