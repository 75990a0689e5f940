"""Who asked for another worker, who came close to Maya, and what was told at once."""

from typing import Any

from kith.access import acting_as
from kith.involvement.acts import answer_worker_asked, ask_for_another_worker
from kith.involvement.models import Exposure, ImmediateConcern, WorkerAsked
from tests.cast import Cast

SECRET_ASKED = "He talks over me on the stairs"
PLANTED = [SECRET_ASKED]


def asked_for_another(cast: Cast) -> None:
    with acting_as(cast.aisha):
        asked = ask_for_another_worker(by=cast.aisha, about=cast.maya, text=SECRET_ASKED)
    with acting_as(cast.grace):
        answer_worker_asked(
            by=cast.grace, about=cast.maya, asked=asked, outcome="not_agreed", answer="Not for now: we try together."
        )


def of_involvement(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    return {
        "answer-another-worker": {**ref, "pk": WorkerAsked.objects.get().pk},
        "tell-another-worker": {**ref, "pk": WorkerAsked.objects.get().pk},
        "take-up-exposure": {**ref, "pk": Exposure.objects.get(person=cast.maya).pk},
        "take-concern": {"pk": ImmediateConcern.objects.get(key="c1").pk},
    }
