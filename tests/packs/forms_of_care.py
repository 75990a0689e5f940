"""The forms of a looked-after or missing child, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.involvement import forms as care
from kith.people.models import Person

BABY = Person(ref="KX7D-2RWH", called="Ada Quay")
HOME = {"provider": "placement_provider"}


def care_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield care.RecordLaw(pack=pack, looked_after=False), {"status": "legal_status"}
    yield care.NoteCare(pack=pack), {"permanence": "permanence_plan"}
    yield care.EndCare(pack=pack), {"ended_as": "care_ended"}
    yield care.RecordCheck(pack=pack), {"kind": "care_check"}
    yield care.AboutHome(pack=pack), HOME
    moved = {**HOME, "kind": "placement_kind", "why_ended": "placement_ended"}
    yield care.BeginPlacement(pack=pack, places=[], others=[BABY], has_home=True), moved
    yield care.EndPlacement(pack=pack), {"why_ended": "placement_ended"}
    yield care.RecordCareReview(pack=pack, name="Ada", siblings=[("K", "Leo")]), {"child_part": "child_took_part"}
    yield care.ReportMissing(pack=pack), {"kind": "missing_kind"}
    yield care.NoteMissing(pack=pack, found=True), {"answer": "interview_answer"}
    yield care.ReturnTalk(pack=pack), {"sort": "words_kind"}
    for plain in (care.EndLaw, care.NoteFound, care.FinishCareReview):
        yield plain(), {}


# Places, people and levels; and a plain yes or no.
CARE_OWN = {
    *{("EndCare", "level"), ("BeginPlacement", "where"), ("BeginPlacement", "kept_from"), ("RecordCareReview", "also")},
    ("ReturnTalk", "independent"),
}
