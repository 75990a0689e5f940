"""What a child said, showed or wished for, in their own words, and what became of it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned

SORTS = [
    ("wish", "Wish"),
    ("worry", "Worry"),
    ("good_thing", "Good thing"),
    ("telling", "Something they told us"),  # a child's own choice, in their own corner: never a worker's
    ("harm", "Tells of harm"),
]


@versioned
class Words(AboutPerson):
    """Verbatim: never edited, only withdrawn or added to. Telling of harm is kept whole and never answered (7.3)."""

    # The newest words of a child are looked for all day, and a second index on the person would be taken instead.
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="wordss", db_index=False)
    sort = models.CharField(max_length=10, choices=SORTS)
    text = models.TextField()  # empty when a child drew or picked and said nothing
    said_on = models.DateField()
    way = models.CharField(max_length=20, default="spoken")  # the pack's way_of_speaking
    where = models.CharField(max_length=120, blank=True)
    heard_by = models.CharField(max_length=200)
    there = models.CharField(max_length=300, blank=True)  # who else was there; empty when nobody was, or not said
    # Words are never edited. When a child says they were heard wrong, their new words stand instead of these.
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="instead")
    question_asked = models.TextField(blank=True)  # kept when a child tells of harm, and for a sheet's own question
    checked_back = models.BooleanField(null=True)  # did we ask whether we heard right?

    # What a child says in their own corner.
    sheet = models.CharField(max_length=20, blank=True)  # which of the corner's sheets it was said on
    picked = models.CharField(max_length=200, blank=True)  # faces or a number chosen, in words
    own_hand = models.BooleanField(null=True)  # true: the child's own; false: `heard_by` wrote it for them
    on_device = models.CharField(max_length=120, blank=True)  # "Aisha Khan’s tablet"
    may_tell = ArrayField(models.CharField(max_length=10), null=True)  # who the child is content we talk with about it
    got_on = models.DateField(null=True)  # the child was told that we have it
    got_by = models.CharField(max_length=200, blank=True)

    # A child reads what they said, save for harm told to someone else: another may be looking over their shoulder.
    policy = policies.person(staff="rac", child="ra", child_also="(sort <> 'harm' or own_hand is not null)")

    class Meta:
        verbose_name_plural = "words"
        indexes = [
            models.Index(fields=["person", "-said_on", "-id"], name="words_newest_first"),
            models.Index(fields=["person"], condition=Q(own_hand__isnull=False), name="corner_words"),
        ]

    @property
    def from_corner(self) -> bool:
        return self.own_hand is not None

    @property
    def answers(self) -> "list[Answer]":
        """What was answered to the wish these words made: the answer that stands, and a first that stood aside."""
        return list(Answer.objects.filter(Q(wish__words=self) | Q(first_for__words=self)))

    @property
    def said_beside(self) -> bool:
        """Whether the child said other things at the same moment, on the same sheet."""
        return Words.objects.filter(act_id=self.act_id).exclude(pk=self.pk).exists()

    @property
    def in_words(self) -> str:
        return self.text or self.picked

    @property
    def told(self) -> str:
        """The words; what was picked when there are none; and for a drawing alone, that it is one."""
        return self.in_words or "A drawing. No words with it yet."

    def __str__(self) -> str:
        return self.get_sort_display()


@versioned
class Drawing(AboutPerson):
    """A picture a child made with their words, and its twin in words for whoever cannot see it."""

    words = models.OneToOneField(Words, models.PROTECT, related_name="drawing")
    png = models.BinaryField()
    wide = models.PositiveSmallIntegerField()
    high = models.PositiveSmallIntegerField()
    shows = models.TextField(blank=True)  # what it shows, as the child says it
    shows_by = models.CharField(max_length=200, blank=True)  # who wrote that down

    policy = policies.person(staff="rac", child="ra", child_also="words_id in (select id from voice_words)")

    def __str__(self) -> str:
        return "a drawing"


@versioned
class Citation(AboutPerson):
    """Words of a child's that something else in their record rests on: a line, an account, what an event meant (S3-02).

    It names the words and never copies them, so what is shown there is what stands on the Voice page today.
    """

    words = models.ForeignKey(Words, models.PROTECT, related_name="citations")
    row_table = models.CharField(max_length=63)
    row_id = models.BigIntegerField()

    policy = policies.person(staff="ra")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["words", "row_table", "row_id"], name="cited_once"),
        ]
        indexes = [models.Index(fields=["row_table", "row_id"], name="cited_in")]

    def __str__(self) -> str:
        return "a citation"


@versioned
class Wish(AboutPerson):
    """One thing a child wants or worries about: owed an answer, by someone, by a day."""

    words = models.OneToOneField(Words, models.PROTECT, related_name="wish")
    owed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="wishes_owed")
    owed_by_name = models.CharField(max_length=200, blank=True)
    answer_by_on = models.DateField()
    reopened_on = models.DateField(null=True)  # the child was not OK with the first answer (7.12): once only

    policy = policies.person(staff="rac", child="ra")

    class Meta:
        verbose_name_plural = "wishes"

    def __str__(self) -> str:
        return "a wish"


@versioned
class Answer(AboutPerson):
    """What we decided about a wish, said to the child: when it is not yes, with the reason."""

    wish = models.OneToOneField(Wish, models.PROTECT, null=True, related_name="answer")
    # The first answer to a wish the child reopened: it stands aside, and a second is owed.
    first_for = models.OneToOneField(Wish, models.PROTECT, null=True, related_name="first_answer")
    outcome = models.CharField(max_length=12)  # the pack's answer_outcome
    what_we_did = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # to the child, in plain words
    decided_on = models.DateField()
    card_on = models.DateField(null=True)  # laid ready in the child's own corner, to read for themselves
    pictures = ArrayField(models.CharField(max_length=12), default=list)  # the pack's answer_picture, as they are shown
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    not_told_because = models.TextField(blank=True)
    reaction = models.CharField(max_length=10, blank=True)  # the pack's answer_reaction
    reaction_words = models.TextField(blank=True)
    wants_helper = models.BooleanField(default=False)  # the child asks for someone to speak up with them
    advocate_offered = models.BooleanField(null=True)  # asked when the answer is no a second time

    # For the child once it is theirs to know: told by someone, or laid ready as a card.
    policy = policies.person(staff="rac", child="r", child_also="(told_on is not null or card_on is not null)")

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
            models.CheckConstraint(
                condition=Q(wish=None, first_for__isnull=False) | Q(wish__isnull=False, first_for=None),
                name="an_answer_stands_or_stood",
            ),
        ]

    def __str__(self) -> str:
        return self.outcome


@versioned
class ChosenPerson(AboutPerson):
    """Someone (or some creature) a child says is one of their people: their own list, which no record overrules."""

    name = models.CharField(max_length=80)
    to_me = models.CharField(max_length=80, blank=True)  # my nan, my best friend, our dog
    how_close = models.CharField(max_length=10)  # heart, close, around
    until_on = models.DateField(null=True)

    policy = policies.person(staff="r", child="rac")

    class Meta:
        verbose_name_plural = "chosen people"

    def __str__(self) -> str:
        return self.name


@versioned
class CornerLook(AboutPerson):
    """How a child likes their own corner to look."""

    colour = models.CharField(max_length=10)  # sun, sky, leaf, rose, plain
    helper = models.CharField(max_length=10, blank=True)  # fox, owl, cat, boat
    band = models.CharField(max_length=10, blank=True)  # young, middle, teen; empty: by age

    policy = policies.person(staff="r", child="rac")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="one_look_for_a_child")]

    def __str__(self) -> str:
        return self.colour
