"""Ways to protect Maya and her brothers, for the tests of protection steps."""

from typing import Any

from kith.access import acting_as
from kith.decisions.acts import agree_decision, revise_decision
from kith.involvement import acts
from kith.involvement.models import Enquiry, MeetingLine, ProtectionPlan
from kith.involvement.rules import PartGiven, StepGiven
from tests.cast import TODAY
from tests.decisions.making import reasons_for

TALKED = [
    PartGiven("Aisha Khan", "social_work", attended="all"),
    PartGiven("PC Ellis Ward", "police", attended="all"),
    PartGiven("Priya Nair", "health", attended="all"),
]
CAME = [
    PartGiven("Aisha Khan", "social_work", attended="all", spoke="self", in_core_group=True),
    PartGiven("Priya Nair", "health", attended="all", spoke="self", in_core_group=True),
    PartGiven("Miss Lind", "education", attended="all", spoke="self"),
    PartGiven("Kelly Okafor", "parent", how="in_person", prepared_with=["talked"], attended="all", spoke="self"),
]
HARM = {
    "suspected_on": TODAY,
    "known": "School saw a burn on Maya’s arm. PC Ward: no call to the home since June.",
    "safe_now": "Maya sleeps at Nan’s until Friday.",
    "outcome": "enquiry",
    "reasons": "The burn does not fit what was said of it.",
    "steps": [StepGiven("A doctor looks at the burn.", "Priya Nair", TODAY)],
}
DECIDED = {
    "known": "Two burns in a month, and nobody can say how.",
    "outcome": "plan",
    "category": "PHY",
    "reasons": "Maya was hurt twice and it may happen again.",
    "child_view": "I want it to be quiet at home.",
    "child_part": "PN6",
}
LOOKED_AGAIN = {"known": "No new hurt in three months.", "child_part": "PN6", "reasons": "Kelly did what she said."}
FOUND = {
    "how": "joint",
    "seen_on": TODAY,
    "alone": "alone",
    "child_said": "“It was the iron. He was cross.”",
    "checks": "Police, health visitor and school were asked.",
    "findings": "The burn was made by an adult: significant harm.",
}


def discussed(cast: Any, about: Any = None, on: Any = TODAY, parts: Any = TALKED, **changed: Any) -> MeetingLine:
    children = about or [cast.maya]
    with acting_as(cast.aisha):
        return acts.record_strategy(
            by=cast.aisha,
            about=children,
            on=on,
            parts=parts,
            how="video",
            lines={child.pk: {**HARM, **changed} for child in children},
        )


def conferred(
    cast: Any,
    about: Any = None,
    on: Any = TODAY,
    kind: str = "conference",
    parts: Any = CAME,
    chair_name: str = "Rowan Vale",
    **changed: Any,
) -> MeetingLine:
    children = about or [cast.maya]
    told = DECIDED if kind != "review" else LOOKED_AGAIN
    with acting_as(cast.aisha):
        return acts.record_conference(
            by=cast.aisha,
            about=children,
            on=on,
            kind=kind,
            parts=parts,
            chair_name=chair_name,
            lines={child.pk: {**told, **changed} for child in children},
        )


def met(cast: Any, on: Any = TODAY, **changed: Any) -> MeetingLine:
    with acting_as(cast.aisha):
        lines = {cast.maya.pk: {"known": "The step of each was looked at.", **changed}}
        return acts.record_core_group(by=cast.aisha, about=[cast.maya], on=on, parts=CAME, lines=lines)


def found_out(cast: Any, enquiry: Enquiry, **changed: Any) -> Enquiry:
    with acting_as(cast.aisha):
        return acts.note_enquiry(by=cast.aisha, about=cast.maya, enquiry=enquiry, **{**FOUND, **changed})


def concluded(cast: Any, enquiry: Enquiry, outcome: str = "conference", reasons: str = "An adult hurt her.") -> Enquiry:
    with acting_as(cast.aisha):
        return acts.conclude_enquiry(by=cast.aisha, about=cast.maya, enquiry=enquiry, outcome=outcome, reasons=reasons)


def finished(cast: Any, line: MeetingLine, about: Any = None, **given: Any) -> Any:
    with acting_as(cast.aisha):
        return acts.finish_meeting(by=cast.aisha, about=about or [cast.maya], meeting=line.meeting, **given)


def agreed(cast: Any, decision: Any) -> Any:
    """Aisha completes it; Grace reads it and agrees."""
    with acting_as(cast.aisha):
        told = {name: value for name, value in reasons_for(cast).items() if name not in ("question", "chosen")}
        revise_decision(by=cast.aisha, about=cast.maya, decision=decision, finish=True, **told)
    with acting_as(cast.grace):
        return agree_decision(by=cast.grace, about=cast.maya, decision=decision)


def ended(cast: Any, plan: ProtectionPlan, reason: str = "review", **given: Any) -> ProtectionPlan:
    with acting_as(cast.grace):
        return acts.end_protection_plan(by=cast.grace, about=cast.maya, plan=plan, reason=reason, **given)
