"""Supervision: two people think together about one child. What they thought is the child's; what is the worker's own is
kept apart, and is nobody else's (S3-31, S3-32, domain 7.5).
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.record.models import AboutPerson, Recorded, Shared
from kith.record.versions import versioned

_THE_TWO = "(worker_id = kith_account() or supervisor_id = kith_account())"


@versioned
class Supervision(AboutPerson):
    """One talk of a worker and whoever supervises them, about one child. Kept from its first word; it stands when both
    have signed it. Staff alone read it.
    """

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="supervisions")
    worker_name = models.CharField(max_length=200)
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="supervisions_given")
    supervisor_name = models.CharField(max_length=200)
    held_on = models.DateField()
    first_year = models.BooleanField(default=False)  # the worker was in their first year: the next is due sooner
    agenda = ArrayField(models.TextField(), default=list)  # what the record asked them to speak of, that day
    question = models.TextField(blank=True)  # the worker's own
    like_now = models.TextField(blank=True)  # what it is like to be this child this week
    not_known = models.TextField(blank=True)
    next_test = models.TextField(blank=True)  # what will be done to find out which of the explanations is right
    assumptions = models.TextField(blank=True)  # about race, gender, class, disability too (S4-19)
    would_change = models.TextField(blank=True)  # what would change our minds
    changed_mind = models.TextField(blank=True)  # what was thought before, and what now (S3-33)
    worker_view = models.TextField(blank=True)  # where the worker sees it otherwise
    clear_cut_because = models.TextField(blank=True)  # the supervisor's: why one explanation is enough
    next_on = models.DateField(null=True)
    worker_signed_on = models.DateField(null=True)
    supervisor_signed_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(worker=F("supervisor")), name="nobody_supervises_themselves"),
            models.CheckConstraint(
                condition=Q(finished_on=None)
                | Q(worker_signed_on__isnull=False, supervisor_signed_on__isnull=False, next_on__isnull=False),
                name="supervision_signed_by_both",
            ),
        ]
        indexes = [models.Index(fields=["person", "-held_on", "-id"], name="supervisions_newest_first")]

    def of(self, account_id: int | None) -> str:
        """Which of the two this account is: "worker", "supervisor", or nobody's business of theirs."""
        return {self.worker_id: "worker", self.supervisor_id: "supervisor"}.get(account_id or 0, "")

    def __str__(self) -> str:
        return "supervision"


@versioned
class Hypothesis(AboutPerson):
    """One way of explaining what is seen, with what speaks for it and what against it (S3-31)."""

    supervision = models.ForeignKey(Supervision, models.PROTECT, related_name="hypotheses")
    place = models.PositiveSmallIntegerField()
    what = models.TextField(blank=True)
    speaks_for = models.TextField(blank=True)
    speaks_against = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "hypotheses"
        constraints = [
            models.UniqueConstraint(fields=["supervision", "place"], name="one_hypothesis_at_each_place"),
        ]

    def __str__(self) -> str:
        return "hypothesis"


@versioned
class SupervisionAction(AboutPerson):
    """What the two agreed to do for the child, and because of what."""

    supervision = models.ForeignKey(Supervision, models.PROTECT, related_name="actions")
    place = models.PositiveSmallIntegerField()
    what = models.TextField(blank=True)
    because = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    by_when = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["supervision", "place"], name="one_action_at_each_place"),
        ]

    def __str__(self) -> str:
        return "action"


@versioned
class PersonalNote(Shared):
    """How the worker is and what they need to learn. It is about no child and on no child's file, and only the two may
    read it: no manager above them, no auditor (S3-32).
    """

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    words = models.TextField()
    written_on = models.DateField()

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                _THE_TWO,
                frozenset({policies.READ, policies.ADD}),
                added=f"written_by_id = kith_account() and {_THE_TWO}",
            )
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(worker=F("supervisor")), name="a_note_is_between_two"),
            models.CheckConstraint(
                condition=Q(written_by=F("worker")) | Q(written_by=F("supervisor")), name="a_note_is_by_one_of_the_two"
            ),
        ]
        indexes = [models.Index(fields=["worker", "supervisor"])]

    def __str__(self) -> str:
        return "note"


@versioned
class CheckIn(Shared):
    """How a worker says they are, shared with whoever manages them and answered. Shared by hand and about no child; the
    two alone read it, and the worker alone once it is taken back (users J5, S4-24).
    """

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    worker_name = models.CharField(max_length=200)
    shared_with = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    shared_with_name = models.CharField(max_length=200)
    how = models.CharField(max_length=12)  # the pack's check_in
    words = models.TextField(blank=True)
    shared_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    taken_back_on = models.DateField(null=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                "(worker_id = kith_account() or (shared_with_id = kith_account() and taken_back_on is null))",
                frozenset({policies.READ, policies.ADD, policies.CHANGE}),
            )
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(worker=F("shared_with")), name="a_check_in_is_shared_with_another"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | ~Q(answer=""), name="a_check_in_is_answered_with_words"
            ),
        ]
        indexes = [models.Index(fields=["shared_with", "-shared_on"]), models.Index(fields=["worker", "-shared_on"])]

    def __str__(self) -> str:
        return "check-in"


@versioned
class DigestWish(Recorded):
    """When somebody wants an e-mail about what is owed, if at all. Without one: each working day at eight."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="digest_wish")
    daily = models.BooleanField(default=True)
    weekly = models.BooleanField(default=True)  # about the team, for whoever manages one
    hour = models.PositiveSmallIntegerField(default=8)

    policy = policies.owner(letters="rac", audiences=(Audience.STAFF,))

    class Meta:
        verbose_name_plural = "digest wishes"
        constraints = [models.CheckConstraint(condition=Q(hour__lte=23), name="an_hour_of_the_day")]

    def __str__(self) -> str:
        return "digest"


class Digest(models.Model):
    """One e-mail about a day or a week: numbers, and no name of anybody. One of a kind for a day, whatever runs twice.
    Nothing owed, nothing sent.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="digests")
    weekly = models.BooleanField()
    on = models.DateField()
    late = models.PositiveIntegerField()
    due = models.PositiveIntegerField()
    sent_at = models.DateTimeField(null=True)

    policy = policies.owner(letters="r", audiences=(Audience.STAFF,))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "weekly", "on"], name="one_digest_of_a_kind_a_day")]

    def __str__(self) -> str:
        return "digest"
