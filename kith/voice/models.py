"""What a child said, showed or wished for, in their own words, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.record.models import AboutPerson
from kith.record.versions import versioned

SORTS = [("wish", "Wish"), ("worry", "Worry"), ("good_thing", "Good thing"), ("harm", "Tells of harm")]


@versioned
class Words(AboutPerson):
    """Verbatim: never edited, only withdrawn or added to. Telling of harm is kept whole and never answered (7.3)."""

    sort = models.CharField(max_length=10, choices=SORTS)
    text = models.TextField()
    said_on = models.DateField()
    way = models.CharField(max_length=20, default="spoken")  # the pack's way_of_speaking
    where = models.CharField(max_length=120, blank=True)
    heard_by = models.CharField(max_length=200)
    question_asked = models.TextField(blank=True)  # kept when a child tells of harm
    checked_back = models.BooleanField(null=True)  # did we ask whether we heard right?

    class Meta:
        verbose_name_plural = "words"
        indexes = [models.Index(fields=["person", "-said_on"])]

    def __str__(self) -> str:
        return self.get_sort_display()


@versioned
class Wish(AboutPerson):
    """One thing a child wants or worries about: owed an answer, by someone, by a day."""

    words = models.OneToOneField(Words, models.PROTECT, related_name="wish")
    owed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="wishes_owed")
    owed_by_name = models.CharField(max_length=200, blank=True)
    answer_by_on = models.DateField()

    class Meta:
        verbose_name_plural = "wishes"

    def __str__(self) -> str:
        return "a wish"


@versioned
class Answer(AboutPerson):
    """What we decided about a wish, said to the child: when it is not yes, with the reason."""

    wish = models.OneToOneField(Wish, models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=12)  # the pack's answer_outcome
    what_we_did = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # to the child, in plain words
    decided_on = models.DateField()
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    not_told_because = models.TextField(blank=True)
    reaction = models.CharField(max_length=10, blank=True)  # the pack's answer_reaction
    reaction_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="agreed") | ~Q(reason=""), name="no_answer_but_yes_without_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(told_on=None) | Q(told_on__gte=models.F("decided_on")),
                name="told_after_it_was_decided",
            ),
            models.CheckConstraint(condition=Q(told_on=None) | ~Q(told_by=""), name="told_by_someone"),
        ]

    def __str__(self) -> str:
        return self.outcome
