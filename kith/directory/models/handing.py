"""Handing the device over: the PIN that brings a worker back, and who holds the device until then."""

from django.conf import settings
from django.db import models

from kith.access import Audience, policies


class Pin(models.Model):
    """What brings a worker back to their own session. Kept as a password is, and read by sign-in alone."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pin")
    secret = models.CharField(max_length=128)
    set_at = models.DateTimeField()

    policy = policies.door("rac")

    def __str__(self) -> str:
        return "a PIN"


class HandOver(models.Model):
    """A worker's device in a child's hands: from when, on whose session, and how it ended. Sign-in keeps the count of
    wrong PINs here and not in the session, which a browser could throw away.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_constraint=False)
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="handed_over")
    worker_name = models.CharField(max_length=200)
    device = models.CharField(max_length=10)  # tablet, phone, computer
    guided = models.BooleanField(default=True)  # off while an enquiry is open, unless its lead allows (design 7.3)
    started_at = models.DateTimeField()
    signed_in_at = models.DateTimeField()  # coming back never makes the worker's own session longer
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    ended_as = models.CharField(max_length=10, blank=True)  # pin, locked, left

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                "person_id not in (select id from closed_to_me)", frozenset({policies.READ, policies.ADD})
            )
        },
        web_may=frozenset({policies.READ, policies.CHANGE}),
    )

    class Meta:
        indexes = [models.Index(fields=["person", "-started_at"])]

    def __str__(self) -> str:
        return f"{self.worker_name}’s {self.device}"
