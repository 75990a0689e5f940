"""What stands beside a family tree: how people get on, whom we asked about holes, when it was last right."""

from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned

_BOTH_OPEN = "one_id not in (select id from closed_to_me) and other_id not in (select id from closed_to_me)"


@versioned
class GettingOn(AboutPerson):
    """How two people of the child's family get on, as somebody said on a day. Never in a copy for the family."""

    one = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    quality = models.CharField(max_length=20)  # the pack's code: close, strained, violent ...
    toward = models.BooleanField(default=False)  # it goes from the one to the other
    words = models.TextField(blank=True)
    said_by = models.CharField(max_length=200)
    said_on = models.DateField()
    source = models.CharField(max_length=200, blank=True)  # where it was said: the visit, the report

    policy = policies.person(staff="ra", hidden=_BOTH_OPEN)

    class Meta:
        verbose_name_plural = "getting on"
        constraints = [
            models.CheckConstraint(condition=~Q(one=F("other")), name="two_people_get_on"),
        ]

    def __str__(self) -> str:
        return self.quality


@versioned
class Asking(AboutPerson):
    """That somebody was asked about what is missing in the tree or the network, and what they said (N10)."""

    topic = models.CharField(max_length=20)  # the pack's code: father, mother, fathers_side, help, family_meeting ...
    asked = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    asked_who = models.CharField(max_length=200, blank=True)
    asked_on = models.DateField()
    outcome = models.CharField(max_length=20)  # told_us, not_known, would_not_say, not_safe ...
    said = models.TextField(blank=True)
    by_name = models.CharField(max_length=200)

    policy = policies.person(staff="ra", hidden="(asked_id is null or asked_id not in (select id from closed_to_me))")

    class Meta:
        verbose_name_plural = "askings"

    def __str__(self) -> str:
        return f"{self.topic}: {self.outcome}"


@versioned
class TreeConfirmation(AboutPerson):
    """Somebody looked at the whole tree and found it right, with the family or without (N8)."""

    confirmed_on = models.DateField()
    by_name = models.CharField(max_length=200)
    family_asked = models.CharField(max_length=10)  # yes, no, not_safe
    with_whom = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    policy = policies.person(staff="ra")

    def __str__(self) -> str:
        return f"right on {self.confirmed_on}"
