"""The child's story: the act log, curated. An act gives the fact; these rows say why it mattered."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.people.models.person import PRECISIONS
from kith.record.models import AboutPerson, Act
from kith.record.versions import versioned

SIGNIFICANCE = [(1, "Everyday"), (2, "Significant"), (3, "Turning point")]
STANDINGS = [("taken", "in the story"), ("left_out", "left out of the story")]
CLOCKS = [("assessment", "assessment")]  # the story is read through: StoryReview; the tree has its TreeConfirmation

# When an event leaves every ordinary view, what was said about it goes too: it may quote the same words.
_EVENT_STANDS = "event_id not in (select row_id from withdrawn where row_table = 'record_act')"


@versioned
class Entry(AboutPerson):
    """One event taken into the story, or left out of it: what it meant for the child, and how much it matters.

    `line` puts the event better than the log does, `lens` places it elsewhere than the rule would, and `same_as` says
    that it is the very event of another record, under which it is shown.
    """

    only_words = True

    event = models.OneToOneField(Act, models.PROTECT, related_name="entry")
    standing = models.CharField(max_length=8, choices=STANDINGS, default="taken")
    because = models.CharField(max_length=300, blank=True)  # left out: why
    significance = models.PositiveSmallIntegerField(choices=SIGNIFICANCE)
    line = models.TextField(blank=True)
    lens = models.CharField(max_length=12, blank=True)
    meant = models.TextField(blank=True)
    outcome = models.TextField(blank=True)  # what was done, and what came of it
    for_child = models.TextField(blank=True)  # the same, said to the child
    same_as = models.ForeignKey(Act, models.PROTECT, null=True, related_name="+")

    policy = policies.person(staff="rac", hidden=_EVENT_STANDS)

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(condition=~Q(standing="left_out", because=""), name="left_out_for_a_reason"),
            models.CheckConstraint(condition=~Q(event=F("same_as")), name="not_the_same_as_itself"),
        ]

    def __str__(self) -> str:
        return self.get_significance_display()


@versioned
class History(AboutPerson):
    """Something that happened before or outside Kith, as someone tells it: a relative, the child, another agency.

    `beside`: the event of ours they tell it about. Theirs is shown beside it, word for word, never over it.
    """

    only_words = True

    what = models.TextField()
    happened_on = models.DateField()
    happened_precision = models.CharField(max_length=5, choices=PRECISIONS, default="day")
    told_by = models.CharField(max_length=200)
    lens = models.CharField(max_length=12, default="life")
    agency = models.ForeignKey("directory.Agency", models.PROTECT, null=True, related_name="+")  # none: the family's
    document = models.CharField(max_length=200, blank=True)  # where it is written: "attendance letter, 3 May"
    beside = models.ForeignKey(Act, models.PROTECT, null=True, related_name="+")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    # Another agency sees what its own worker wrote here, and nothing else of the story.
    policy = policies.Policy(
        {
            **policies.person(staff="rac").rules,
            Audience.PARTNER: policies.Rule(
                "entered_by_id = kith_account() and person_id = any(array(select person_id from my_ties))"
                f" and {policies.STANDING}",
                frozenset({policies.READ, policies.ADD}),
            ),
        }
    )

    class Meta:
        verbose_name_plural = "histories"

    def __str__(self) -> str:
        return "told history"


@versioned
class StoryReview(AboutPerson):
    """Someone read the whole story and says it is right up to this day."""

    reviewed_to = models.DateField()

    def __str__(self) -> str:
        return "story reviewed"


@versioned
class StillRight(AboutPerson):
    """Someone looked at what is known and says that it is still right."""

    clock = models.CharField(max_length=10, choices=CLOCKS)
    looked_on = models.DateField()

    policy = policies.person(staff="ra")

    class Meta:
        verbose_name_plural = "still right"

    def __str__(self) -> str:
        return self.clock


@versioned
class Chronology(AboutPerson):
    """A chronology being made for a court, and then as it went: the very words, frozen when it was released."""

    from_on = models.DateField()
    to_on = models.DateField()
    chosen = ArrayField(models.BigIntegerField(), default=list)  # the acts of its entries
    family_beside = models.BooleanField(default=True)  # print what the family tells beside each entry
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    release = models.OneToOneField("sharing.Release", models.PROTECT, null=True, related_name="+")
    frozen = models.JSONField(null=True)  # what is printed, from the moment it was released
    typeset_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "chronologies"
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="a_period_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(release=None, frozen=None) | Q(release__isnull=False, frozen__isnull=False),
                name="frozen_when_released",
            ),
        ]

    def __str__(self) -> str:
        return "court chronology"


@versioned
class Booklet(AboutPerson):
    """“My story so far”, as it was given to the child. What was left out was someone's choice, kept with its reason."""

    band = models.CharField(max_length=10)  # pictures, words, page
    left_out = ArrayField(models.CharField(max_length=30), default=list)  # what could have been in it, by its key
    left_out_because = models.TextField(blank=True)
    reading_age = models.FloatField(null=True)  # of our words; the child's own are the child's
    sent_hard_because = models.TextField(blank=True)
    frozen = models.JSONField()
    release = models.OneToOneField("sharing.Release", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(left_out=[]) | ~Q(left_out_because=""), name="left_out_of_a_booklet_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return "my story so far"
