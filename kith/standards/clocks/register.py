"""The one table of clocks: the events the record tells, and which of them starts and ends which limit of the pack.

To add a clock: name its limit in CLOCKS with the event that starts it and the event that ends it. An event nobody
records yet needs its line in EVENTS once a room does; until then its clocks say that Kith does not hold what ends them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Case, DateField, Exists, F, Func, Max, Min, Model, OuterRef, Q, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from kith.assessment.models import Assessment
from kith.involvement.models import (
    ContactLine,
    Enquiry,
    Exposure,
    ImmediateConcern,
    LeadWorker,
    ProtectionPlan,
    Spell,
)
from kith.people.models import Person, Residence
from kith.plans.models import Plan
from kith.standards.models import Explanation, MoreTime
from kith.visits.models import ChildLine
from kith.visits.rules import AFTER_A_MOVE, NOT_COUNTED, VISITS
from kith.voice.models import Answer, Wish, Words


@dataclass(frozen=True)
class Event:
    """Something the record tells of a child, and where it stands.

    `day`: the field or expression of the day it happened; `at` that of the moment, instead. `of`: what it is about,
    so that an end finds its own start. `spell`: the work it belongs to. `until`, `text`: a second day, and words, for
    the few that need them. `person`: the field that names the child.
    """

    name: str
    model: type[Model]
    day: str | Combinable = ""
    of: str = "pk"
    spell: str = ""
    at: str = ""
    until: str = ""
    text: str = ""
    person: str = "person_id"
    only: Q = field(default_factory=Q)


@dataclass(frozen=True)
class Runs:
    """One clock: the pack's limit, the event that starts it and the one that ends it.

    `stops`: the event after which there is nothing left to keep. `again`: each end starts the next. `in_file`: an
    imported file tells start and end, so what happened before Kith counts. `promise`: the standard its lateness is
    explained through, where one holds the same limit. `levels`: where it runs, when not everywhere. `set`: the due day
    was set when it began, and stands.
    """

    limit: str
    starts: str
    ends: str
    stops: str = ""
    again: bool = False
    in_file: bool = False
    promise: str = ""
    levels: tuple[str, ...] = ()
    set: bool = False

    @property
    def can_end(self) -> bool:
        """Whether the record holds what ends it."""
        return self.ends in TOLD


def _unnested(name: str) -> Combinable:
    unnested = Func(F(name), function="unnest", output_field=DateField())
    unnested.set_returning = True
    return unnested


_NOT_FIRST = Exists(Assessment.objects.filter(spell=OuterRef("spell_id"), started_on__lt=OuterRef("started_on")))
_CARE = Q(kind="placement")
_IN_THEIR_OWN_HAND = Q(own_hand__isnull=False)

EVENTS = (
    # The work and who leads it
    Event("taken-in", Spell, "known_from", spell="pk", only=~Q(came_from="")),
    Event("level", Spell, Coalesce("started_on", "known_from"), spell="pk", text="level", only=Q(closed_on=None)),
    Event("referral", Spell, "started_on", spell="pk"),
    Event("closed", Spell, "closed_on", spell="pk"),
    Event("led", LeadWorker, "from_on", of="spell_id", spell="spell_id"),
    # What came through the front door was decided there; of other work the first step shows that it was.
    Event("step", ContactLine, "decided_on", of="spell_id", spell="spell_id", only=Q(spell__isnull=False)),
    Event("step", LeadWorker, "from_on", of="spell_id", spell="spell_id"),
    Event("step", Assessment, "started_on", of="spell_id", spell="spell_id"),
    Event("step", Enquiry, "started_on", of="spell_id", spell="spell_id"),
    Event("step", Plan, "started_on", of="spell_id", spell="spell_id"),
    Event("step", Spell, "closed_on", spell="pk"),
    # Assessment: the first of the work counts from the referral, a later one from the day it began.
    Event(
        "assessment-asked",
        Assessment,
        Case(When(_NOT_FIRST, then=F("started_on")), default=F("spell__started_on"), output_field=DateField()),
        spell="spell_id",
        only=Q(started_on__isnull=False) | Q(authorised_on__isnull=False),
    ),
    Event("assessment-told", Assessment, "authorised_on", spell="spell_id"),
    # Protection
    Event("strategy-discussion", Enquiry, "started_on", spell="spell_id", only=~Q(conference_not_needed=True)),
    Event("concern", Enquiry, "spell__started_on", spell="spell_id", only=~Q(conference_not_needed=True)),
    Event("conference", Enquiry, "conference_on", spell="spell_id"),
    Event("protection-began", ProtectionPlan, "started_on", spell="spell_id"),
    Event("protection-reviewed", ProtectionPlan, _unnested("reviewed_on"), spell="spell_id"),
    Event("protection-ended", ProtectionPlan, "ended_on", spell="spell_id"),
    # Family help and child in need
    Event("plan-began", Plan, "started_on", spell="spell_id", only=Q(kind="in_need")),
    Event("plan-ended", Plan, "ended_on", spell="spell_id"),
    # Looked after
    Event("first-placement", Residence, Min("from_on"), of="person_id", only=_CARE),
    Event("lives", Residence, "from_on", until="until_on", text="kind", only=_CARE | Q(kind="home")),
    Event("born", Person, "born_on", person="pk"),
    Event("expected", Person, "expected_on", person="pk", only=Q(born_on=None)),
    Event("died", Person, "died_on", person="pk"),
    # Seen, as far as the next visit goes
    Event("seen", ChildLine, Max("visited_on"), of="person_id", only=Q(seen=True) & ~Q(mode__in=NOT_COUNTED)),
    # In danger now
    Event("worried", ImmediateConcern, at="raised_at", only=Q(person__isnull=False)),
    Event("worried-taken", ImmediateConcern, at="taken_at", only=Q(person__isnull=False)),
    Event("exposed", Exposure, at="told_at"),
    Event("exposed-taken", Exposure, at="taken_at"),
    # What children say is owed an answer
    Event("wish", Wish, "words__said_on", until="answer_by_on"),
    Event("wish-answered", Answer, "decided_on", of="wish_id", only=Q(wish__isnull=False)),
    Event("answer", Answer, "decided_on", only=Q(wish__isnull=False)),
    Event("answer-told", Answer, "told_on"),
    Event("said-in-corner", Words, "said_on", only=_IN_THEIR_OWN_HAND),
    Event("corner-got", Words, "got_on", only=_IN_THEIR_OWN_HAND),
    # What people said about lateness
    Event("explained", Explanation, "given_on", until="expires_on", text="standard"),
    Event("more-time-asked", MoreTime, "asked_on", until="until_on", text="clock", only=Q(answered_on=None)),
    Event("more-time", MoreTime, "answered_on", until="until_on", text="clock", only=Q(allowed=True)),
)
TOLD = {event.name for event in EVENTS}
LOOKED_AFTER = ("looked_after",)

CLOCKS = (
    Runs("referral-decision", "referral", "step"),
    Runs("allocation", "referral", "led", promise="lead-worker"),
    Runs("assessment", "assessment-asked", "assessment-told", stops="closed", in_file=True),
    Runs("strategy-to-conference", "strategy-discussion", "conference", stops="closed", in_file=True),
    Runs("concern-to-conference", "concern", "conference", stops="closed", in_file=True),
    Runs("core-group-first", "protection-began", "core-group", stops="protection-ended"),
    Runs("review-conference-first", "protection-began", "protection-reviewed", stops="protection-ended", in_file=True),
    Runs(
        "review-conference-next",
        "protection-reviewed",
        "protection-reviewed",
        stops="protection-ended",
        again=True,
        in_file=True,
    ),
    Runs("review-child-in-need", "plan-began", "plan-reviewed", stops="plan-ended"),
    Runs("care-plan", "first-placement", "care-plan-written", levels=LOOKED_AFTER),
    Runs("looked-after-review-first", "first-placement", "looked-after-review", levels=LOOKED_AFTER),
    Runs("health-assessment-first", "first-placement", "health-assessed", levels=LOOKED_AFTER),
    Runs("education-plan-first", "first-placement", "education-planned", levels=LOOKED_AFTER),
    Runs("pathway-assessment", "sixteen", "pathway-assessed", levels=("looked_after", "care_leaver")),
    Runs("worried-now-acknowledge", "worried", "worried-taken"),
    Runs("acknowledge-exposure", "exposed", "exposed-taken"),
    Runs("answer-wish", "wish", "wish-answered", promise="wishes-answered", set=True),
    Runs("tell-child-answer", "answer", "answer-told", promise="answers-told"),
    Runs("receipt-to-child", "said-in-corner", "corner-got", promise="corner-received"),
)
# The visits run by `kith.visits.rules.clock_of`, which chooses limit and start; not seen at all is counted beside it.
VISIT = Runs("", "", "seen", promise="seen-in-time")
UNSEEN = Runs("protection-not-seen-by-anyone", "seen", "seen", levels=("child_protection",))

_BY_LIMIT: Mapping[str, Runs] = {
    **{runs.limit: runs for runs in (*CLOCKS, UNSEEN)},
    **dict.fromkeys([*VISITS.values(), AFTER_A_MOVE], VISIT),
}


def driven_by(limit: str) -> Runs | None:
    """The clock a limit of the pack drives; None where the record does not tell its events yet."""
    return _BY_LIMIT.get(limit)
