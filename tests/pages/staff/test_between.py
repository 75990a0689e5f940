"""What a chair reads between two reviews, and the check they write there (E22, users 1.7)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kith.access import acting_as
from kith.decisions.acts import decide
from kith.decisions.models import Challenge, Decision
from kith.involvement.acts import report_missing
from kith.involvement.models import MidwayCheck
from kith.involvement.rules import StepGiven
from kith.pages.staff.between import since
from tests.cast import TODAY
from tests.involvement.caring import days_ago, gone, lives, reviewed, under
from tests.involvement.protecting import conferred
from tests.visits.going import text

FOUND = "Nobody rang Nan about the Sundays."


@pytest.fixture
def review(cast):
    under(cast, on=days_ago(60))
    made = reviewed(cast, on=days_ago(20), chaired_by="Aisha Khan")
    with acting_as(cast.aisha):
        told = {"kind": "plan", "on": days_ago(5), "chosen": "Dot takes her to Nan’s.", "reasons": "She asks for it."}
        decide(by=cast.aisha, about=cast.maya, **told)
    return made


def at(cast):
    return f"/children/{cast.maya.ref}/between-reviews/"


def test_e22_between_reviews_the_chair_reads_what_was_agreed_and_what_has_happened_since(cast, browse, review):
    gone(cast)
    lives(cast, on=days_ago(3))
    shown = text(browse("aisha").get(at(cast)))
    for words in ("day 20 of 45", "Chaired by Aisha Khan", "Dot takes her to Nan’s.", "Missing", "A new home"):
        assert words in shown
    chaired = browse("aisha").get("/reviews/")
    assert "Midway check after a review" in text(chaired)
    assert "thing" in text(chaired)
    assert at(cast) in chaired.content.decode()


def test_a_child_gone_in_the_first_hour_of_a_summer_day_is_missing_on_that_day(cast):
    began = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight here
    with acting_as(replace(cast.system, now=datetime(2026, 7, 2, 8, tzinfo=UTC))) as system:
        report_missing(by=system, about=cast.maya, on=date(2026, 7, 2), at=began)
    with acting_as(cast.aisha):
        (told,) = since({cast.maya.pk: date(2026, 7, 2)}, TODAY)[cast.maya.pk]
    assert told[:2] == (date(2026, 7, 2), "Missing, not found yet")


def test_what_was_agreed_at_a_conference_says_where_it_stands(cast, browse):
    steps = [StepGiven("PC Ward speaks to the neighbour.", "PC Ward", days_ago(1)), StepGiven("Ring.", "Nan", TODAY)]
    conferred(cast, chair_name="Aisha Khan", steps=steps)
    shown = text(browse("aisha").get(at(cast)))
    for words in ("PC Ward speaks to the neighbour.", "Past its day", "Ring.", "To do"):
        assert words in shown


def test_a_check_is_written_and_may_begin_a_challenge_with_what_was_typed_kept(cast, browse, review):
    aisha = browse("aisha")
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    refused = aisha.post(at(cast), {**day, "found": FOUND})
    assert refused.status_code == 422
    assert FOUND in refused.content.decode()
    with acting_as(cast.aisha):
        decision = Decision.objects.get(person=cast.maya, kind="plan")
    no = {**day, "found": FOUND, "satisfied": "no"}
    assert aisha.post(at(cast), {**no, "decision_id": decision.pk}).status_code == 422
    with acting_as(cast.aisha):
        assert not MidwayCheck.objects.exists()
        assert not Challenge.objects.exists()
    assert aisha.post(at(cast), {**no, "decision_id": decision.pk, "wanted": "Ring her."}).status_code == 303
    with acting_as(cast.aisha):
        assert MidwayCheck.objects.get().challenge == Challenge.objects.get()
    assert "It will not do" in text(aisha.get(at(cast)))
    assert aisha.post(at(cast), {**day, "found": "It goes well.", "satisfied": "yes"}).status_code == 303


def test_whoever_does_not_chair_reads_and_does_not_check_and_a_stranger_does_neither(cast, browse):
    under(cast, on=days_ago(60))
    reviewed(cast, on=days_ago(20), chaired_by="Imran Vale")
    page = browse("aisha").get(at(cast))
    assert "Chaired by Imran Vale" in text(page)
    assert "Save the check" not in text(page)
    assert browse("aisha").post(at(cast), {"found": FOUND}).status_code == 404
    assert browse("sol").get(at(cast)).status_code != 200
    assert browse("kelly").get(at(cast)).status_code == 404
