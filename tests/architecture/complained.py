"""Complaints and thanks around Maya's family, for the addresses about them."""

from typing import Any

from kith.access import acting_as
from kith.feedback.acts import complain, note_may_show, say_thanks, show_thanks, take_complaint
from kith.feedback.models import Complaint, Thanks
from tests.cast import Cast

SECRET_COMPLAINT = "The tall lamp was broken and nobody said so"
SECRET_TAKEN = "The blue van stood across our gate all week"
SECRET_THANKS = "You sat with us by the boats until four"
SHOWN = "The oars were back before Sunday"


def complain_and_thank(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one."""
    with acting_as(cast.kelly):
        complain(by=cast.kelly, about=None, words=f"{SECRET_COMPLAINT} {n}", children=[cast.maya])
        say_thanks(by=cast.kelly, about=None, words=f"{SECRET_THANKS} {n}", staff=cast.staff["aisha"])
    told = {"words": f"{SECRET_TAKEN} {n}", "who": "A neighbour", "whose": "other", "how": "phone"}
    with acting_as(cast.aisha):
        take_complaint(by=cast.aisha, about=None, **told, children=[cast.maya])
    with acting_as(cast.grace):
        row = say_thanks(by=cast.grace, about=None, words=f"{SHOWN} {n}", who="A neighbour", how="phone")
        note_may_show(by=cast.grace, about=None, thanks=row, may_show="unnamed")
        show_thanks(by=cast.grace, about=None, thanks=row, words=f"{SHOWN} {n}")


def of_feedback(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    taken = Complaint.objects.exclude(taken_by=None).order_by("pk").first()
    own = Complaint.objects.exclude(told_by=None).order_by("pk").first()
    thanks = Thanks.objects.exclude(told_by=None).order_by("pk").first()
    assert taken
    assert own
    assert thanks
    return {
        "complaint": {"pk": taken.pk},
        "complaint-step": {"pk": taken.pk, "what": "duty"},  # open to whoever reads it
        "withdraw-my-complaint": {"pk": own.pk},
        "thanks-step": {"pk": thanks.pk, "what": "asked"},
    }
