"""The one table of clocks: the events the record tells, and which of them starts and ends which limit of the pack.

To add a clock: name its limit in CLOCKS with the event that starts it and the event that ends it, both of EVENTS.
"""

from collections.abc import Mapping

from django.db.models import Case, DateField, Exists, F, Func, Max, OuterRef, Q, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from kith.assessment.models import Assessment
from kith.involvement.models import (
    CONFERENCES,
    ContactLine,
    Enquiry,
    Exposure,
    ImmediateConcern,
    LeadWorker,
    MeetingLine,
    ProtectionPlan,
    Spell,
)
from kith.people.models import Person, Residence
from kith.plans.models import Plan
from kith.standards.clocks import chairing, helping, in_care, telling_back
from kith.standards.clocks.around import AROUND_CLOCKS, AROUND_EVENTS
from kith.standards.clocks.shapes import Event, Runs
from kith.standards.models import Explanation, MoreTime
from kith.visits.models import ChildLine
from kith.visits.rules import NOT_COUNTED, OF_HOMES, VISITS
from kith.voice.models import Answer, Wish, Words
from kith.workforce.models import Supervision


def _unnested(name: str) -> Combinable:
    unnested = Func(F(name), function="unnest", output_field=DateField())
    unnested.set_returning = True
    return unnested


