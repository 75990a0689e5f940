"""What has reached the front door about Maya, for the pages that show it, and what nobody else may meet."""

from typing import Any

from kith.access import acting_as
from kith.directory.models import Agency
from kith.involvement.acts import answer_request, ask_agencies, write_picture
from kith.involvement.models import AgencyRequest, Contact, PictureView
from kith.involvement.rules import ToldOf
from tests.cast import Cast
from tests.involvement.reaching import child_of, decide, found, told, whole

SECRET_REACHED = "The bread was green at the edges"
SECRET_TRIAGE = "A neighbour saw her eat from the bin"
SECRET_QUESTION = "Has the baby clinic weighed her"
SECRET_TOGETHER = "Three of us counted the same missed suppers"
SECRET_AMONG_US = "It may be that the suppers were never cooked"
TELLER = {"name": "Verity Hollowfinch", "agency_name": "St Anne's", "reach": "01632 960777"}


def contacts(cast: Cast, n: str) -> tuple[Contact, Contact]:
    """Two contacts: one that waits, with a question to an agency, and what we make of it alone; one decided, whose
    teller waits to hear, with what was made of it together and is given to an agency that answered.
    """
    waiting, decided = (_reached(cast, key) for key in (f"{n} 1", f"{n} 2"))
    with acting_as(cast.theo):
        health = list(Agency.objects.filter(kind="health"))
        for one in (waiting, decided):
            ask_agencies(by=cast.theo, contact=one, agencies=health, question=SECRET_QUESTION)
    with acting_as(cast.priya):
        asked = AgencyRequest.objects.get(contact=decided.pk)
        answer_request(by=cast.priya, request=asked, answer="held", words="She was weighed in May.")
    _written(cast, waiting, SECRET_AMONG_US, [])
    _written(cast, decided, SECRET_TOGETHER, health)
    decide(cast, decided, whole(child_of(decided), "existing_work", reasons=SECRET_TRIAGE), about=[cast.maya])
    return waiting, decided


def _written(cast: Cast, contact: Contact, adds_up: str, agencies: list[Agency]) -> None:
    about: dict[str, Any] = {"about": cast.maya, "child": child_of(contact)}
    with acting_as(cast.theo):
        write_picture(by=cast.theo, **about, adds_up=adds_up, agencies=agencies)


def _reached(cast: Cast, key: str) -> Contact:
    made = told(cast, ToldOf("M", "Okafor-Nowak"), words=SECRET_REACHED, key=key, teller=TELLER)
    found(cast, made, 1, cast.maya)
    return made


def of_contacts(waiting: Contact, decided: Contact) -> dict[str, dict[str, Any]]:
    """The arguments of each address of a contact."""
    of, asked = {"reference": waiting.reference}, AgencyRequest.objects.get(contact=waiting)
    return {
        **dict.fromkeys(("contact", "decide-contact", "ask-agency", "take-up-contact"), of),
        **{name: {**of, "place": 1} for name in ("match-child", "write-picture", "give-picture")},
        "agency-answer": {**of, "pk": asked.pk},
        "answer-request": {"pk": asked.pk},
        "sign-picture": {"pk": PictureView.objects.get(contact=decided).pk},
        "tell-back": {"reference": decided.reference, "place": 1},
    }
