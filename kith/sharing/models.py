"""What left, for whom, after which check."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned

_MINE = "release_id in (select id from sharing_release) and not exists (select from told_nothing)"  # its own policy
PAPERS = [("pdf", "PDF"), ("docx", "Word document"), ("ics", "Calendar entry"), ("svg", "drawing")]


@versioned
class Release(AboutPerson):
    """A recipient copy: the very text released to one named person after the protected-string check (design 7.8).

    What has left cannot be changed afterwards: the table only grows.
    """

    recipient = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="released_to")
    recipient_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)  # overview, voice, story, contacts, appointment, plan, fridge
    text = models.TextField()
    who_else_sees = models.CharField(max_length=300)
    as_it_is_because = models.TextField(blank=True)  # why hard or unkind words went all the same (S4-23, S4-18)
    items = ArrayField(models.CharField(max_length=20), default=list)  # what it is about, the pack's share_item (S0-13)
    checked_strings = models.PositiveIntegerField()  # how many protected strings were looked for
    released_on = models.DateField()

    policy = policies.Policy(
        {
            **policies.person(staff="ra").rules,
            policies.Audience.FAMILY: policies.Rule(
                "recipient_id = kith_person() and person_id = any(array(select person_id from kith_my_ties()))"
                f" and {policies.STANDING}",
                frozenset({policies.READ}),
            ),
            # A child has on their own pages the picture of their family and the copies of their plan: nothing else.
            policies.Audience.CHILD: policies.Rule(
                "recipient_id = kith_person() and person_id = kith_person() and kind in ('own_tree', 'plan', 'fridge')"
                f" and person_id = any(array(select person_id from kith_my_ties())) and {policies.STANDING}",
                frozenset({policies.READ}),
            ),
        },
        append_only=True,
    )

    def __str__(self) -> str:
        return self.kind


class Paper(AboutPerson):
    """A released copy as a file: the very bytes that were handed over, so that what a court has can be shown again."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="papers")
    form = models.CharField(max_length=4, choices=PAPERS)
    data = models.BinaryField()
    digest = models.CharField(max_length=64)  # SHA-256 of the data
    pages = models.PositiveIntegerField(null=True)  # of a PDF

    # A family fetches the calendar entry of a letter of its own, while nobody has said it is not safe to tell them.
    # A child sees the drawing that went with their own picture of the family.
    policy = policies.person(
        staff="ra",
        family="r",
        family_also=f"form = 'ics' and {_MINE}",
        child="r",
        child_also="form = 'svg' and release_id in (select id from sharing_release)",
        append_only=True,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "form"], name="one_paper_of_a_form")]

    def __str__(self) -> str:
        return self.form


class Appointment(AboutPerson):
    """A visit told to one named person, on paper and as a calendar entry: which visit, under which plain title."""

    release = models.OneToOneField(Release, models.PROTECT, related_name="appointment")
    planned = models.ForeignKey("visits.PlannedVisit", models.PROTECT, related_name="told_of")
    title = models.CharField(max_length=60)

    policy = policies.person(staff="ra", family="r", family_also=_MINE, append_only=True)

    @property
    def stands(self) -> bool:
        """Whether the visit is still to be as the letter says: not made, moved or called off."""
        return not (self.planned.visited_id or self.planned.replaced_by_id or self.planned.called_off_on)

    def __str__(self) -> str:
        return "an appointment"


# Of a copy of the reader's own: a family and a child meet no other (the policy of the copy itself).
_OF_MY_COPY = "release_id in (select id from sharing_release)"


@versioned
class Acknowledged(AboutPerson):
    """A copy is clear to whoever has it (S3-21): said in their own hand, to a worker, or once it was gone through."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="acknowledged")
    who = models.CharField(max_length=200)
    said_on = models.DateField()
    written_by_name = models.CharField(max_length=200, blank=True)  # empty: in their own hand

    policy = policies.person(
        staff="ra", family="ra", family_also=_OF_MY_COPY, child="ra", child_also=_OF_MY_COPY, append_only=True
    )

    class Meta:
        verbose_name_plural = "acknowledged"
        indexes = [models.Index(fields=["release"])]

    def __str__(self) -> str:
        return "it is clear"


@versioned
class WalkThrough(AboutPerson):
    """Going through a copy with whoever has it (S3-15, S3-21): they said it is not clear, or we offered. When, with
    whose help, what was explained, and what they asked.
    """

    release = models.ForeignKey(Release, models.PROTECT, related_name="walks")
    who = models.CharField(max_length=200)  # whose copy it is
    unclear = models.BooleanField()  # they said so; else we offered
    words = models.TextField(blank=True)  # what is not clear, in their own words
    asked_on = models.DateField()
    due_on = models.DateField()
    written_by_name = models.CharField(max_length=200, blank=True)  # who wrote it down, when they did not
    walked_on = models.DateField(null=True)
    walked_by_name = models.CharField(max_length=200, blank=True)
    with_whom = models.CharField(max_length=300, blank=True)  # who else was there, and who helped: never a child
    explained = models.TextField(blank=True)
    questions = models.TextField(blank=True)  # what they asked
    clear_now = models.CharField(max_length=10, blank=True)  # the pack's clear_now

    policy = policies.person(staff="rac", family="ra", family_also=_OF_MY_COPY, child="ra", child_also=_OF_MY_COPY)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(walked_on=None) | (~Q(explained="") & ~Q(clear_now="")), name="gone_through_says_what"
            ),
            models.CheckConstraint(
                condition=Q(walked_on=None) | Q(walked_on__gte=F("asked_on")), name="gone_through_after_asked"
            ),
        ]
        indexes = [
            models.Index(fields=["release"]),
            models.Index(fields=["due_on"], condition=Q(walked_on=None), name="to_go_through"),
        ]

    def __str__(self) -> str:
        return "to go through" if self.walked_on is None else "gone through"


@versioned
class Recalled(AboutPerson):
    """A copy that left with words since taken off the record: who has it, and whether they have been told (7.14).

    The copy itself is sealed with the words; this line says that it went, without any of them.
    """

    release_ref = models.BigIntegerField(unique=True)  # an id without a foreign key: the row is on no ordinary view
    recipient_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    released_on = models.DateField()
    recalled_on = models.DateField()
    told_on = models.DateField(null=True)
    told_by = models.CharField(max_length=200, blank=True)
    what_was_done = models.CharField(max_length=600, blank=True)

    policy = policies.person(staff="rac")

    class Meta:
        verbose_name_plural = "recalled"

    def __str__(self) -> str:
        return self.kind
