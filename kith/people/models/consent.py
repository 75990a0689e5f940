"""Who may agree to what for a child: what was delegated, what the child understands, who said yes (S1-18)."""

from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Delegation(AboutPerson):
    """Somebody with parental responsibility lets somebody else decide one thing, from a day until a day."""

    topic = models.CharField(max_length=30)  # the pack's consents
    to_name = models.CharField(max_length=200)
    given_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    given_by_name = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    written_where = models.CharField(max_length=300, blank=True)  # the placement plan, a letter, said on the telephone
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)

    def stands_on(self, day: object) -> bool:
        return self.ended_on is None and (self.until_on is None or self.until_on >= day)  # type: ignore[operator]

    def __str__(self) -> str:
        return self.topic


@versioned
class Understanding(AboutPerson):
    """Whether the child understands one thing well enough to decide it, who judged so and how (Gillick)."""

    topic = models.CharField(max_length=30)
    answer = models.CharField(max_length=12)  # the pack's understands
    how = models.TextField(blank=True)
    judged_by = models.CharField(max_length=200)
    judged_on = models.DateField()

    def __str__(self) -> str:
        return self.topic


@versioned
class Agreed(AboutPerson):
    """Somebody said yes or no to one thing for the child. Kept whoever it was; `not_enough` says whose word is still
    needed, as the table stood that day.
    """

    topic = models.CharField(max_length=30)
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=200)
    said = models.CharField(max_length=4)  # the pack's consent_said
    said_on = models.DateField()
    not_enough = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "agreed"

    def __str__(self) -> str:
        return self.topic
