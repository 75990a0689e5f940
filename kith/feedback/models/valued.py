"""What children and families think of how we are with them."""

from django.conf import settings
from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Valued(AboutPerson):
    """ "I feel valued", 1 to 5, asked by someone who does not lead the work (S0-06). A low answer is followed up."""

    score = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    said_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_by_name = models.CharField(max_length=200)
    asked_by_lead = models.BooleanField(default=False)  # kept as it was; counts as not yet asked
    follow_up_by_on = models.DateField(null=True)
    followed_up_on = models.DateField(null=True)
    followed_up_by = models.CharField(max_length=200, blank=True)
    what_was_done = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "feeling valued"
        constraints = [
            models.CheckConstraint(condition=models.Q(score__range=(1, 5)), name="valued_from_1_to_5"),
            models.CheckConstraint(
                condition=models.Q(followed_up_on=None) | ~models.Q(what_was_done=""), name="followed_up_with_words"
            ),
        ]
        indexes = [models.Index(fields=["person", "-said_on"])]

    def __str__(self) -> str:
        return "feeling valued"
