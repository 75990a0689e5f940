"""A plan written in the room and agreed; its steps, and what is refused with what was typed (users.md 4.4, J13)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.people.acts import say_about_me, say_situation
from kith.plans import acts
from kith.plans.models import Outcome, Plan, PlanView, Step
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.pages.staff.test_whole import day
from tests.plans.making import BECAUSE, agreed, begun, finished, looked_at, made, outcome, step
from tests.visits.going import page, text


def test_a_child_without_a_plan_is_offered_one(cast, browse):
    assert "There is no plan yet" in text(browse("aisha").get(page("child-plan", cast.maya)))


def test_s0_12_a_plan_asks_for_whoever_knows_the_child_best_until_one_of_them_is_heard(cast, browse):
    plan, about = made(cast, begun), {"by": cast.aisha, "about": cast.maya, "on": TODAY, "said_by": "child"}
    with acting_as(cast.aisha):
        say_about_me(**about, part="knows_me", text="Miss Lind at school, and Nan Rose.")
        say_about_me(**about, part="works", text="Draw while you talk.")
    shown = text(browse("aisha").get(page("child-plan", cast.maya)))
    assert "Draw while you talk." in shown
    assert "Nobody named as knowing Maya best has been asked" in shown
    said = {
        "by": cast.aisha,
        "about": cast.maya,
        "on": TODAY,
        "plan": plan,
        "view": "agrees",
        "words": "It is the right plan.",
    }
    with acting_as(cast.aisha):
        acts.confirm_plan_words(**said, who="Miss Cole", whose="professional")
    assert "Nobody named as knowing" in text(browse("aisha").get(page("child-plan", cast.maya)))
    with acting_as(cast.aisha):
        acts.confirm_plan_words(**said, who="Rose Okafor", whose="network")
    assert "Nobody named as knowing" not in text(browse("aisha").get(page("child-plan", cast.maya)))


def test_a_plan_is_written_in_the_room_and_agreed(cast, browse):
    aisha = browse("aisha")
    given = {"kind": "in_need", "because": BECAUSE, "ends_when": "She sleeps.", "if_worse": "We go to Nan's."}
    assert aisha.post(page("begin-plan", cast.maya), given).status_code == 303
    with acting_as(cast.aisha):
        plan = Plan.objects.get()
        hers = write_down_words(by=cast.aisha, about=cast.maya, sort="good_thing", text="I like it quiet.")
    rows = {
        "statement": "Maya sleeps through.",
        "need": "She wakes.",
        "need_of": "growing",
        "measure": "Her chart.",
        "baseline": "Two nights.",
        "baseline_score": "3",
        "target": "Seven nights.",
        "whose_change": "parent",
        "quotes": [hers.pk],
        "five_outcomes": ["safe"],
        **day("assessed_on", TODAY - timedelta(days=30)),
        **day("by_when", date(2027, 1, 15)),
    }
    assert aisha.post(page("add-outcome", cast.maya, plan.pk), rows).status_code == 303
    with acting_as(cast.aisha):
        one = Outcome.objects.get()
    a_step = {
        "what": "Kelly reads to her.",
        "owner_kind": "family",
        "owner_name": "Kelly Okafor",
        "owner": "",
        "lane": "short",
        "uses": "Kelly likes reading aloud.",
        "outcome": str(one.pk),
        **day("by_when", date(2026, 12, 1)),
    }
    assert aisha.post(page("add-step", cast.maya, plan.pk), a_step).status_code == 303
    refused = aisha.post(page("agree-plan", cast.maya, plan.pk), {})
    assert refused.status_code == 422
    assert "Not yet confirmed in their own words: Kelly Okafor" in text(refused)
    for who, whose in (("Kelly Okafor", "parent"), ("Maya", "child")):
        said = {"who": who, "whose": whose, "view": "agrees", "words": "We read at seven."}
        assert aisha.post(page("confirm-plan", cast.maya, plan.pk), said).status_code == 303
    assert aisha.post(page("agree-plan", cast.maya, plan.pk), {}).status_code == 303
    shown = text(aisha.get(page("child-plan", cast.maya)))
    for words in (
        BECAUSE,
        "Maya sleeps through.",
        "Kelly reads to her.",
        "We read at seven.",
        "Seven nights.",
        "I like it quiet.",
    ):
        assert words.replace("'", "&#x27;") in shown
    with acting_as(cast.aisha):
        assert Plan.objects.get().agreed
        assert Step.objects.get().outcome_id == one.pk


@pytest.mark.parametrize(
    ("name", "make", "given", "words"),
    [
        ("begin-plan", None, {"because": "She is afraid."}, "Choose what kind"),
        ("change-plan", begun, {"because": " ", "ends_when": "Kept words."}, "why there is a plan"),
        ("add-outcome", begun, {"measure": "Kept words."}, "Write what will be different"),
        ("add-step", begun, {"uses": "Kept words."}, "Say what will be done"),
        ("confirm-plan", begun, {"words": "Kept words."}, "Say who this is"),
        ("celebrate", begun, {"raised_by": "Kept words."}, "what there is to celebrate"),
        ("end-plan", begun, {}, "why it ends"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(cast, browse, name, make, given, words):
    arguments = [made(cast, make).pk] if make else []
    answer = browse("aisha").post(page(name, cast.maya, *arguments), given)
    assert answer.status_code == 422
    assert words in text(answer)
    for typed in given.values():
        assert typed in text(answer) or not typed.strip()


def test_a_step_is_accepted_reported_and_shared_with_a_brother(cast, browse):
    plan = made(cast, begun)
    with acting_as(cast.aisha):
        leos = begun(cast.aisha, cast.leo)
    aisha = browse("aisha")
    given = {
        "what": "Nan comes on Tuesdays.",
        "owner_name": "Nan",
        "serves": [str(leos.pk)],
        "owner": "",
        "outcome": "",
    }
    assert aisha.post(page("add-step", cast.maya, plan.pk), given).status_code == 303
    with acting_as(cast.aisha):
        mine = Step.objects.get(person=cast.maya)
        assert Step.objects.filter(person=cast.leo).count() == 1
    aisha.post(page("accept-step", cast.maya, mine.pk), {"accepted_by": "Nan", **day("on")})
    aisha.post(page("report-step", cast.maya, mine.pk), {"state": "stuck", "why": ""})
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "Nan said yes" in shown
    assert "Why it is stuck is not written yet" in shown


def test_what_an_outcome_came_to_stands_beside_it_in_plain_words(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        finished(cast.aisha, looked_at(cast.aisha, plan))
    plain = text(browse("aisha").get(page("child-plan", cast.maya, layer="plain")))
    assert "Now: " in plain


def test_how_it_is_for_the_child_is_drawn_as_each_person_numbered_it(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        for score in (4, 6):
            said = {"who": "Kelly", "whose": "parent", "view": "agrees", "words": "Better.", "score": score}
            acts.confirm_plan_words(by=cast.aisha, about=cast.maya, plan=plan, **said)
            acts.change_plan(by=cast.aisha, about=cast.maya, plan=plan, because=f"She is afraid. {score}")
    assert "4 → 6" in text(browse("aisha").get(page("child-plan", cast.maya)))


def test_what_a_plan_rests_on_is_said_to_be_old(cast, browse):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        outcome(cast.aisha, plan, assessed_on=TODAY - timedelta(days=400))
        say_situation(by=cast.aisha, about=cast.maya, kind="bottom_line", text="Nobody drives after drinking.")
    shown = text(browse("aisha").get(page("child-plan", cast.maya)))
    assert "out of date" in shown
    assert shown.count("Nobody drives after drinking.") == 2  # in the banner, and in the plan


def test_a_view_begins_with_the_name_it_is_asked_of(cast, browse):
    plan = made(cast, begun)
    assert 'value="Nan Rose"' in text(browse("aisha").get(page("confirm-plan", cast.maya, plan.pk, who="Nan Rose")))


def test_an_outcome_is_changed_ended_and_the_plan_with_it(cast, browse):
    plan = made(cast, begun)
    with acting_as(cast.aisha):
        one = outcome(cast.aisha, plan)
    aisha = browse("aisha")
    changed = {"statement": "Maya sleeps at home.", "five_outcomes": []}
    assert aisha.post(page("change-outcome", cast.maya, one.pk), changed).status_code == 303
    ended = {"because": "She does.", **day("on")}
    assert aisha.post(page("end-outcome", cast.maya, one.pk), ended).status_code == 303
    assert (
        aisha.post(page("celebrate", cast.maya, plan.pk), {"what": "Slept at Bea's.", **day("on")}).status_code == 303
    )
    assert aisha.post(page("end-plan", cast.maya, plan.pk), ended).status_code == 303
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "Maya sleeps at home." in shown
    assert "Add a step" not in shown
    with acting_as(cast.aisha):
        assert acts.begin_plan(by=cast.aisha, about=cast.maya, kind="in_need", because="Again.").pk != plan.pk
    assert "Plans before this one" in text(aisha.get(page("child-plan", cast.maya)))


def test_a_partner_says_yes_and_how_it_goes(cast, browse):
    from kith.directory.models import PartnerWorker

    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.sam)
        owner = PartnerWorker.objects.get(account_id=cast.priya.account_id)
        mine = step(cast.aisha, plan, what="Weigh Sam.", owner=owner, owner_name="")
        other = step(cast.aisha, plan)
    priya = browse("priya")
    assert "Weigh Sam." in text(priya.get("/partner/steps/"))
    path = f"/partner/steps/{mine.pk}/"
    assert priya.post(path, {"yes": "yes"}).status_code == 303
    assert "Priya Nair said yes" in text(priya.get(path))
    assert priya.post(path, {"state": ""}).status_code == 422
    assert priya.post(path, {"state": "done"}).status_code == 303
    assert "No steps are yours" in text(priya.get("/partner/steps/"))
    assert priya.get(f"/partner/steps/{other.pk}/").status_code == 404
    assert browse("aisha").get(path).status_code == 404
    with acting_as(cast.aisha):
        assert not PlanView.objects.exists()
