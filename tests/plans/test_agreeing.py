"""A plan is agreed when it lacks nothing; each thing it lacks is named, and the plan is kept without it."""

from datetime import timedelta

import pytest

from kith.plans import acts
from kith.plans.models import Plan, PlanView
from kith.record import Refused
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.plans.making import agreed, begun, confirmed, outcome, step, whole


def refused(by, plan, words, **given):
    with pytest.raises(Refused, match=words) as found:
        acts.agree_plan(by=by, about=plan.person, plan=plan, **given)
    assert not Plan.objects.get(pk=plan.pk).agreed
    return found.value.field


def test_a_whole_plan_is_agreed_once(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        assert (plan.agreed_on, plan.agreed_by, plan.agreed_version, plan.version) == (TODAY, "Aisha Khan", 1, 1)
        with pytest.raises(Refused, match="agreed already"):
            acts.agree_plan(by=aisha, about=cast.maya, plan=plan)


@pytest.mark.parametrize("name", ["measure", "baseline", "target", "by_when", "whose_change", "need"])
def test_s1_12_an_outcome_that_lacks_something_is_named(cast, acting, name):
    with acting("aisha") as aisha:
        plan = whole(aisha, cast.maya)
        one = plan.outcomes.get()
        acts.change_outcome(by=aisha, about=cast.maya, outcome=one, **{name: None if name == "by_when" else ""})
        refused(aisha, plan, "The outcome “Maya sleeps through the night.” lacks")


def test_s1_09_an_outcome_rests_on_an_assessment_or_says_why_it_could_not_wait(cast, acting):
    with acting("aisha") as aisha:
        plan = whole(aisha, cast.maya)
        one = plan.outcomes.get()
        acts.change_outcome(by=aisha, about=cast.maya, outcome=one, assessed_on=None)
        refused(aisha, plan, "what it rests on")
        acts.change_outcome(by=aisha, about=cast.maya, outcome=one, not_assessed_because="She came home last night.")
        assert acts.agree_plan(by=aisha, about=cast.maya, plan=plan).agreed


def test_s1_27_some_step_uses_a_strength_or_says_how_we_looked(cast, acting):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        outcome(aisha, plan)
        step(aisha, plan, uses="")
        confirmed(aisha, plan)
        assert refused(aisha, plan, "No step uses a strength") == "no_strength_because"
        assert refused(aisha, plan, "No step uses a strength", no_strength_because="none") == "no_strength_because"
        given = {"no_strength_because": "We asked Nan, her aunt and the club; nobody can just now."}
        assert acts.agree_plan(by=aisha, about=cast.maya, plan=plan, **given).agreed


@pytest.mark.parametrize("whose", ["child", "service"])
def test_s3_22_a_need_about_parenting_asks_for_a_change_of_a_parents(cast, acting, whose):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        outcome(aisha, plan, whose_change=whose)
        step(aisha, plan)
        confirmed(aisha, plan)
        assert refused(aisha, plan, "no parent or carer is asked") == "no_parents_change_because"
        outcome(aisha, plan, whose_change="carer")
        assert acts.agree_plan(by=aisha, about=cast.maya, plan=plan).agreed


def test_n36_each_owner_says_their_steps_in_their_own_words(cast, acting):
    with acting("aisha") as aisha:
        plan = whole(aisha, cast.maya)
        step(aisha, plan, what="Take Sam on Tuesdays.", owner_name="Nan", owner_kind="network")
        refused(aisha, plan, "Not yet confirmed in their own words: Nan")
        said = {"by": aisha, "about": cast.maya, "plan": plan, "who": "nan", "whose": "network"}
        acts.confirm_plan_words(**said, view="agrees")
        refused(aisha, plan, "Nan")  # yes without words is kept, and confirms nothing
        acts.confirm_plan_words(**said, view="partly", words="Tuesdays yes, not Thursdays.")
        assert acts.agree_plan(by=aisha, about=cast.maya, plan=plan).agreed
        assert PlanView.objects.filter(who="nan").count() == 2


def test_somebody_it_is_not_safe_to_ask_is_not_asked_because(cast, acting):
    with acting("aisha") as aisha:
        plan = whole(aisha, cast.maya)
        step(aisha, plan, what="Stay away from the school.", owner_name="Gary Stone")
        given = {"who": "Gary Stone", "whose": "network", "view": "not_asked"}
        because = "A court order keeps him away."
        acts.confirm_plan_words(by=aisha, about=cast.maya, plan=plan, **given, words=because)
        assert acts.agree_plan(by=aisha, about=cast.maya, plan=plan).agreed


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"who": " "}, "who this is"),
        ({"view": "cross"}, "one of the answers"),
        ({"whose": "cat"}, "one of the answers"),
        ({"whose": ""}, "one of the answers"),
    ],
)
def test_a_view_is_somebodys(cast, acting, given, words):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        details = {"who": "Maya", "whose": "child", "view": "agrees", **given}
        with pytest.raises(Refused, match=words):
            acts.confirm_plan_words(by=aisha, about=cast.maya, plan=plan, **details)


