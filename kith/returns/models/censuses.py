"""What came in by file and what went out, so that both can be shown again."""

from django.db import models

from kith.access import policies
from kith.directory.models import Account
from kith.record.models import Occasion


class CensusImport(models.Model):
    """One census file taken in: when, from whom, and what was and was not taken."""

    occasion = models.OneToOneField(Occasion, models.PROTECT, related_name="census_import")
    year = models.PositiveSmallIntegerField()
    authority = models.CharField(max_length=100, blank=True)  # as the file says
    digest = models.CharField(max_length=64)  # SHA-256 of the file
    synthetic = models.BooleanField()
    children = models.PositiveIntegerField(default=0)  # different ones in the file
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    not_taken = models.PositiveIntegerField(default=0)  # without an id
    header = models.JSONField(default=dict)
    findings = models.JSONField(default=list)  # the first of them; all are in the report whoever ran it asked for
    findings_in_all = models.PositiveIntegerField(default=0)

    policy = policies.nobody()

    def __str__(self) -> str:
        return f"census of {self.year}"


class CensusEntry(models.Model):
    """What the latest file of one census year said of one child, and which row each part of it became.

    The next file is compared with this, so that what the census changed and what a person changed are told apart. A
    return of the same year gives back everything here, however odd.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    census_import = models.ForeignKey(CensusImport, models.PROTECT, related_name="entries")
    facts = models.JSONField()  # a census child as `cin.keeping` writes it, each record with its `row`

    policy = policies.nobody()

    class Meta:
        verbose_name_plural = "census entries"
        constraints = [models.UniqueConstraint(fields=["person", "year"], name="one_entry_a_year")]

    def __str__(self) -> str:
        return f"entry of {self.year}"


class CensusReturn(models.Model):
    """One census file written out: for which year, how much, and its fingerprint."""

    occasion = models.OneToOneField(Occasion, models.PROTECT, related_name="census_return")
    year = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    children = models.PositiveIntegerField()
    findings_in_all = models.PositiveIntegerField()

    policy = policies.nobody()

    def __str__(self) -> str:
        return f"return of {self.year}"


def latest_authority() -> str:
    """The three digits of the authority whose census came in last; empty when none did, or none said."""
    said = CensusImport.objects.filter(authority__regex="^[0-9]{3}$").order_by("-pk")
    return said.values_list("authority", flat=True).first() or ""


def holds_real_children() -> bool:
    """Whether a census that did not call itself synthetic was taken in here (design 7.13)."""
    return CensusImport.objects.filter(synthetic=False).exists()


def holds_made_up_people() -> bool:
    """Whether a synthetic census was, or the demo's people work here."""
    return (
        CensusImport.objects.filter(synthetic=True).exists()
        or Account.objects.filter(email__endswith="@demo.test").exists()
    )
