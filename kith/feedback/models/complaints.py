"""A complaint: as it was told, by whom, about whom, and how far it has come (S4-25, domain 7.6, E38).

It is on no child's record: no line of a story, no page of the child's, no list a worker reads tells of it. Whoever it
is about reads none of it, whatever their rights; but what they took down themselves stays theirs to read.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.record.models import Shared
from kith.record.versions import versioned

_WRITES = frozenset({policies.READ, policies.ADD, policies.CHANGE})
_ADDS = frozenset({policies.READ, policies.ADD})
_NOT_ABOUT_ME = "kith_account() <> all(about_ids)"
_HANDLES = "(select kith_may('handle_complaints'))"
_I_TOLD = "told_by_id = kith_account()"
_I_TOOK = "taken_by_id = kith_account()"
_ASKED_OF_ME = "select complaint_id from feedback_complaintstage where answerer_id = kith_account()"
_OF_THOSE = "complaint_id in (select id from feedback_complaint)"


@versioned
class Complaint(Shared):
    """What somebody told us is wrong, in their own words. It pauses nothing that keeps a child safe."""

    reference = models.CharField(max_length=9, unique=True)  # speakable
    received_on = models.DateField()
    route = models.CharField(max_length=12)  # the pack's complaint_route
    how = models.CharField(max_length=12)  # the pack's complaint_how
    whose = models.CharField(max_length=10)  # the pack's complaint_from
    words = models.TextField()
    wanted = models.TextField(blank=True)
    who = models.CharField(max_length=200)
    person_who = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    reach = models.CharField(max_length=200, blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by_name = models.CharField(max_length=200, blank=True)
    about_ids = ArrayField(models.BigIntegerField(), default=list)  # the accounts of those it is about
    about_names = models.CharField(max_length=500, blank=True)  # as they were that day
    danger = models.BooleanField(default=False)  # duty was called at once
    advocate = models.CharField(max_length=10, blank=True)  # the pack's complaint_advocate; empty: not offered yet
    advocate_name = models.CharField(max_length=200, blank=True)
    advocate_words = models.TextField(blank=True)  # what the child said of it
    withdrawn_on = models.DateField(null=True)
    withdrawn_words = models.TextField(blank=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                f"({_I_TOOK} or ({_NOT_ABOUT_ME} and ({_HANDLES} or id in ({_ASKED_OF_ME}))))", _WRITES
            ),
            Audience.FAMILY: policies.Rule(_I_TOLD, _WRITES),
            Audience.CHILD: policies.Rule(_I_TOLD, _ADDS),
        }
    )

    class Meta:
        indexes = [models.Index(fields=["-received_on"], name="complaints_newest_first")]

    def __str__(self) -> str:
        return "complaint"


@versioned
class ComplaintChild(Shared):
    """One child a complaint is about."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="children")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                f"person_id not in (select id from kith_closed_to_me()) and {_OF_THOSE}", _ADDS
            ),
            Audience.FAMILY: policies.Rule(
                _OF_THOSE, _ADDS, added=f"{_OF_THOSE} and person_id in (select person_id from kith_my_ties())"
            ),
            Audience.CHILD: policies.Rule(_OF_THOSE, _ADDS, added=f"{_OF_THOSE} and person_id = kith_person()"),
        }
    )

    class Meta:
        verbose_name_plural = "complaint children"
        constraints = [models.UniqueConstraint(fields=["complaint", "person"], name="a_child_of_a_complaint_once")]

    def __str__(self) -> str:
        return "a child of a complaint"


@versioned
class ComplaintStage(Shared):
    """One stage: when it began, by when it is answered and why then, who answers, and what they found.

    It carries who the complaint is about and who told it, so that its policy asks no other table.
    """

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="stages")
    place = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=12)  # the pack's complaint_stage
    why = models.TextField(blank=True)  # why they go on, from the second
    began_on = models.DateField()
    due_on = models.DateField(null=True)  # none where the pack sets no limit
    limit_key = models.CharField(max_length=60, blank=True)
    first_due_on = models.DateField(null=True)
    longer_because = models.TextField(blank=True)
    longer_on = models.DateField(null=True)
    longer_told_on = models.DateField(null=True)  # the day they were told it takes longer
    about_ids = ArrayField(models.BigIntegerField(), default=list)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answerer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answerer_name = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=12, blank=True)  # the pack's complaint_outcome; none for a receipt
    reasons = models.TextField(blank=True)  # as the complainant reads them
    lesson = models.TextField(blank=True)
    lesson_who = models.CharField(max_length=200, blank=True)
    lesson_by_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    told_by_name = models.CharField(max_length=200, blank=True)
    in_person = models.BooleanField(default=False)
    thought = models.TextField(blank=True)  # what they thought of the answer

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                f"(({_NOT_ABOUT_ME} and ({_HANDLES} or answerer_id = kith_account()))"
                f" or ({_I_TOOK} and answerer_id is null and ended_on is null))",
                _WRITES,
            ),
            Audience.FAMILY: policies.Rule(_I_TOLD, _ADDS),
            Audience.CHILD: policies.Rule(f"{_I_TOLD} and (ended_on is null or told_on is not null)", _ADDS),
        }
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["complaint", "place"], name="one_stage_of_a_complaint_at_each_place"),
            models.CheckConstraint(
                condition=~Q(about_ids__contains=[F("answerer")]),
                name="nobody_answers_a_complaint_about_themselves",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | (Q(ended_on__isnull=False) & ~Q(reasons="")),
                name="what_was_found_has_its_reasons",
            ),
            models.CheckConstraint(
                condition=Q(longer_on=None) | (~Q(longer_because="") & Q(longer_told_on__isnull=False)),
                name="longer_has_a_reason_and_was_told",
            ),
        ]
        indexes = [
            models.Index(fields=["answerer"], name="complaints_by_answerer"),
            models.Index(fields=["due_on"], condition=Q(ended_on=None), name="complaints_to_answer"),
        ]

    def __str__(self) -> str:
        return "stage of a complaint"
