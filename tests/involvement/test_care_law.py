"""The law a child is looked after under, and how being looked after ends."""

from datetime import time, timedelta

import pytest

from kith.access import acting_as
from kith.decisions.acts import agree_decision, challenge_decision, revise_decision
from kith.decisions.models import Decision
from kith.involvement import acts
from kith.involvement.models import LegalStatus, LookedAfter, Placement, Spell
from kith.people.models import Residence
from kith.record import Refused
from tests.cast import TODAY
from tests.decisions.making import reasons_for
from tests.involvement.caring import at, days_ago, ended, lives, under
from tests.involvement.levels import LESS

# -- the law


def test_design_7_1_police_protection_is_recorded_with_its_time_and_our_decision_is_owed_next_working_day(cast):
    made = under(cast, "L1", at=time(2, 10), because="Found alone on the stairs.")
    assert (made.began_at, made.limit) == (at(TODAY, 2, 10), "police-protection")
    with acting_as(cast.aisha):
        care = LookedAfter.objects.get()
        assert (care.began_on, care.began_because) == (TODAY, "Found alone on the stairs.")
        assert Spell.objects.get(person=cast.maya).level == "looked_after"
        owed = Decision.objects.get(pk=made.decision_id)
        assert (owed.kind, owed.state, owed.owed_by_on) == ("legal", "proposed", TODAY + timedelta(days=1))
        assert care.decision_id == owed.pk


def test_a_time_nobody_knows_counts_from_the_start_of_the_day(cast):
    assert under(cast, "L1", on=days_ago(1)).began_at == at(days_ago(1), 0)


def test_the_law_that_follows_ends_the_one_before_and_the_child_stays_looked_after(cast):
    first = under(cast, "L1", on=days_ago(3), at=time(22))
    under(cast, "C1", on=days_ago(1), at=time(15))
    first.refresh_from_db()
    assert (first.ended_on, first.ended_at) == (days_ago(1), at(days_ago(1), 15))
    with acting_as(cast.aisha):
        assert LookedAfter.objects.get().began_on == days_ago(3)


def test_what_came_first_is_told_late_and_takes_its_place(cast):
    under(cast, "C1", on=days_ago(5))
    police = under(cast, "L1", on=days_ago(7), at=time(23))
    assert (police.ended_on, police.ended_at) == (days_ago(5), at(days_ago(5), 0))
    with acting_as(cast.aisha):
        assert LookedAfter.objects.get().began_on == days_ago(7)
        assert LegalStatus.objects.get(ended_on=None).status == "C1"


