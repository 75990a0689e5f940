"""The log of everything done here, and the guard that keeps every other table behind it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record import guard


class Occasion(models.Model):
    """One thing that happened in the world and was written down: by whom, when it happened, when it was recorded."""

    key = models.CharField(max_length=64)  # the same form sent twice carries the same key
    name = models.CharField(max_length=60)  # the act's stable name
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_constraint=False)
    by_name = models.CharField(max_length=200)  # as it was that day
    audience = models.CharField(max_length=10)
    happened_on = models.DateField()
    happened_precision = models.CharField(max_length=5, default="day")
    recorded_at = models.DateTimeField()
    said = models.TextField(blank=True)  # a sentence only when it is about nobody: lines carry their own
    pack = models.CharField(max_length=40)
    cluster = models.BigIntegerField(db_default=0)  # set by the database: which server, which transaction
    xid = models.BigIntegerField(db_default=0)

    policy = policies.occasion_itself()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "name", "key"], nulls_distinct=False, name="occasion_recorded_once")
        ]
        indexes = [models.Index(fields=["cluster", "xid"])]

    def __str__(self) -> str:
        return self.said


class Act(models.Model):
    """What the occasion means for one person: a line of their story and of the audit trail, never changed."""

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="acts")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="acts")
    name = models.CharField(max_length=60)
    said = models.TextField()
    happened_on = models.DateField()
    happened_precision = models.CharField(max_length=5, default="day")
    recorded_at = models.DateTimeField()
    in_story = models.BooleanField(default=False)
    significance = models.PositiveSmallIntegerField(default=1)
    staff_only = models.BooleanField(default=False)  # to tell of it could put a child in danger
    cluster = models.BigIntegerField(db_default=0)
    xid = models.BigIntegerField(db_default=0)

    # A child knows the lines of what it did itself, and not what was done about it.
    policy = policies.person(
        staff="ra",
        partner="ra",
        family="ra",
        child="ra",
        outsiders_also="not staff_only",
        child_also="occasion_id in (select id from my_occasions)",
        append_only=True,
    )

    class Meta:
        indexes = [
            models.Index(fields=["person", "-happened_on", "-id"]),
            models.Index(fields=["occasion"]),
            models.Index(fields=["cluster", "xid"]),
        ]

    def __str__(self) -> str:
        return self.said


class Attempt(models.Model):
    """Something tried and not done: refused for a reason, or forbidden. Written after the transaction it failed in."""

    # Made here, so that a login allowed to add and not to read can add.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    at = models.DateTimeField()
    account_ref = models.BigIntegerField(null=True)  # ids without foreign keys: they outlive what they name
    person_refs = models.JSONField(default=list)
    name = models.CharField(max_length=60)
    outcome = models.CharField(max_length=10, choices=[("refused", "refused"), ("forbidden", "forbidden")])
    reason = models.TextField(blank=True)

    policy = policies.Policy(web_may=frozenset({policies.ADD}), append_only=True)

    def __str__(self) -> str:
        return f"{self.name} {self.outcome}"


class Recorded(models.Model):
    """A row that only an act may write. Nothing is deleted; `correct` withdraws, later acts supersede."""

    objects = guard.RecordedRows.as_manager()

    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        guard.stamp(self)
        # A row hidden by a policy would otherwise be inserted a second time instead of updated.
        if not self._state.adding:
            kwargs.setdefault("force_update", True)
        super().save(**kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise guard.NotInAnAct("Nothing is deleted: use correct().")


class AboutPerson(Recorded):
    """A child's (or adult's) own line: it carries the act that made it and the latest one that changed it."""

    only_words = False  # whether nothing is left of it without its words: then it is taken off whole

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="%(class)ss")
    act = models.ForeignKey(Act, models.PROTECT, related_name="+", editable=False)
    latest_act = models.ForeignKey(Act, models.PROTECT, related_name="+", editable=False)

    policy = policies.person()

    class Meta:
        abstract = True


class Shared(Recorded):
    """Facts held once for everyone the occasion was about."""

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="%(class)ss", editable=False)

    policy = policies.occasion()

    class Meta:
        abstract = True


class Withdrawal(AboutPerson):
    """A row recorded about the wrong child: gone from every ordinary view at once, sealed in the audit."""

    row_table = models.CharField(max_length=63)
    row_id = models.BigIntegerField()
    because = models.TextField()

    policy = policies.person(staff="ra", append_only=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["row_table", "row_id"], name="withdrawn_once"),
        ]

    def __str__(self) -> str:
        return f"withdrawn: {self.because}"


class Draft(models.Model):
    """Words typed and not yet saved: kept for their writer through log-out, crash and a change of device."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=120)  # which form about what, e.g. "record-visit:K7M-4QX"
    title = models.CharField(max_length=120)
    fields = models.JSONField(default=dict)
    other_fields = models.JSONField(null=True)  # the second text, when two tabs wrote at once
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()

    policy = policies.owner()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_draft_per_form")]

    def __str__(self) -> str:
        return self.title


class Seal(models.Model):
    """A closed batch of the log: what it held, chained to the seal before, keyed from outside the database."""

    cluster = models.BigIntegerField()
    xid_from = models.BigIntegerField()
    xid_to = models.BigIntegerField()  # exclusive
    rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    policy = policies.Policy(append_only=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "xid_from"], name="seals_follow_on"),
            models.CheckConstraint(condition=Q(xid_to__gt=F("xid_from")), name="seal_covers_something"),
        ]

    def __str__(self) -> str:
        return f"seal of {self.rows} rows"