def test_the_child_is_heard_or_it_is_said_why_not(cast, acting):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        outcome(aisha, plan)
        step(aisha, plan)
        given = {"who": "Kelly Okafor", "whose": "parent", "view": "agrees", "words": "Off the stairs."}
        acts.confirm_plan_words(by=aisha, about=cast.maya, plan=plan, **given)
        refused(aisha, plan, "what the child thinks")


def test_a_child_who_waits_for_an_answer_is_answered_first_or_told_why(cast, acting):
    with acting("aisha") as aisha:
        plan = whole(aisha, cast.maya)
        write_down_words(by=aisha, about=cast.maya, sort="wish", text="I want my own bed.")
        assert refused(aisha, plan, "waits for an answer to a wish") == "unanswered_because"
        given = {"unanswered_because": "The charity answers on Friday; Maya knows."}
        assert acts.agree_plan(by=aisha, about=cast.maya, plan=plan, **given).agreed


def test_a_change_makes_a_new_version_that_everybody_confirms_again(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        step(aisha, plan, what="Ring Nan when it gets loud.")
        plan.refresh_from_db()
        assert (plan.version, plan.agreed_version, plan.agreed) == (2, 1, False)
        refused(aisha, plan, "Not yet confirmed in their own words: Kelly Okafor")
        confirmed(aisha, plan)
        assert acts.agree_plan(by=aisha, about=cast.maya, plan=plan).agreed_version == 2


def test_the_same_words_again_are_no_change(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        same = {name: getattr(plan, name) for name in ("because", "ends_when", "if_worse")}
        acts.change_plan(by=aisha, about=cast.maya, plan=plan, **same)
        assert plan.agreed
        acts.change_plan(by=aisha, about=cast.maya, plan=plan, **{**same, "if_worse": "We go to Nan's."})
        assert not plan.agreed
        with pytest.raises(Refused, match="why there is a plan"):
            acts.change_plan(by=aisha, about=cast.maya, plan=plan, because="")


def test_what_has_ended_is_not_written_on(cast, acting):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        one = outcome(aisha, plan)
        with pytest.raises(Refused, match="why it is no longer"):
            acts.end_outcome(by=aisha, about=cast.maya, outcome=one, because="")
        acts.end_outcome(by=aisha, about=cast.maya, outcome=one, because="She sleeps.")
        for again in (acts.end_outcome, acts.change_outcome):
            with pytest.raises(Refused, match="has ended"):
                again(by=aisha, about=cast.maya, outcome=one, because="x")
        kept = step(aisha, plan)
        for given, words in (({"because": ""}, "why the plan ends"), ({"on": TODAY - timedelta(days=1)}, "before it")):
            with pytest.raises(Refused, match=words):
                acts.end_plan(by=aisha, about=cast.maya, plan=plan, **{"because": "She sleeps.", **given})
        acts.end_plan(by=aisha, about=cast.maya, plan=plan, because="She sleeps.")
        for do in (lambda: step(aisha, plan), lambda: outcome(aisha, plan)):
            with pytest.raises(Refused, match="This plan has ended"):
                do()
        with pytest.raises(Refused, match="This plan has ended"):
            acts.report_step(by=aisha, about=cast.maya, step=kept, state="done")
        begun(aisha, cast.maya)


def test_a_celebration_says_what(cast, acting):
    with acting("aisha") as aisha:
        mayas, leos = begun(aisha, cast.maya), begun(aisha, cast.leo)
        with pytest.raises(Refused, match="what there is to celebrate"):
            acts.celebrate(by=aisha, about=cast.maya, plan=mayas, what="")
        with pytest.raises(Refused, match="outcome of this plan"):
            acts.celebrate(by=aisha, about=cast.maya, plan=mayas, what="Slept.", outcome=outcome(aisha, leos))
        made = acts.celebrate(by=aisha, about=cast.maya, plan=mayas, what="Slept.", raised_by="Nan")
        assert made.raised_by == "Nan"


def test_s1_09_twin_an_outcome_is_kept_with_neither_an_assessment_nor_a_reason(cast, acting):
    with acting("aisha") as aisha:
        one = whole(aisha, cast.maya).outcomes.get()
        acts.change_outcome(by=aisha, about=cast.maya, outcome=one, assessed_on=None)
        one.refresh_from_db()
        assert (one.assessed_on, one.not_assessed_because) == (None, "")


@pytest.mark.parametrize("score", [-1, 11])
def test_a_number_that_is_not_from_0_to_10_is_refused_and_nobody_has_to_give_one(cast, acting, score):
    said = {"who": "Kelly", "whose": "parent", "view": "agrees", "words": "Better."}
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        with pytest.raises(Refused, match="from 0 to 10"):
            acts.confirm_plan_words(by=aisha, about=cast.maya, plan=plan, score=score, **said)
        assert acts.confirm_plan_words(by=aisha, about=cast.maya, plan=plan, **said).score is None
