"""What becomes of a decision: read, changed, told, challenged, looked at again."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access import Audience, policies
from kith.decisions.models.decision import Decision
from kith.decisions.models.lines import Breach
from kith.record.models import AboutPerson, Act
from kith.record.versions import versioned

# A challenge may be kept from the team of the one who is challenged: they learn that there is one, not whose it is.
_NOT_KEPT_FROM_ME = (
    "(kept_from_team_id is null or raised_by_id = kith_account()"
    " or kept_from_team_id <> all(array(select team_id from directory_staff where account_id = kith_account())))"
)
_MINE = (
    f"raised_by_id = kith_account() and person_id = any(array(select person_id from my_ties)) and {policies.STANDING}"
)
# What somebody said at a meeting stands on their own page too, unless it is not safe to tell them (design 7.4).
_MINE_AS_SAID = (
    "(raised_by_id = kith_account() or (raised_by_person_id = kith_person() and not exists (select from told_nothing)))"
    f" and person_id = any(array(select person_id from my_ties)) and {policies.STANDING}"
)
# Whoever told us of a child may have no tie to them, and reads what became of their own challenge.
_MINE_OR_TOLD = (
    f"raised_by_id = kith_account() and {policies.STANDING} and (person_id = any(array(select person_id from my_ties))"
    " or decision_id in (select decision_id from kith_my_replies()))"
)
_TOLD_AT_ALL = "not exists (select from told_nothing)"  # somebody it is not safe to tell (design 7.4)
_MAKES = frozenset({policies.READ, policies.ADD})
FOR = [("partner", "Workers of other agencies"), ("family", "The family"), ("child", "The child")]


@versioned
class DecisionReading(AboutPerson):
    """Someone read the decision as it stood: what has changed since is what comes after this."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    policy = policies.person(staff="ra")

    class Meta:
        indexes = [models.Index(fields=["decision", "reader"])]

    def __str__(self) -> str:
        return "a decision read"


@versioned
class DecisionRevision(AboutPerson):
    """Which parts of a decision were written anew, by whom and when. The words themselves stand in the decision."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="revisions")
    parts = ArrayField(models.CharField(max_length=30))
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    policy = policies.person(staff="ra")

    def __str__(self) -> str:
        return "a decision revised"


@versioned
class DecisionTold(AboutPerson):
    """What is told of a decision, in plain words, to one kind of reader. They read this, and nothing else of it."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="told")
    audience = models.CharField(max_length=10, choices=FOR)
    words = models.TextField()
    thought_over = models.BooleanField(default=False)  # it was thought over together: nothing more of that is told
    told_by_name = models.CharField(max_length=200)
    told_on = models.DateField()

    policy = policies.person(
        staff="ra",
        partner="r",
        family="r",
        child="r",
        outsiders_also="'kith_' || audience = current_setting('role')",
        family_also=_TOLD_AT_ALL,
        child_also=_TOLD_AT_ALL,
    )

    class Meta:
        verbose_name_plural = "told"

    def __str__(self) -> str:
        return "told"


@versioned
class Challenge(AboutPerson):
    """Someone thinks a decision makes a child less safe, or is wrong: what worries them, what they want, and who looks
    at it (S3-20, N32). Whoever decided can neither answer nor close it: the database refuses as well.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="challenges")
    concern = models.TextField()
    wanted = models.TextField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    raised_by_name = models.CharField(max_length=200)
    # Of the family, or the child: said at a meeting, it stands on their own page whatever account they sign in with.
    raised_by_person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    raised_on = models.DateField()
    kept_from_team = models.ForeignKey("directory.Team", models.PROTECT, null=True, related_name="+")
    level = models.PositiveSmallIntegerField(default=1)  # the pack's challenge_level
    level_from_on = models.DateField()
    due_on = models.DateField()
    asked = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="challenges_asked")
    asked_name = models.CharField(max_length=200, blank=True)
    asked_before = ArrayField(models.BigIntegerField(), default=list)  # accounts it has passed, in order
    late_at = ArrayField(models.PositiveSmallIntegerField(), default=list)  # levels at which nobody answered in time
    reply = models.TextField(blank=True)
    outcome = models.CharField(max_length=12, blank=True)  # the pack's challenge_outcome
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_by_name = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)

    policy = policies.Policy(
        {
            **policies.person(staff="rac", hidden=_NOT_KEPT_FROM_ME).rules,
            Audience.PARTNER: policies.Rule(_MINE_OR_TOLD, _MAKES, added=_MINE),
            Audience.FAMILY: policies.Rule(_MINE_AS_SAID, _MAKES, added=_MINE),
            Audience.CHILD: policies.Rule(_MINE_AS_SAID, _MAKES, added=_MINE),
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__range=(1, 4)), name="challenge_has_four_levels"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(reply="") & ~Q(outcome="") & ~Q(answered_by_name="")),
                name="a_challenge_is_answered_in_words",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | Q(raised_by=None) | ~Q(answered_by=F("raised_by")),
                name="nobody_answers_their_own_challenge",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(answered_on=None), name="challenges_waiting")]

    def __str__(self) -> str:
        return "a challenge"


@versioned
class Revisit(AboutPerson):
    """Something significant has happened: does it change the decision? Asked of whoever decided, then of a manager
    (S1-35). A broken bottom line asks the same, at once.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="revisits")
    event = models.ForeignKey(Act, models.PROTECT, related_name="+")
    breach = models.OneToOneField(Breach, models.PROTECT, null=True, related_name="revisit")
    asked = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="revisits_asked")
    asked_name = models.CharField(max_length=200, blank=True)
    asked_before = ArrayField(models.BigIntegerField(), default=list)
    asked_on = models.DateField()
    due_on = models.DateField()
    answer = models.CharField(max_length=10, blank=True)  # the pack's revisit_answer
    why = models.TextField(blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "event"], name="asked_once_of_each_event"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(answer="") & ~Q(answered_by_name="")),
                name="looked_at_again_with_an_answer",
            ),
        ]
        indexes = [models.Index(fields=["asked"], condition=Q(answered_on=None), name="revisits_waiting")]

    def __str__(self) -> str:
        return "looking again"
