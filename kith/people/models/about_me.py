"""All about me: what a child is like, said by the child and those who know them, shown before the worries (S3-28)."""

from django.db import models

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class AboutMe(AboutPerson):
    """One line of the card. Said again, the line before is kept and ended: nobody's words are written over."""

    only_words = True

    part = models.CharField(max_length=20)  # the pack's code: likes, good_at, tell_me, coping, pace ...
    text = models.TextField()
    said_by = models.CharField(max_length=10)  # child, family, other, worker
    said_by_name = models.CharField(max_length=200, blank=True)
    who = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")  # who knows me best
    from_on = models.DateField()
    ended_on = models.DateField(null=True)
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="said_again")

    policy = policies.person(staff="rac", partner="r", family="r", child="rac")

    class Meta:
        verbose_name_plural = "about me"
        indexes = [models.Index(fields=["person"], condition=models.Q(ended_on=None), name="about_me_now")]

    def __str__(self) -> str:
        return self.part
