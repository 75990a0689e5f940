"""A child’s work goes to another area, or comes from one: who was asked, what went with it, and who said yes (E16)."""

from django.db import models
from django.db.models import Q

from kith.involvement.models.working import Spell
from kith.record.models import AboutPerson
from kith.record.versions import versioned

WAYS = [("out", "To another area"), ("in", "From another area")]


@versioned
class Transfer(AboutPerson):
    """One move between areas. Until the other area says yes, whoever had the work stays responsible: no day of it is
    without somebody who is.
    """

    spell = models.ForeignKey(Spell, models.PROTECT, null=True, related_name="transfers")  # the work that goes, or came
    way = models.CharField(max_length=3, choices=WAYS)
    area = models.CharField(max_length=200)  # the other authority
    who_there = models.CharField(max_length=300, blank=True)
    because = models.TextField()  # where the child lives now, and why
    asked_on = models.DateField()  # written notice: given, or received
    accepted_on = models.DateField(null=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    goodbye_on = models.DateField(null=True)
    child_told_on = models.DateField(null=True)
    family_told_on = models.DateField(null=True)
    called_off_on = models.DateField(null=True)
    called_off_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_on=None) | ~Q(accepted_by=""), name="a_transfer_is_accepted_by_somebody"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(accepted_on=None, called_off_on=None), name="one_transfer_at_a_time"
            ),
        ]

    @property
    def waits(self) -> bool:
        return self.accepted_on is None and self.called_off_on is None

    def __str__(self) -> str:
        return self.get_way_display()


@versioned
class TransferPaper(AboutPerson):
    """One paper of the list: that it went or came, and which released copy it was; or why it is not there."""

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="papers")
    paper = models.CharField(max_length=20)  # the pack's transfer_paper
    on = models.DateField(null=True)
    copy = models.ForeignKey("sharing.Release", models.PROTECT, null=True, related_name="+")
    not_because = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["transfer", "paper"], name="a_paper_of_a_transfer_once")]

    def __str__(self) -> str:
        return "a paper of a transfer"
