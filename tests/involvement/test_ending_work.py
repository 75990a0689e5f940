"""Ending work: what it waits for, what is asked, and that the thread goes on when the child comes back."""

from datetime import date

import pytest

from kith import packs
from kith.access import acting_as
from kith.decisions.acts import challenge_decision
from kith.decisions.models import Decision
from kith.involvement import queries
from kith.involvement.acts import begin_work, close_work, take_up_exposure
from kith.involvement.jobs import find_exposures
from kith.involvement.models import Closure, Exposure, LeadWorker, Spell
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.decisions.making import decided, standing
from tests.involvement.levels import closed
from tests.people.doing import a_risk, an_arrangement


def test_ending_work_ends_the_spell_the_lead_and_the_tie_and_keeps_what_would_bring_us_back(cast):
    decision = standing(cast, "closure", what_would_change_it="If Maya misses a week of school.")
    spell = closed(cast, decision)
    assert (spell.closed_on, spell.closure_reason) == (TODAY, "RC7")
    with acting_as(cast.grace):
        assert not LeadWorker.objects.filter(person=cast.maya, until_on=None).exists()
        how = queries.closures_of(cast.maya).get()
    assert (how.bring_us_back, how.decision_id) == ("If Maya misses a week of school.", decision.pk)
    with pytest.raises(Refused, match="not working with"):
        closed(cast, decision)


def test_s3_17_work_is_not_ended_without_an_agreed_decision_and_nothing_of_it_is_lost(cast):
    with acting_as(cast.aisha):
        proposed = decided(cast, cast.aisha, "closure")
    other = standing(cast, "plan")
    for decision in (None, proposed, other):
        with pytest.raises(Refused, match="is agreed"):
            closed(cast, decision)
    assert Spell.objects.get(person=cast.maya).closed_on is None
    assert Decision.objects.get(pk=proposed.pk).reasons  # the twin: what was decided is kept, and waits


def test_s3_20_nor_while_the_decision_is_challenged(cast):
    decision = standing(cast, "closure")
    with acting_as(cast.theo):
        challenge_decision(by=cast.theo, about=cast.maya, decision_id=decision.pk, concern="No.", wanted="Go on.")
    with pytest.raises(Refused, match="challenged"):
        closed(cast, decision)


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"outcomes": "n/a"}, "outcomes"),
        ({"child_told_on": None}, "child_told_on"),
        ({"family_told_on": None}, "family_told_on"),
        ({"offered_after": ""}, "offered_after"),
        ({"difference_child": ""}, "difference_child"),
        ({"difference_family": "."}, "difference_family"),
        ({"difference_others": "n/a"}, "difference_others"),
        ({"together": ""}, "together"),
        ({"together": "they_stopped"}, "reached_out"),
    ],
)
def test_s3_16_s4_32_ending_says_what_it_came_to_who_was_told_and_what_comes_after(cast, missing, field):
    decision = standing(cast, "closure")
    with pytest.raises(Refused) as refusal:
        closed(cast, decision, **missing)
    assert refusal.value.field == field


def test_s4_32_a_family_that_stopped_coming_is_not_closed_without_how_we_tried_to_reach_them(cast):
    decision = standing(cast, "closure")
    tried = {
        "together": "they_stopped",
        "reached_out": "Five calls, a card, two visits at teatime; she wants no help now.",
    }
    assert closed(cast, decision, **tried).closed_on == TODAY
    with acting_as(cast.grace):
        assert Closure.objects.get().reached_out.startswith("Five calls")


def test_not_telling_them_is_an_answer_when_it_says_why(cast):
    decision = standing(cast, "closure")
    told = {"child_told_on": None, "child_not_told_because": "She is six months old."}
    assert closed(cast, decision, **told).closed_on == TODAY


def test_s3_17_what_a_court_or_life_has_decided_is_recorded_first_and_our_decision_is_owed(cast):
    closed(cast, reason="RC4", outcomes="", offered_after="", child_told_on=None, family_told_on=None)
    with acting_as(cast.grace):
        owed = Decision.objects.get()
        assert (owed.kind, owed.state, owed.owed_by_on) == ("closure", "proposed", date(2026, 11, 18))
        assert Closure.objects.get().decision_id == owed.pk


def test_ending_needs_a_reason_and_someone_who_allocates(cast):
    with pytest.raises(Refused) as refusal:
        closed(cast, reason="")
    assert refusal.value.field == "reason"
    with acting_as(cast.aisha), pytest.raises(NotYours):
        close_work(by=cast.aisha, about=cast.maya, reason="RC4")


def test_a_child_who_comes_back_is_on_the_same_thread(cast):
    spell = closed(cast, standing(cast, "closure"))
    with acting_as(cast.theo):
        again = begin_work(by=cast.theo, about=cast.maya, level="early_help")
        assert again.follows_id == spell.pk


def test_s2_06_work_does_not_end_while_somebody_dangerous_is_close_and_nobody_took_it_up(cast):
    with acting_as(cast.aisha):
        a_risk(cast, cast.aisha)
        an_arrangement(cast, cast.aisha, other=cast.people["gary"])
    with acting_as(cast.system):
        find_exposures(by=cast.system, key="")
        (exposure,) = Exposure.objects.filter(person=cast.maya)
    decision = standing(cast, "closure")
    with pytest.raises(Refused, match="Take that up first"):
        closed(cast, decision)
    with acting_as(cast.aisha):
        action = packs.pack_for("england", TODAY).choices("exposure_action")[0][0]
        told = {"action": action, "what_was_done": "Gary does not come any more; Kelly rings us."}
        take_up_exposure(by=cast.aisha, about=cast.maya, exposure=exposure, **told)
    assert closed(cast, decision).closed_on == TODAY
