"""Supervision about Maya, for the addresses about it; and strings of it that only those who work with her may meet."""

from typing import Any

from kith.access import acting_as
from kith.workforce.acts import keep_personal_note
from kith.workforce.models import Supervision, SupervisionAction
from tests.cast import Cast
from tests.workforce.talking import THOUGHTS, begun, signed, written

SECRET_THOUGHT = "He counts the lanterns before he knocks"
SECRET_LIKE = "She folds herself behind the coal door"
SECRET_NOTE = "I dream of the weir since Tuesday"  # between Aisha and Grace alone
MET = [SECRET_THOUGHT, SECRET_LIKE]


def meet(cast: Cast) -> None:
    """One talk signed by both, one begun, and a note between the two."""
    thoughts = [type(THOUGHTS[0])(SECRET_THOUGHT, *("She said so.", "Not on Sundays.")), *THOUGHTS]
    with acting_as(cast.aisha):
        talk = signed(cast.aisha, written(cast.aisha, cast.maya, cast, thoughts=thoughts, like_now=SECRET_LIKE))
        keep_personal_note(
            by=cast.aisha,
            worker_id=cast.aisha.account_id,
            supervisor_id=cast.grace.account_id,
            words=SECRET_NOTE,
        )
    with acting_as(cast.grace):
        signed(cast.grace, talk)
    with acting_as(cast.aisha):
        begun(cast.aisha, cast.maya, cast, agenda=["What the record asks."])
        begun(cast.aisha, cast.leo, cast)


def of_meetings(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    talk = Supervision.objects.filter(person=cast.maya, finished_on=None).get()
    action = SupervisionAction.objects.filter(person=cast.maya).order_by("pk").first()
    assert action
    return {
        **{name: {**ref, "pk": talk.pk} for name in ("supervision-talk", "write-supervision")},
        "do-supervision-action": {**ref, "pk": action.pk},
        "supervision-notes": {"pk": cast.grace.account_id},
    }
