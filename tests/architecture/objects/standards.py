"""A reason why something was missed, and more time asked for."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.involvement.models import Spell
from kith.standards.acts import ask_more_time, explain_missed
from kith.standards.models import Explanation, MoreTime
from tests.cast import TODAY, Cast
from tests.standards.clockwork import add

SECRET_LONGER = "Her uncle asked us to wait until the ferry runs"
PLANTED = [SECRET_LONGER]


def explained(cast: Cast) -> None:
    explain_missed(
        by=cast.aisha,
        about=cast.maya,
        standard_id="seen-in-time",
        reason="The road was flooded for three weeks.",
        plan="We go on Friday by the upper road.",
    )


def asked_for_time(cast: Cast) -> None:
    assessment = add("assessment_assessment", cast.maya, started_on=TODAY - timedelta(days=70))
    ask_more_time(
        by=cast.aisha,
        about=cast.maya,
        clock=f"clock-assessment-{assessment}",
        until_on=TODAY + timedelta(days=9),
        reason=SECRET_LONGER,
    )


def of_standards(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    with acting_as(cast.system):
        work = Spell.objects.get(person=cast.maya, closed_on=None)
    return {
        **{name: {**ref, "standard": "seen-in-time"} for name in ("explain-standard", "judge-promise")},
        "explain-clock": {**ref, "clock": f"clock-referral-decision-{work.pk}"},
        "ask-more-time": {**ref, "clock": MoreTime.objects.get().clock},
        "answer-more-time": {**ref, "pk": MoreTime.objects.get().pk},
        "accept-explanation": {**ref, "pk": Explanation.objects.get().pk},
    }
