"""A visit with a gap and a promise, one that is planned, and what the family will do."""

from datetime import timedelta
from typing import Any

from kith.visits.acts import Learnt, Promised, Said, Seen, note_family_promise, plan_visit, record_visit
from kith.visits.models import FamilyPromise, PlannedVisit, Promise, ToComplete
from tests.cast import NOW, TODAY, Cast

SECRET_WORDS = "the moon is my quiet friend"  # planted: found nowhere it must not be
SECRET_SAW = "Scratched a small star under the table"
SECRET_MEANS = "Perhaps the loft is where she hides"
SECRET_DAY = "Supper is toast on the stairs"
SECRET_WORD = "I will hand the spare key back to Osric"
PLANTED = [SECRET_WORDS, SECRET_SAW, SECRET_MEANS, SECRET_DAY, SECRET_WORD]


def visited(cast: Cast) -> None:
    line = Seen(
        cast.maya,
        True,
        alone="not_tried",
        saw=SECRET_SAW,
        means=SECRET_MEANS,
        said=[Said("wish", SECRET_WORDS), Said("wish", "I like blue best")],
        promised=[Promised("Bring the blue paint", TODAY + timedelta(days=2))],
        day=[Learnt("food", "told", SECRET_DAY, "Kelly")],
    )
    record_visit(
        by=cast.aisha,
        about=[cast.maya],
        on=TODAY,
        lines=[line],
        happened_at=NOW - timedelta(hours=1),
        mode="home",
    )


def to_be_visited(cast: Cast) -> None:
    plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=3))


def promised_by_family(cast: Cast) -> None:
    note_family_promise(
        by=cast.aisha, about=cast.maya, who=cast.people["kelly"], text=SECRET_WORD, due_on=TODAY + timedelta(days=9)
    )


def of_visits(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    return {
        "complete-gap": {**ref, "pk": ToComplete.objects.first().pk},
        "end-promise": {**ref, "pk": Promise.objects.get().pk},
        "move-visit": {**ref, "pk": PlannedVisit.objects.get().pk},
        "tell-of-visit": {**ref, "pk": PlannedVisit.objects.get().pk},
        "call-off-visit": {**ref, "pk": PlannedVisit.objects.get().pk},
        "my-change": {"pk": FamilyPromise.objects.get().pk},
        "end-family-promise": {**ref, "pk": FamilyPromise.objects.get().pk},
    }
