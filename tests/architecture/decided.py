"""What is decided about Maya, for the addresses about it; and one decision about Sam that a partner is told."""

from typing import Any

from kith.access import acting_as
from kith.decisions.acts import challenge_decision, note_breach, take_back_agreement, tell_decision
from kith.decisions.models import Challenge, Decision, DecisionTold, Revisit, SignOffTakenBack
from kith.involvement.acts import ask_for_level, keep_level
from kith.involvement.models import LevelChange
from tests.cast import Cast
from tests.decisions.making import decided, standing

SECRET_REASONS = "Because the harbour lights went out for a week"
SECRET_LINE = "Nan keeps the blue key on her own ring"
SECRET_SIGNED = "The ferry keeps its ramp up on Mondays"
SECRET_TICKED = "My sleeve was on the wrong button"
SECRET_CONCERN = "The swing behind the mill has no rope left"


def decide_things(cast: Cast) -> None:
    stands = standing(cast, "arrangement", reasons=SECRET_REASONS)
    with acting_as(cast.aisha):
        decided(cast, cast.aisha, "plan")  # waits for its second reader
        challenged = decided(cast, cast.aisha, "placement", no_bottom_lines_because=SECRET_LINE, bottom_lines=[])
        note_breach(by=cast.aisha, about=cast.maya, line=stands.bottom_lines.get(), what="Nan was out.")
        ask_for_level(by=cast.aisha, about=cast.maya, level="child_protection", what_changed="A burn on her arm.")
        sam = decided(cast, cast.aisha, "contact", about=cast.sam, agreements=[])
        tell_decision(
            by=cast.aisha, about=cast.sam, decision=sam, audience="partner", words="We carry on visiting Sam weekly."
        )
    ticked = standing(cast, "other", reasons=SECRET_SIGNED)
    with acting_as(cast.grace):
        take_back_agreement(by=cast.grace, about=cast.maya, decision=ticked, because=SECRET_TICKED)
    with acting_as(cast.theo):
        challenge_decision(
            by=cast.theo, about=cast.maya, decision_id=challenged.pk, concern=SECRET_CONCERN, wanted="Wait."
        )


def decide_more(cast: Cast, n: int) -> None:
    """One more decision that stands, is challenged and asked about again; one that waits; and a level left as it is."""
    stands = standing(cast, "arrangement", reasons=f"The {n}th Saturday went well.")
    with acting_as(cast.aisha):
        decided(cast, cast.aisha, "plan", reasons=f"The {n}th plan is better.")
        keep_level(by=cast.aisha, about=cast.maya, why_still=f"The {n}th burn heals.")
        note_breach(by=cast.aisha, about=cast.maya, line=stands.bottom_lines.get(), what=f"Nan was out, {n}.")
    ticked = standing(cast, "other", reasons=f"The {n}th ferry was late.")
    with acting_as(cast.grace):
        take_back_agreement(by=cast.grace, about=cast.maya, decision=ticked, because=f"The {n}th wrong button.")
    with acting_as(cast.theo):
        challenge_decision(by=cast.theo, about=cast.maya, decision_id=stands.pk, concern=f"No, {n}.", wanted="Wait.")


def of_decisions(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    stands = Decision.objects.get(person=cast.maya, kind="arrangement")
    change = LevelChange.objects.get(person=cast.maya, in_force_on=None)
    return {
        **{
            name: {**ref, "pk": stands.pk}
            for name in ("decision", "tell-decision", "challenge-decision", "take-back-agreement")
        },
        "taken-back": {**ref, "pk": SignOffTakenBack.objects.get().pk},
        "read-decision": {
            **ref,
            "pk": Decision.objects.get(person=cast.maya, kind="plan", finished_on__isnull=False).pk,
        },
        "revise-decision": {**ref, "pk": change.decision_id},
        "answer-challenge": {**ref, "pk": Challenge.objects.get().pk},
        "look-again": {**ref, "pk": Revisit.objects.get().pk},
        "note-breach": {**ref, "pk": stands.bottom_lines.get().pk},
        **{name: {**ref, "pk": change.pk} for name in ("change-level", "match-level")},
        "decisions-told": {"ref": cast.sam.ref},
        "disagree": {"ref": cast.sam.ref, "pk": DecisionTold.objects.get(person=cast.sam).pk},
    }
