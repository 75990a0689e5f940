"""Pieces of work with a child, who leads them, and the protection steps a census knows."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned
from kith.words import in_full

# Of several open at once, as a census may have them, the one at hand; one whose first day nobody gave comes last.
AT_HAND = (F("started_on").desc(nulls_last=True), "-pk")


@versioned
class Spell(AboutPerson):
    """A spell of work: from the referral (or request) that began it to the day it was closed."""

    level = models.CharField(max_length=20)  # the pack's level of help now
    started_on = models.DateField(null=True)  # null only when a file left it out
    source = models.CharField(max_length=100, blank=True)  # who referred, by the pack's code
    primary_need = models.CharField(max_length=100, blank=True)
    no_further_action = models.BooleanField(null=True)
    conference_on = models.DateField(null=True)  # initial conference noted on the referral itself
    closed_on = models.DateField(null=True)
    closure_reason = models.CharField(max_length=100, blank=True)
    known_from = models.DateField(null=True)  # when Kith began to know: later than the start for imported work
    came_from = models.CharField(max_length=100, blank=True)
    place_in_file = models.PositiveIntegerField(default=0)  # keeps an import's own order

    policy = policies.person(staff="rac", partner="r", family="r")

    class Meta:
        indexes = [
            models.Index(fields=["person"], condition=Q(closed_on=None), name="open_spells"),
        ]

    @property
    def begun(self) -> str:
        """Since when, as far as anyone here knows: a census may leave the day out (design 7.10)."""
        if self.started_on:
            return f"since {in_full(self.started_on)}"
        known = f", taken in on {in_full(self.known_from)}" if self.known_from else ""
        return f"since a day not known before Kith: from {self.came_from or 'another system'}{known}"

    def __str__(self) -> str:
        return self.level


@versioned
class LeadWorker(AboutPerson):
    """Who leads the work, from one day to another. The database allows one at a time and, once begun, no gap."""

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="leads")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="leads")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    reason_ended = models.CharField(max_length=10, blank=True)
    family_told_on = models.DateField(null=True)

    policy = policies.person(staff="rac", partner="r", family="r", child="r")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["spell"], condition=Q(until_on=None), name="one_lead_worker"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="lead_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["account"], condition=Q(until_on=None), name="leading_now")]

    def __str__(self) -> str:
        return self.name


@versioned
class Enquiry(AboutPerson):
    """A section 47 enquiry and the conference it led to."""

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="enquiries")
    started_on = models.DateField(null=True)
    conference_target_on = models.DateField(null=True)
    conference_on = models.DateField(null=True)
    conference_not_needed = models.BooleanField(null=True)
    place_in_file = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "enquiries"

    def __str__(self) -> str:
        return "section 47 enquiry"


@versioned
class ProtectionPlan(AboutPerson):
    """A child protection plan: its days, its categories and its reviews."""

    spell = models.ForeignKey(Spell, models.PROTECT, related_name="protection_plans")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    first_category = models.CharField(max_length=100, blank=True)
    latest_category = models.CharField(max_length=100, blank=True)
    earlier_plans = models.PositiveSmallIntegerField(null=True)  # as the file said; Kith counts its own
    reviewed_on = ArrayField(models.DateField(), default=list)
    place_in_file = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "child protection plan"


@versioned
class Exposure(AboutPerson):
    """Someone who may be a danger has come close to a child: worked out, told to a named person, taken up (N13)."""

    flag = models.ForeignKey("people.RiskFlag", models.PROTECT, related_name="exposures")
    ways = ArrayField(models.CharField(max_length=20))  # household, family, contact
    found_at = models.DateTimeField()
    told = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="exposures_told")
    told_name = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    told_before = ArrayField(models.BigIntegerField(), default=list)  # accounts it has passed, in order
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by_name = models.CharField(max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True)
    action = models.CharField(max_length=20, blank=True)  # the pack's code
    what_was_done = models.TextField(blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "flag"], condition=Q(ended_on=None), name="exposed_once"),
            models.CheckConstraint(
                condition=Q(taken_at=None) | (~Q(action="") & ~Q(what_was_done="")), name="taken_up_with_an_action"
            ),
        ]
        indexes = [models.Index(fields=["told"], condition=Q(taken_at=None, ended_on=None), name="exposures_waiting")]

    def __str__(self) -> str:
        return "exposure"


class ImmediateConcern(models.Model):
    """Someone is worried now. One field is enough; it works for a child with no name and no record (design 7.2)."""

    what = models.TextField()
    who = models.CharField(max_length=200, blank=True)  # the child, as far as anyone knows
    where = models.CharField(max_length=200, blank=True)
    ring_back = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="concerns")
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    raised_by_name = models.CharField(max_length=200)
    raised_at = models.DateTimeField()
    told = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by_name = models.CharField(max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True)
    key = models.CharField(max_length=64, unique=True)

    # Raised through kith_raise_concern(), whoever asks; taken by duty; read by duty, by the one who raised it, and by
    # whoever is tied to the child it names.
    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                "kith_on_duty() or raised_by_id = kith_account()"
                " or person_id = any(array(select person_id from kith_my_ties()))",
                frozenset({policies.READ, policies.CHANGE}),
            ),
            Audience.PARTNER: policies.Rule("raised_by_id = kith_account()", frozenset({policies.READ})),
            Audience.CHILD: policies.Rule("raised_by_id = kith_account()", frozenset({policies.READ})),
        }
    )

    class Meta:
        indexes = [models.Index(fields=["raised_at"], condition=Q(taken_at=None), name="concerns_waiting")]

    def __str__(self) -> str:
        return "immediate concern"


@versioned
class WorkerAsked(AboutPerson):
    """A child asks for another worker: what they said, who answers and by when, and what they were told (S1-21)."""

    text = models.TextField(blank=True)  # in the child's words; a child need not say why
    reason = models.CharField(max_length=10)  # the pack's worker_change_reason
    asked_on = models.DateField()
    own_hand = models.BooleanField(default=False)  # asked in their own corner
    heard_by = models.CharField(max_length=200, blank=True)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    lead_name = models.CharField(max_length=200, blank=True)
    answer_by_on = models.DateField()
    outcome = models.CharField(max_length=12, blank=True)  # the pack's answer_outcome
    answer = models.TextField(blank=True)  # to the child, in words they understand
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_by_name = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    told_by = models.CharField(max_length=200, blank=True)

    policy = policies.person(staff="rac", child="ra")

    class Meta:
        verbose_name_plural = "workers asked for"
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(answered_on=None), name="asks_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(outcome="") & ~Q(answer="")), name="answered_in_words"
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | Q(lead=None) | ~Q(answered_by=F("lead")),
                name="nobody_answers_for_themselves",
            ),
        ]

    def __str__(self) -> str:
        return "asked for another worker"
