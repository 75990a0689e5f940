"""One assessment that goes on: its versions, what is written in them, and what that rests on (S3-08, N21)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Assessment(AboutPerson):
    """One version. A census knows the first five columns; the rest belongs to those begun here.

    `factors` are a census's own and stand only once it is signed; until then they wait in `factors_named`.
    """

    spell = models.ForeignKey("involvement.Spell", models.PROTECT, related_name="assessments")
    started_on = models.DateField(null=True)
    internal_review_on = models.DateField(null=True)
    authorised_on = models.DateField(null=True)
    factors = ArrayField(models.CharField(max_length=100), default=list)
    place_in_file = models.PositiveIntegerField(default=0)

    version = models.PositiveSmallIntegerField(default=1)
    before = models.OneToOneField("self", models.PROTECT, null=True, related_name="after")
    why = models.TextField(blank=True)  # what made us look: the question it answers
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    begun_by_name = models.CharField(max_length=200, blank=True)
    factors_named = ArrayField(models.CharField(max_length=100), default=list)
    what_changed = models.TextField(blank=True)  # since the version before
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_by=None) | Q(authorised_on__isnull=False), name="signed_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None) | ~Q(signed_by=models.F("begun_by")), name="nobody_signs_their_own"
            ),
        ]

    @property
    def signed(self) -> bool:
        return self.authorised_on is not None

    def __str__(self) -> str:
        return "assessment"


@versioned
class Passage(AboutPerson):
    """A part as it was written one day; the newest of its kind stands, the others are how it came about.

    `part`: the pack's assessment_part; `whose`: the parent whose eyes it is seen with (S4-20).
    """

    only_words = True

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="passages")
    part = models.CharField(max_length=12)
    whose = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    text = models.TextField()
    written_on = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    written_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["assessment", "part", "-id"])]

    def __str__(self) -> str:
        return self.part


@versioned
class Evidence(AboutPerson):
    """One thing the analysis rests on: where it comes from, and whether it is fact, opinion or hearsay (S1-34)."""

    only_words = True

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="evidence")
    source = models.CharField(max_length=12)  # the pack's evidence_source
    claim = models.CharField(max_length=8)  # the pack's evidence_claim
    text = models.TextField()
    found_in = models.CharField(max_length=300, blank=True)  # "school attendance letter, 3 May"
    contribution = models.ForeignKey("assessment.Contribution", models.PROTECT, null=True, related_name="+")
    speaks_against = models.BooleanField(default=False)  # it contradicts what we think (S4-19)
    noted_on = models.DateField()

    class Meta:
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.claim
