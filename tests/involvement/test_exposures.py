"""An adult's danger follows the adult: each child they come close to has somebody told within minutes (S2-06, N13)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.acts import plan_absence
from kith.directory.models import Notice, Tie
from kith.involvement import acts, queries
from kith.involvement.jobs import find_exposures
from kith.involvement.models import Exposure
from kith.people.acts import add_relationship, arrange_contact, look_at_risk_again, move_home
from kith.record import NotYours, Refused
from tests.cast import NOW, TODAY
from tests.people.doing import a_risk
from tests.visits.going import the_log_will_not_be_written


@pytest.fixture
def flag(cast):
    """Gary is noted as a danger; he lives nowhere near the children yet."""
    with acting_as(cast.aisha):
        return a_risk(cast, cast.aisha)


def a_minute_passes(cast, minutes=0):
    """What the job finds, so many minutes from now."""
    system = replace(cast.system, now=NOW + timedelta(minutes=minutes))
    with acting_as(system):
        find_exposures(by=system, key="")


def moves_in(cast, people=("gary",)):
    with acting_as(cast.system):
        move_home(by=cast.system, about=[cast.people[p] for p in people], address=cast.home, on=TODAY)


def told(cast, name):
    with acting_as(cast.actors[name]):
        return Notice.objects.filter(account_id=cast.actors[name].account_id, kind="exposure").count()


def open_on(cast, child="maya"):
    with acting_as(cast.system):
        return Exposure.objects.get(person=cast.people[child], ended_on=None)


def test_nobody_is_told_while_nobody_is_close(cast, flag):
    a_minute_passes(cast)
    with acting_as(cast.system):
        assert not Exposure.objects.exists()


def test_moving_in_tells_each_childs_lead_worker_once(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    a_minute_passes(cast, minutes=1)
    assert told(cast, "aisha") == 3  # Maya, Leo and Sam, each their own
    exposure = open_on(cast)
    assert (exposure.ways, exposure.told_name) == (["household"], "Aisha Khan")


def test_a_parents_new_partner_is_close_without_moving_in(cast, flag):
    with acting_as(cast.system):
        add_relationship(by=cast.system, about=cast.people["kelly"], other=cast.people["gary"], kind="partner")
    a_minute_passes(cast)
    assert open_on(cast, "sam").ways == ["family"]


def test_seeing_someone_by_arrangement_is_close_and_an_order_not_to_is_not(cast, flag):
    with acting_as(cast.aisha):
        arrange_contact(by=cast.aisha, about=cast.maya, other=cast.people["gary"], way="supervised", basis="agreed")
        arrange_contact(by=cast.aisha, about=cast.leo, other=cast.people["gary"], way="none", basis="order")
    a_minute_passes(cast)
    assert open_on(cast).ways == ["contact"]
    with acting_as(cast.system):
        assert Exposure.objects.count() == 1


def test_adults_of_the_home_are_not_exposures(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    with acting_as(cast.system):
        assert not Exposure.objects.filter(person=cast.people["kelly"]).exists()


def test_moving_out_ends_it(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    with acting_as(cast.system):
        move_home(by=cast.system, about=[cast.people["gary"]], on=TODAY, lines="1 Far Road", postcode="NC9 9ZZ")
    a_minute_passes(cast, minutes=2)
    with acting_as(cast.system):
        assert not Exposure.objects.filter(ended_on=None).exists()
        assert Exposure.objects.count() == 3  # kept: it happened


def seen(cast, way="supervised"):
    """Gary sees Maya by arrangement."""
    with acting_as(cast.aisha):
        arrange_contact(by=cast.aisha, about=cast.maya, other=cast.people["gary"], way=way, basis="agreed")


def aisha_acts(cast):
    with acting_as(cast.aisha):
        acts.take_up_exposure(
            by=cast.aisha, about=cast.maya, exposure=open_on(cast), action="seen", what_was_done="She is with her nan."
        )


def test_who_was_acted_on_as_a_visitor_and_moves_in_is_told_anew(cast, flag):
    seen(cast)
    a_minute_passes(cast)
    aisha_acts(cast)
    a_minute_passes(cast, minutes=1)
    assert told(cast, "aisha") == 1
    moves_in(cast)
    a_minute_passes(cast, minutes=2)
    anew = open_on(cast)
    assert (anew.ways, anew.taken_at, anew.told_name) == (["contact", "household"], None, "Aisha Khan")
    assert told(cast, "aisha") == 4  # Maya again, and both who live with her
    with acting_as(cast.system):
        assert Exposure.objects.get(person=cast.maya, ended_on=TODAY).what_was_done == "She is with her nan."


def test_who_moves_in_before_anybody_acted_is_seen_so_by_whoever_was_told(cast, flag):
    seen(cast)
    a_minute_passes(cast)
    found = open_on(cast)
    moves_in(cast)
    a_minute_passes(cast, minutes=1)
    now = open_on(cast)
    assert (now.pk, now.ways, now.told_at) == (found.pk, ["contact", "household"], found.told_at)


def test_who_moves_out_and_still_visits_is_no_longer_said_to_live_there(cast, flag):
    seen(cast)
    moves_in(cast)
    a_minute_passes(cast)
    aisha_acts(cast)
    with acting_as(cast.system):
        move_home(by=cast.system, about=[cast.people["gary"]], on=TODAY, lines="1 Far Road", postcode="NC9 9ZZ")
    a_minute_passes(cast, minutes=1)
    left = open_on(cast)
    assert (left.ways, left.taken_by_name) == (["contact"], "Aisha Khan")


def test_a_note_ended_with_a_reason_ends_it_too(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    with acting_as(cast.aisha):
        look_at_risk_again(by=cast.aisha, about=cast.maya, flag=flag, still=False, because="A mistaken name.")
    a_minute_passes(cast, minutes=1)
    with acting_as(cast.system):
        assert not Exposure.objects.filter(ended_on=None).exists()


def test_not_taken_up_within_the_hour_it_goes_to_the_manager_and_then_to_duty(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    a_minute_passes(cast, minutes=59)
    assert (told(cast, "grace"), open_on(cast).told_name) == (0, "Aisha Khan")
    a_minute_passes(cast, minutes=60)
    assert (told(cast, "grace"), open_on(cast).told_name) == (3, "Grace Adeyemi")
    a_minute_passes(cast, minutes=120)
    assert (told(cast, "theo"), open_on(cast).told_name) == (3, "Theo Rowe")
    a_minute_passes(cast, minutes=180)  # nobody is left to tell: it stays with duty, and on the team's list
    assert open_on(cast).told_name == "Theo Rowe"


def test_while_the_lead_is_away_whoever_covers_is_told_and_may_act(cast, flag):
    with acting_as(cast.grace):
        plan_absence(
            by=cast.grace,
            worker=cast.staff["aisha"],
            from_on=TODAY,
            until_on=TODAY + timedelta(days=7),
            cover=cast.staff["sol"],
        )
    moves_in(cast)
    a_minute_passes(cast)
    assert (told(cast, "aisha"), told(cast, "sol")) == (0, 3)
    with acting_as(cast.sol):
        acts.take_up_exposure(
            by=cast.sol,
            about=cast.maya,
            exposure=next(
                close.exposure for close in queries.exposures_told_to(cast.sol) if close.exposure.person == cast.maya
            ),
            action="safe_now",
            what_was_done="Gary has gone to his brother's; Nan stays the night.",
        )
    a_minute_passes(cast, minutes=61)
    assert open_on(cast).taken_by_name == "Sol Marsh"
    assert open_on(cast).told_name == "Sol Marsh"


def test_a_child_nobody_leads_is_told_to_duty(cast, flag):
    with acting_as(cast.system):
        from kith.people.acts import begin_record

        child = begin_record(by=cast.system, given="Noor", family="Haddad", born=None, expected_on=TODAY)
        move_home(by=cast.system, about=[child, cast.people["gary"]], on=TODAY, lines="2 Mill Lane", postcode="NC2 2AA")
    a_minute_passes(cast)
    assert told(cast, "theo") == 1


def test_taking_it_up_needs_an_action_and_words_and_is_done_once(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    with acting_as(cast.aisha):
        taking = {"by": cast.aisha, "about": cast.maya, "exposure": queries.close_to(cast.maya)[0].exposure}
        with pytest.raises(Refused, match="Choose what"):
            acts.take_up_exposure(**taking, action="", what_was_done="Rang")
        with pytest.raises(Refused, match="Say what"):
            acts.take_up_exposure(**taking, action="seen", what_was_done=" ")
        acts.take_up_exposure(**taking, action="seen", what_was_done="Saw Maya at school.")
        with pytest.raises(Refused, match="already"):
            acts.take_up_exposure(**taking, action="seen", what_was_done="Again.")


def test_someone_who_does_not_work_with_the_child_cannot_take_it_up(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        acts.take_up_exposure(
            by=cast.sol,
            about=cast.maya,
            exposure=queries.close_to(cast.maya)[0].exposure,
            action="seen",
            what_was_done="x",
        )


@pytest.mark.parametrize("name", ["find_exposure", "change_exposure", "pass_on_exposure", "end_exposure"])
def test_only_the_system_finds_passes_on_and_ends(cast, flag, name):
    moves_in(cast)
    a_minute_passes(cast)
    exposure = open_on(cast)
    given = {
        "find_exposure": {"flag": flag, "ways": ["contact"], "ladder": []},
        "change_exposure": {"exposure": exposure, "ways": ["contact"]},
        "pass_on_exposure": {"exposure": exposure, "ladder": []},
        "end_exposure": {"exposure": exposure},
    }[name]
    with acting_as(cast.grace), pytest.raises(NotYours):
        getattr(acts, name)(by=cast.grace, about=cast.maya, **given)


def test_nothing_is_found_when_the_log_cannot_be_written(cast, flag):
    moves_in(cast)
    with the_log_will_not_be_written(), acting_as(cast.system):
        find_exposures(by=cast.system, key="")
    with acting_as(cast.system):
        assert not Exposure.objects.exists()


def test_nothing_is_taken_up_when_the_log_cannot_be_written(cast, flag):
    moves_in(cast)
    a_minute_passes(cast)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        acts.take_up_exposure(
            by=cast.aisha,
            about=cast.maya,
            exposure=queries.close_to(cast.maya)[0].exposure,
            action="seen",
            what_was_done="Saw her.",
        )
    assert open_on(cast).taken_at is None


@pytest.mark.parametrize("reader", ["gary", "kelly", "priya"])
def test_nobody_outside_staff_can_tell_that_it_was_found(cast, flag, reader):
    from kith.record.models import Act

    moves_in(cast)
    a_minute_passes(cast)
    with acting_as(cast.actors[reader]):
        assert not Act.objects.filter(name="find_exposure").exists()
        assert not Notice.objects.filter(kind="exposure").exists()


# -- being away


def away(cast, **given):
    details = {"worker": cast.staff["aisha"], "from_on": TODAY, "until_on": TODAY + timedelta(days=3)}
    return plan_absence(by=cast.grace, **{**details, **given})


def test_cover_lasts_exactly_as_long_as_the_absence(cast):
    with acting_as(cast.grace):
        away(cast, cover=cast.staff["sol"])
        tie = Tie.objects.filter(because="covering", person=cast.maya).get()
    assert (tie.ends_at - tie.starts_at).days == 4


@pytest.mark.parametrize(("given", "field"), [({"until_on": TODAY - timedelta(days=1)}, "until_on")])
def test_nobody_is_back_before_they_go(cast, given, field):
    with acting_as(cast.grace), pytest.raises(Refused) as refused:
        away(cast, **given)
    assert refused.value.field == field


def test_nobody_covers_for_themselves_nor_is_away_twice(cast):
    with acting_as(cast.grace):
        with pytest.raises(Refused, match="someone else"):
            away(cast, cover=cast.staff["aisha"])
        away(cast)
        with pytest.raises(Refused, match="already"):
            away(cast)


def test_only_someone_who_allocates_plans_an_absence(cast):
    with acting_as(cast.aisha), pytest.raises(NotYours):
        plan_absence(by=cast.aisha, worker=cast.staff["aisha"], from_on=TODAY, until_on=TODAY)


def test_no_absence_is_kept_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.grace):
        away(cast)
    with acting_as(cast.grace):
        assert not Tie.objects.filter(because="covering").exists()
