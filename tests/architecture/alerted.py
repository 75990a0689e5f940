"""Signs on records of Maya that ask to be looked at, what was made of them once, and what an agency gave about Sam."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.assessment import acts
from kith.assessment.models import IndicatorSeen
from kith.voice.acts import write_down_words
from tests.cast import TODAY, Cast

SECRET_SIGN = "The pantry bolt was drawn from outside"
SECRET_LOOK = "Perhaps the bolt is there because of the dog"
SECRET_TO_DO = "Ask the locksmith who paid for the bolt"
SECRET_KNOWS = "He counts the spoons before he sits"
ALERTED = [SECRET_SIGN, SECRET_LOOK, SECRET_TO_DO]


def alert(cast: Cast, n: int = 3, told: str = "Tea") -> None:
    """So many records with a sign each, looked at in part."""
    doing = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        for day in range(n):
            said = write_down_words(**doing, on=TODAY - timedelta(days=day), sort="good_thing", text=f"{told}, {day}.")
            acts.tick_signs(**doing, event=said.act, signs=["neglect-hungry"], words=SECRET_SIGN)
        acts.look_at_pattern(**doing, harm="neglect", made_of_it=SECRET_LOOK)
        acts.look_at_pattern(**doing, harm="neglect", next_step=SECRET_TO_DO)
    with acting_as(cast.priya):
        acts.give_as_agency(by=cast.priya, about=cast.sam, kind="opinion", text=SECRET_KNOWS)


def of_signs(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    sign = IndicatorSeen.objects.filter(person=cast.maya).order_by("pk").first()
    return {
        "tick-signs": {**ref, "pk": sign.event_id},
        "look-at-pattern": {**ref, "pk": sign.pk},
        "given-by-us": {"ref": cast.sam.ref},
    }
