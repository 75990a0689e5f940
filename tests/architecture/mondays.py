"""What waits for a signature, and what a worker shared with their manager, for the addresses about them."""

from typing import Any

from kith.access import acting_as
from kith.assessment.acts import ask_for_signature, send_back_assessment
from kith.assessment.queries import newest
from kith.plans.acts import ask_to_read_plan, read_plan
from kith.plans.models import Plan
from kith.workforce.acts import share_check_in
from kith.workforce.models import CheckIn
from tests.cast import Cast

SECRET_SHARED = "The drawer with the red string is full"
SECRET_ASKS = "Look first at the page with the ladder"


def share(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one; what was asked before is sent back first."""
    assessment, plan = newest(cast.maya), Plan.objects.get(person=cast.maya)
    assert assessment
    if n:
        with acting_as(cast.grace):
            about = {"by": cast.grace, "about": cast.maya, "because": f"Who told us of the ladder, {n}?"}
            send_back_assessment(**about, assessment=assessment)
            read_plan(**about, plan=plan, answer="sent_back")
    with acting_as(cast.aisha):
        asks = {"by": cast.aisha, "about": cast.maya, "asked_id": cast.grace.account_id, "words": f"{SECRET_ASKS} {n}"}
        ask_for_signature(**asks, assessment=assessment)
        ask_to_read_plan(**asks, plan=plan)
        share_check_in(by=cast.aisha, shared_with_id=cast.grace.account_id, how="hot", words=f"{SECRET_SHARED} {n}")


def of_mondays(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    plan, one = Plan.objects.get(person=cast.maya), CheckIn.objects.order_by("pk").first()
    assert one
    return {
        "ask-for-signature": ref,
        "send-back-assessment": ref,
        **{name: {**ref, "pk": plan.pk} for name in ("ask-to-read-plan", "read-plan")},
        **{name: {"pk": one.pk} for name in ("answer-check-in", "take-back-check-in")},
    }
