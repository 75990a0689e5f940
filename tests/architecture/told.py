"""What a family, a child and whoever told us are told of decisions about Maya, and what nobody else may meet."""

from typing import Any

from kith.access import acting_as
from kith.decisions.acts import tell_decision
from kith.decisions.models import Decision, DecisionTold
from kith.involvement.models import ContactReply
from kith.involvement.rules import ToldOf
from tests.cast import Cast
from tests.involvement.reaching import child_of, decide, found, told, whole

TOLD = {
    "family": "Saturdays with Tomek go on: the grey bench is the meeting place",
    "child": "You see Dad on Saturdays. Nan brings the blue flask",
}


def tell_of_decisions(cast: Cast) -> None:
    stands = Decision.objects.get(person=cast.maya, kind="arrangement")
    with acting_as(cast.aisha):
        for audience, words in TOLD.items():
            tell_decision(by=cast.aisha, about=cast.maya, decision=stands, audience=audience, words=words)
    made = told(cast, ToldOf("M", "Okafor-Nowak"), by="priya", how="portal", key="from priya")
    found(cast, made, 1, cast.maya)
    decide(cast, made, whole(child_of(made), "existing_work"), about=[cast.maya])


def of_told(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    mine = {row.audience: row.pk for row in DecisionTold.objects.filter(person=cast.maya)}
    reply = ContactReply.objects.get(contact__told_by=cast.priya.account_id)
    return {
        "my-told": {"ref": cast.maya.ref},
        "my-disagreement": {"ref": cast.maya.ref, "pk": mine["family"]},
        "corner-disagree": {"pk": mine["child"]},
        "disagree-with-reply": {"pk": reply.pk},
    }
