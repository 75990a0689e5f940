"""A step gets what it lacked, is given to somebody else, or leaves the plan: it is never a dead end (S3-21, S3-26)."""

import pytest
from django.db import IntegrityError, connection, transaction

from kith.access import acting_as
from kith.directory.models import PartnerWorker
from kith.plans import acts, queries
from kith.plans.models import Plan, Step
from kith.record import Refused
from tests.cast import TODAY
from tests.plans.making import agreed, begun, finished, looked_at, made, step, whole
from tests.visits.going import page, text

WHY = "Nan has moved to Leeds."


def gaps_of(plan):
    from kith.plans.acts.written import pack_on

    found = queries.held(Plan.objects.get(pk=plan.pk))
    return [gap.text for gap in queries.plan_gaps(found, pack_on(TODAY))]


def test_a_step_that_lacked_who_and_when_gets_them_and_the_plan_can_be_agreed(cast, acting):
    with acting("aisha") as aisha:
        plan = whole(aisha, cast.maya)
        bare = acts.add_step(by=aisha, about=cast.maya, plan=plan, what="Ring the school.")
        assert any("Ring the school" in gap for gap in gaps_of(plan))
        given = {"owner_name": "Aisha Khan", "by_when": TODAY, "lane": "now", "uses": ""}
        acts.change_step(by=aisha, about=cast.maya, step=bare, what="Ring the school.", **given)
        assert not any("Ring the school" in gap for gap in gaps_of(plan))


def test_given_to_somebody_else_it_waits_for_their_yes_and_otherwise_not(cast, acting):
    with acting("aisha") as aisha:
        one = step(aisha, begun(aisha, cast.maya))
        acts.accept_step(by=aisha, about=cast.maya, step=one, accepted_by="Nan")
        acts.change_step(by=aisha, about=cast.maya, step=one, what="Nan comes at six.", owner_name=one.owner_name)
        assert one.accepted_by == "Nan"
        acts.change_step(by=aisha, about=cast.maya, step=one, what="Nan comes at six.", owner_name="Uncle Joe")
        assert (one.accepted_on, one.accepted_by) == (None, "")


def test_an_agreed_plan_is_a_new_version_when_a_step_changes_or_leaves(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        one = Step.objects.get(plan=plan)
        acts.take_out_step(by=aisha, about=cast.maya, step=one, because=WHY)
        again = Plan.objects.get(pk=plan.pk)
        assert (again.version, again.agreed) == (plan.version + 1, False)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"what": " "}, "what will be done"),
        ({"what": "Nan comes.", "lane": "soonish"}, "one of the answers"),
        ({"what": "Nan comes.", "help_used": "magic"}, "one of the helps"),
    ],
)
def test_what_a_changed_step_is_refused_for(cast, acting, given, words):
    with acting("aisha") as aisha:
        one = step(aisha, begun(aisha, cast.maya))
        with pytest.raises(Refused, match=words):
            acts.change_step(by=aisha, about=cast.maya, step=one, **given)


def test_another_childs_step_and_one_of_an_ended_plan_stay_as_they_are(cast, acting):
    with acting("aisha") as aisha:
        plan = begun(aisha, cast.maya)
        one = step(aisha, plan)
        with pytest.raises(Refused, match="this child"):
            acts.take_out_step(by=aisha, about=cast.leo, step=one, because=WHY)
        acts.end_plan(by=aisha, about=cast.maya, plan=plan, because="She sleeps.")
        one = Step.objects.get(pk=one.pk)
        with pytest.raises(Refused, match="ended"):
            acts.change_step(by=aisha, about=cast.maya, step=one, what="Nan comes.")


def test_it_leaves_every_list_once_for_a_reason_and_its_row_stays(cast, acting):
    with acting("aisha") as aisha:
        priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
        plan = begun(aisha, cast.sam)
        late = {"by_when": TODAY, "protective": True}
        one = step(aisha, plan, owner=priya, owner_name="", owner_kind="agency", **late)
        with pytest.raises(Refused, match="why it is taken out"):
            acts.take_out_step(by=aisha, about=cast.sam, step=one, because=".")
        acts.take_out_step(by=aisha, about=cast.sam, step=one, because=WHY)
        held = queries.held(plan)
        assert (held.steps, [step.pk for step in held.taken_out]) == ([], [one.pk])
        assert not queries.steps_of_partners([cast.sam.pk])
        with pytest.raises(Refused, match="was taken out"):
            acts.take_out_step(by=aisha, about=cast.sam, step=one, because=WHY)
        with pytest.raises(Refused, match="was taken out"):
            acts.report_step(by=aisha, about=cast.sam, step=one, state="done")
    with acting("priya") as by:
        assert not queries.steps_of_mine(by)


def test_a_review_asks_nothing_of_a_step_that_left(cast, acting):
    with acting("aisha") as aisha:
        plan = agreed(aisha, cast.maya)
        stuck = acts.add_step(by=aisha, about=cast.maya, plan=plan, what="Ask Gran.", owner_name="Gran Pat")
        acts.report_step(by=aisha, about=cast.maya, step=stuck, state="stuck")
        acts.take_out_step(by=aisha, about=cast.maya, step=stuck, because=WHY)
        assert finished(aisha, looked_at(aisha, plan)).finished_on


def test_the_database_keeps_the_reason_too(cast):
    with acting_as(cast.aisha):
        one = step(cast.aisha, begun(cast.aisha, cast.maya))
    with acting_as(cast.system), pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update plans_step set taken_out_on = given_on where id = %s", [one.pk])


def test_on_the_page_a_step_is_changed_taken_out_and_told_of(cast, browse):
    plan = made(cast, begun)
    with acting_as(cast.aisha):
        one, leos = step(cast.aisha, plan), step(cast.aisha, begun(cast.aisha, cast.leo))
    aisha = browse("aisha")
    path = page("change-step", cast.maya, one.pk)
    assert one.what in text(aisha.get(path))
    refused = aisha.post(path, {"what": " ", "uses": "Kept words."})
    assert (refused.status_code, "Kept words." in text(refused)) == (422, True)
    assert aisha.post(path, {"what": "Nan comes at six.", "lane": "now", "owner_name": "Nan"}).status_code == 303
    assert "Nan comes at six." in text(aisha.get(page("child-plan", cast.maya)))
    out = page("take-out-step", cast.maya, one.pk)
    assert aisha.post(out, {"because": " "}).status_code == 422
    assert aisha.post(out, {"because": WHY}).status_code == 303
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "No longer in the plan" in shown
    assert WHY in shown
    for name in ("change-step", "take-out-step"):  # a brother's step under her name is not there
        assert aisha.get(page(name, cast.maya, leos.pk)).status_code == 404
