"""What somebody answered when they were asked what difference we make, and what we did about it (S3-16)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned

# On their own page each reads what they said themselves, and nobody else's: no parent the other's, nobody the child's.
# Whom it is not safe to tell reads none of it (design 7.4). Words not sorted yet, which may say why somebody was not
# asked, are on nobody's page.
_MINE = "person_who_id = kith_person() and said <> '' and not kept_back and not exists (select from told_nothing)"


@versioned
class DifferenceSaid(AboutPerson):
    """One answer, in the words of whoever gave it. One that asks for something is owed what we did about it, or why
    not, by `due_on`.
    """

    only_words = True

    asked_in = models.CharField(max_length=10)  # the pack's difference_asked_in: a review, the end of the work
    asked_on = models.DateField()
    whose = models.CharField(max_length=10)  # the pack's difference_whose: the child, the family, another agency
    who = models.CharField(max_length=200, blank=True)  # empty: not written down yet
    person_who = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, related_name="+"
    )  # reads it on their page
    words = models.TextField()
    said = models.CharField(max_length=12, blank=True)  # the pack's difference_said; empty: nobody has sorted it yet
    kept_back = models.BooleanField(default=False)  # these words hold an address that must not be learnt
    due_on = models.DateField(null=True)  # where it asks for something
    outcome = models.CharField(max_length=12, blank=True)  # the pack's difference_outcome
    we_did = models.TextField(blank=True)  # in words for them; or why not
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done_by_name = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)  # where somebody told them as well; their own page shows it at once
    told_by = models.CharField(max_length=200, blank=True)

    policy = policies.person(
        staff="rac",
        family="r",
        child="r",
        family_also=f"{_MINE} and whose = 'family'",
        child_also=f"{_MINE} and whose = 'child'",
    )

    class Meta:
        verbose_name_plural = "differences said"
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None, outcome="", we_did="")
                | (Q(done_on__isnull=False) & ~Q(outcome="") & ~Q(we_did="")),
                name="what_we_did_is_said_in_words",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(done_on=None), name="differences_waiting")]

    def __str__(self) -> str:
        return "what somebody says of our work"
