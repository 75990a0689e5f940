"""Meetings about whether children are safe: what all of them share once, and each child's own line (design 1.5)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.involvement.models.protecting import Enquiry, ProtectionPlan
from kith.involvement.models.working import Spell
from kith.record.models import AboutPerson, Shared
from kith.record.versions import versioned

# What each is called in a place stands in its pack's terms.
KINDS = [
    ("strategy", "Strategy discussion"),
    ("conference", "First conference"),
    ("transfer_in", "First conference of a child who moved here with a plan"),
    ("review", "Review conference"),
    ("core_group", "Core group"),
]
CONFERENCES = ("conference", "transfer_in", "review")


@versioned
class ProtectionMeeting(Shared):
    """One meeting, planned or held. Never a word about one child alone. Staff alone read it and every line of the log
    about it: families read the copy that was released to them (design 7.8).
    """

    kind = models.CharField(max_length=12, choices=KINDS)
    planned_for = models.DateField(null=True)
    held_on = models.DateField(null=True)
    how = models.CharField(max_length=10, blank=True)  # the pack's meeting_how
    chair_name = models.CharField(max_length=200, blank=True)
    too_few_because = models.TextField(blank=True)  # too few came, and why it decided all the same
    record_sent_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)
    finished_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(planned_for__isnull=False) | Q(held_on__isnull=False), name="a_meeting_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(finished_on=None) | Q(held_on__isnull=False), name="held_before_it_is_finished"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


@versioned
class MeetingPart(Shared):
    """How one person took part: asked how, prepared with what, there or not, and did their view get in (S0-03, N28).
    The latest of a person counts. Leaving somebody of the family out has its reason here (S2-29.2).
    """

    meeting = models.ForeignKey(ProtectionMeeting, models.PROTECT, related_name="parts")
    who = models.CharField(max_length=200)
    role = models.CharField(max_length=20, blank=True)  # the pack's meeting_role
    how = models.CharField(max_length=20, blank=True)  # the pack's took_part_how: in what form they were asked
    prepared_with = ArrayField(models.CharField(max_length=20), default=list)
    attended = models.CharField(max_length=10, blank=True)
    spoke = models.CharField(max_length=10, blank=True)
    why_not = models.TextField(blank=True)
    in_core_group = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "parts in a meeting"
        indexes = [models.Index(fields=["meeting"])]

    def __str__(self) -> str:
        return "part in a meeting"


@versioned
class MeetingLine(AboutPerson):
    """One child's own line of a meeting: what is known, what keeps them safe, what was decided and how they took part.

    The reasons, the child's view and who thinks otherwise are the decision's.
    """

    meeting = models.ForeignKey(ProtectionMeeting, models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=12, choices=KINDS)  # repeated from the meeting: the clocks read it
    held_on = models.DateField(null=True)  # likewise
    spell = models.ForeignKey(Spell, models.PROTECT, null=True, related_name="+")
    enquiry = models.ForeignKey(Enquiry, models.PROTECT, null=True, related_name="lines")
    protection = models.ForeignKey(ProtectionPlan, models.PROTECT, null=True, related_name="lines")
    suspected_on = models.DateField(null=True)  # when harm was first suspected
    told_on = models.DateField(null=True)  # when we were told in writing that the child has moved here for good
    ready = ArrayField(models.CharField(max_length=20), default=list)  # the pack's conference_ready
    report_shared_on = models.DateField(null=True)
    not_ready_because = models.TextField(blank=True)
    known = models.TextField(blank=True)  # what is known, and who said it; of a core group, what it came to
    safe_now = models.TextField(blank=True)  # what keeps the child safe from today
    outcome = models.CharField(max_length=20, blank=True)  # the pack's list for this kind of meeting
    category = models.CharField(max_length=100, blank=True)  # the pack's category_of_abuse
    decision = models.OneToOneField("decisions.Decision", models.PROTECT, null=True, related_name="meeting_line")
    child_part = models.CharField(max_length=10, blank=True)  # the pack's child_took_part
    child_prepared_with = ArrayField(models.CharField(max_length=20), default=list)
    child_why_not = models.TextField(blank=True)
    next_by = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_line_of_a_meeting_for_each_child"),
        ]
        indexes = [models.Index(fields=["person", "-held_on", "-id"], name="meetings_newest_first")]

    def __str__(self) -> str:
        return self.get_kind_display()


@versioned
class MeetingStep(AboutPerson):
    """Something that was agreed for one child: what, who, by when, and when it was done."""

    line = models.ForeignKey(MeetingLine, models.PROTECT, related_name="steps")
    what = models.TextField()
    who = models.CharField(max_length=200, blank=True)
    by_when = models.DateField(null=True)
    done_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)  # written by mistake: nobody owes it
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["line"])]

    def __str__(self) -> str:
        return "step from a meeting"
