"""What has reached the front door of the demo: from what nobody has read yet to what is decided and told."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kith.access import Actor, Audience, acting_as
from kith.calendar import PartDate
from kith.demo.joint import make_of_it, make_of_leo
from kith.involvement import acts
from kith.involvement.models import Contact, ContactChild
from kith.involvement.rules import Decided, ToldOf, children_named

if TYPE_CHECKING:
    from kith.demo.family import Telling


def let_arrive(t: "Telling") -> None:
    _from_the_public(t)
    _by_telephone_late(t)
    _from_school_half_decided(t)
    _from_school_waiting(t)
    _no_further(t)


def _from_the_public(t: "Telling") -> None:
    by = Actor(None, Audience.PUBLIC, t.now - timedelta(hours=3))
    with acting_as(by):
        acts.tell_us(
            by=by,
            key="demo-public",
            words="There is a little boy at the window of number nine most evenings and nobody comes home until ten.",
            children=children_named("the boy at number nine, about 5"),
            where="9 Fisher Steps",
            source="1B",
        )


def _by_telephone_late(t: "Telling") -> None:
    """Taken four days ago by a worker who happened to be at the telephone; nobody has decided, and it is late."""
    by = t.by("tom", 4)
    with acting_as(by):
        acts.take_contact(
            by=by,
            words="Their mum is in hospital and the aunt who came has gone home. The eldest is cooking for the others.",
            why_today="The aunt left this morning.",
            children=[
                ToldOf("Ines", "Duarte", PartDate(date(t.today.year - 11, 1, 1), "year"), "Year 6 at Quay Primary"),
                ToldOf("Rui", "Duarte", None, "about 7"),
            ],
            how="phone",
            source="4",
            where="Flat 3, Mole House",
            language="Portuguese; Ines speaks English well, but must not interpret",
            family_told="agree",
            teller={
                "name": "Col Weston",
                "agency_name": "Northcliff Homes",
                "role": "caretaker",
                "reach": "01632 960601",
            },
        )


def _from_school_half_decided(t: "Telling") -> None:
    """Two brothers: work begins with one, early help for the other; the school reads why."""
    contact = _school(
        t,
        6,
        "Both boys came in without coats or breakfast again, and Kofi has a burn on his hand he will not talk about.",
        ToldOf(
            "Kofi",
            "Mensah",
            PartDate(date(t.today.year - 8, 4, 2), "day"),
            "Year 3",
            "I made the chips myself.",
            "worry",
        ),
        ToldOf(
            "Yaw", "Mensah", PartDate(date(t.today.year - 5, 9, 14), "day"), "Reception", not_asked_because="not_alone"
        ),
    )
    by = t.by("theo", 5, 10)
    with acting_as(by):
        acts.take_up_contact(by=by, contact=contact)
        kofi, yaw = (_begin(by, child) for child in _children(contact))
        acts.ask_agencies(
            by=by,
            contact=contact,
            agencies=[t.services.agencies["health"], t.services.agencies["police"]],
            question="What do you know of these boys that bears on how safe and well they are?",
        )
        acts.decide_contact(by=by, about=[kofi, yaw], contact=contact, decided=[_kofi(contact), _yaw(contact)])
    jo = t.by("jo", 5, 14)
    with acting_as(jo):
        (asked,) = (one for one in contact.requests.all() if one.agency == t.services.agencies["health"])
        acts.answer_request(
            by=jo, request=asked, answer="held", words="Seen at two: well. Two missed appointments since the summer."
        )
    make_of_it(t, contact, {1: kofi, 2: yaw})


def _from_school_waiting(t: "Telling") -> None:
    contact = _school(
        t,
        1,
        "Leo told his teacher he does not want to go home on Friday. He would not say why.",
        ToldOf("Leo", "Okafor-Nowak", PartDate(date(t.today.year - 6, 6, 11), "day"), "Year 1"),
    )
    by = t.by("theo", 1, 10)
    with acting_as(by):
        acts.take_up_contact(by=by, contact=contact)
        (child,) = _children(contact)
        acts.match_child(by=by, about=t.people["leo"], child=child)
    make_of_leo(t, contact, child)


def _no_further(t: "Telling") -> None:
    by = t.by("theo", 12)
    with acting_as(by):
        contact = acts.take_contact(
            by=by,
            words="She has asked three times this month if there is anywhere her son can go in the holidays.",
            children=[ToldOf("Ade", "", None, "about 9")],
            how="phone",
            source="3B",
            family_told="agree",
            teller={"name": "Jo Pemberton", "role": "health visitor", "reach": "01632 960210"},
        )
        (child,) = _children(contact)
        acts.decide_contact(by=by, contact=contact, about=[], decided=[_ade(child)])


def _school(t: "Telling", days_ago: int, words: str, *children: ToldOf) -> Contact:
    by = t.by("marsha", days_ago, 9)
    with acting_as(by):
        return acts.take_contact(
            by=by,
            words=words,
            children=children,
            how="portal",
            source="2A",
            family_told="not_told",
            family_why_not="We wanted to ask you first how.",
            teller={"name": by.name, "agency_name": "St Anne's Primary School", "role": "safeguarding lead"},
        )


def _children(contact: Contact) -> list[ContactChild]:
    return list(contact.children.order_by("place"))


def _begin(by: Actor, child: ContactChild) -> Any:
    return acts.begin_from_contact(by=by, child=child, given=child.given, family=child.family, born=child.born, sex="M")


_BOTH: dict[str, Any] = {
    "no_bottom_lines_because": "Nobody is known to be a danger to them; the visit will look.",
    "family_told": "told",
    "family_told_words": "Mrs Mensah was rung. She works nights, and cried when she heard about the coats.",
}


def _kofi(contact: Contact) -> Decided:
    return Decided(
        child=_children(contact)[0],
        outcome="referral",
        level="3",
        indicators=("3-alone", "3-needs-unmet"),
        why_not_above="The burn has an account that fits it; the school nurse saw it.",
        why_not_below="At eight he cooks alone and is hurt by it. A club would not change that.",
        reasons="Kofi is in charge of a kitchen and of his brother at night, and has been hurt.",
        child_view="It is his own account, and it decided the level.",
        would_change="Somebody grown up with them every night.",
        released="Kofi is left in charge at night and has been hurt. We see him on Thursday.",
        asked_of_them="Tell us on the day if either boy comes without breakfast.",
        **_BOTH,
    )


def _yaw(contact: Contact) -> Decided:
    return Decided(
        child=_children(contact)[1],
        outcome="early_help",
        level="2",
        indicators=("2-money-or-home",),
        why_not_above="Nobody has seen him hurt or hungry by midday; his brother feeds him.",
        why_not_below="No coat in November, and no breakfast.",
        reasons="Yaw is cold and hungry in the mornings, which money and a breakfast club can put right.",
        child_view="He was never seen without his brother. We ask him at school.",
        would_change="If he is ever alone at night, or hurt.",
        released="Yaw needs a coat and a breakfast, and we help with both.",
        asked_of_them="A place at the breakfast club.",
        **_BOTH,
    )


def _ade(child: ContactChild) -> Decided:
    return replace(
        _BASE,
        child=child,
        reasons="A mother asks for something to do in the holidays. There is no worry about how he is looked after.",
    )


_BASE = Decided(
    child=None,
    outcome="advice",
    reasons="",
    level="1",
    indicators=("1-usual-help", "1-cared-for"),
    why_not_above="Nothing is missing that the family cannot find with one telephone call.",
    child_view="The health visitor has not met him.",
    no_bottom_lines_because="Nothing is known to be a danger to him.",
    would_change="If she asks again and there is still no place.",
    offered="The holiday club at Harbourside Family Centre, and its number.",
    family_told="told",
    family_told_words="She was rung with the number and has a place.",
    released="The family wanted a holiday club, and has one.",
)
