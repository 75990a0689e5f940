"""A sign-off somebody asked for: of whom, by when, and what came of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.decisions.models.taking_back import OF
from kith.record.models import AboutPerson
from kith.record.versions import versioned

ANSWERS = [("signed", "Signed"), ("sent_back", "Sent back"), ("passed_on", "Somebody else was asked")]


@versioned
class SignOffAsked(AboutPerson):
    """One colleague is asked to read an assessment or a plan and sign it off; never whoever wrote it (users J5).

    `row`: the id of what is read, as in a sign-off taken back. `as_read`: what it said when it was answered, so that
    the next reading shows what is new since.
    """

    of = models.CharField(max_length=12, choices=OF)
    row = models.BigIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    asked = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_name = models.CharField(max_length=200)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_by_name = models.CharField(max_length=200)
    asked_on = models.DateField()
    by_when = models.DateField(null=True)
    words = models.TextField(blank=True)  # what to look at
    answer = models.CharField(max_length=9, choices=ANSWERS, blank=True)
    because = models.TextField(blank=True)  # the question it was sent back with
    as_read = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "sign-offs asked for"
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by=None) | ~Q(asked_by=models.F("asked")), name="another_is_asked"
            ),
            models.CheckConstraint(condition=~Q(answer="sent_back") | ~Q(because=""), name="sent_back_with_a_question"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None) | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="a_sign_off_is_answered_on_a_day",
            ),
            models.UniqueConstraint(fields=["of", "row"], condition=Q(answer=""), name="one_is_asked_at_a_time"),
        ]
        indexes = [models.Index(fields=["asked"], condition=Q(answer=""), name="sign_offs_waiting")]

    def __str__(self) -> str:
        return "a sign-off asked for"
