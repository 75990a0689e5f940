"""Every act of plans: who may, what is refused, and nothing saved when the log cannot be written."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.acts import welcome_partner
from kith.directory.models import Account, Notice, PartnerWorker
from kith.people.acts import begin_record
from kith.plans import acts, queries
from kith.plans.jobs import chase_steps
from kith.plans.models import (
    Actual,
    Celebration,
    Idea,
    NeedAnswer,
    Outcome,
    Plan,
    PlanReview,
    PlanView,
    Step,
    TakingPart,
)
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import NOW, TODAY
from tests.plans.making import (
    BECAUSE,
    OUTCOME,
    STEP,
    agreed,
    begun,
    finished,
    idea,
    lacking,
    looked_at,
    outcome,
    step,
    whole,
)
from tests.visits.going import the_log_will_not_be_written


def of(cast, make):
    """What the act is about, made beforehand by the system."""
    with acting_as(cast.system):
        return make(cast.system, cast.maya)


BEFORE = {
    "begin_plan": lambda by, child: None,
    "change_plan": begun,
    "add_outcome": begun,
    "change_outcome": lambda by, child: outcome(by, begun(by, child)),
    "end_outcome": lambda by, child: outcome(by, begun(by, child)),
    "add_step": begun,
    "accept_step": lambda by, child: step(by, begun(by, child)),
    "report_step": lambda by, child: step(by, begun(by, child)),
    "change_step": lambda by, child: step(by, begun(by, child)),
    "take_out_step": lambda by, child: step(by, begun(by, child)),
    "confirm_plan_words": begun,
    "agree_plan": whole,
    "review_plan": agreed,
    "add_to_review": lambda by, child: acts.review_plan(by=by, about=child, plan=agreed(by, child)),
    "finish_review": lambda by, child: looked_at(by, agreed(by, child)),
    "celebrate": begun,
    "put_idea": begun,
    "answer_idea": lambda by, child: idea(by, begun(by, child)),
    "answer_need": lambda by, child: outcome(by, begun(by, child)),
    "end_need_answer": lambda by, child: lacking(by, outcome(by, begun(by, child))),
    "end_plan": begun,
}
DOING = {
    "begin_plan": lambda by, child, _: begun(by, child),
    "change_plan": lambda by, child, plan: acts.change_plan(by=by, about=child, plan=plan, because="She is afraid."),
    "add_outcome": lambda by, child, plan: outcome(by, plan),
    "change_outcome": lambda by, child, one: acts.change_outcome(by=by, about=child, outcome=one, target="All."),
    "end_outcome": lambda by, child, one: acts.end_outcome(by=by, about=child, outcome=one, because="She sleeps."),
    "add_step": lambda by, child, plan: step(by, plan),
    "accept_step": lambda by, child, one: acts.accept_step(by=by, about=child, step=one, accepted_by="Kelly"),
    "report_step": lambda by, child, one: acts.report_step(by=by, about=child, step=one, state="happening"),
    "change_step": lambda by, child, one: acts.change_step(
        by=by, about=child, step=one, what="Nan has Sam.", lane="now"
    ),
    "take_out_step": lambda by, child, one: acts.take_out_step(by=by, about=child, step=one, because="Nan moved away."),
    "confirm_plan_words": lambda by, child, plan: acts.confirm_plan_words(
        by=by, about=child, plan=plan, who="Maya", whose="child", view="partly", words="Not the bit about school."
    ),
    "agree_plan": lambda by, child, plan: acts.agree_plan(by=by, about=child, plan=plan),
    "review_plan": lambda by, child, plan: looked_at(by, plan),
    "add_to_review": lambda by, child, review: acts.add_to_review(by=by, about=child, review=review),
    "finish_review": lambda by, child, review: finished(by, review),
    "celebrate": lambda by, child, plan: acts.celebrate(by=by, about=child, plan=plan, what="She slept at Bea's."),
    "put_idea": lambda by, child, plan: idea(by, plan),
    "answer_idea": lambda by, child, one: acts.answer_idea(by=by, about=child, idea=one, answer="taken"),
    "answer_need": lambda by, child, one: lacking(by, one),
    "end_need_answer": lambda by, child, one: acts.end_need_answer(
        by=by, about=child, answer=one, because="She has a place."
    ),
    "end_plan": lambda by, child, plan: acts.end_plan(by=by, about=child, plan=plan, because="She sleeps."),
}
TIE_ONLY = {"agree_plan", "finish_review", "end_plan"}
MODELS = (Plan, Outcome, Step, PlanView, PlanReview, Actual, TakingPart, Celebration, Idea, NeedAnswer)


@pytest.mark.parametrize("name", DOING)
def test_whoever_works_with_the_child_may_and_a_stranger_may_not(cast, name):
    held = of(cast, BEFORE[name])
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast.sol, cast.maya, held)
    if name in TIE_ONLY:
        with acting_as(cast.theo), pytest.raises(NotYours):
            DOING[name](cast.theo, cast.maya, held)
    with acting_as(cast.aisha):
        assert DOING[name](cast.aisha, cast.maya, held).person_id == cast.maya.pk
        assert Act.objects.filter(person=cast.maya, name=name).exists()


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    held = of(cast, BEFORE[name])
    with acting_as(cast.system):
        before = [list(model.objects.order_by("pk").values()) for model in MODELS]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast.aisha, cast.maya, held)
    with acting_as(cast.system):
        assert [list(model.objects.order_by("pk").values()) for model in MODELS] == before


def test_s1_12_twin_a_plan_is_kept_with_one_sentence_and_owes_the_rest(cast, acting):
    with acting("aisha") as aisha:
        plan = acts.begin_plan(by=aisha, about=cast.maya, kind="in_need", because=BECAUSE)
        gaps = queries.plan_gaps(queries.held(plan), queries_pack())
        assert [gap.text for gap in gaps][:4] == [
            "Say what people will see when the plan can end.",
            "Say what we will do if things get worse.",
            "Write at least one outcome: what will be different for the child.",
            "Write at least one step: who does what by when.",
        ]


def queries_pack():
    from django.conf import settings

    from kith import packs

    return packs.pack_for(settings.PACK, TODAY)


@pytest.mark.parametrize(
    ("given", "words"),
    [({"kind": "shopping"}, "kind of plan"), ({"kind": ""}, "kind of plan"), ({"because": " "}, "why there is a plan")],
)
def test_a_plan_needs_a_kind_and_a_reason(cast, acting, given, words):
    with acting("aisha") as aisha, pytest.raises(Refused, match=words):
        begun(aisha, cast.maya, **given)


def test_a_child_has_one_plan_and_only_while_work_is_open(cast, acting):
    with acting("aisha") as aisha:
        begun(aisha, cast.maya)
        with pytest.raises(Refused, match="There is a plan already"):
            begun(aisha, cast.maya)
        begun(aisha, cast.leo)
        assert Plan.objects.count() == 2
    with acting_as(cast.system):
        noor = begin_record(by=cast.system, given="Noor", family="Haddad")
        with pytest.raises(Refused, match="no open work"):
            begun(cast.system, noor)


def test_a_plan_a_census_knows_of_is_taken_up_with_its_day(cast, acting):
    from kith.involvement.models import Spell
    from kith.record.acting import ACTS, act

    bring = act("{by} brought a plan of {about}.")(bring_plan) if "bring_plan" not in ACTS else bring_plan
    with acting_as(cast.system):
        spell = Spell.objects.get(person=cast.maya)
        known = bring(by=cast.system, about=cast.maya, spell=spell)
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        assert (plan.pk, plan.started_on) == (known.pk, TODAY - timedelta(days=40))


def bring_plan(*, by, about, on, spell):
    plan = Plan(person=about, spell=spell, started_on=TODAY - timedelta(days=40))
    plan.save()
    return plan


def test_s1_12_an_outcome_is_kept_without_its_measure_and_owes_it(cast, acting):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        acts.add_outcome(by=aisha, about=cast.maya, plan=plan, statement="Maya sleeps.")
        text = " ".join(gap.text for gap in queries.plan_gaps(queries.held(plan), queries_pack()))
        assert "how we will know, how it is now, what we aim for, by when" in text
        with pytest.raises(Refused, match="how we will know"):
            acts.agree_plan(by=aisha, about=cast.maya, plan=plan)
        assert not Plan.objects.get().agreed


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"statement": "", "need": " "}, "statement"),
        ({"need_of": "money"}, "need_of"),
        ({"whose_change": "dog"}, "whose_change"),
        ({"five_outcomes": ["rich"]}, "five_outcomes"),
        ({"baseline_score": 11}, "baseline_score"),
    ],
)
def test_an_outcome_is_of_the_packs_answers(cast, acting, given, field):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        with pytest.raises(Refused) as refused:
            outcome(aisha, plan, **given)
        assert refused.value.field == field
        kept = outcome(aisha, plan)
        with pytest.raises(Refused) as refused:
            acts.change_outcome(by=aisha, about=cast.maya, outcome=kept, **given)
        assert refused.value.field == field


def test_each_child_has_a_plan_of_their_own(cast, acting):
    with acting("aisha") as aisha:
        mayas, leos = begun(aisha, cast.maya), begun(aisha, cast.leo)
        with pytest.raises(Refused, match="plan of their own"):
            acts.add_outcome(by=aisha, about=cast.leo, plan=mayas, **OUTCOME)
        with pytest.raises(Refused, match="plan of their own"):
            acts.add_step(by=aisha, about=[cast.maya, cast.sam], plan=mayas, with_plans=[leos], **STEP)
        with pytest.raises(Refused, match="outcome of this plan"):
            step(aisha, mayas, outcome=outcome(aisha, leos))


def test_a_step_for_brother_and_sister_is_one_occasion_with_a_line_for_each(cast, acting):
    with acting("aisha") as aisha:
        mayas, leos = begun(aisha, cast.maya), begun(aisha, cast.leo)
        acts.add_step(by=aisha, about=[cast.leo, cast.maya], plan=mayas, with_plans=[leos], **STEP)
        lines = Step.objects.select_related("act")
        assert {line.person_id: line.plan_id for line in lines} == {cast.maya.pk: mayas.pk, cast.leo.pk: leos.pk}
        assert len({line.act.occasion_id for line in lines}) == 1


@pytest.mark.parametrize(
    ("given", "field"), [({"what": ""}, "what"), ({"owner_kind": "cat"}, "owner_kind"), ({"lane": "soon"}, "lane")]
)
def test_a_step_says_what(cast, acting, given, field):
    with acting("aisha") as aisha:
        with pytest.raises(Refused) as refused:
            step(aisha, begun(aisha, cast.maya), **given)
        assert refused.value.field == field


def test_a_stuck_step_without_a_reason_is_kept_and_owes_it(cast, acting):
    with acting("aisha") as aisha:
        plan = whole(aisha, cast.maya)
        one = Step.objects.get()
        with pytest.raises(Refused, match="how it is going"):
            acts.report_step(by=aisha, about=cast.maya, step=one, state="sideways")
        acts.report_step(by=aisha, about=cast.maya, step=one, state="stuck")
        assert Step.objects.get().state == "stuck"
        with pytest.raises(Refused, match="why it is stuck"):
            acts.agree_plan(by=aisha, about=cast.maya, plan=plan)


def test_a_step_is_accepted_once_and_by_somebody(cast, acting):
    with acting("aisha") as aisha:
        one = step(aisha, begun(aisha, cast.maya))
        with pytest.raises(Refused, match="who said yes"):
            acts.accept_step(by=aisha, about=cast.maya, step=one)
        with pytest.raises(Refused, match="this child"):
            acts.accept_step(by=aisha, about=cast.leo, step=one, accepted_by="Kelly")
        acts.accept_step(by=aisha, about=cast.maya, step=one, accepted_by="Kelly")
        with pytest.raises(Refused, match="Kelly said yes"):
            acts.accept_step(by=aisha, about=cast.maya, step=one, accepted_by="Kelly")


def test_a_partner_sees_and_reports_their_own_steps_alone(cast, acting):
    with acting("aisha") as aisha:
        priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
        plan = begun(aisha, cast.sam)
        step(aisha, plan)
        mine = step(aisha, plan, what="Weigh Sam on Tuesday.", owner=priya, owner_name="", owner_kind="agency")
        elsewhere = step(aisha, begun(aisha, cast.maya), owner=priya)  # no tie to Maya
    with acting("priya") as by:
        assert [one.pk for one in queries.steps_of_mine(by)] == [mine.pk]
        assert acts.accept_step(by=by, about=cast.sam, step=Step.objects.get()).accepted_by == "Priya Nair"
        acts.report_step(by=by, about=cast.sam, step=Step.objects.get(), state="done")
        assert not queries.steps_of_mine(by)
        with pytest.raises(NotYours):
            acts.report_step(by=by, about=cast.maya, step=elsewhere, state="done")


@pytest.mark.parametrize("who", ["kelly", "priya", "maya"])
def test_nobody_outside_holds_a_grant_on_the_plan_itself(cast, who):
    from django.db import ProgrammingError, transaction

    from tests.handing import child_actor

    of(cast, agreed)
    with acting_as(child_actor(cast) if who == "maya" else cast.actors[who]):
        for model in (Plan, Outcome, PlanView, PlanReview, Actual, TakingPart, Celebration):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                model.objects.first()


def test_s2_08_a_protective_step_nobody_accepts_goes_to_a_manager_and_our_lead_once(cast, acting):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        step(aisha, plan, protective=True, owner=cast.staff["sol"], owner_name="")
        step(aisha, plan, protective=False)
    for days, chased in ((2, False), (3, True), (4, True)):
        later = cast.at("aisha", NOW + timedelta(days=days))
        system = type(cast.system)(**{**vars(cast.system), "now": later.now})
        with acting_as(system):
            chase_steps(by=system, key="")
            assert [bool(one.chased_on) for one in Step.objects.order_by("pk")] == [chased, False]
    with acting_as(cast.system):
        told = Notice.objects.filter(kind="step_waits")
        assert [notice.account_id for notice in told] == [cast.aisha.account_id]  # Meadow has no manager here
        assert Act.objects.get(name="chase_step").staff_only


def test_s2_08_a_partners_step_goes_to_whoever_answers_for_their_agency_without_naming_the_child(cast, acting):
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting("aisha") as aisha:
        step(aisha, begun(aisha, cast.sam), protective=True, owner=priya, owner_name="")
    later = type(cast.system)(**{**vars(cast.system), "now": NOW + timedelta(days=3)})
    with acting_as(cast.system):
        assert queries.colleagues_asked(Step.objects.get()).told == []
        other = Account.objects.create(audience="partner", name="Jo Whitlock", email="jo@example.test")
        welcome_partner(
            by=cast.system,
            account=other,
            name="Jo Whitlock",
            job_title="Team lead",
            agency=priya.agency,
            answers_for_others=True,
        )
    with acting_as(later):
        chase_steps(by=later, key="")
        told = {notice.account_id: notice for notice in Notice.objects.filter(kind="step_waits")}
        assert set(told) == {cast.aisha.account_id, other.pk}
        assert told[other.pk].person is None
        assert told[other.pk].sentence == "Priya Nair has not said yes to a step that keeps a child safe. Ask."
        assert Step.objects.get().chased == "Aisha Khan and Jo Whitlock"


def test_s2_08_with_nobody_to_tell_at_the_agency_its_number_is_there_to_ring(cast, acting):
    priya = PartnerWorker.objects.select_related("agency").get(account_id=cast.priya.account_id)
    with acting("aisha") as aisha:
        step(aisha, begun(aisha, cast.sam), protective=True, owner=priya, owner_name="")
    number = priya.agency.phone or priya.phone
    with acting_as(cast.system):
        assert queries.colleagues_asked(Step.objects.get()).ring == f"; ring {priya.agency.name}, {number}"
