"""More help, less help, the same help; handing it over. One thread, and nothing told twice."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.decisions.acts import answer_challenge, challenge_decision
from kith.decisions.models import Challenge, Decision
from kith.decisions.queries import what_is_missing, written
from kith.directory.models import Tie
from kith.involvement import queries
from kith.involvement.acts import allocate, ask_for_level, change_level, match_level, note_handover
from kith.involvement.models import Closure, LeadWorker, LevelChange, Spell
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.decisions.making import made_senior
from tests.involvement.levels import LESS, agreed, asked, changed, closed, kept
from tests.visits.going import the_log_will_not_be_written

# -- asking for more


def test_j13_asking_for_more_help_asks_one_thing_anew_and_the_rest_is_there_already(cast):
    with acting_as(cast.aisha):
        change = ask_for_level(
            by=cast.aisha, about=cast.maya, level="child_protection", what_changed="Maya has a burn on her arm."
        )
    assert (change.way, change.from_level, change.to_level) == ("up", "child_in_need", "child_protection")
    decision = change.decision
    assert decision.question == (
        "Should the help for Maya Okafor-Nowak move from “Child in need” to “Child protection plan”?"
    )
    assert (decision.kind, decision.reasons) == ("step_up", "Maya has a burn on her arm.")
    with acting_as(cast.aisha):
        assert [option.what for option in decision.considered.order_by("pk")] == [
            "Move to “Child protection plan”",
            "Stay at “Child in need”",
        ]


@pytest.mark.parametrize(
    ("details", "field"),
    [({"what_changed": " "}, "what_changed"), ({"level": "heaven"}, "level"), ({"level": "child_in_need"}, "level")],
)
def test_asking_for_a_level_is_refused_at_its_question(cast, details, field):
    with pytest.raises(Refused) as refusal:
        asked(cast, **details)
    assert refusal.value.field == field


def test_one_level_is_asked_for_at_a_time_and_only_of_open_work(cast):
    asked(cast)
    with pytest.raises(Refused, match="has been asked for"):
        asked(cast, "looked_after")
    with acting_as(cast.system):
        Spell.objects.filter(person=cast.leo)
    with acting_as(cast.theo), pytest.raises(Refused, match="not working with"):
        ask_for_level(by=cast.theo, about=cast.people["kelly"], level="looked_after", what_changed="She asks.")


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"threshold": ""}, "threshold"),
        ({"indicators": ["3-alone"]}, "indicators"),
        ({"why_not_below": "n/a"}, "why_not_below"),
    ],
)
def test_s3_18_finished_with_a_matched_sign_and_why_not_the_level_above_and_below(cast, details, field):
    with pytest.raises(Refused) as refusal:
        asked(cast, finish=True, **details)
    assert refusal.value.field == field


@pytest.mark.parametrize("details", [{"threshold": ""}, {"indicators": []}, {"why_not_below": "n/a"}])
def test_s3_18_twin_the_same_is_kept_incomplete(cast, details):
    assert asked(cast, **details).pk
    with acting_as(cast.aisha):
        assert queries.level_asked(cast.maya).what_changed == "Maya came to school with a burn on her arm."


# -- up and down


def test_more_help_begins_on_a_managers_word_and_the_decision_stays_owed(cast):
    change = changed(cast, asked(cast), family_told_on=TODAY)
    with acting_as(cast.aisha):
        assert Spell.objects.get(person=cast.maya).level == "child_protection"
        assert change.decision.state == "proposed"
        assert change.decision.owed_by_on == date(2026, 11, 18)
        assert [missing.field for missing in what_is_missing(written(change.decision))]


def test_s3_17_less_help_is_refused_until_its_decision_is_agreed(cast):
    change = asked(cast, "early_help", **LESS)
    with pytest.raises(Refused, match="when its decision is agreed"):
        changed(cast, change)
    assert Spell.objects.get(person=cast.maya).level == "child_in_need"
    assert LevelChange.objects.get().what_changed  # kept, and owed
    agreed(cast, change)
    changed(cast, change)
    with acting_as(cast.aisha):
        assert queries.open_spell(cast.maya).level == "early_help"


@pytest.mark.parametrize(
    ("lacks", "field"),
    [
        ({"threshold": "", "indicators": []}, "threshold"),
        ({"indicators": []}, "indicators"),
        ({"why_not_above": ""}, "why_not_above"),
        ({"why_not_below": "n/a"}, "why_not_below"),
    ],
)
def test_s3_18_less_help_does_not_begin_before_what_fits_is_named_which_may_be_done_as_it_begins(cast, lacks, field):
    change = asked(cast, "early_help", **{**LESS, **lacks})
    agreed(cast, change)
    with pytest.raises(Refused) as refusal:
        changed(cast, change)
    assert refusal.value.field == field
    assert Spell.objects.get(person=cast.maya).level == "child_in_need"
    assert LevelChange.objects.get().what_changed  # the twin: what was asked for is kept
    done = changed(cast, change, **LESS)
    assert (done.in_force_on, done.threshold, done.indicators) == (TODAY, "2", ["2-caring"])


def test_s3_18_more_help_does_not_wait_for_what_fits_and_it_is_named_afterwards(cast):
    change = changed(cast, asked(cast, threshold="", indicators=[], why_not_below=""))
    with acting_as(cast.aisha):
        match_level(by=cast.aisha, about=cast.maya, change=change, threshold="4", indicators=["4-hurt"])
        match_level(by=cast.aisha, about=cast.maya, change=change, why_not_below="It has been tried.")
        made = LevelChange.objects.get()
        assert (made.threshold, made.indicators, made.why_not_below) == ("4", ["4-hurt"], "It has been tried.")
        for given, field in (({"threshold": "9"}, "threshold"), ({"indicators": ["9-nothing"]}, "indicators")):
            with pytest.raises(Refused) as refusal:
                match_level(by=cast.aisha, about=cast.maya, change=change, **given)
            assert refusal.value.field == field
        with pytest.raises(Refused, match="stayed the same"):
            match_level(by=cast.aisha, about=cast.maya, change=kept(cast), threshold="4")
        with pytest.raises(Refused, match="stayed the same"):
            match_level(by=cast.aisha, about=cast.leo, change=change, threshold="4")


def test_s3_20_nor_while_it_is_challenged_and_then_it_goes_on(cast):
    change = asked(cast, "early_help", **LESS)
    agreed(cast, change)
    with acting_as(cast.theo):
        challenge_decision(
            by=cast.theo, about=cast.maya, decision_id=change.decision_id, concern="Too soon.", wanted="Wait."
        )
    with pytest.raises(Refused, match="challenged"):
        changed(cast, change)
    senior = made_senior(cast)
    with acting_as(senior):
        answer_challenge(
            by=senior, about=cast.maya, challenge=Challenge.objects.get(), outcome="not_upheld", reply="It is time."
        )
    assert changed(cast, change).in_force_on == TODAY


def test_within_what_the_census_counts_as_one_the_same_work_goes_on(cast):
    before = Spell.objects.get(person=cast.maya).pk
    changed(cast, asked(cast))
    with acting_as(cast.aisha):
        assert queries.open_spell(cast.maya).pk == before
        assert LeadWorker.objects.filter(person=cast.maya).count() == 1


def test_to_early_help_the_work_ends_and_one_that_follows_it_begins_with_the_same_lead_worker(cast):
    change = asked(cast, "early_help", **LESS)
    agreed(cast, change)
    changed(cast, change, closure_reason="RC9")
    with acting_as(cast.aisha):
        old, new = Spell.objects.filter(person=cast.maya).order_by("pk")
        assert (old.closed_on, old.closure_reason, new.follows_id) == (TODAY, "RC9", old.pk)
        assert (new.started_on, new.source, new.level) == (TODAY, old.source, "early_help")
        leads = LeadWorker.objects.filter(person=cast.maya).order_by("pk").values_list("name", "until_on")
        assert list(leads) == [("Aisha Khan", TODAY), ("Aisha Khan", None)]
        assert Tie.objects.filter(account_id=cast.aisha.account_id, person=cast.maya, ends_at=None).exists()
        thread, _ = queries.levels_over_time(cast.maya)
        assert [(each.level, each.from_on) for each in thread] == [
            ("early_help", TODAY),
            ("child_in_need", date(2026, 9, 1)),
        ]
        assert thread[0].change.pk == change.pk


def test_a_step_is_taken_once_and_by_someone_who_allocates_work(cast):
    change = asked(cast)
    with acting_as(cast.aisha), pytest.raises(NotYours):
        change_level(by=cast.aisha, about=cast.maya, change=change)
    changed(cast, change)
    with pytest.raises(Refused, match="done already"):
        changed(cast, change)


# -- the same


def test_s2_23_the_third_review_running_at_the_same_level_asks_why_still(cast):
    kept(cast, finish=True)
    kept(cast, finish=True)
    with pytest.raises(Refused, match="Why still this level") as refusal:
        kept(cast, finish=True)
    assert refusal.value.field == "why_still"
    assert kept(cast, finish=True, why_still="Kelly is still in hospital every week.").why_still


def test_s2_23_twin_the_third_is_kept_without_an_answer(cast):
    for _ in range(3):
        assert kept(cast).way == "same"


def test_s2_23_a_changed_level_begins_the_count_again(cast):
    kept(cast)
    kept(cast)
    changed(cast, asked(cast))
    assert kept(cast, finish=True).to_level == "child_protection"


# -- handing over


def test_s4_28_the_steps_of_a_handover_are_noted_as_they_happen(cast):
    with acting_as(cast.grace):
        lead = allocate(by=cast.grace, about=cast.maya, lead=cast.staff["sol"])
        note_handover(by=cast.grace, about=cast.maya, lead=lead, met_together_on=TODAY, family_told_on=TODAY)
        noted = note_handover(
            by=cast.grace, about=cast.maya, lead=lead, goodbye_on=TODAY, carried_on="The Thursday call with Kelly."
        )
        assert (noted.met_together_on, noted.goodbye_on, noted.family_told_on) == (TODAY, TODAY, TODAY)
        with pytest.raises(Refused) as refusal:
            note_handover(by=cast.grace, about=cast.maya, lead=lead, child_told_on=TODAY + timedelta(days=1))
        assert refusal.value.field == "child_told_on"
        with pytest.raises(Refused, match="another child"):
            note_handover(by=cast.grace, about=cast.leo, lead=lead)


DOING = {
    "ask_for_level": lambda cast, change: asked(cast, "looked_after"),
    "change_level": lambda cast, change: changed(cast, change),
    "keep_level": lambda cast, change: kept(cast),
    "match_level": lambda cast, change: match_level(by=cast.grace, about=cast.maya, change=change, threshold="4"),
    "close_work": lambda cast, change: closed(cast, reason="RC4"),
    "note_handover": lambda cast, change: note_handover(
        by=cast.grace, about=cast.maya, lead=LeadWorker.objects.get(person=cast.maya), goodbye_on=TODAY
    ),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    change = asked(cast) if name in ("change_level", "match_level") else None
    models = (LevelChange, Spell, LeadWorker, Closure, Decision)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    with the_log_will_not_be_written(), acting_as(cast.grace):
        DOING[name](cast, change)
    assert before == [list(model.objects.order_by("pk").values()) for model in models]
