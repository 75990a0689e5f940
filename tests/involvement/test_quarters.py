"""What each agency was asked in a quarter and gave, and what is done where that fell short (S2-02)."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith import packs
from kith.access import acting_as
from kith.directory.models import Agency, Notice
from kith.involvement import acts, rules
from kith.involvement.models import Improvement
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

WORDS = "We ring the duty desk there each Monday until it answers."


def test_a_quarter_is_three_months_and_the_last_day_is_in_it():
    for day, first, last in (
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 31)),
        (date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
    ):
        found = rules.quarter_of(day)
        assert (found.from_on, found.until_on) == (first, last)
    assert str(rules.quarter_of(TODAY)) == "October to December 2026"
    assert rules.quarter_of(date(2026, 1, 9)).before.key == "2025-10"


@pytest.mark.parametrize(
    "typed", ["", "2026", "2026-11", "2027-01", "0000-01", "x" * 7, "2026-1٠", "1900-01", "2026-10-01", "\x00026-10"]
)
def test_a_quarter_that_is_none_or_still_to_come_is_the_present_one(typed):
    assert rules.quarter_called(typed, TODAY).key == "2026-10"


def test_the_last_day_is_in_time_and_silence_is_none_only_after_it():
    due = TODAY
    assert rules.in_time(due, due, TODAY) == "in_time"
    assert rules.in_time(due, due + timedelta(days=1), TODAY + timedelta(days=2)) == "late"
    assert rules.in_time(due, None, TODAY) == "waiting"
    assert rules.in_time(due, None, TODAY + timedelta(days=1)) == "none"
    assert [rules.there(answer, "no") for answer in ("all", "part", "no", "")] == [
        *("in_time", "in_time", "none", "waiting")
    ]


def test_a_name_two_agencies_share_names_neither():
    health, school = Agency(name="Health", pk=1), Agency(name="Hill School", pk=2)
    workers = [
        type("W", (), {"name": name, "agency": agency})
        for name, agency in (("Priya Nair", health), ("Ann Lee", health), ("Ann Lee", school))
    ]
    known = rules.agencies_by_name(workers, [health, school])
    found = [rules.agency_called(who, known) for who in ("priya nair, health visitor", "Hill school", "Ann Lee", "Wes")]
    assert found == [health, school, None, None]


def test_an_agency_falls_short_below_the_packs_share_and_not_at_it():
    pack = packs.pack_for("england", TODAY)
    row = rules.OfAgency(Agency(name="Health", pk=1))
    assert (row.share, row.falls_short(pack)) == (None, False)
    row.lines = [rules.Line("asked", "in_time", TODAY)] * 4 + [rules.Line("asked", "none", TODAY)]
    assert (row.share, row.falls_short(pack)) == (80, False)
    row.lines += [rules.Line("step", "late", TODAY), rules.Line("step", "waiting", TODAY)]
    assert (row.share, row.falls_short(pack)) == (66, True)
    assert not rules.OfAgency(None, row.lines).falls_short(pack), "nobody can be asked to do better"


def planned(cast, by="grace", **given):
    with acting_as(cast.actors[by]):
        told = {"agency": Agency.objects.get(kind="health"), "quarter_on": TODAY, "what": WORDS, **given}
        return acts.plan_improvement(by=cast.actors[by], **told)


def test_s2_02_what_will_be_done_is_kept_with_its_owner_who_is_told_and_its_day(cast):
    row = planned(cast, owner=cast.staff["grace"], by_on=TODAY + timedelta(days=14))
    assert (row.quarter_on, row.owner_name) == (date(2026, 10, 1), "Grace Adeyemi")
    with acting_as(cast.system):
        assert Notice.objects.filter(kind="improvement", account_id=cast.grace.account_id).count() == 1


def test_s2_02_it_is_kept_before_anybody_owns_it_and_is_owned_later(cast):
    row = planned(cast)
    assert (row.owner_name, row.by_on) == ("", None)
    with acting_as(cast.grace):
        told = {"by": cast.grace, "improvement": row}
        with pytest.raises(Refused, match="before it was agreed") as refusal:
            acts.change_improvement(**told, owner=None, by_on=TODAY - timedelta(days=1))
        assert refusal.value.field == "by_on"
        owned = acts.change_improvement(**told, owner=cast.staff["grace"], by_on=TODAY)
        assert (owned.owner_name, owned.by_on) == ("Grace Adeyemi", TODAY)


def test_s2_02_refusals_of_what_will_be_done(cast):
    ours = Agency(name="Us", kind="social_care")
    for given, field in (
        ({"what": "n/a"}, "what"),
        ({"what": " "}, "what"),
        ({"by_on": TODAY - timedelta(days=1)}, "by_on"),
        ({"quarter_on": TODAY + timedelta(days=60)}, ""),
        ({"agency": ours}, ""),
    ):
        with pytest.raises(Refused) as refusal:
            planned(cast, **given)
        assert (refusal.value.field or "") == field
    with acting_as(cast.grace):
        assert not Improvement.objects.exists()


def test_s2_02_it_ends_once_and_with_what_came_of_it(cast):
    row = planned(cast)
    with acting_as(cast.grace):
        told = {"by": cast.grace, "improvement": row}
        with pytest.raises(Refused) as refusal:
            acts.end_improvement(**told, came_of=".")
        assert refusal.value.field == "came_of"
        with pytest.raises(Refused) as refusal:
            acts.end_improvement(**told, came_of="They answer within a day now.", on=TODAY - timedelta(days=3))
        assert refusal.value.field == "on"
        assert acts.end_improvement(**told, came_of="They answer within a day now.").ended_on == TODAY
        with pytest.raises(Refused, match="ended"):
            acts.end_improvement(**told, came_of="They answer within a day now.")
        with pytest.raises(Refused, match="ended"):
            acts.change_improvement(**told, owner=None, by_on=None)


def test_s2_02_only_who_manages_a_team_writes_it_and_nobody_but_staff_reads_it(cast):
    for name in ("aisha", "sol", "priya", "kelly"):
        with acting_as(cast.actors[name]), pytest.raises(NotYours):
            acts.plan_improvement(by=cast.actors[name], agency=None, quarter_on=TODAY, what=WORDS)
    planned(cast)
    for name in ("priya", "kelly", "gary"):
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with acting_as(cast.actors[name]), refused, transaction.atomic():
            Improvement.objects.exists()


@pytest.mark.parametrize("name", ["plan_improvement", "change_improvement", "end_improvement"])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    row = planned(cast)
    before = list(Improvement.objects.values())
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.grace):
        told = {"by": cast.grace}
        if name == "plan_improvement":
            acts.plan_improvement(**told, agency=row.agency, quarter_on=TODAY, what=WORDS)
        elif name == "change_improvement":
            acts.change_improvement(**told, improvement=row, owner=cast.staff["grace"], by_on=TODAY)
        else:
            acts.end_improvement(**told, improvement=row, came_of="They answer.")
    assert before == list(Improvement.objects.values())
