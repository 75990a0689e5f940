"""What a child needs now, soon and later: food, warmth and a bed before anything else (S1-32)."""

from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Need(AboutPerson):
    """One need of one child, who brings what by when, and when it was met. A household's is told once, with a line for
    each child. One that nobody met in time stays late, whatever comes after.
    """

    kind = models.CharField(max_length=20)  # the pack's need_kind
    what = models.CharField(max_length=300)
    lane = models.CharField(max_length=10)  # the pack's step_lane: now, short, long
    told_at = models.DateTimeField()
    brings = models.CharField(max_length=200, blank=True)  # who
    brings_what = models.CharField(max_length=300, blank=True)
    brings_by = models.DateField(null=True)
    met_at = models.DateTimeField(null=True)
    met_how = models.CharField(max_length=300, blank=True)
    over_at = models.DateTimeField(null=True)  # not met, and not needed any more
    over_because = models.CharField(max_length=300, blank=True)
    chased_on = models.DateField(null=True)  # not met within the limit: whoever answers for the child was told
    chased = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person"], condition=Q(met_at=None, over_at=None), name="needs_unmet")]

    @property
    def is_open(self) -> bool:
        return self.met_at is None and self.over_at is None

    def __str__(self) -> str:
        return self.kind
