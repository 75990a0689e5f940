"""The forms of visits, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.visits import forms as visit_forms
from kith.visits.acts.completing import FILLS
from kith.visits.forms import (
    CallOffForm,
    ChildForm,
    EndPromiseForm,
    GapForm,
    MoveForm,
    PlanForm,
    SharedForm,
    TogetherForm,
)
from kith.visits.forms.day import DAY_SLOTS
from kith.visits.models import ChildLine, PlannedVisit, ToComplete
from tests.cast import NOW, TODAY
from tests.packs.forms_of_people import BABY

GAP = {"alone": "alone", "not_seen_reason": "not_seen_reasons"}


def visit_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield SharedForm(pack=pack, now=NOW, who=[("Nan", "Nan")]), {"mode": "visit_mode"}
    child = {"alone": "alone", "bedroom": "bedroom", "not_seen_because": "not_seen_reasons"}
    said = {f"sort_{n}": "words_kind" for n in (1, 2, 3)} | {f"way_{n}": "way_of_speaking" for n in (1, 2, 3)}
    day = {f"day_topic_{n}": "day_topic" for n in DAY_SLOTS} | {f"day_known_{n}": "how_known" for n in DAY_SLOTS}
    yield ChildForm(child=BABY, today=TODAY, pack=pack), {**child, **said, **day}
    yield TogetherForm(children=[BABY]), {}
    yield PlanForm(children=[BABY], pack=pack), {"mode": "visit_mode"}
    moved = {"told_how": "told_how", "not_safe_because": "not_safe_to_tell", "moved_by": "visit_moved_by"}
    planned = PlannedVisit(person=BABY, planned_for=NOW)
    for changed in (MoveForm, CallOffForm):
        yield changed(planned=planned, together=[], today=TODAY, pack=pack), moved
    for what in [*FILLS, "daily_life"]:
        gap = ToComplete(person=BABY, what=what, line=ChildLine(person=BABY))
        yield GapForm(gap=gap, pack=pack), {"choice": GAP[what]} if what in GAP else {}
    yield EndPromiseForm(today=TODAY), {}
    yield visit_forms.SayAsFamily(), {}
    yield visit_forms.NoteFamilyPromise(family=[BABY]), {}
    yield visit_forms.EndFamilyPromise(today=TODAY), {}
