"""What people say about the promises: why one was missed, whether one is really kept, who answers for it.

Nothing else is stored.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kith.access import policies
from kith.record.models import AboutPerson, Recorded
from kith.record.versions import versioned

_TOLD_AT_ALL = "not exists (select from told_nothing)"  # somebody it is not safe to tell (design 7.4)
VERDICTS = [("met", "Met"), ("not_met", "Not met"), ("on_paper_only", "Met on paper only")]


@versioned
class Explanation(AboutPerson):
    """Late, explained: it never counts as met, nobody accepts their own, and acceptance runs out (design 7.10)."""

    standard = models.SlugField(max_length=60)
    reason = models.TextField()
    plan = models.TextField(blank=True)  # for a child not seen: how and when we will see them
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_on = models.DateField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    accepted_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_by=None) | ~Q(accepted_by=F("given_by")), name="nobody_accepts_their_own"
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None) | Q(accepted_on__isnull=False, expires_on__isnull=False),
                name="acceptance_is_dated_and_runs_out",
            ),
        ]

    def __str__(self) -> str:
        return self.standard


@versioned
class MoreTime(AboutPerson):
    """More time than a limit gives, asked for by one person and allowed, or not, by another, with reasons (E3).

    The day of the limit does not move: what ends after it is late in every figure.
    """

    clock = models.SlugField(max_length=60)
    until_on = models.DateField()
    reason = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by_name = models.CharField(max_length=200)
    asked_on = models.DateField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_by_name = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    allowed = models.BooleanField(null=True)
    because = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "more time"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")), name="nobody_allows_their_own_time"
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | (Q(answered_on__isnull=False, allowed__isnull=False) & ~Q(because="")),
                name="more_time_is_answered_with_reasons",
            ),
        ]

    def __str__(self) -> str:
        return self.clock


@versioned
class Snapshot(Recorded):
    """How the promises stood on one day, for the children of one team or for everyone's: what a trend is drawn from.

    Counted by the system each night, without restricted and sealed records, so that everybody reads the same numbers
    and none of them tells that such a record is there. Numbers alone; lists are never kept, they are read anew.
    """

    occasion = models.ForeignKey("record.Occasion", models.PROTECT, related_name="+", editable=False)
    on = models.DateField()
    team = models.ForeignKey("directory.Team", models.PROTECT, null=True, related_name="+")  # none: the partnership
    counts = models.JSONField()  # {"seen-in-time": {"met": 12, "due": 3, ...}, ...}
    definitions = models.JSONField()  # {"seen-in-time": "5f0c21ab", ...}: which version of each promise was counted
    pack = models.CharField(max_length=40)
    counted_at = models.DateTimeField()

    policy = policies.reference(staff="r")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["on", "team"], nulls_distinct=False, name="counted_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.on}"


@versioned
class FiguresCopy(Recorded):
    """Figures of one promise that were given to somebody: no names, no number under five, kept as they left."""

    occasion = models.ForeignKey("record.Occasion", models.PROTECT, related_name="+", editable=False)
    standard = models.SlugField(max_length=60)
    team = models.ForeignKey("directory.Team", models.PROTECT, null=True, related_name="+")  # none: the partnership
    recipient_name = models.CharField(max_length=200)
    why = models.TextField()
    text = models.TextField()
    released_on = models.DateField()
    released_by_name = models.CharField(max_length=200)

    policy = policies.Policy(policies.reference(staff="ra").rules, append_only=True)

    class Meta:
        verbose_name_plural = "figures copies"
        constraints = [
            models.CheckConstraint(
                condition=~Q(recipient_name="") & ~Q(why=""), name="figures_leave_for_somebody_and_something"
            ),
        ]

    def __str__(self) -> str:
        return self.recipient_name


@versioned
class Judgement(AboutPerson):
    """What someone outside the work found when they looked: kept, not kept, or kept on paper only (design 7.11)."""

    standard = models.SlugField(max_length=60)
    verdict = models.CharField(max_length=13, choices=VERDICTS)
    because = models.TextField()
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    judged_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=[verdict for verdict, _ in VERDICTS]), name="a_verdict_is_one_of_three"
            ),
            models.CheckConstraint(condition=~Q(because=""), name="a_verdict_has_its_reason"),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()


@versioned
class AnswersFor(Recorded):
    """Who answers for one item of a charter, from one day to another: somebody with an account, or a role in words."""

    charter = models.SlugField(max_length=60)
    item = models.SlugField(max_length=60)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)  # of the person, or of the role
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    named_by = models.CharField(max_length=200)

    policy = policies.reference(staff="rac")

    class Meta:
        verbose_name_plural = "who answers for what"
        constraints = [
            models.UniqueConstraint(fields=["charter", "item"], condition=Q(until_on=None), name="one_answers_for_it"),
            models.CheckConstraint(condition=~Q(name=""), name="who_answers_is_named"),
        ]

    def __str__(self) -> str:
        return self.name


@versioned
class ToldStory(Recorded):
    """What somebody said it was like, told beside an item with their yes and no name; gone when they say so."""

    charter = models.SlugField(max_length=60)
    item = models.SlugField(max_length=60)
    words = models.TextField()
    whose = models.CharField(max_length=120)  # "a mother of two": never who
    agreed_on = models.DateField()
    told_on = models.DateField()
    told_by = models.CharField(max_length=200)
    taken_back_on = models.DateField(null=True)

    policy = policies.reference(staff="rac")

    class Meta:
        verbose_name_plural = "told stories"
        constraints = [
            models.CheckConstraint(condition=~Q(words="") & ~Q(whose=""), name="a_story_has_words_and_whose"),
            models.CheckConstraint(condition=Q(agreed_on__lte=F("told_on")), name="a_story_is_agreed_to_first"),
        ]

    def __str__(self) -> str:
        return self.whose


class Expectation(models.Model):
    """How a promise stands for one child, as their family or they themselves may read it: kept, to do, late. Counted by
    the system each night, for promises that betray nothing (`told_to`); empty where there is nothing to say.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    whom = models.CharField(max_length=6)  # family, child
    standard = models.SlugField(max_length=60)
    state = models.CharField(max_length=5, blank=True)
    counted_at = models.DateTimeField()

    policy = policies.person(
        staff="r",
        family="r",
        child="r",
        family_also=f"whom = 'family' and {_TOLD_AT_ALL}",
        child_also=f"whom = 'child' and {_TOLD_AT_ALL}",
        standing=False,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "whom", "standard"], name="one_standing_for_a_reader")]

    def __str__(self) -> str:
        return self.standard


class Keeping(models.Model):
    """When the promises of everyone were judged last, by which definitions, and from which transaction on something may
    have changed since (`kept.py`).
    """

    counted_on = models.DateField()
    definitions = models.CharField(max_length=16)
    cluster = models.BigIntegerField()
    xid_from = models.BigIntegerField()

    policy = policies.reference(staff="r")

    def __str__(self) -> str:
        return f"{self.counted_on}"


class KeptStanding(models.Model):
    """How one child stood then, a letter for each promise: only where every colleague reads alike."""

    keeping = models.ForeignKey(Keeping, models.CASCADE, related_name="+")
    person = models.OneToOneField("people.Person", models.PROTECT, related_name="+")
    letters = models.TextField()

    policy = policies.person(staff="r", standing=False)

    def __str__(self) -> str:
        return self.letters
