"""Nobody has seen the child: once is on the manager's list, twice running asks for a strategy discussion (14 i)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.acts import begin_tie, restrict
from kith.directory.models import Account, Notice, Tie
from kith.visits import queries
from kith.visits.acts import Seen
from tests.cast import NOW, TODAY
from tests.visits.going import not_seen, visit, went_before


def told(cast, name):
    with acting_as(cast.actors[name]):
        return list(Notice.objects.filter(account_id=cast.actors[name].account_id, kind="not_seen_twice"))


def untie_managers(cast):
    with acting_as(cast.system):
        from kith.directory.acts import end_tie

        for tie in Tie.objects.filter(because="team_manager"):
            end_tie(by=cast.system, about=tie.person, tie=tie)


def test_once_disturbs_nobody_and_is_on_the_managers_list(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.leo)], mode="doorstep")
    assert told(cast, "grace") == []
    with acting_as(cast.grace):
        assert [line.person for line in queries.no_access_running([cast.leo.pk], TODAY)] == [cast.leo]


def test_a_second_visit_running_tells_the_manager_without_naming_the_child(cast):
    went_before(cast, 4, [not_seen(cast.leo)])
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.leo)], mode="doorstep")
        assert queries.attempts_since_seen(cast.leo) == 2
    (notice,) = told(cast, "grace")
    assert notice.sentence == "A child has not been seen on two visits running. Is a strategy discussion needed?"
    assert notice.person_id == cast.leo.pk
    assert told(cast, "sol") == []


def test_seen_in_between_begins_the_count_again(cast):
    went_before(cast, 9, [not_seen(cast.leo)])
    went_before(cast, 5, [Seen(cast.leo, True, alone="alone")])
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.leo)])
    assert told(cast, "grace") == []


def test_a_visit_of_long_ago_written_late_does_not_ask_about_a_child_seen_since(cast):
    went_before(cast, 9, [not_seen(cast.leo)])
    went_before(cast, 2, [Seen(cast.leo, True, alone="alone")])
    with acting_as(cast.aisha):
        on = TODAY - timedelta(days=6)
        visit(cast.aisha, [not_seen(cast.leo)], on=on, happened_at=NOW - timedelta(days=6))
    assert told(cast, "grace") == []


def test_only_the_child_who_was_not_seen_is_asked_about(cast):
    went_before(cast, 4, [not_seen(cast.leo), Seen(cast.maya, True, alone="alone")])
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.leo), not_seen(cast.maya)])
    assert [notice.person_id for notice in told(cast, "grace")] == [cast.leo.pk]


def test_without_a_tied_manager_whoever_manages_the_leads_team_is_told(cast):
    untie_managers(cast)
    went_before(cast, 4, [not_seen(cast.leo)])
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.leo)])
    assert len(told(cast, "grace")) == 1


def test_for_a_restricted_child_without_a_tied_manager_the_guardian_is_told(cast):
    untie_managers(cast)
    with acting_as(cast.system):
        guardian = Account.objects.get(pk=cast.rowan.account_id)
        restrict(
            by=cast.system,
            about=cast.leo,
            level="restricted",
            because="A colleague's family.",
            guardian=guardian,
            review_on=TODAY,
        )
    went_before(cast, 4, [not_seen(cast.leo)])
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.leo)])
    assert (len(told(cast, "rowan")), told(cast, "grace")) == (1, [])


def test_a_manager_who_went_herself_is_not_told_by_herself(cast):
    went_before(cast, 4, [not_seen(cast.leo)])
    with acting_as(cast.grace):
        visit(cast.grace, [not_seen(cast.leo)])
    assert told(cast, "grace") == []


def test_a_tie_that_has_ended_is_told_nothing(cast):
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.sol.account_id)
        begin_tie(by=cast.system, about=cast.leo, account=account, because="team_manager", ends_at=NOW)
    went_before(cast, 4, [not_seen(cast.leo)])
    with acting_as(cast.aisha):
        visit(cast.aisha, [not_seen(cast.leo)])
    assert told(cast, "sol") == []


@pytest.mark.parametrize(("days", "listed"), [(59, 1), (61, 0)])
def test_the_managers_list_goes_back_two_months(cast, days, listed):
    went_before(cast, days, [not_seen(cast.leo)])
    with acting_as(cast.grace):
        assert len(queries.no_access_running([cast.leo.pk], TODAY)) == listed


def test_a_doorstep_or_a_screen_neither_ends_the_run_nor_makes_it_longer(cast):
    went_before(cast, 9, [not_seen(cast.leo)])
    went_before(cast, 6, [Seen(cast.leo, True)], mode="doorstep")
    went_before(cast, 4, [Seen(cast.leo, True)], mode="video")
    went_before(cast, 2, [not_seen(cast.leo)], mode="doorstep")
    with acting_as(cast.aisha):
        attempts = queries.attempts_running([cast.leo.pk])[cast.leo.pk]
    assert [(one.mode, one.because) for one in attempts] == [("doorstep", "refused"), ("home", "refused")]


def test_that_we_could_not_come_is_no_attempt(cast):
    went_before(cast, 9, [not_seen(cast.leo)])
    went_before(cast, 2, [Seen(cast.leo, False, not_seen_because="our_side", plan_to_see="On Friday.")])
    with acting_as(cast.aisha):
        assert queries.unseen_running([cast.leo.pk]) == {cast.leo.pk: 1}


def test_seen_at_home_ends_the_run(cast):
    went_before(cast, 9, [not_seen(cast.leo)])
    went_before(cast, 6, [Seen(cast.leo, True)])
    went_before(cast, 2, [not_seen(cast.leo)])
    with acting_as(cast.aisha):
        assert queries.unseen_running([cast.leo.pk]) == {cast.leo.pk: 1}
