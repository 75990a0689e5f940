"""What we make of a contact, child by child: whose record it is, what was decided and why, and what is told back."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access import Audience, policies
from kith.involvement.models.contacts import OF_MY_CONTACT, OF_OPEN_CONTACT, Contact, ContactChild
from kith.involvement.models.working import Spell
from kith.record.models import Shared
from kith.record.versions import versioned


@versioned
class ContactLine(Shared):
    """One child's own line of a contact: the record it belongs to, the decision, the level and the reasons (S3-17,
    S3-18). Staff alone read it.
    """

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="lines")
    child = models.OneToOneField(ContactChild, models.PROTECT, related_name="line")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="contact_lines")
    matched_by_name = models.CharField(max_length=200, blank=True)
    matched_at = models.DateTimeField(null=True)

    outcome = models.CharField(max_length=30, blank=True)  # the pack's contact_outcome; empty until decided
    thresholds = models.CharField(max_length=40, blank=True)  # the version of the threshold document
    level = models.CharField(max_length=10, blank=True)  # and the level in it
    need = models.CharField(max_length=40, blank=True)  # the kind of need, where the document names kinds
    indicators = ArrayField(models.CharField(max_length=40), default=list)
    why_not_above = models.TextField(blank=True)
    why_not_below = models.TextField(blank=True)
    reasons = models.TextField(blank=True)  # ours: what is told to others is written apart
    child_view = models.TextField(blank=True)  # how what the child said weighed; or why we do not know what they think
    bottom_lines = models.TextField(blank=True)  # one on each line
    no_bottom_lines_because = models.TextField(blank=True)
    would_change = models.TextField(blank=True)  # what would change this decision (N20)
    offered = models.TextField(blank=True)  # when it goes no further: what help instead (S0-08)
    not_offered_because = models.TextField(blank=True)
    family_told = models.CharField(max_length=20, blank=True)  # the pack's decision_told
    family_told_words = models.TextField(blank=True)  # what was said to them, or why they are not told
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_on = models.DateField(null=True)
    decision = models.ForeignKey("decisions.Decision", models.PROTECT, null=True, related_name="contact_lines")
    spell = models.ForeignKey(Spell, models.PROTECT, null=True, related_name="contact_lines")

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                "(person_id is null or person_id not in (select id from kith_closed_to_me()))"
                f" and {OF_OPEN_CONTACT} and {policies.STANDING}",
                frozenset({policies.READ, policies.ADD, policies.CHANGE}),
            ),
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(decided_at=None) | ~Q(reasons=""), name="decided_with_reasons"),
            models.CheckConstraint(condition=Q(spell=None) | Q(person__isnull=False), name="work_is_with_someone"),
        ]
        indexes = [models.Index(fields=["person"], name="contacts_about")]

    def __str__(self) -> str:
        return "a child’s line of a contact"


@versioned
class ContactReply(Shared):
    """What whoever told us is told of one child: the decision in words, the reasons released to them, who leads, and
    what we ask of them (J2). Never our own notes.
    """

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="replies")
    child = models.OneToOneField(ContactChild, models.PROTECT, related_name="reply")
    decision = models.CharField(max_length=200)
    reasons = models.TextField()
    lead_worker = models.CharField(max_length=250, blank=True)
    asked_of_them = models.TextField(blank=True)
    said_at = models.DateTimeField()
    said_by_name = models.CharField(max_length=200)
    # Somebody signed in reads it here; anybody else is told another way, or cannot be.
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=200, blank=True)
    cannot_be_told = models.CharField(max_length=200, blank=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                "child_id not in (select id from kith_closed_contact_children())"
                f" and {OF_OPEN_CONTACT} and {policies.STANDING}",
                frozenset({policies.READ, policies.ADD, policies.CHANGE}),
            ),
            Audience.PARTNER: policies.Rule(
                f"{OF_MY_CONTACT} and child_id not in (select id from kith_sealed_contact_children())"
                f" and {policies.STANDING}",
                frozenset({policies.READ}),
            ),
        }
    )

    class Meta:
        verbose_name_plural = "contact replies"

    def __str__(self) -> str:
        return "what was told back"
