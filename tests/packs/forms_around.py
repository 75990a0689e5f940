"""The forms of what stands around a child, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.involvement import forms as around
from kith.people import forms as people
from kith.people.models import Person

BABY = Person(ref="KX7D-2RWH", called="Ada Quay")


def around_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield people.Delegate(pack=pack, holders=[BABY]), {}
    yield people.EndDelegation(), {}
    yield people.JudgeUnderstanding(pack=pack), {"answer": "understands"}
    yield people.NoteAgreed(pack=pack, people=["Ada"]), {"said": "consent_said"}
    yield people.SayService(pack=pack), {"standing": "service_standing"}
    yield around.SayNeed(pack=pack, others=[("KX7D-2RWH", "Ada")]), {"kind": "need_kind", "lane": "step_lane"}
    for plain in (around.ArrangeNeed, around.MeetNeed, around.DropNeed, around.OfferFamilyMeeting):
        yield plain(), {}
    yield around.NoteFamilyMeeting(), {}
    for shape in pack.touchpoints.values():
        yield around.BeginTouchpoint(shape=shape, staff=[]), {}
        yield around.NoteTouchpoint(shape=shape), {}
        yield around.EndTouchpoint(shape=shape), {}
    yield around.HandTouchpoint(staff=[]), {}
    yield around.LinkPlace(pack=pack, places=[]), {"kind": "place_kind"}
    yield around.NotePlace(staff=[]), {}
    family = {"pack": pack, "family": [BABY]}
    yield around.SayDifference(**family), {"whose": "difference_whose", "said": "difference_said"}
    yield around.SortDifference(**family), {"said": "difference_said"}
    yield around.SayWhatWeDid(pack=pack), {"outcome": "difference_outcome"}
    yield (
        around.AskAgain(**family),
        {f"difference_said_{whose}": "difference_said" for whose in ("child", "family", "others")},
    )
    yield around.ScreenOutside(pack=pack), {"dangers": "outside_danger"}


# Kinds of work bring their own steps and outcomes; topics are the pack's consents; the rest are people and places.
AROUND_OWN = {
    *{(form, "person_who") for form in ("SayDifference", "SortDifference")},
    *{(form, "difference_person") for form in ("AskAgain", "FinishReview", "CloseWork")},
    *{("Delegate", "topic"), ("Delegate", "given_by"), ("JudgeUnderstanding", "topic"), ("NoteAgreed", "topic")},
    *{("SayNeed", "also"), ("OfferFamilyMeeting", "offered"), ("LinkPlace", "place")},
    *{("BeginTouchpoint", "step"), ("BeginTouchpoint", "about_account"), ("BeginTouchpoint", "owner")},
    *{("NoteTouchpoint", "step"), ("EndTouchpoint", "outcome"), ("HandTouchpoint", "owner"), ("NotePlace", "owner")},
}
