"""Help for an adult in their own right: asked for elsewhere, so that the child's page stays theirs (S1-06, S2-13)."""

from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class AdultSupport(AboutPerson):
    """One need of one adult around a child: who is asked to meet it, how that stands, and what happens next."""

    other = models.ForeignKey("people.Person", models.PROTECT, related_name="own_support")
    need = models.CharField(max_length=20)  # the pack's adult_need
    need_words = models.CharField(max_length=300, blank=True)
    on_child = models.TextField(blank=True)  # what it means for the child (S2-19)
    on_offer = models.TextField(blank=True)  # what it changes in how we work with them: times, words, who explains
    asked_who = models.CharField(max_length=200, blank=True)  # the service or person asked to help the adult
    asked_on = models.DateField(null=True)
    state = models.CharField(max_length=12)  # the pack's adult_support
    next_step = models.CharField(max_length=300, blank=True)
    next_on = models.DateField(null=True)
    noted_on = models.DateField()
    ended_on = models.DateField(null=True)

    policy = policies.two_people()

    class Meta:
        verbose_name_plural = "adults’ own support"
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("other")), name="support_is_an_adults_own"),
            models.UniqueConstraint(
                fields=["person", "other", "need"], condition=Q(ended_on=None), name="one_line_for_a_need"
            ),
        ]

    def __str__(self) -> str:
        return self.need
