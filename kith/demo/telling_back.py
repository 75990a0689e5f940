"""What Kelly and Maya said of our work and what we did; what may be shared about Maya, and what was shared anyway."""

from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.directory.models import Agency
from kith.involvement import acts

if TYPE_CHECKING:
    from kith.demo.family import Telling


def tell_back(t: "Telling") -> None:
    _said_and_done(t)
    _shared(t)


def _said_and_done(t: "Telling") -> None:
    maya, kelly = t.people["maya"], t.people["kelly"]
    asked, did, lately = t.by("aisha", 26, 15), t.by("aisha", 20, 10), t.by("aisha", 4, 16)
    with acting_as(asked):
        told = {"by": asked, "about": maya, "asked_in": "other", "said": "change"}
        rung = acts.say_difference(
            **told, whose="family", person_who=kelly, words="Ring before you come. Sam sleeps at two."
        )
        dog = acts.say_difference(**told, whose="child", words="Can your dog come too?")
    with acting_as(did):
        answered = {"by": did, "about": maya}
        acts.say_what_we_did(
            **answered,
            row=rung,
            outcome="done",
            we_did="We ring the day before now, and never come at two.",
            told_on=did.today,
            told_by="Aisha Khan",
        )
        acts.say_what_we_did(
            **answered,
            row=dog,
            outcome="not_done",
            we_did="My dog is old and stays at home. I brought you his picture.",
        )
    with acting_as(lately):
        told = {"by": lately, "about": maya, "asked_in": "other"}
        acts.say_difference(
            **told,
            whose="family",
            person_who=kelly,
            said="change",
            words="Tell me before the school does when something changes.",
        )
        acts.say_difference(
            **told, whose="others", who="Mrs Birch, her teacher", words="We heard late of the new plan."
        )


def _shared(t: "Telling") -> None:
    """Kelly said yes to health and no more; what the police were told without a yes waits for a manager’s word."""
    maya, agreed, shared = t.people["maya"], t.by("aisha", 33, 11), t.by("aisha", 5, 9)
    health = Agency.objects.filter(kind="health").order_by("pk").first()
    with acting_as(agreed):
        acts.note_share_agreed(
            by=agreed,
            about=maya,
            agency=health,
            called="" if health else "The doctor",
            who="Kelly Okafor",
            person_who=t.people["kelly"],
            said="yes",
            basis="responsible",
            items=["health", "growing"],
            what="Her sleep and her allergy. “Not what goes on between Dean and me.”",
            why="So that the nurse can help with the nights.",
            how="Signed at the kitchen table.",
        )
    with acting_as(shared):
        acts.share_anyway(
            by=shared,
            about=maya,
            called="Northcliff police",
            reason="significant_harm",
            what="That he was seen at the school gate, and the day.",
            harm="He waited at the gate twice, and knows her way home.",
            tried="Kelly was rung twice and did not answer before the end of school.",
            told_family="Kelly was told the same evening.",
        )
