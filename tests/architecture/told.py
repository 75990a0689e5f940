"""What a family, a child and whoever told us are told of decisions about Maya, and what nobody else may meet."""

from typing import Any

from django.db import connection

from kith.access import acting_as
from kith.decisions.acts import tell_decision
from kith.decisions.models import Decision, DecisionTold
from kith.involvement.acts import begin_transfer, call_off_transfer
from kith.involvement.models import ContactReply, ServiceAsked, Spell, Transfer, TransferPaper
from kith.involvement.rules import ToldOf
from tests.cast import TODAY, Cast
from tests.involvement.reaching import child_of, decide, found, told, whole

WANTED = "Somebody to mind the goat while they sleep"
MOVED = "They stay above the lamp shop in Southmere"
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


def begin_and_move(cast: Cast) -> None:
    """Early help Maya once had, as the database holds it; and her work asked for by another area."""
    with acting_as(cast.system), connection.cursor() as cursor:
        spell = Spell.objects.get(person=cast.maya, closed_on=None)
        cursor.execute(
            "insert into involvement_earlyhelp (person_id, spell_id, wants, agreed, needed_on, act_id, latest_act_id)"
            " values (%s, %s, %s, 'Kelly', %s, %s, %s) returning id",
            [cast.maya.pk, spell.pk, WANTED, TODAY, spell.act_id, spell.act_id],
        )
        cursor.execute(
            "insert into involvement_serviceasked (person_id, early_help_id, service, not_asked_because, joined_by,"
            " act_id, latest_act_id) values (%s, %s, 'doctor', '', '', %s, %s),"
            " (%s, %s, 'school', 'She is there on Monday.', '', %s, %s)",
            [*(of := (cast.maya.pk, cursor.fetchone()[0], spell.act_id, spell.act_id)), *of],
        )
    with acting_as(cast.aisha):
        begin_transfer(by=cast.aisha, about=cast.maya, way="out", area="Southmere", because=MOVED)


def tell_more(cast: Cast, n: int) -> None:
    """One more thing told to the family and to her; and the move asked for anew."""
    arranged = Decision.objects.filter(person=cast.maya, kind="arrangement", finished_on__isnull=False)
    stands = arranged.order_by("pk").first()
    with acting_as(cast.aisha):
        for audience in TOLD:
            tell_decision(
                by=cast.aisha, about=cast.maya, decision=stands, audience=audience, words=f"Saturday {n} too."
            )
        waits = Transfer.objects.get(person=cast.maya, accepted_on=None, called_off_on=None)
        call_off_transfer(by=cast.aisha, about=cast.maya, transfer=waits, because=f"They came back, {n}.")
        begin_transfer(by=cast.aisha, about=cast.maya, way="out", area="Southmere", because=f"They went again, {n}.")


def of_told(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    mine = {row.audience: row.pk for row in DecisionTold.objects.filter(person=cast.maya)}
    reply = ContactReply.objects.get(contact__told_by=cast.priya.account_id)
    return {
        "answer-service": {"ref": cast.maya.ref, "pk": ServiceAsked.objects.get(service="doctor").pk},
        "service-joined": {"ref": cast.maya.ref, "pk": ServiceAsked.objects.get(service="school").pk},
        "note-paper": {"ref": cast.maya.ref, "pk": TransferPaper.objects.first().pk},
        "answer-transfer": {"ref": cast.maya.ref, "pk": Transfer.objects.get().pk, "what": "told"},
        **{name: {"ref": cast.maya.ref} for name in ("my-told", "my-promises-from-us")},
        "my-disagreement": {"ref": cast.maya.ref, "pk": mine["family"]},
        "corner-disagree": {"pk": mine["child"]},
        "disagree-with-reply": {"pk": reply.pk},
    }