def test_a_child_nobody_worked_with_is_looked_after_all_the_same(cast):
    under(cast, "L2", about=cast.people["gary"], by="theo")
    with acting_as(cast.theo):
        assert Spell.objects.get(person=cast.people["gary"]).level == "looked_after"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"status": ""}, "status"),
        ({"status": "C9"}, "status"),
        ({"status": "L1", "at": time(23, 59)}, "on"),
        ({"status": "C1", "on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_a_law_there_is_not_or_a_moment_to_come_is_refused(cast, given, field):
    with pytest.raises(Refused) as refusal:
        under(cast, **given)
    assert refusal.value.field == field
    assert under(cast, "C1")  # the twin: the day alone is enough


def test_an_order_that_ended_leaves_the_child_looked_after_until_that_is_said(cast):
    made = under(cast, "L2", on=days_ago(2))
    with acting_as(cast.aisha):
        ending = {"by": cast.aisha, "about": cast.maya, "status": made}
        with pytest.raises(Refused, match="before it began"):
            acts.end_legal_status(**ending, on=days_ago(3))
        with pytest.raises(Refused, match="not come yet"):
            acts.end_legal_status(**ending, on=TODAY, at=time(23))
        ended = acts.end_legal_status(**ending, on=days_ago(1))
        assert (ended.ended_on, ended.ended_at) == (days_ago(1), at(days_ago(1), 23, 59))
        with pytest.raises(Refused, match="already"):
            acts.end_legal_status(**ending)
        assert LookedAfter.objects.get().ended_on is None


def test_what_is_planned_is_noted_piece_by_piece(cast):
    care = under(cast).care
    with acting_as(cast.aisha):
        noting = {"by": cast.aisha, "about": cast.maya, "care": care}
        acts.note_care(**noting, reviewing_officer="Imran Vale", permanence="home")
        noted = acts.note_care(**noting, care_plan_on=TODAY, contact="Nan each Sunday.", adviser="Lou")
        assert (noted.reviewing_officer, noted.permanence, noted.care_plan_on) == ("Imran Vale", "home", TODAY)
        for wrong, field in (
            ({"care_plan_on": TODAY + timedelta(days=1)}, "care_plan_on"),
            ({"permanence": "moon"}, "permanence"),
        ):
            with pytest.raises(Refused) as refusal:
                acts.note_care(**noting, **wrong)
            assert refusal.value.field == field


# -- how it ends


def test_what_a_family_or_a_court_ended_is_recorded_and_our_decision_is_owed(cast):
    care = under(cast, "V2", on=days_ago(9)).care
    home = lives(cast, on=days_ago(9))
    done = ended(cast, care, "E4B")
    assert (done.ended_on, done.ended_by_decision.state) == (TODAY, "proposed")
    with acting_as(cast.aisha):
        assert Spell.objects.get(person=cast.maya).level == "child_in_need"
        assert LegalStatus.objects.get().ended_on == TODAY
        assert Placement.objects.get(pk=home.pk).ended_on == Residence.objects.get(kind="placement").until_on == TODAY
    with pytest.raises(Refused, match="already"):
        ended(cast, care, "E4B")


def test_who_turns_eighteen_goes_on_with_help_for_those_who_leave_care(cast):
    ended(cast, under(cast, on=days_ago(9)).care, "E17")
    with acting_as(cast.aisha):
        assert Spell.objects.filter(person=cast.maya, closed_on=None).get().level == "care_leaver"


def test_s3_18_what_we_end_ourselves_waits_for_less_help_that_is_agreed_and_has_begun(cast):
    care = under(cast, "V2", on=days_ago(9)).care
    with pytest.raises(Refused, match="Ask for less help first"):
        ended(cast, care, "E4A")
    with acting_as(cast.aisha):
        assert LookedAfter.objects.get().ended_on is None  # the twin: everything known so far is kept
        asked = acts.ask_for_level(
            by=cast.aisha, about=cast.maya, level="child_in_need", what_changed="Kelly is well again.", **LESS
        )
        told = {name: value for name, value in reasons_for(cast).items() if name not in ("question", "chosen")}
        revise_decision(by=cast.aisha, about=cast.maya, decision=asked.decision, finish=True, **told)
    with acting_as(cast.grace):
        agree_decision(by=cast.grace, about=cast.maya, decision=asked.decision)
        acts.change_level(by=cast.grace, about=cast.maya, change=asked)
    assert ended(cast, care, "E4A").ended_on == TODAY


def test_7_12_while_less_help_is_challenged_nothing_of_it_ends(cast):
    care = under(cast, "V2", on=days_ago(9)).care
    with acting_as(cast.aisha):
        asked = acts.ask_for_level(by=cast.aisha, about=cast.maya, level="child_in_need", what_changed="Well again.")
        told = {name: value for name, value in reasons_for(cast).items() if name not in ("question", "chosen")}
        revise_decision(by=cast.aisha, about=cast.maya, decision=asked.decision, finish=True, **told)
    with acting_as(cast.theo):
        challenge_decision(
            by=cast.theo,
            about=cast.maya,
            decision_id=asked.decision.pk,
            concern="She is not safe there yet.",
            wanted="She stays with Dot.",
        )
    with pytest.raises(Refused, match="challenged"):
        ended(cast, care, "E4A")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"ended_as": ""}, "ended_as"),
        ({"ended_as": "E99"}, "ended_as"),
        ({"ended_as": "E4B", "on": days_ago(30)}, "on"),
        ({"ended_as": "E4B", "level": "heaven"}, "level"),
    ],
)
def test_an_end_there_is_not_is_refused_at_its_question(cast, given, field):
    care = under(cast, on=days_ago(9)).care
    with pytest.raises(Refused) as refusal:
        ended(cast, care, **given)
    assert refusal.value.field == field
