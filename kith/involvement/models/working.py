"""Pieces of work with a child, and who leads them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import policies
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
    # The work before it on the same thread: help went on at another kind of level, or the child came back.
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")

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
    over_cap_because = models.TextField(blank=True)  # one child more than a worker should lead: why (S4-24)
    # Handing over well (S4-28, N27): the two together with the family, the goodbye, and what was agreed to carry on.
    met_together_on = models.DateField(null=True)
    goodbye_on = models.DateField(null=True)
    child_told_on = models.DateField(null=True)
    carried_on = models.TextField(blank=True)
    terms_again_on = models.DateField(null=True)  # what they agreed on working together, gone through again
    # Somebody led before: what they leave is read before the first visit (S4-27).
    takes_over = models.BooleanField(default=False)
    pack_read_on = models.DateField(null=True)

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
