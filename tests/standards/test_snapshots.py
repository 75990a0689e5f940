"""Each day's figures: counted once a night by the system, kept with how they were counted, drawn as a trend."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from kith.access import SYSTEM, acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account
from kith.record import NotYours, Refused
from kith.record.models import Occasion
from kith.standards import jobs, queries, trends
from kith.standards.acts import ask_to_count_again, count_promises, release_figures
from kith.standards.as_at import as_at
from kith.standards.counting import counted
from kith.standards.models import FiguresCopy, Snapshot
from kith.standards.register import STANDARDS, standard
from kith.standards.versions import version
from kith.visits.acts import Said, Seen, record_visit
from kith.voice.acts import mark_tells_of_harm
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY
from tests.standards.records import one, visit
from tests.visits.going import the_log_will_not_be_written

GIVEN = {"standard_id": "heard", "recipient_name": "The board", "why": "For the meeting of the board in December."}


def night(cast, days: int = 0) -> None:
    by = SYSTEM(NOW + timedelta(days=days))
    with acting_as(by):
        jobs.count_promises(by=by, key="job-1")


def counts_of(team_id=None, on=TODAY):
    return Snapshot.objects.get(team_id=team_id, on=on).counts


def test_a_night_keeps_each_teams_figures_and_everyones_as_they_are_counted_live(cast):
    night(cast)
    harbour = cast.people["harbour"]
    with acting_as(cast.grace):
        assert counts_of() == queries.board(TODAY)
        led = [cast.maya.pk, cast.leo.pk, cast.sam.pk]
        assert counts_of(harbour.pk) == queries.board(TODAY, led)
        kept = Snapshot.objects.get(team=None)
        assert kept.definitions == {each.id: version(each) for each in STANDARDS}
        assert kept.pack.startswith("england-2026")
        assert kept.counted_at == NOW


def test_the_teams_add_up_to_the_whole(cast):
    with acting_as(cast.system):
        boards = counted(TODAY)
    whole = boards.pop(None)
    teams = trends.added_up(list(boards.values()))
    for promise, states in teams.items():
        assert all(n <= whole[promise][state] for state, n in states.items())


def test_a_day_is_counted_once_and_a_missed_night_is_made_up_for(cast):
    night(cast)
    night(cast)
    assert Occasion.objects.filter(name="count_promises").count() == 1
    early = SYSTEM(NOW.replace(hour=2))
    with acting_as(early):
        Snapshot.objects.all()
        jobs.count_promises(by=replace(early, now=early.now + timedelta(days=1)), key="job-2")
    assert Occasion.objects.filter(name="count_promises").count() == 1


def test_counted_again_the_later_figures_stand_and_the_earlier_stay_in_the_history(cast):
    night(cast)
    before = counts_of()["seen-in-time"]
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone"))
    with acting_as(cast.system):
        jobs.count_promises_again(by=cast.system, key="job-9")
    after = counts_of()["seen-in-time"]
    assert (after["met"], after["missed"]) == (before["met"] + 1, before["missed"] - 1)
    assert Snapshot.objects.filter(team=None).count() == 1
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from standards_snapshotevent where team_id is null")
        assert cursor.fetchone()[0] == 2


def test_restricted_and_sealed_records_are_not_counted_so_that_no_number_tells_of_them(cast):
    guardian = Account.objects.get(email="rowan@example.test")
    with acting_as(cast.rowan):
        why = {"because": "A threat.", "guardian": guardian, "review_on": date(2027, 1, 1)}
        restrict(by=cast.rowan, about=cast.sam, level="sealed", **why)
    night(cast)
    assert sum(counts_of()["heard"].values()) == 2


@pytest.mark.parametrize("who", ["aisha", "grace", "rowan"])
def test_the_system_alone_counts(cast, who):
    with pytest.raises(NotYours), acting_as(cast.actors[who]):
        count_promises(by=cast.actors[who], on=TODAY)
    assert not Snapshot.objects.exists()


def test_only_today_can_be_counted(cast):
    with pytest.raises(Refused, match="Only today"), acting_as(cast.system):
        count_promises(by=cast.system, on=TODAY - timedelta(days=1))
    assert not Snapshot.objects.exists()


def test_no_figures_are_kept_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.system):
        count_promises(by=cast.system, on=TODAY)
    assert not Snapshot.objects.exists()


def test_staff_read_figures_and_write_none_and_nobody_else_reads_them(cast):
    night(cast)
    with acting_as(cast.aisha):
        assert Snapshot.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("update standards_snapshot set pack = 'x'")
    for outsider in ("priya", "kelly"):
        for table in ("standards_snapshot", "standards_figurescopy"):
            refused = pytest.raises(ProgrammingError, match="permission denied")
            with refused, transaction.atomic(), acting_as(cast.actors[outsider]), connection.cursor() as cursor:
                cursor.execute(f"select * from {table}")


def waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where task_name = 'count_promises_again'")
        return cursor.fetchone()[0]


def test_a_manager_asks_to_count_again_and_a_worker_does_not(cast):
    with acting_as(cast.grace):
        ask_to_count_again(by=cast.grace)
    assert waiting() == 1
    with pytest.raises(NotYours), acting_as(cast.aisha):
        ask_to_count_again(by=cast.aisha)
    assert waiting() == 1


def test_nothing_is_asked_for_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.grace):
        ask_to_count_again(by=cast.grace)
    assert waiting() == 0


def given(cast, by="grace", **other):
    details = {**GIVEN, "team": cast.people["harbour"], "text": "met,5\n", **other}
    with acting_as(cast.actors[by]):
        return release_figures(by=cast.actors[by], **details)


def test_figures_leave_for_a_named_person_and_a_purpose_and_are_kept_as_they_left(cast):
    copy = given(cast)
    assert (copy.recipient_name, copy.text, copy.released_by_name) == ("The board", "met,5\n", "Grace Adeyemi")
    assert Occasion.objects.get(name="release_figures").said == "Grace Adeyemi gave figures of a promise to The board."
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update standards_figurescopy set text = ''")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"recipient_name": " "}, "recipient_name"),
        ({"why": "n/a"}, "why"),
        ({"text": ""}, ""),
        ({"standard_id": "no-such-promise"}, "standard_id"),
    ],
)
def test_figures_without_a_name_a_purpose_or_anything_in_them_do_not_leave(cast, changed, field):
    with pytest.raises(Refused) as refused:
        given(cast, **changed)
    assert (refused.value.field or "") == field
    assert not FiguresCopy.objects.exists()


def test_only_who_manages_a_team_gives_figures_away(cast):
    with pytest.raises(NotYours):
        given(cast, by="aisha")
    assert not FiguresCopy.objects.exists()


def test_no_figures_leave_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written("record_occasion"):
        given(cast)
    assert not FiguresCopy.objects.exists()


def test_a_trend_is_the_days_counted_and_says_when_they_were_counted_another_way(cast):
    for days in range(3):
        night(cast, days)
    with acting_as(cast.system):
        points = trends.trend("heard", None, TODAY)
        assert [point.on for point in points] == [TODAY + timedelta(days=n) for n in range(3)]
        assert not any(point.changed for point in points)
        assert points[0].counts == counts_of()["heard"]
        assert trends.trend("no-such-promise", None, TODAY) == []


def test_a_promise_counted_another_way_has_another_version_and_one_told_another_way_has_not():
    heard = standard("heard")
    assert version(replace(heard, title="Heard")) == version(heard)
    assert version(replace(heard, limit="story-reviewed")) != version(heard)
    assert version(replace(heard, last=lambda facts, at: facts.life_on)) != version(heard)
    assert len({version(each) for each in STANDARDS}) == len(STANDARDS)


@pytest.mark.parametrize(
    ("last", "hour", "said"),
    [
        (TODAY, 10, ""),
        (TODAY - timedelta(days=1), 10, "These figures are from Monday: the nightly count has not run since."),
        (TODAY - timedelta(days=1), 3, ""),
        (TODAY - timedelta(days=9), 10, "These figures are from 8 November 2026: the nightly count has not run since."),
        (None, 10, ""),
    ],
)
def test_a_night_that_did_not_count_is_told(last, hour, said):
    assert trends.behind(last, NOW.replace(hour=hour)) == said


def test_a_nights_figures_can_be_made_again_later_from_what_had_been_written_by_then(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.leo, True), days_ago=60)
    night(cast)
    then = counts_of()
    tomorrow = cast.at("aisha", NOW + timedelta(days=1))
    with acting_as(tomorrow):
        record_visit(
            by=tomorrow,
            about=[cast.maya],
            on=TODAY + timedelta(days=1),
            lines=[Seen(cast.maya, True, alone="alone")],
            happened_at=tomorrow.now,
            opened_at=tomorrow.now,
            mode="home",
            for_everyone="Warm.",
        )
        assert queries.board(TODAY) != then
    with as_at(NOW), acting_as(cast.system):
        assert counted(TODAY)[None] == then
    with acting_as(tomorrow):
        assert queries.board(TODAY) != then


def test_what_was_taken_off_a_record_is_counted_neither_by_night_nor_for_the_family(cast):
    """Design 7.14: words found to tell of harm are acted on; the wish made of them is owed no answer to anybody."""
    with acting_as(cast.aisha) as aisha:
        made = visit(cast, Seen(cast.maya, True, said=[Said("wish", "I want my own bed.")]), days_ago=40)
        words = Words.objects.get(person=cast.maya)
        assert one(cast, "wishes-answered").state == "missed"
        mark_tells_of_harm(by=aisha, about=cast.maya, words=words)
        assert one(cast, "wishes-answered").state != "missed"
    assert made
    night(cast)
    with acting_as(cast.grace):
        assert counts_of() == queries.board(TODAY)
    with acting_as(cast.system):
        assert queries.panel(cast.maya, cast.aisha)
        assert one(cast, "wishes-answered").state != "missed"
        assert Wish.objects.filter(words=words).exists(), "the system itself still holds what was taken off"
