"""An assessment with nothing missing, and each act of one, for the tests."""

from typing import Any

from django.conf import settings

from kith import packs
from kith.access import acting_as
from kith.assessment import acts
from kith.assessment.models import Assessment, Contribution, held
from tests.cast import TODAY, Cast

PACK = packs.pack_for(settings.PACK, TODAY)
DOMAINS = [code for code, _ in PACK.choices("assessment_domain")]
SIDES = [code for code, _ in PACK.choices("assessment_side")]


def begun(cast: Cast, child: Any = None) -> Assessment:
    with acting_as(cast.aisha):
        return acts.begin_assessment(by=cast.aisha, about=child or cast.maya, why="School heard shouting at home.")


def filled(cast: Cast, child: Any = None, *, without: str = "") -> Assessment:
    """Everything a signature asks for, but `without` one part: domains, voices, passages, evidence, factors."""
    child = child or cast.maya
    assessment = begun(cast, child)
    parts = {"domains": _map, "voices": _voices, "passages": _passages, "evidence": _evidence, "factors": _factors}
    with acting_as(cast.aisha):
        for name, fill in parts.items():
            if name != without:
                fill(cast, child, assessment)
    return assessment


def _map(cast: Cast, child: Any, assessment: Assessment) -> None:
    for domain in DOMAINS:
        acts.note_domain(
            by=cast.aisha,
            about=child,
            assessment=assessment,
            domain=domain,
            strengths=f"{child.called} is good at this, seen at home on Monday.",
            concern="none",
            trend="same",
        )


def _voices(cast: Cast, child: Any, assessment: Assessment) -> None:
    for voice in held(assessment, TODAY).voices:
        them = {"called": voice.called, "who": voice.who, "agency": voice.agency}
        given = acts.contribute(
            by=cast.aisha, about=child, assessment=assessment, kind="opinion", text="Nights are the worst.", **them
        )
        acts.say_what_became(by=cast.aisha, about=child, contribution=given, use="used")


def _passages(cast: Cast, child: Any, assessment: Assessment) -> None:
    doing = {"by": cast.aisha, "about": child, "assessment": assessment}
    acts.write_analysis(**doing, part="family", text="Kelly: I want the nights quiet and somebody to ring.")
    acts.write_perspective(**doing, text=f"If I were {child.called}, I would want the nights to be quiet.")
    acts.write_analysis(**doing, part="analysis", text=f"{child.called} sleeps badly because of what happens at night.")
    acts.write_analysis(**doing, part="conclusion", text=f"{child.called} needs help now, as the nights are hard.")


def _evidence(cast: Cast, child: Any, assessment: Assessment) -> None:
    acts.add_evidence(
        by=cast.aisha, about=child, assessment=assessment, source="case_fact", claim="fact", text="Late 14 times."
    )


def _factors(cast: Cast, child: Any, assessment: Assessment) -> None:
    acts.name_factors(by=cast.aisha, about=child, assessment=assessment, factors=["3A", "4B"])


def sign(cast: Cast, assessment: Assessment, **details: Any) -> Assessment:
    with acting_as(cast.grace):
        return acts.sign_assessment(by=cast.grace, about=assessment.person, assessment=assessment, **details)


def given_by_kelly(cast: Cast, assessment: Assessment) -> Contribution:
    with acting_as(cast.aisha):
        return acts.contribute(
            by=cast.aisha,
            about=cast.maya,
            assessment=assessment,
            called="Kelly Okafor",
            who=cast.people["kelly"],
            kind="fact",
            text="She wakes at five.",
        )
