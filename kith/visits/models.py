"""Visits: what was shared, held once; what is each child's, held for each child; and what was promised."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import AboutPerson, Shared
from kith.record.versions import versioned

_ARRANGED = "not unannounced and told_before <> 'not_safe' and not exists (select from told_nothing)"


@versioned
class Visit(Shared):
    """What everyone visited has in common. Never a word about one child alone."""

    happened_at = models.DateTimeField()
    mode = models.CharField(max_length=12)  # the pack's visit_mode
    place = models.CharField(max_length=120, blank=True)
    others_there = models.CharField(max_length=300, blank=True)
    unannounced = models.BooleanField(default=False)
    for_everyone = models.TextField(blank=True)  # how the family really lives, facts shared by all
    opened_at = models.DateTimeField(null=True)  # when the form was opened: minutes spent recording
    of_one_family = models.BooleanField(default=True)  # else nobody on it is named on another's record

    def __str__(self) -> str:
        return self.mode


@versioned
class ChildLine(AboutPerson):
    """One child on one visit: seen or not, alone or not, what was seen, what it means."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="lines")
    visited_on = models.DateField()
    mode = models.CharField(max_length=12)  # repeated from the visit: the clocks read it
    seen = models.BooleanField()
    not_seen_because = models.CharField(max_length=20, blank=True)
    not_seen_words = models.TextField(blank=True)
    alone = models.CharField(max_length=20, blank=True)  # the pack's list of the same name
    alone_words = models.TextField(blank=True)
    bedroom = models.CharField(max_length=20, blank=True)  # likewise
    plan_to_see = models.TextField(blank=True)  # not seen: when and how the child will be
    saw = models.TextField(blank=True)
    means = models.TextField(blank=True)
    by_lead = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["person", "-visited_on", "-id"], name="lines_newest_first")]
        constraints = [
            models.UniqueConstraint(fields=["visit", "person"], name="one_line_for_each_child"),
        ]

    def __str__(self) -> str:
        return "seen" if self.seen else "not seen"


@versioned
class DayItem(AboutPerson):
    """One thing about a child's day, learnt on a visit, and how it is known: seen, told or assumed (S3-10, N18)."""

    only_words = True

    line = models.ForeignKey(ChildLine, models.PROTECT, related_name="day")
    topic = models.CharField(max_length=20)  # the pack's day_topic
    known = models.CharField(max_length=10)  # the pack's how_known
    told_by = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    learnt_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["person", "topic", "-learnt_on"], name="a_day_by_topic")]

    def __str__(self) -> str:
        return self.topic


@versioned
class ToComplete(AboutPerson):
    """A gap in something saved at once: what is missing, who owes it, by when (design 7.1)."""

    line = models.ForeignKey(ChildLine, models.PROTECT, related_name="gaps")
    what = models.CharField(max_length=20)  # alone, alone_reason, observation, not_seen_reason, plan_to_see, daily_life
    owed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="gaps_owed")
    due_on = models.DateField()
    completed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "what"], name="one_gap_of_a_kind")]

    def __str__(self) -> str:
        return self.what


@versioned
class Promise(AboutPerson):
    """Something a worker said they would do, for this child, by a day."""

    only_words = True

    text = models.CharField(max_length=300)
    by_account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="promises")
    by_name = models.CharField(max_length=200)
    made_on = models.DateField()
    due_on = models.DateField()
    kept_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)  # kept, changed_told, changed_not_told, missed
    outcome_words = models.TextField(blank=True)

    policy = policies.person(staff="rac", child="r")

    class Meta:
        indexes = [models.Index(fields=["by_account", "due_on"], condition=Q(outcome=""), name="promises_open")]

    def __str__(self) -> str:
        return "a promise"


@versioned
class FamilyPromise(AboutPerson):
    """What somebody of the family says they will do for this child by a day, or a time they ask us to come: in their
    own words, to be kept, changed or missed as ours are (N17).
    """

    only_words = True

    text = models.CharField(max_length=300)
    asks_for = models.DateTimeField(null=True)  # a visit they ask for
    by_person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    themselves = models.BooleanField(default=False)  # written on their own page
    made_on = models.DateField()
    due_on = models.DateField()
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)  # as of a Promise
    outcome_words = models.TextField(blank=True)

    # Whoever said it, and no other of the family.
    policy = policies.person(
        staff="rac",
        family="rac",
        hidden="(by_person_id is null or by_person_id not in (select id from closed_to_me))",
        family_also="by_person_id = kith_person()",
    )

    class Meta:
        indexes = [models.Index(fields=["person"], condition=Q(outcome=""), name="family_promises_open")]

    def __str__(self) -> str:
        return "what the family said"


@versioned
class PlannedVisit(AboutPerson):
    """A visit arranged with the family: when, with whom; how it ended."""

    planned_for = models.DateTimeField()
    mode = models.CharField(max_length=12, default="home")
    by_account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="visits_planned")
    by_name = models.CharField(max_length=200)
    unannounced = models.BooleanField(default=False)
    despite = models.CharField(max_length=300, blank=True)  # why at a time that does not suit the child
    interpreter = models.CharField(max_length=200, blank=True)  # who interprets (S2-20)
    no_interpreter_because = models.CharField(max_length=200, blank=True)  # why nobody needs to
    visited = models.ForeignKey(ChildLine, models.PROTECT, null=True, related_name="planned")
    replaced_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaces")
    told_before = models.CharField(max_length=10, blank=True)  # yes, no, not_safe: asked when it was moved
    told_at = models.DateTimeField(null=True)
    told_who = models.CharField(max_length=200, blank=True)
    told_how = models.CharField(max_length=60, blank=True)
    moved_by = models.CharField(max_length=10, blank=True)  # the pack's visit_moved_by
    moved_because = models.TextField(blank=True)
    not_safe_because = models.CharField(max_length=20, blank=True)
    called_off_on = models.DateField(null=True)  # ended without another in its place

    @property
    def interpreting(self) -> str:
        """Who interprets, or why nobody needs to."""
        return self.interpreter or self.no_interpreter_because

    # Family and child see what was arranged with them: never a visit that comes unannounced, nor why they were not
    # told; and someone it is not safe to tell sees none of it (design 7.4).
    policy = policies.person(staff="rac", family="r", family_also=_ARRANGED, child="r", child_also=_ARRANGED)

    class Meta:
        indexes = [
            models.Index(
                fields=["person", "planned_for"],
                condition=Q(visited=None, replaced_by=None, called_off_on=None),
                name="visits_to_come",
            )
        ]

    def __str__(self) -> str:
        return "a planned visit"
