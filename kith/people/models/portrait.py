"""A photograph of a person: who agreed to it, and who may see it."""

from django.db import models

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Portrait(AboutPerson):
    """One picture at a time. What the camera told of place and time was never kept."""

    image = models.BinaryField()
    form = models.CharField(max_length=4, choices=[("png", "PNG"), ("jpeg", "JPEG")])
    wide = models.PositiveSmallIntegerField()
    high = models.PositiveSmallIntegerField()
    agreed_by = models.CharField(max_length=200)
    agreed_on = models.DateField()
    from_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)

    # Whoever may read the whole record; no family, partner or child page shows it.
    policy = policies.person(staff="rac")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(ended_on=None), name="one_portrait_now"),
        ]

    def __str__(self) -> str:
        return "a portrait"
