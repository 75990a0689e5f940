"""What answers Maya's and Leo's needs and what does not, and what Kelly told us people have said to her children."""

from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.demo.protecting import working_day
from kith.people import acts as people
from kith.plans import acts as plans
from kith.plans.models import Outcome

if TYPE_CHECKING:
    from kith.demo.family import Telling


def tell_fitting(t: "Telling") -> None:
    _served(t)
    _told(t)


def _served(t: "Telling") -> None:
    """Maya has a nurse for her nights, and nobody near who helps a child get over what she heard. Leo waits."""
    by = t.by("aisha", working_day(t, 57), 11)
    with acting_as(by):
        maya, leo = (Outcome.objects.get(person=t.people[name]) for name in ("maya", "leo"))
        of_maya = {"by": by, "about": t.people["maya"], "outcome": maya}
        of_leo = {"by": by, "about": t.people["leo"], "outcome": leo}
        plans.answer_need(**of_maya, kind="health", service="School nurse, sleep clinic on Mondays")
        plans.answer_need(
            **of_maya,
            kind="after_harm",
            lacks="none",
            words="The nearest group for children who have lived with fighting is two buses away, and for twelves up.",
        )
        plans.answer_need(
            **of_leo,
            kind="speech",
            lacks="waiting",
            since_on=t.day(83),
            words="Asked by the nursery. They said five months. Until then his key worker uses the picture cards.",
        )


def _told(t: "Telling") -> None:
    """Each child has a line: what we do differently is written for Maya, and still owed for Leo."""
    by = t.by("aisha", working_day(t, 9), 16)
    said = {"answer": "yes", "told_by": "Kelly Okafor"}
    with acting_as(by):
        told = people.note_lived_through(
            by=by,
            about=t.people["maya"],
            whose="family",
            words="Names on the bus, for her skin and for speaking Polish. The school said it was only teasing.",
            **said,
        )
        people.note_lived_through(by=by, about=t.people["leo"], whose="family", **said)
    by = t.by("aisha", working_day(t, 6), 10)
    with acting_as(by):
        people.note_adaptation(
            by=by,
            about=t.people["maya"],
            told=told,
            what="We go to the school with Kelly, and ask what it does. Maya chooses in which language we talk.",
            who="Aisha Khan, with Kelly",
        )
