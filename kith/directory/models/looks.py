"""Who opened a person's record, when, and why."""

from django.conf import settings
from django.db import models

from kith.access import policies


class Look(models.Model):
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="looks")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="looks")
    name = models.CharField(max_length=200)
    because = models.CharField(max_length=200)
    whole_record = models.BooleanField(default=False)  # a reason was given: more than the minimum view was shown
    page = models.CharField(max_length=60)
    at = models.DateTimeField()

    policy = policies.person(staff="ra", append_only=True, standing=False)

    class Meta:
        indexes = [models.Index(fields=["person", "-at"]), models.Index(fields=["account", "person", "-at"])]

    def __str__(self) -> str:
        return f"{self.name}: {self.because}"
