"""What has been done to keep a child safe: discussions, enquiries, conferences, core groups, protection plans."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet

from kith.involvement import rules
from kith.involvement.models import (
    Enquiry,
    LeftOut,
    MeetingLine,
    MeetingPart,
    MeetingStep,
    ProtectionMeeting,
    ProtectionPlan,
)
from kith.involvement.rules import Lack
from kith.packs import Pack
from kith.people.models import Person

_NEWEST = (F("started_on").desc(nulls_last=True), "-pk")


@dataclass(frozen=True)
class Protection:
    """Everything of one child, newest first. `steps`: agreed at a meeting and not done yet."""

    lines: list[MeetingLine]
    enquiries: list[Enquiry]
    plans: list[ProtectionPlan]
    steps: list[MeetingStep]

    @property
    def enquiry(self) -> Enquiry | None:
        """The one that is open."""
        return next((one for one in self.enquiries if one.is_open), None)

    @property
    def plan(self) -> ProtectionPlan | None:
        """The one that stands."""
        return next((one for one in self.plans if one.ended_on is None), None)


def protection_of(child: Person) -> Protection:
    """Four queries."""
    lines = MeetingLine.objects.filter(person=child).select_related("meeting", "decision")
    steps = MeetingStep.objects.filter(person=child, done_on=None, withdrawn_on=None).select_related("line")
    return Protection(
        lines=list(lines.order_by(F("held_on").desc(nulls_first=True), "-pk")),
        enquiries=list(Enquiry.objects.filter(person=child).select_related("decision").order_by(*_NEWEST)),
        plans=list(ProtectionPlan.objects.filter(person=child).order_by(*_NEWEST)),
        steps=list(steps.order_by(F("by_when").asc(nulls_last=True), "pk")),
    )


def meeting_line(pk: int) -> MeetingLine | None:
    found = MeetingLine.objects.select_related("meeting", "person", "decision", "latest_act")
    return found.filter(pk=pk).first()


def lines_beside(line: MeetingLine) -> list[MeetingLine]:
    """The same meeting's lines of the other children this reader may see."""
    found = MeetingLine.objects.filter(meeting_id=line.meeting_id).exclude(pk=line.pk)
    return list(found.select_related("person", "decision").order_by("person__born_on", "pk"))


def parts_in(meeting: ProtectionMeeting) -> list[MeetingPart]:
    """The newest line of everybody who took part or was asked."""
    return rules.latest_parts(MeetingPart.objects.filter(meeting=meeting))


def steps_from(line: MeetingLine) -> QuerySet[MeetingStep]:
    return MeetingStep.objects.filter(line=line, withdrawn_on=None).order_by("pk")


def meeting_lacks(
    line: MeetingLine, parts: Sequence[MeetingPart], beside: Sequence[MeetingLine], pack: Pack
) -> list[Lack]:
    """What is missing before its record is finished, of this child first. One query."""
    lines = [line, *beside]
    left_out = rules.standing(LeftOut.objects.filter(person__in=[one.person_id for one in lines]))
    return rules.meeting_lacks(line.meeting, parts, lines, pack, left_out)


def core_group_of(plan: ProtectionPlan) -> list[MeetingPart]:
    """Whoever was named a member at a conference or core group of this plan, each once. One query."""
    meetings = MeetingLine.objects.filter(protection=plan).values("meeting_id")
    return rules.latest_parts(MeetingPart.objects.filter(meeting__in=meetings, in_core_group=True))


def meeting_step(pk: int) -> MeetingStep | None:
    return MeetingStep.objects.filter(pk=pk).select_related("person").first()


def enquiry(pk: int) -> Enquiry | None:
    return Enquiry.objects.filter(pk=pk).select_related("person", "decision").first()


def protection_plan(pk: int) -> ProtectionPlan | None:
    return ProtectionPlan.objects.filter(pk=pk).select_related("person").first()
