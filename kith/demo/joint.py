"""What is made of it together in the demo: one text signed while an agency is silent, one written anew."""

from typing import TYPE_CHECKING, Any

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import Contact, ContactChild, JointPicture

if TYPE_CHECKING:
    from kith.demo.family import Telling

_NIGHTS = "The boys are alone at night because the only grown-up works then; the missed appointments fit with that."


def make_of_it(t: "Telling", contact: Contact, brothers: dict[int, Any]) -> None:
    """Of two brothers: the health visitor sees it so too, and the police have not answered at all."""
    by, asked = t.by("theo", 4, 10), [t.services.agencies["health"], t.services.agencies["police"]]
    means = {
        1: "Kofi is the grown-up of the house after dark, and has been hurt being it.",
        2: "Yaw is looked after by a boy of eight. He is fed, and nobody sees him in the evening.",
    }
    with acting_as(by):
        texts = [
            acts.write_picture(
                by=by,
                about=brothers[child.place],
                child=child,
                adds_up=_NIGHTS,
                not_known="Whether the police were called in the evening: they have not answered.",
                means=means[child.place],
                agencies=asked,
            )
            for child in contact.children.order_by("place")
        ]
    for text in texts:
        _signed(t, text, 4, 15, view="same")


def make_of_leo(t: "Telling", contact: Contact, child: ContactChild) -> None:
    """The health visitor sees it differently; it is written anew with what she said, and she is asked again."""
    leo, health = t.people["leo"], t.services.agencies["health"]
    by = t.by("theo", 1, 11)
    with acting_as(by):
        (request,) = acts.ask_agencies(
            by=by, contact=contact, agencies=[health], question="Has Leo said or shown anything about his weekends?"
        )
    jo = t.by("jo", 1, 12)
    with acting_as(jo):
        words = "He slept badly when I saw the baby last week; his mother says he dreads the handover on the stairs."
        acts.answer_request(by=jo, request=request, answer="held", words=words)
    text: dict[str, Any] = {
        "not_known": "What Leo himself would say about Friday, alone and in his own time.",
        "means": "He carries the end of every week by himself.",
        "agencies": [health],
    }
    first = t.by("theo", 1, 13)
    with acting_as(first):
        picture = acts.write_picture(
            by=first, about=leo, child=child, adds_up="Something at home on Fridays frightens Leo.", **text
        )
    _signed(t, picture, 1, 14, view="differently", words="It is the handover he dreads, and not home itself.")
    again = t.by("theo", 1, 16)
    with acting_as(again):
        acts.write_picture(
            by=again,
            about=leo,
            child=child,
            adds_up="Leo dreads Fridays: the handover between two homes, as the health visitor heard it.",
            **text,
        )


def _signed(t: "Telling", picture: JointPicture, days_ago: int, hour: int, **said: str) -> None:
    jo = t.by("jo", days_ago, hour)
    with acting_as(jo):
        given = picture.views.get(agency=t.services.agencies["health"])
        acts.sign_picture(by=jo, given=given, **said)
