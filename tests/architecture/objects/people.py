"""Who Maya is, her family and those around her, and whom she must be kept from."""

from typing import Any

from kith.demo.pictures import garden
from kith.people.acts import (
    add_new_relative,
    arrange_contact,
    ask_to_end_protection,
    confirm_tree,
    keep_portrait,
    note_adult_support,
    note_risk,
    put_on_map,
    record_offer,
    record_restriction,
    say_about_me,
    say_not_safe_to_tell,
    say_situation,
)
from kith.people.models import (
    AboutMe,
    AddressProtection,
    AdultSupport,
    MapPlace,
    NotSafeToTell,
    Offer,
    Relationship,
    Residence,
    RightsCheck,
    RiskFlag,
    SituationLine,
)
from tests.cast import TODAY, Cast

SECRET_WORRY = "The back stairs are never safe after dark"
SECRET_MAP = "They share a key to the old boathouse"
SECRET_OFFER = "Waits by the library steps on Mondays"
SECRET_COPING = "When the baby died we sat by the river"
SECRET_LIMIT = "Hands in the telephone at the blue gate"
SECRET_SUPPORT = "She keeps the letters under the sink"
SECRET_DANGER = "Drives fast with children in the boot"
SECRET_TELLING = "He followed the post van all the way here"
PLANTED = [
    SECRET_WORRY,
    SECRET_MAP,
    SECRET_OFFER,
    SECRET_COPING,
    SECRET_LIMIT,
    SECRET_SUPPORT,
    SECRET_DANGER,
    SECRET_TELLING,
]


def around_her(cast: Cast) -> None:
    say_situation(by=cast.aisha, about=cast.maya, kind="worry", text=SECRET_WORRY)
    confirm_tree(by=cast.aisha, about=cast.maya, family_asked="no")
    put_on_map(by=cast.aisha, about=cast.maya, kind="friend", ring=1, called="Bea", what_for=SECRET_MAP)
    record_offer(by=cast.aisha, about=cast.maya, role="daytime", called="Nan", what=SECRET_OFFER)
    kept = AddressProtection.objects.filter(person=cast.maya)
    ask_to_end_protection(by=cast.aisha, about=[cast.maya], protections=list(kept), because="The order has run out.")


def who_she_is(cast: Cast) -> None:
    keep_portrait(by=cast.aisha, about=cast.maya, image=garden(), agreed_by="Kelly Okafor", agreed_on=TODAY)
    say_about_me(by=cast.aisha, about=cast.maya, part="coping", text=SECRET_COPING, said_by="family")


def kept_from_her(cast: Cast) -> None:
    dean = add_new_relative(by=cast.aisha, about=cast.maya, kind="neighbour", given="Dean").other
    arrange_contact(by=cast.aisha, about=cast.maya, other=dean, way="letters", basis="agreed")
    record_restriction(by=cast.aisha, about=cast.maya, kind="device", what=SECRET_LIMIT)
    note_adult_support(
        by=cast.aisha, about=cast.maya, other=cast.people["kelly"], need="money", need_words=SECRET_SUPPORT
    )
    note_risk(
        by=cast.aisha,
        about=cast.maya,
        adult=dean,
        kind="other",
        needs_to_know=SECRET_DANGER,
        source="The school",
    )
    say_not_safe_to_tell(
        by=cast.aisha,
        about=cast.maya,
        person=dean,
        reason="risk_to_child",
        because=SECRET_TELLING,
        decided_by="Grace Adeyemi",
    )


def of_people(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    return {
        "change-adult-support": {**ref, "pk": AdultSupport.objects.get().pk},
        "check-rights": {**ref, "pk": RightsCheck.objects.get(kind="device").pk},
        "end-restriction": {**ref, "pk": RightsCheck.objects.get(kind="device").pk},
        "answer-ending": {**ref, "pk": AddressProtection.objects.get(person=cast.maya).pk},
        "end-protection": {**ref, "pk": AddressProtection.objects.get(person=cast.maya).pk},
        "end-relationship": {**ref, "pk": Relationship.objects.filter(person=cast.maya).first().pk},
        "end-situation": {**ref, "pk": SituationLine.objects.get(text=SECRET_WORRY).pk},
        "look-at-risk": {**ref, "pk": RiskFlag.objects.get().pk},
        "say-about-me-again": {**ref, "pk": AboutMe.objects.get().pk},
        "end-about-me": {**ref, "pk": AboutMe.objects.get().pk},
        "safe-to-tell": {**ref, "pk": NotSafeToTell.objects.get().pk},
        "reveal-address": {**ref, "pk": Residence.objects.get(person=cast.maya).pk},
        "add-to-tree": {**ref, "of": cast.people["kelly"].ref, "what": "parent"},
        "take-off-map": {**ref, "pk": MapPlace.objects.get().pk},
        "change-offer": {**ref, "pk": Offer.objects.get().pk},
    }
