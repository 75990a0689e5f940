"""Days that cannot be: before a child was born, or an end before its beginning. They are asked for again."""

from datetime import date, timedelta

import pytest

from kith import packs
from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import CareCheck, CareReviewLine, LegalStatus, LookedAfter, Missing, Placement, Touchpoint
from kith.record import Refused
from tests.cast import TODAY
from tests.involvement.around import touched
from tests.involvement.caring import at

BEFORE = date(2016, 3, 4)  # Maya was born on 4 March 2017: the year before is meant to be another
CHECK = packs.pack_for("england", TODAY).choices("care_check")[0][0]
TOLD = {
    "record_legal_status": (LegalStatus, {"status": "C1", "on": BEFORE}, "on"),
    "begin_placement": (Placement, {"kind": "U6", "on": BEFORE}, "on"),
    "record_care_check": (CareCheck, {"kind": CHECK, "on": BEFORE}, "on"),
    "report_missing": (Missing, {"at": at(BEFORE, 21)}, "at"),
}


@pytest.mark.parametrize("name", TOLD)
def test_nothing_happened_to_a_child_before_the_day_of_their_birth(cast, name):
    model, told, field = TOLD[name]
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="not born yet") as refusal:
            getattr(acts, name)(by=cast.aisha, about=cast.maya, **told)
        assert refusal.value.field == field
        assert not model.objects.exists()
        assert not LookedAfter.objects.exists()


def test_a_review_before_a_birth_is_refused_for_every_child_of_it(cast):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="Sam Okafor was not born yet"):
            acts.record_care_review(by=cast.aisha, about=[cast.maya, cast.sam], on=date(2025, 6, 1))
        assert not CareReviewLine.objects.exists()


def test_twin_on_the_day_of_the_birth_and_where_the_day_is_not_known_it_is_kept(cast):
    with acting_as(cast.aisha):
        assert acts.record_legal_status(by=cast.aisha, about=cast.sam, status="C1", on=cast.sam.born_on).pk


def test_other_work_does_not_end_before_it_began(cast):
    work = touched(cast, "ehc", on=TODAY - timedelta(days=10))
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work}
        ended = {"outcome": "plan", "because": "There is a plan now."}
        with pytest.raises(Refused, match="between the day it began") as refusal:
            acts.end_touchpoint(**told, **ended, on=TODAY - timedelta(days=11))
        assert refusal.value.field == "on"
        assert Touchpoint.objects.get(pk=work.pk).ended_on is None
        assert acts.end_touchpoint(**told, **ended, on=TODAY - timedelta(days=10)).ended_on
