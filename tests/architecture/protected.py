"""How Maya is kept safe, for the addresses about it; and strings of it that nobody but staff may meet."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import Enquiry, MeetingLine, MeetingStep, ProtectionPlan
from kith.involvement.rules import PartGiven, StepGiven
from tests.cast import TODAY, Cast

SECRET_KNOWN = "The ferryman counted four marks"
SECRET_SAFE_NOW = "She sleeps above the chandlery"
SECRET_HARM = "The marks match the yellow ladle"
SECRET_SHOWN = "She drew the ladle twice as long as the wall"
SECRET_FOUND = "The yellow ladle hangs behind the stove"
SECRET_ABSENT = "He was asked to stay beyond the breakwater"
SECRET_NEXT = "Take the ladle to the constable"
PROTECTED = [SECRET_KNOWN, SECRET_SAFE_NOW, SECRET_HARM, SECRET_SHOWN, SECRET_FOUND, SECRET_ABSENT, SECRET_NEXT]


def protect(cast: Cast, days: int = 9) -> None:
    """A discussion, the enquiry it began, a conference, a core group, and a conference that is planned."""
    doing = {"by": cast.aisha, "about": [cast.maya]}
    parts = [
        PartGiven("Aisha Khan", "social_work", attended="all", in_core_group=True),
        PartGiven("Tomek Nowak", "parent", how="not_asked", attended="no", why_not=SECRET_ABSENT),
    ]
    told = {"known": SECRET_KNOWN, "safe_now": SECRET_SAFE_NOW, "outcome": "enquiry", "reasons": SECRET_HARM}
    told["steps"] = [StepGiven(SECRET_NEXT, "Aisha Khan", TODAY)]
    with acting_as(cast.aisha):
        on = TODAY - timedelta(days)
        line = acts.record_strategy(**doing, on=on, parts=parts, how="telephone", lines={cast.maya.pk: told})
        found = {"child_said": SECRET_SHOWN, "findings": SECRET_FOUND}
        acts.note_enquiry(by=cast.aisha, about=cast.maya, enquiry=line.enquiry, **found)
        decided = {"outcome": "plan", "category": "PHY", "reasons": SECRET_HARM, "known": SECRET_KNOWN}
        on = TODAY - timedelta(days - 3)
        acts.record_conference(**doing, on=on, kind="conference", parts=parts, lines={cast.maya.pk: decided})
        group = {"known": SECRET_KNOWN}
        on = TODAY - timedelta(days - 5)
        acts.record_core_group(**doing, on=on, parts=parts, lines={cast.maya.pk: group})
        acts.plan_meeting(**doing, kind="review", planned_for=TODAY + timedelta(days), parts=parts)


def of_protection(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    lines = MeetingLine.objects.filter(person=cast.maya).order_by("pk")
    planned, held = lines.filter(held_on=None).first(), lines.filter(kind="conference").first()
    enquiry = Enquiry.objects.filter(person=cast.maya).order_by("pk").first()
    plan = ProtectionPlan.objects.filter(person=cast.maya).order_by("pk").first()
    step = MeetingStep.objects.filter(person=cast.maya).order_by("pk").first()
    return {
        **{name: {**ref, "pk": held.pk} for name in ("protection-meeting", "add-to-meeting")},
        **{name: {**ref, "pk": planned.pk} for name in ("ready-meeting", "hold-meeting")},
        **{
            name: {**ref, "pk": enquiry.pk}
            for name in ("enquiry", "write-enquiry", "conclude-enquiry", "tell-of-enquiry")
        },
        **{name: {**ref, "pk": plan.pk} for name in ("end-protection-plan", "wait-for-mother")},
        "do-meeting-step": {**ref, "pk": step.pk},
        **{name: {**ref, "kind": "conference"} for name in ("plan-meeting", "record-meeting")},
    }
