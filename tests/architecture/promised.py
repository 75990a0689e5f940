"""What was found by looking at a promise to Maya, and who answers for the value behind it."""

from typing import Any

from kith.access import acting_as
from kith.standards.acts import judge_promise, name_who_answers
from tests.cast import TODAY, Cast

SECRET_FOUND = "Each line has the same grey heron in it"
PROMISED = [SECRET_FOUND]
_ITEM = {"charter": "practice-standards", "item": "1"}


def look_at_promises(cast: Cast, n: int = 2) -> None:
    """So many looks at how a promise to Maya is kept."""
    looked = {"standard_id": "heard", "verdict": "on_paper_only", "because": SECRET_FOUND}
    with acting_as(cast.grace):
        for _ in range(n):
            judge_promise(by=cast.grace, about=cast.maya, on=TODAY, **looked)


def answer_for(cast: Cast) -> None:
    with acting_as(cast.grace):
        name_who_answers(by=cast.grace, worker=cast.staff["aisha"], **_ITEM)


def of_promises() -> dict[str, dict[str, Any]]:
    return {name: dict(_ITEM) for name in ("charter-item", "name-who-answers")}
