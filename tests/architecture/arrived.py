"""What has reached the front door about Maya, for the pages that show it, and what nobody else may meet."""

from typing import Any

from kith.access import acting_as
from kith.directory.models import Agency
from kith.involvement.acts import ask_agencies
from kith.involvement.models import AgencyRequest, Contact
from kith.involvement.rules import ToldOf
from tests.cast import Cast
from tests.involvement.reaching import child_of, decide, found, told, whole

SECRET_REACHED = "The bread was green at the edges"
SECRET_TRIAGE = "A neighbour saw her eat from the bin"
SECRET_QUESTION = "Has the baby clinic weighed her"
TELLER = {"name": "Verity Hollowfinch", "agency_name": "St Anne's", "reach": "01632 960777"}


def contacts(cast: Cast, n: str) -> tuple[Contact, Contact]:
    """Two contacts: one that waits, with a question to an agency; one decided, whose teller waits to hear."""
    waiting, decided = (_reached(cast, key) for key in (f"{n} 1", f"{n} 2"))
    with acting_as(cast.theo):
        health = list(Agency.objects.filter(kind="health"))
        ask_agencies(by=cast.theo, contact=waiting, agencies=health, question=SECRET_QUESTION)
    decide(cast, decided, whole(child_of(decided), "existing_work", reasons=SECRET_TRIAGE), about=[cast.maya])
    return waiting, decided


def _reached(cast: Cast, key: str) -> Contact:
    made = told(cast, ToldOf("M", "Okafor-Nowak"), words=SECRET_REACHED, key=key, teller=TELLER)
    found(cast, made, 1, cast.maya)
    return made


def of_contacts(waiting: Contact, decided: Contact) -> dict[str, dict[str, Any]]:
    """The arguments of each address of a contact."""
    of, asked = {"reference": waiting.reference}, AgencyRequest.objects.get()
    return {
        **dict.fromkeys(("contact", "decide-contact", "ask-agency", "take-up-contact"), of),
        "match-child": {**of, "place": 1},
        "agency-answer": {**of, "pk": asked.pk},
        "answer-request": {"pk": asked.pk},
        "tell-back": {"reference": decided.reference, "place": 1},
    }
