"""Somebody in their first year of practice: supervision is due every two weeks, not four (S3-32)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith import packs
from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Occasion
from kith.workforce import acts, queries, rules
from tests.cast import TODAY
from tests.standards.clockwork import by_limit
from tests.visits.going import text
from tests.workforce.talking import begun, signed, written

PACK, SCOTLAND = packs.pack_for("england", TODAY), packs.pack_for("scotland", TODAY)


def new(cast, since=TODAY - timedelta(100), by="grace"):
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.note_practising_from(by=actor, worker=cast.staff["aisha"], practising_from=since)


@pytest.mark.parametrize(
    ("began", "day", "counts"),
    [
        (date(2025, 11, 18), TODAY, True),
        (date(2025, 11, 17), TODAY, False),
        (TODAY, TODAY, True),
        (TODAY + timedelta(1), TODAY, False),
        (date(2028, 2, 29), date(2029, 2, 27), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (None, TODAY, False),
    ],
)
def test_the_first_year_is_counted_by_the_pack(began, day, counts):
    assert rules.in_first_year(began, day, PACK) is counts
    assert rules.in_first_year(began, day, SCOTLAND) is False


@pytest.mark.parametrize(
    ("held", "level", "first_year", "due"),
    [
        (date(2026, 11, 17), "child_in_need", False, date(2026, 12, 15)),
        (date(2026, 11, 17), "child_in_need", True, date(2026, 12, 1)),
        (date(2026, 12, 18), "child_protection", True, date(2027, 1, 1)),  # weeks run over holidays
        (date(2028, 2, 20), "child_in_need", True, date(2028, 3, 5)),
    ],
)
def test_the_next_talk_is_due_in_two_weeks_and_not_in_four(held, level, first_year, due):
    assert rules.next_by(held, level, PACK, first_year=first_year) == due


def test_s3_32_a_talk_of_a_new_worker_is_not_signed_with_a_day_four_weeks_off_and_its_text_is_kept(cast):
    new(cast)
    with acting_as(cast.aisha):
        talk = written(cast.aisha, cast.maya, cast)
        with pytest.raises(Refused, match="due sooner") as refusal:
            signed(cast.aisha, talk)
        assert refusal.value.field == "next_on"
        talk.refresh_from_db()
        assert (talk.first_year, talk.like_now[:9], talk.worker_signed_on) == (True, "She lies ", None)
        assert signed(cast.aisha, talk, next_on=TODAY + timedelta(14)).worker_signed_on == TODAY
    with acting_as(cast.grace):
        signed(cast.grace, talk, next_on=None)
    assert by_limit(cast, cast.maya)["supervision-new-worker"].clock.due == TODAY + timedelta(14)


def test_somebody_with_years_behind_them_keeps_to_four_weeks(cast):
    new(cast, TODAY - timedelta(800))
    with acting_as(cast.aisha):
        assert signed(cast.aisha, written(cast.aisha, cast.maya, cast)).worker_signed_on == TODAY
    assert "supervision-new-worker" not in by_limit(cast, cast.maya)


def test_only_whoever_manages_them_says_since_when_and_no_day_to_come(cast):
    for name in ("aisha", "sol"):
        with pytest.raises(NotYours):
            new(cast, by=name)
    with pytest.raises(Refused, match="not come yet") as refusal:
        new(cast, TODAY + timedelta(1))
    assert refusal.value.field == "practising_from"
    assert new(cast).practising_from == TODAY - timedelta(100)
    with acting_as(cast.grace):
        assert Occasion.objects.filter(name="note_practising_from", by_name="Grace Adeyemi").count() == 1
    assert new(cast, None).practising_from is None


def test_it_stands_on_the_list_of_supervision_and_on_the_teams_and_is_changed_there(cast, browse):
    grace, pk = browse("grace"), cast.aisha.account_id
    address = reverse("note-practising-from", args=[pk])
    assert address in grace.get(reverse("supervision")).content.decode()
    day = TODAY - timedelta(30)
    sent = {f"practising_from-{part}": getattr(day, part) for part in ("day", "month", "year")}
    assert grace.post(address, sent).status_code == 303
    for name in ("supervision", "team"):
        assert "first year in practice" in text(grace.get(reverse(name)))
    assert browse("aisha").get(address).status_code == 404
    assert browse("sol").get(address).status_code == 404
    with acting_as(cast.grace):
        assert queries.in_first_year([pk], TODAY, PACK) == {pk}


def test_a_child_nobody_has_talked_about_is_late_after_two_weeks(cast, browse):
    before = text(browse("aisha").get(reverse("supervision")))
    new(cast)
    after = text(browse("aisha").get(reverse("supervision")))
    assert before != after
    with acting_as(cast.aisha):
        assert begun(cast.aisha, cast.leo, cast).first_year
