"""Plans, as far as a census knows them."""

from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Plan(AboutPerson):
    """A child in need or family help plan: the days it ran."""

    spell = models.ForeignKey("involvement.Spell", models.PROTECT, related_name="plans")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    place_in_file = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "plan"
