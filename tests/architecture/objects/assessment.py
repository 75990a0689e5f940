"""An open assessment of Maya with something in each of its parts, and her life as it is today."""

from typing import Any

from kith.assessment import acts as assessing
from kith.assessment.acts import say_life_today
from kith.assessment.models import Contribution, Danger
from tests.cast import Cast

SECRET_LIFE = "She wakes on the sofa and finds her own cereal"
SECRET_NEED = "The larder is locked on weekdays"
SECRET_ASIDE = "There is no money in this home to speak of"
SECRET_GIVEN = "He hums when the tall man leaves"
SECRET_EYES = "I would hide the red lantern again"
SECRET_GOAL = "The red lantern stays lit all night"
PLANTED = [SECRET_LIFE, SECRET_NEED, SECRET_ASIDE, SECRET_GIVEN, SECRET_EYES, SECRET_GOAL]


def said_of_today(cast: Cast) -> None:
    say_life_today(by=cast.aisha, about=cast.maya, text=SECRET_LIFE)


def assess(cast: Cast) -> None:
    """An open assessment with something in each of its parts."""
    begun = assessing.begin_assessment(by=cast.aisha, about=cast.maya, why="School rang.")
    understood(cast, begun, "child-health", "child-education")


def understood(cast: Cast, assessment: Any, domain: str, other: str) -> None:
    doing = {"by": cast.aisha, "about": cast.maya}
    within = {**doing, "assessment": assessment}
    assessing.note_domain(**within, domain=domain, needs=SECRET_NEED, concern="high", outcomes=["healthy"])
    assessing.set_outcome_aside(**within, outcome="wellbeing", side=other.partition("-")[0], because=SECRET_ASIDE)
    assessing.note_effect(**within, because_of=domain, on_domain=other, how="She is too hungry to learn.")
    assessing.contribute(**within, called=f"Miss Lind of {other}", kind="fact", text=SECRET_GIVEN, domain=domain)
    assessing.write_perspective(**within, text=SECRET_EYES)
    assessing.write_analysis(**within, part="analysis", text="Hunger comes first.")
    assessing.add_evidence(**within, source="case_fact", claim="fact", text="Three empty lunch boxes.")
    assessing.name_factors(**within, factors=["16A"])
    danger = assessing.say_danger(**doing, what="The stove is left on at night.")
    assessing.set_safety_goal(**doing, danger=danger, child_lives=SECRET_GOAL)
    assessing.rate_safety(**doing, danger=danger, view="child", called="Maya", who=cast.maya, score=4)


def of_assessment(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    return {
        "note-domain": {**ref, "domain": "child-health"},
        "set-outcome-aside": {**ref, "outcome": "achieve", "side": "family"},
        "write-assessment": {**ref, "part": "analysis"},
        "set-safety-goal": {**ref, "pk": Danger.objects.order_by("pk").first().pk},
        "rate-safety": {**ref, "pk": Danger.objects.order_by("pk").first().pk},
        "say-what-became": {**ref, "pk": Contribution.objects.order_by("pk").first().pk},
    }