_NOT_FIRST = Exists(Assessment.objects.filter(spell=OuterRef("spell_id"), started_on__lt=OuterRef("started_on")))
_CARE = Q(kind="placement")
# Without a conference the clock to it runs on until somebody else has read why (S3-17); of a file, the file says so.
_TO_CONFERENCE = ~Q(conference_not_needed=True) | Q(decision__state__in=("proposed", "challenged"))
_DISCUSSED = Q(kind="strategy", enquiry__isnull=False)
_BORN_WITH = Q(person__born_on__gte=F("started_on"))
_SEEN = Q(seen=True) & ~Q(mode__in=NOT_COUNTED)
_ASKED_ON = Coalesce("reopened_on", "words__said_on")  # not OK with the first answer: a second is owed from then
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
    Event("harm-suspected", MeetingLine, "suspected_on", spell="spell_id", only=Q(kind="strategy")),
    Event("strategy-held", MeetingLine, "held_on", spell="spell_id", only=Q(kind="strategy")),
    Event(
        "strategy-by-telephone",
        MeetingLine,
        "held_on",
        of="enquiry_id",
        spell="spell_id",
        only=_DISCUSSED & Q(meeting__how="telephone"),
    ),
    Event(
        "strategy-met",
        MeetingLine,
        "held_on",
        of="enquiry_id",
        spell="spell_id",
        only=_DISCUSSED & ~Q(meeting__how__in=("", "telephone")),
    ),
    Event("strategy-discussion", Enquiry, "started_on", spell="spell_id", only=_TO_CONFERENCE),
    Event("concern", Enquiry, "spell__started_on", spell="spell_id", only=_TO_CONFERENCE),
    Event(
        "enquiry-began",
        Enquiry,
        "started_on",
        spell="spell_id",
        only=~Q(conference_not_needed=True) | Q(concluded_on__isnull=False),
    ),
    Event(
        "enquiry-concluded",
        Enquiry,
        Coalesce("concluded_on", "conference_on"),
        spell="spell_id",
        only=Q(concluded_on__isnull=False) | Q(conference_on__isnull=False),
    ),
    Event(
        "conference-put-off",
        MeetingLine,
        "held_on",
        of="enquiry_id",
        spell="spell_id",
        only=Q(kind="conference", outcome="put_off", enquiry__isnull=False),
    ),
    Event("conference", Enquiry, "conference_on", spell="spell_id"),
    Event("conference-held", MeetingLine, "held_on", spell="spell_id", only=Q(kind__in=CONFERENCES)),
    Event("record-sent", MeetingLine, "meeting__record_sent_on", spell="spell_id", only=Q(kind__in=CONFERENCES)),
    # The day of a first conference or a review: the family has the report so long before it (E7).
    *(
        Event(
            f"{name}-set",
            MeetingLine,
            Coalesce("held_on", "meeting__planned_for"),
            spell="spell_id",
            only=Q(kind__in=kinds),
        )
        for name, kinds in (("first-conference", ("conference", "transfer_in")), ("review-conference", ("review",)))
    ),
    Event("report-shared", MeetingLine, "report_shared_on", spell="spell_id"),
    Event("told-of-move", MeetingLine, "told_on", spell="spell_id", only=Q(kind="transfer_in")),
    Event("transfer-in-held", MeetingLine, "held_on", spell="spell_id", only=Q(kind="transfer_in")),
    Event(
        "plan-decided",
        MeetingLine,
        "held_on",
        of="protection_id",
        spell="spell_id",
        only=Q(kind__in=("conference", "transfer_in"), protection__isnull=False),
    ),
    Event(
        "core-group",
        MeetingLine,
        "held_on",
        of="protection_id",
        spell="spell_id",
        only=Q(kind="core_group", protection__isnull=False),
    ),
    Event(
        "born-with-plan",
        ProtectionPlan,
        "person__born_on",
        spell="spell_id",
        only=_BORN_WITH & Q(mother_unwell=""),
    ),
    Event(
        "born-mother-unwell",
        ProtectionPlan,
        "person__born_on",
        spell="spell_id",
        only=_BORN_WITH & ~Q(mother_unwell=""),
    ),
    Event(
        "met-after-birth",
        MeetingLine,
        "held_on",
        of="protection_id",
        spell="spell_id",
        only=Q(kind__in=("core_group", "review"), protection__isnull=False),
    ),
    Event("protection-began", ProtectionPlan, "started_on", spell="spell_id"),
    Event("protection-reviewed", ProtectionPlan, _unnested("reviewed_on"), spell="spell_id"),
    Event("protection-ended", ProtectionPlan, "ended_on", spell="spell_id"),
    *helping.EVENTS,
    # Looked after
    *in_care.EVENTS,
    *chairing.EVENTS,
    Event("lives", Residence, "from_on", until="until_on", text="kind", only=_CARE | Q(kind="home")),
    Event("born", Person, "born_on", person="pk"),
    Event("expected", Person, "expected_on", person="pk", only=Q(born_on=None)),
    Event("died", Person, "died_on", person="pk"),
    # Seen, as far as the next visit goes
    Event("seen", ChildLine, Max("visited_on"), of="person_id", only=_SEEN),
    Event("seen-by-lead", ChildLine, Max("visited_on"), of="person_id", only=_SEEN & Q(by_lead=True)),
    # In danger now
    Event("worried", ImmediateConcern, at="raised_at", only=Q(person__isnull=False)),
    Event("worried-taken", ImmediateConcern, at="taken_at", only=Q(person__isnull=False)),
    Event("exposed", Exposure, at="told_at"),
    Event("exposed-taken", Exposure, at="taken_at"),
    # What children say is owed an answer
    Event("wish", Wish, _ASKED_ON, until="answer_by_on"),
    Event("wish-answered", Answer, "decided_on", of="wish_id", only=Q(wish__isnull=False)),
    Event("answer", Answer, "decided_on", only=Q(wish__isnull=False)),
    Event("answer-told", Answer, "told_on"),
    Event("said-in-corner", Words, "said_on", only=_IN_THEIR_OWN_HAND),
    Event("corner-got", Words, "got_on", only=_IN_THEIR_OWN_HAND),
    # Who thinks with the worker about this child: it runs from one talk to the next
    Event("supervised", Supervision, "held_on", of="person_id", only=Q(finished_on__isnull=False)),
    Event(
        "supervised-first-year",
        Supervision,
        "held_on",
        of="person_id",
        only=Q(finished_on__isnull=False, first_year=True),
    ),
    *AROUND_EVENTS,
    *telling_back.EVENTS,
    # What people said about lateness
    Event("explained", Explanation, "given_on", until="expires_on", text="standard"),
    Event("more-time-asked", MoreTime, "asked_on", until="until_on", text="clock", only=Q(answered_on=None)),
    Event("more-time", MoreTime, "answered_on", until="until_on", text="clock", only=Q(allowed=True)),
)
TOLD = {event.name for event in EVENTS}

