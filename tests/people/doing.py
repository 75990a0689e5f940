"""Every act of this room done well once, by name: what each test of the whole room starts from."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from kith.access import acting_as
from kith.calendar import PartDate
from kith.directory.models import Account
from kith.people import acts
from kith.people.models import AddressProtection, Relationship
from tests.cast import TODAY, Cast

Doing = Callable[[Cast, Any], Any]
LATER = TODAY + timedelta(days=90)


def kelly_is_parent(cast: Cast) -> Relationship:
    return Relationship.objects.get(person=cast.maya, other=cast.people["kelly"])


def gary_kept_away(cast: Cast) -> AddressProtection:
    return AddressProtection.objects.get(person=cast.maya, from_person=cast.people["gary"])


def a_line(cast: Cast, by: Any, kind: str = "worry") -> Any:
    return acts.say_situation(by=by, about=cast.maya, kind=kind, text="Mum is not sleeping.", source="Nan Rose")


def a_move(cast: Cast, by: Any, **details: Any) -> Any:
    given = {"about": [cast.maya, cast.leo], "on": TODAY, "lines": "8 Quay Street\nNorthcliff", "postcode": "nc3 1aa"}
    return acts.move_home(by=by, **{**given, **details})


def protected(cast: Cast, by: Any, **details: Any) -> Any:
    given = {
        "about": [cast.maya, cast.leo],
        "address": cast.home,
        "from_person": cast.people["tomek"],
        "because": "The court asked it.",
        "review_on": LATER,
    }
    return acts.protect_address(by=by, **{**given, **details})


def related(cast: Cast, by: Any, **details: Any) -> Any:
    given = {"about": cast.maya, "other": cast.people["gary"], "kind": "parents_partner", "source": "Kelly"}
    return acts.add_relationship(by=by, **{**given, **details})


def an_offer(cast: Cast, by: Any) -> Any:
    return acts.record_offer(by=by, about=cast.maya, role="overnight", called="Nan", what="Has Sam on Tuesdays.")


def a_place(cast: Cast, by: Any) -> Any:
    return acts.put_on_map(by=by, about=cast.maya, kind="friend", ring=1, called="Bea")


def a_risk(cast: Cast, by: Any, **details: Any) -> Any:
    given = {
        "about": cast.maya,
        "adult": cast.people["gary"],
        "kind": "violence_at_home",
        "needs_to_know": "He has hurt partners and frightens children.",
        "source": "Police, call 4411",
    }
    return acts.note_risk(by=by, **{**given, **details})


def a_risk_once_noted(cast: Cast) -> Any:
    with acting_as(cast.system):
        return a_risk(cast, cast.system)


def not_safe(cast: Cast, by: Any, **details: Any) -> Any:
    given = {
        "about": cast.maya,
        "person": cast.people["tomek"],
        "reason": "risk_to_child",
        "because": "He waited outside after the last letter.",
        "decided_by": "Grace Adeyemi",
    }
    return acts.say_not_safe_to_tell(by=by, **{**given, **details})


def not_safe_once_said(cast: Cast) -> Any:
    with acting_as(cast.system):
        return not_safe(cast, cast.system)


def an_arrangement(cast: Cast, by: Any, **details: Any) -> Any:
    given = {"about": cast.maya, "other": cast.people["tomek"], "way": "supervised", "basis": "agreed"}
    return acts.arrange_contact(by=by, **{**given, **details})


def asked_to_end(cast: Cast, by: Any, **details: Any) -> list[AddressProtection]:
    rows = [gary_kept_away(cast)]
    given = {"protections": rows, "because": "The order has run out, and Kelly asked for it.", **details}
    return acts.ask_to_end_protection(by=by, about=[row.person for row in given["protections"]], **given)


def agreed(cast: Cast, by: Any, rows: list[AddressProtection], **details: Any) -> list[AddressProtection]:
    given = {"answer": "I read the court's letter and rang Kelly.", **details}
    return acts.agree_to_end_protection(by=by, about=[row.person for row in rows], protections=rows, **given)


def unprotected(cast: Cast, rows: list[AddressProtection]) -> list[AddressProtection]:
    """Ended as it must be: Aisha asks, Grace agrees."""
    with acting_as(cast.aisha):
        asked_to_end(cast, cast.aisha, protections=rows)
    with acting_as(cast.grace):
        return agreed(cast, cast.grace, rows)


DOING: dict[str, Doing] = {
    "add_to_family": lambda cast, by: acts.add_to_family(
        by=by, about=[cast.maya, cast.people["kelly"]], of=cast.people["kelly"], kind="parent", given="Rose"
    ),
    "change_offer": lambda cast, by: acts.change_offer(
        by=by, about=cast.maya, offer=an_offer(cast, by), outcome="agreed"
    ),
    "confirm_tree": lambda cast, by: acts.confirm_tree(by=by, about=cast.maya, family_asked="no"),
    "note_getting_on": lambda cast, by: acts.note_getting_on(
        by=by, about=cast.maya, one=cast.maya, other=cast.leo, quality="close", said_by="Maya"
    ),
    "put_on_map": a_place,
    "record_asking": lambda cast, by: acts.record_asking(
        by=by, about=cast.maya, topic="father", outcome="not_known", asked_who="Kelly"
    ),
    "record_offer": an_offer,
    "say_why_service": lambda cast, by: acts.say_why_service(by=by, about=cast.maya, service="Breakfast club"),
    "take_off_map": lambda cast, by: acts.take_off_map(by=by, about=cast.maya, place=a_place(cast, by)),
    "add_language": lambda cast, by: acts.add_language(by=by, about=cast.maya, code="pl", first=True),
    "add_new_relative": lambda cast, by: acts.add_new_relative(
        by=by, about=cast.maya, kind="grandparent", given="Rose", family="Okafor"
    ),
    "add_relationship": related,
    "arrange_contact": an_arrangement,
    "confirm_situation": lambda cast, by: acts.confirm_situation(by=by, about=cast.maya),
    "describe_person": lambda cast, by: acts.describe_person(by=by, about=cast.maya, religion="christian"),
    "ask_to_end_protection": lambda cast, by: asked_to_end(cast, by),
    "end_relationship": lambda cast, by: acts.end_relationship(
        by=by, about=cast.maya, relationship=kelly_is_parent(cast)
    ),
    "give_contact_point": lambda cast, by: acts.give_contact_point(
        by=by, about=cast.maya, kind="phone", value="01632 960555", safe="yes"
    ),
    "give_identifier": lambda cast, by: acts.give_identifier(by=by, about=cast.maya, kind="nhs", value="999 000 0018"),
    "give_name": lambda cast, by: acts.give_name(by=by, about=cast.maya, kind="alias", given="Mai"),
    "look_at_risk_again": lambda cast, by: acts.look_at_risk_again(
        by=by, about=cast.maya, flag=a_risk_once_noted(cast), still=True
    ),
    "move_home": a_move,
    "note_risk": a_risk,
    "protect_address": protected,
    "record_parental_responsibility": lambda cast, by: acts.record_parental_responsibility(
        by=by, about=cast.sam, holder=cast.people["kelly"], acquired="mother"
    ),
    "say_about_me": lambda cast, by: acts.say_about_me(
        by=by, about=cast.maya, part="likes", text="Building dens.", said_by="child"
    ),
    "say_not_safe_to_tell": not_safe,
    "say_safe_to_tell": lambda cast, by: acts.say_safe_to_tell(
        by=by,
        about=cast.maya,
        telling=not_safe_once_said(cast),
        because="He has moved away, and the court has heard him.",
    ),
    "say_situation": a_line,
}


def account_of(cast: Cast, name: str) -> Account:
    return Account.objects.get(pk=cast.actors[name].account_id)


def year(number: int, precision: str = "year") -> PartDate:
    return PartDate(date(number, 1, 1), precision)  # type: ignore[arg-type]
