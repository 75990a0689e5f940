"""A decision about a child: what was asked, what was chosen, why, by whom, and what would change it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record.models import AboutPerson, Act
from kith.record.versions import versioned

STATES = [
    ("proposed", "Proposed"),
    ("agreed", "Agreed"),
    ("challenged", "Challenged"),
    ("changed", "Changed"),
    ("ended", "Ended"),
]
OPEN = ("proposed", "agreed", "challenged")  # what may still be done, or stands


@versioned
class Decision(AboutPerson):
    """One decision and its reasons (S3-17, N30). Kept whatever is missing; agreed only when nothing is (design 7.1).

    `owed_by_on`: the day by which it must be finished: a court or the police decide first, and our own decision
    follows the next working day. `written_by` proposes, `agreed_by` is the second reader: never the same.
    """

    kind = models.CharField(max_length=20)  # the pack's decision_kind
    question = models.TextField(blank=True)
    chosen = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    only_one_because = models.TextField(blank=True)  # why there was only one real way
    rests_on = models.TextField(blank=True)  # what it rests on that is not on this record
    child_view = models.TextField(blank=True)
    child_view_weight = models.TextField(blank=True)
    child_view_not_known = models.TextField(blank=True)  # why not; it stays owed
    family_view = models.TextField(blank=True)
    # Whether thinking it over together shaped it (S3-33): in which supervision, and what was thought before and after.
    # The line of that supervision: its room is below this one.
    shaped = models.BooleanField(default=False)
    shaped_by = models.ForeignKey(Act, models.PROTECT, null=True, related_name="+")
    changed_mind = models.CharField(max_length=3, blank=True, choices=[("yes", "Yes"), ("no", "No")])
    thought_before = models.TextField(blank=True)
    thought_now = models.TextField(blank=True)
    no_bottom_lines_because = models.TextField(blank=True)
    what_would_change_it = models.TextField(blank=True)
    less_protection = models.BooleanField(default=False)  # a challenge pauses it, and nothing else (design 7.12)

    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="decisions_made")
    decided_by_name = models.CharField(max_length=200)
    decided_on = models.DateField()
    review_by_on = models.DateField(null=True)
    owed_by_on = models.DateField(null=True)

    state = models.CharField(max_length=10, choices=STATES, default="proposed")
    finished_on = models.DateField(null=True)  # nothing is missing: ready for its second reader, or standing
    needs_reader = models.BooleanField()  # as the pack said that day
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    agreed_by_name = models.CharField(max_length=200, blank=True)
    agreed_on = models.DateField(null=True)
    returned_because = models.TextField(blank=True)  # the second reader gave it back: what to change
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="instead")

    class Meta:
        indexes = [
            models.Index(fields=["person", "-decided_on"]),
            models.Index(fields=["person"], condition=Q(state__in=OPEN), name="open_decisions"),
            models.Index(fields=["decided_on"], condition=Q(state="proposed"), name="decisions_proposed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by=None) | Q(written_by=None) | ~Q(agreed_by=F("written_by")),
                name="nobody_agrees_what_they_wrote",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | Q(decided_by=None) | ~Q(agreed_by=F("decided_by")),
                name="nobody_agrees_what_they_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(needs_reader=False) | Q(agreed_on__isnull=False),
                name="agreed_by_a_second_reader",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(finished_on__isnull=False), name="finished_before_it_stands"
            ),
            models.CheckConstraint(
                condition=~Q(state="ended") | (Q(ended_on__isnull=False) & ~Q(ended_because="")),
                name="a_decision_ends_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return "a decision"


@versioned
class Considered(AboutPerson):
    """One way that was thought about: what it would have meant, and why it was not chosen."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="considered")
    what = models.TextField()
    involves = models.TextField(blank=True)
    why_not = models.TextField(blank=True)
    chosen = models.BooleanField(default=False)
    set_aside_on = models.DateField(null=True)  # the decision was written anew without it

    class Meta:
        verbose_name_plural = "considered"

    def __str__(self) -> str:
        return "an option"


@versioned
class Evidence(AboutPerson):
    """A line of the record the decision rests on: shown as it stands today, never copied. Words are cited (S3-02)."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="evidence")
    line = models.ForeignKey(Act, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [models.UniqueConstraint(fields=["decision", "line"], name="evidence_once")]

    def __str__(self) -> str:
        return "evidence"


@versioned
class Agreement(AboutPerson):
    """Whether one person with parental responsibility agrees (S1-24, N33): their own words, or why they were not asked.

    Going on without agreement sets the day on which agreement is sought again.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="agreements")
    holder = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12)  # the pack's agreement_answer
    words = models.TextField(blank=True)  # word for word when they do not agree
    exception = models.CharField(max_length=20, blank=True)  # the pack's agreement_exception
    because = models.TextField(blank=True)  # not asked, or gone on without: why
    try_again_on = models.DateField(null=True)

    policy = policies.two_people("person_id", "holder_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "holder"], name="each_holder_answers_once"),
            models.CheckConstraint(
                condition=~Q(answer="not_asked") | ~Q(exception=""), name="not_asked_for_a_lawful_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.answer


@versioned
class Dissent(AboutPerson):
    """Someone thinks otherwise, and says why: kept with their name, and printed."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="dissents")
    who = models.CharField(max_length=200)
    why = models.TextField()

    class Meta:
        verbose_name_plural = "dissent"

    def __str__(self) -> str:
        return "dissent"
