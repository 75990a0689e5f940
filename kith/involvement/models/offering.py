"""A family is offered a meeting of their own, and makes a plan in their own words (E17)."""

from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class FamilyMeeting(AboutPerson):
    """One offer of a family group decision-making meeting, or why none was made; the answer, the meeting, the plan."""

    offered_on = models.DateField(null=True)
    offered_to = models.CharField(max_length=300, blank=True)
    offered_by_name = models.CharField(max_length=200, blank=True)
    not_offered_because = models.TextField(blank=True)
    said_on = models.DateField()  # the day the offer, or the reason for none, was given
    accepted_on = models.DateField(null=True)
    accepted_by = models.CharField(max_length=300, blank=True)
    declined_because = models.TextField(blank=True)
    meeting_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    who_came = models.TextField(blank=True)
    family_plan = models.TextField(blank=True)  # their own words
    our_answer = models.TextField(blank=True)  # what we can and cannot agree to, and why

    def __str__(self) -> str:
        return "the family’s own meeting"