CLOCKS = (
    Runs("referral-decision", "referral", "step"),
    Runs("allocation", "referral", "led", promise="lead-worker"),
    Runs("assessment", "assessment-asked", "assessment-told", stops="closed", in_file=True),
    Runs("strategy-discussion", "harm-suspected", "strategy-held"),
    Runs("strategy-follow-up", "strategy-by-telephone", "strategy-met", stops="enquiry-concluded"),
    Runs("enquiry-outcome", "enquiry-began", "enquiry-concluded", stops="closed", in_file=True),
    Runs("strategy-to-conference", "strategy-discussion", "conference", stops="closed", in_file=True),
    Runs("concern-to-conference", "concern", "conference", stops="closed", in_file=True),
    Runs("conference-again-when-too-few-came", "conference-put-off", "conference", stops="closed"),
    Runs("report-to-family-first", "first-conference-set", "report-shared", promise="report-shared", before=True),
    Runs("report-to-family-review", "review-conference-set", "report-shared", promise="report-shared", before=True),
    Runs("conference-record-sent", "conference-held", "record-sent"),
    Runs("transfer-in-conference", "told-of-move", "transfer-in-held", stops="closed"),
    Runs("protection-plan-starts", "plan-decided", "protection-began"),
    Runs("core-group-first", "protection-began", "core-group", stops="protection-ended"),
    Runs("core-group-next", "core-group", "core-group", stops="protection-ended", again=True),
    Runs("review-after-birth", "born-with-plan", "met-after-birth", stops="protection-ended"),
    Runs("review-after-birth-mother-unwell", "born-mother-unwell", "met-after-birth", stops="protection-ended"),
    Runs("review-conference-first", "protection-began", "protection-reviewed", stops="protection-ended", in_file=True),
    Runs(
        "review-conference-next",
        "protection-reviewed",
        "protection-reviewed",
        stops="protection-ended",
        again=True,
        in_file=True,
    ),
    *helping.CLOCKS,
    *in_care.CLOCKS,
    *chairing.CLOCKS,
    Runs("worried-now-acknowledge", "worried", "worried-taken"),
    Runs("acknowledge-exposure", "exposed", "exposed-taken"),
    Runs("answer-wish", "wish", "wish-answered", promise="wishes-answered", set=True),
    Runs("tell-child-answer", "answer", "answer-told", promise="answers-told"),
    Runs("supervision", "supervised", "supervised", stops="closed", again=True),
    Runs("supervision-new-worker", "supervised-first-year", "supervised", stops="closed", again=True),
    Runs(
        "oversight-child-protection",
        "supervised",
        "supervised",
        stops="closed",
        again=True,
        levels=("child_protection",),
    ),
    *AROUND_CLOCKS,
    *telling_back.CLOCKS,
    Runs("receipt-to-child", "said-in-corner", "corner-got", promise="corner-received"),
)
# The visits run by `kith.visits.rules.clock_of`, which chooses limit and start; not seen at all is counted beside it.
VISIT = Runs("", "", "seen", promise="seen-in-time")
UNSEEN = (
    Runs("protection-not-seen-by-worker", "seen-by-lead", "seen-by-lead", levels=("child_protection",)),
    Runs("protection-not-seen-by-anyone", "seen", "seen", levels=("child_protection",)),
)

_BY_LIMIT: Mapping[str, Runs] = {
    **{runs.limit: runs for runs in (*CLOCKS, *UNSEEN, in_care.BREAKS)},
    **dict.fromkeys([*VISITS.values(), *OF_HOMES], VISIT),
}


def driven_by(limit: str) -> Runs | None:
    """The clock a limit of the pack drives; None where the record does not tell its events yet."""
    return _BY_LIMIT.get(limit)
