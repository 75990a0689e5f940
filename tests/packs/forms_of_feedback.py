"""The forms of complaints and thanks, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.feedback import forms as feedback_forms


def feedback_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    how, show = {"how": "complaint_how"}, {"may_show": "thanks_publish"}
    yield feedback_forms.TakeComplaint(pack=pack, staff=[]), {**how, "whose": "complaint_from"}
    yield feedback_forms.OfferAdvocate(pack=pack), {"advocate": "complaint_advocate"}
    yield feedback_forms.ChooseRoute(pack=pack), {"route": "complaint_route"}
    yield feedback_forms.AnswerComplaint(pack=pack), {"outcome": "complaint_outcome"}
    yield feedback_forms.WriteThanks(pack=pack, staff=[], teams=[]), {**how, **show}
    yield feedback_forms.SayThanks(pack=pack, staff=[]), show
    yield feedback_forms.MayShow(pack=pack), show
