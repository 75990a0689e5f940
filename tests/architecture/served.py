"""What answers a need of Maya's plan and why something does not, and what her family told: for the addresses about it,
with strings that nobody but those who work with her may meet.
"""

from typing import Any

from kith.access import acting_as
from kith.people.acts import note_adaptation, note_lived_through
from kith.people.models import LivedThrough
from kith.plans.acts import answer_need
from kith.plans.models import NeedAnswer, Outcome
from tests.cast import Cast

SECRET_LACKING = "The list of the tall clinic is a year long"
SECRET_LIVED = "They were sent out of the copper shop"
SECRET_TOLD_BY = "Her great-uncle Ambrose"
SECRET_ADAPTED = "The same two come, and she picks the chairs"
SERVED = [SECRET_LACKING, SECRET_LIVED, SECRET_TOLD_BY, SECRET_ADAPTED]


def serve(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one."""
    told = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        need = {"outcome": Outcome.objects.filter(person=cast.maya).order_by("pk").first(), "kind": "child_mind"}
        answer_need(**told, **need, lacks="waiting", words=f"{SECRET_LACKING} {n}")
        answer_need(**told, **need, service=f"The blue bus {n}")
        asked = {"answer": "yes", "whose": "family", "words": f"{SECRET_LIVED} {n}", "told_by": SECRET_TOLD_BY}
        answer = note_lived_through(**told, **asked)
        note_adaptation(**told, told=answer, what=f"{SECRET_ADAPTED} {n}")


def of_served(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    answer = NeedAnswer.objects.filter(person=cast.maya).first()
    told = LivedThrough.objects.filter(person=cast.maya).first()
    return {
        "answer-need": {**ref, "pk": answer.outcome_id},
        "end-need-answer": {**ref, "pk": answer.pk},
        "adapt-fitting": {**ref, "pk": told.pk},
    }
