"""The child's story: the act log, curated. An act gives the fact; these rows say why it mattered."""

from django.db import models

from kith.access import policies
from kith.people.models.person import PRECISIONS
from kith.record.models import AboutPerson, Act
from kith.record.versions import versioned

SIGNIFICANCE = [(1, "Everyday"), (2, "Significant"), (3, "Turning point")]


@versioned
class Meaning(AboutPerson):
    """What one event meant for the child, and how much it matters."""

    only_words = True

    event = models.OneToOneField(Act, models.PROTECT, related_name="meaning")
    significance = models.PositiveSmallIntegerField(choices=SIGNIFICANCE)
    meant = models.TextField(blank=True)

    # When the event leaves every ordinary view, what was said about it goes too: it may quote the same words.
    policy = policies.person(
        staff="rac", hidden="event_id not in (select row_id from withdrawn where row_table = 'record_act')"
    )

    def __str__(self) -> str:
        return self.get_significance_display()


@versioned
class History(AboutPerson):
    """Something that happened before or outside Kith, as someone tells it."""

    only_words = True

    what = models.TextField()
    happened_on = models.DateField()
    happened_precision = models.CharField(max_length=5, choices=PRECISIONS, default="day")
    told_by = models.CharField(max_length=200)
    lens = models.CharField(max_length=12, default="life")

    def __str__(self) -> str:
        return "told history"


@versioned
class StoryReview(AboutPerson):
    """Someone read the whole story and says it is right up to this day."""

    reviewed_to = models.DateField()

    def __str__(self) -> str:
        return "story reviewed"
