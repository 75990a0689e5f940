"""What is known of the services every child has: school, doctor, dentist, health visitor (S1-20)."""

from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class ServiceKnown(AboutPerson):
    """How things stand with one service, as somebody said on a day. The newest of a service is how it stands now."""

    service = models.CharField(max_length=30)  # the pack's services
    standing = models.CharField(max_length=20)  # the pack's service_standing
    name = models.CharField(max_length=200, blank=True)  # which school, which surgery
    since_on = models.DateField(null=True)
    how_it_goes = models.TextField(blank=True)  # how often they go, extra help, what was last looked at
    said_on = models.DateField()
    said_by = models.CharField(max_length=200, blank=True)
    asking = models.CharField(max_length=200, blank=True)  # who is finding out, or finding a place
    ask_by = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "services known"
        indexes = [models.Index(fields=["person", "service", "-said_on"], name="services_newest_first")]

    def __str__(self) -> str:
        return self.service
