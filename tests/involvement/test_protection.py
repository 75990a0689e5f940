"""Every step of protection: who reads it, whose it is, and that it is saved whole or not at all."""

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.decisions.models import Decision
from kith.involvement import acts
from kith.involvement.models import (
    Enquiry,
    LevelChange,
    MeetingLine,
    MeetingPart,
    MeetingStep,
    ProtectionMeeting,
    ProtectionPlan,
    Spell,
)
from kith.record import Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.involvement.caring import days_ago
from tests.involvement.protecting import CAME, concluded, conferred, discussed, ended, finished, found_out, met
from tests.visits.going import the_log_will_not_be_written


def test_nothing_of_it_is_read_by_family_or_partner_whoever_was_told(cast):
    discussed(cast, on=days_ago(4))
    enquiry = found_out(cast, Enquiry.objects.get())
    with acting_as(cast.aisha):
        acts.tell_of_enquiry(by=cast.aisha, about=cast.maya, enquiry=enquiry, who="Kelly")
    concluded(cast, enquiry)
    conferred(cast)
    met(cast)
    for name in ("kelly", "tomek", "gary"):
        with acting_as(cast.actors[name]):
            assert not Act.objects.filter(name__in=DOING).exists()
            assert not Act.objects.filter(said__icontains="strategy").exists()
            for table in (MeetingLine, MeetingPart, MeetingStep, ProtectionMeeting, Enquiry, ProtectionPlan):
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()


def test_nobody_writes_into_another_childs_enquiry_or_meeting(cast):
    line = discussed(cast)
    other = {"by": cast.aisha, "about": cast.leo}
    step = MeetingStep.objects.get()
    with acting_as(cast.aisha):
        for refused in (
            lambda: acts.note_enquiry(**other, enquiry=line.enquiry),
            lambda: acts.conclude_enquiry(**other, enquiry=line.enquiry, outcome="legal", reasons="Another child."),
            lambda: acts.tell_of_enquiry(**other, enquiry=line.enquiry, who="Kelly"),
            lambda: acts.hold_back_enquiry(**other, enquiry=line.enquiry, because="Another child’s altogether."),
            lambda: acts.note_ready(**other, line=line, ready=[]),
            lambda: acts.add_to_meeting(**other, line=line, given={}),
            lambda: acts.do_meeting_step(**other, step=step),
        ):
            with pytest.raises(Refused):
                refused()


DOING = {
    "plan_meeting": lambda cast, line: acts.plan_meeting(
        by=cast.grace, about=[cast.maya], kind="conference", planned_for=TODAY
    ),
    "note_ready": lambda cast, line: acts.note_ready(by=cast.grace, about=cast.maya, line=line, ready=["invited"]),
    "record_strategy": lambda cast, line: discussed(cast),
    "record_conference": lambda cast, line: conferred(cast),
    "record_core_group": lambda cast, line: met(cast),
    "add_to_meeting": lambda cast, line: acts.add_to_meeting(
        by=cast.grace, about=cast.maya, line=line, given={"known": "More was said."}, parts=CAME
    ),
    "finish_meeting": lambda cast, line: finished(cast, line),
    "do_meeting_step": lambda cast, line: acts.do_meeting_step(
        by=cast.grace, about=cast.maya, step=MeetingStep.objects.get()
    ),
    "note_enquiry": lambda cast, line: found_out(cast, line.enquiry),
    "conclude_enquiry": lambda cast, line: concluded(cast, line.enquiry),
    "tell_of_enquiry": lambda cast, line: acts.tell_of_enquiry(
        by=cast.grace, about=cast.maya, enquiry=line.enquiry, who="Kelly"
    ),
    "hold_back_enquiry": lambda cast, line: acts.hold_back_enquiry(
        by=cast.grace, about=cast.maya, enquiry=line.enquiry, because="Police speak to him first, tomorrow at 8."
    ),
    "end_protection_plan": lambda cast, line: ended(cast, ProtectionPlan.objects.get(), "looked_after"),
}
TABLES = (
    ProtectionMeeting,
    MeetingLine,
    MeetingPart,
    MeetingStep,
    Enquiry,
    ProtectionPlan,
    Spell,
    LevelChange,
    Decision,
)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    line = discussed(cast, on=days_ago(8))
    if name == "conclude_enquiry":
        found_out(cast, line.enquiry)
    if name == "end_protection_plan":
        conferred(cast, on=days_ago(3))
    before = [list(model.objects.order_by("pk").values()) for model in TABLES]
    with the_log_will_not_be_written(), acting_as(cast.grace):
        DOING[name](cast, line)
    assert before == [list(model.objects.order_by("pk").values()) for model in TABLES]
