"""What was found by looking at a promise to Maya, and who answers for the value behind it."""

from typing import Any

from kith.access import acting_as
from kith.standards.acts import judge_promise, name_who_answers, tell_story
from kith.standards.models import ToldStory
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

        tell_story(by=cast.grace, **_ITEM, words="She wrote down what I said.", whose="a boy of nine", agreed_on=TODAY)


def of_promises() -> dict[str, dict[str, Any]]:
    with_pk = {**_ITEM, "pk": ToldStory.objects.get().pk}
    return {
        **{name: dict(_ITEM) for name in ("charter-item", "name-who-answers", "tell-story")},
        "take-story-back": with_pk,
    }
