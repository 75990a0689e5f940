"""A plan written in the room, agreed, looked at again, and given to those it is for (users.md 4.4, J13, J14)."""

import re
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.calendar import in_full
from kith.people.acts import say_about_me, say_situation
from kith.plans import acts
from kith.plans.models import Outcome, Plan, PlanReview, PlanView, Step
from kith.sharing.models import Release
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.decisions.making import decided
from tests.pages.staff.test_whole import day
from tests.plans.making import BECAUSE, UNDERSTOOD, agreed, begun, finished, looked_at, outcome, step, stood, whole
from tests.visits.going import page, text
from tests.voice.hearing import heard


def made(cast, make):
    with acting_as(cast.aisha):
        return make(cast.aisha, cast.maya)


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


def test_a_review_is_kept_with_gaps_then_finished(cast, browse):
    plan = made(cast, agreed)
    aisha = browse("aisha")
    path = page("review-plan", cast.maya, plan.pk)
    assert "Maya’s view" in text(aisha.get(path))
    some = {"working_child": "She slept four nights.", **day("on")}
    went = aisha.post(path, some)
    assert went.status_code == 303
    review = page("plan-review", cast.maya, int(went["Location"].rstrip("/").split("/")[-1]))
    refused = aisha.post(review, day("next_on", TODAY + timedelta(days=60)))
    assert refused.status_code == 422
    assert "Say how the outcome" in text(refused)
    with acting_as(cast.aisha):
        one, pk = Outcome.objects.get(), PlanReview.objects.get().pk
    rest = {
        "worries_parent": "Dean shouted once.",
        "change_professional": "Somebody to ring at night.",
        f"o{one.pk}_now": "on_track",
        f"o{one.pk}_score": "5",
        f"o{one.pk}_evidence": "Her chart.",
        **{f"p0_{name}": value for name, value in (("how", "in_person"), ("attended", "all"), ("spoke", "PN1"))},
        **{f"p1_{name}": value for name, value in (("how", "in_person"), ("attended", "all"), ("spoke", "self"))},
    }
    assert aisha.post(page("add-to-review", cast.maya, pk), rest).status_code == 303
    next_on = day("next_on", TODAY + timedelta(days=60))
    unsaid = aisha.post(review, next_on)
    assert unsaid.status_code == 422
    assert "Say whether this changes what we understand" in text(unsaid)
    assert "Ask the child what difference we make" in text(unsaid)
    changed = {**UNDERSTOOD, "understanding": "changed", "understanding_why": "Dean drinks again."}
    went = aisha.post(review, {**next_on, **changed})
    assert went["Location"] == page("child-assessment", cast.maya)
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "On track" in shown
    assert 'class="kith-trend"' in shown
    assert "Finished" in text(aisha.get(review))
    assert "somebody answers when I ring" in text(aisha.get(review))


def test_a_score_beyond_ten_keeps_everything_typed(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        key = f"o{Outcome.objects.get().pk}"
    given = {"working_child": "She slept.", f"{key}_now": "stuck", f"{key}_score": "11", **day("on")}
    answer = browse("aisha").post(page("review-plan", cast.maya, plan.pk), given)
    assert answer.status_code == 422
    assert "She slept." in text(answer)


def test_a_review_opens_with_the_childs_life_today_and_own_words_before_anything_else(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        review = looked_at(cast.aisha, plan, stood=stood(plan))
        heard(cast, cast.aisha, "He hurt me", sort="harm")
        heard(cast, cast.aisha, "I want to come")
    aisha = browse("aisha")
    for name in ("add-to-review", "plan-review"):
        seen = text(aisha.get(page(name, cast.maya, review.pk)))
        assert "Nobody has written it" in seen
        assert "“I want to come”" in seen
        assert "owes an answer by" in seen
        assert "He hurt me" not in seen
    with acting_as(cast.aisha):
        old = TODAY - timedelta(days=61)
        say_life_today(by=cast.aisha, about=cast.maya, text="She wakes at four and listens for the door.", on=old)
    seen = text(aisha.get(page("plan-review", cast.maya, review.pk)))
    assert "She wakes at four" in seen
    assert "older than it may be" in seen
    assert seen.index("She wakes at four") < seen.index("How each outcome stands")


def test_after_two_reviews_without_change_the_page_asks(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        finished(cast.aisha, looked_at(cast.aisha, plan, "stuck"), no_change_because="Dean was away at work.")
        review = looked_at(cast.aisha, plan, "stuck")
    aisha, path = browse("aisha"), page("plan-review", cast.maya, review.pk)
    assert "Nothing has changed twice" in text(aisha.get(path))
    given = {
        **day("next_on", TODAY + timedelta(days=60)),
        "no_change_because": "Dean is still away at work.",
        "after_no_change": "escalate",
        "after_no_change_why": "Grace decides on Monday.",
        **UNDERSTOOD,
    }
    assert aisha.post(path, given).status_code == 303


def test_the_plain_layer_and_the_sheet_hold_no_codes_and_no_views(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        step(cast.aisha, plan, what="Nan has Sam on Tuesdays & Thursdays.", owner_name="Nan", owner_kind="network")
    aisha = browse("aisha")
    plain = text(aisha.get(page("child-plan", cast.maya, layer="plain")))
    assert "This plan is because" in plain
    assert "I keep the talking off the stairs." not in plain
    assert "strong, and who helps" not in plain
    sheet = text(aisha.get(page("child-plan", cast.maya, layer="pictures")))
    assert sheet.count("<rect") == 7  # the days of the week, for the step that names some
    assert "Nan has Sam on Tuesdays &amp;" in sheet


def test_s3_17_bottom_lines_stand_in_the_plan_and_its_copy_and_not_on_the_fridge(cast, browse):
    made(cast, agreed)
    with acting_as(cast.aisha):
        say_situation(by=cast.aisha, about=cast.maya, kind="bottom_line", text="Nobody drives after drinking.")
        say_situation(by=cast.aisha, about=cast.maya, kind="strength", text="Nan rings every evening.")
        decided(cast, cast.aisha)
    aisha = browse("aisha")
    shown = [text(aisha.get(page("child-plan", cast.maya, **layer))) for layer in ({}, {"layer": "plain"})]
    shown.append(text(aisha.get(page("plan-print", cast.maya))))
    for one in shown:
        assert "Nobody drives after drinking." in one
        assert "Nan is there the whole time" in one
        assert "Nan rings every evening." in one
    hung = text(aisha.get(page("plan-print", cast.maya) + "?as=fridge")).partition("What leaves")[2]
    assert "Nan is there the whole time" not in hung
    assert "Nobody drives after drinking." not in hung
    assert "Nan rings every evening." in hung


def test_what_an_outcome_came_to_stands_beside_it_in_plain_words(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        finished(cast.aisha, looked_at(cast.aisha, plan))
    plain = text(browse("aisha").get(page("child-plan", cast.maya, layer="plain")))
    assert "Now: " in plain


def test_a_review_somebody_began_is_gone_on_with_and_no_second_one_is_asked_for(cast, browse):
    plan = made(cast, agreed)
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        begun_one = looked_at(cast.aisha, plan)
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert f'href="{page("plan-review", cast.maya, begun_one.pk)}">Go on with the review' in shown
    assert "Look at it again" not in shown


def test_a_review_that_is_not_finished_moves_no_day_of_the_next(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        done = finished(cast.aisha, looked_at(cast.aisha, plan))
        looked_at(cast.aisha, plan, on=TODAY)
    said = in_full(done.next_on)
    for layer in ({"layer": "plain"}, {"as": "fridge"}):
        name = "plan-print" if "as" in layer else "child-plan"
        assert f"By {said}." in text(browse("aisha").get(page(name, cast.maya, **layer)))


def test_a_long_step_is_whole_on_the_sheet_for_the_fridge(cast, browse):
    long = "Somebody at school has ten minutes for Maya on Mondays, and she may speak Polish there with Miss Lind."
    with acting_as(cast.aisha):
        step(cast.aisha, whole(cast.aisha, cast.maya), what=long)
    sheet = browse("aisha").get(page("child-plan", cast.maya, layer="pictures")).content.decode()
    drawn = " ".join(re.findall(r'<text x="170"[^>]*>([^<]*)</text>', sheet))
    assert long in drawn


def test_how_it_is_for_the_child_is_drawn_as_each_person_numbered_it(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        for score in (4, 6):
            said = {"who": "Kelly", "whose": "parent", "view": "agrees", "words": "Better.", "score": score}
            acts.confirm_plan_words(by=cast.aisha, about=cast.maya, plan=plan, **said)
            acts.change_plan(by=cast.aisha, about=cast.maya, plan=plan, because=f"She is afraid. {score}")
    assert "4 → 6" in text(browse("aisha").get(page("child-plan", cast.maya)))


def test_a_copy_is_released_through_the_check_and_read_at_home(cast, browse):
    plan = made(cast, agreed)
    aisha = browse("aisha")
    path = page("plan-print", cast.maya)
    form = {"recipient": cast.people["kelly"].ref, "recipient_name": "", "who_else_sees": "Dean"}
    text_of = "Maya’s plan\n\nIt ends when\nShe sleeps."
    assert aisha.post(path, {**form, "text": text_of}).status_code == 303
    assert "The plan for Maya" in text(browse("kelly").get("/p/"))
    assert "The plan for Maya" not in text(browse("tomek").get("/p/"))
    with acting_as(cast.system):
        step(cast.system, plan, what="Meet at 14 Larkspur Court.")
    refused = aisha.post(path + "?as=fridge", {**form, "paper": "a4"})
    assert refused.status_code == 422
    assert "must not reach" in text(refused)
    with acting_as(cast.aisha):
        assert Release.objects.count() == 1


def test_a_sheet_for_the_fridge_is_kept_as_it_left(cast, browse):
    made(cast, agreed)
    form = {"recipient": cast.maya.ref, "recipient_name": "", "who_else_sees": "nobody else", "paper": "a4"}
    aisha = browse("aisha")
    went = aisha.post(page("plan-print", cast.maya) + "?as=fridge", form)
    assert went.status_code == 303
    assert 'class="kith-fridge"' in text(aisha.get(went["Location"]))


def test_there_is_nothing_to_print_before_there_is_a_plan(cast, browse):
    assert browse("aisha").get(page("plan-print", cast.maya)).status_code == 404


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


def test_a_reader_who_may_not_write_reads_the_review_and_finishes_nothing(cast, browse):
    plan = made(cast, agreed)
    with acting_as(cast.aisha):
        review = looked_at(cast.aisha, plan, stood=stood(plan))
    sol, path = browse("sol"), page("plan-review", cast.maya, review.pk)
    sol.post(page("give-because", cast.maya), {"because": "I cover for the team today."})
    assert "Finish the review" not in text(sol.get(path))
    assert sol.post(path, day("next_on", TODAY + timedelta(days=9))).status_code == 404
    assert sol.get(page("review-plan", cast.maya, plan.pk)).status_code == 404


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


def test_what_there_is_to_be_glad_of_is_a_card_for_the_child_released_like_any_copy(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        acts.celebrate(by=cast.aisha, about=cast.maya, plan=plan, what="A night at Bea’s", raised_by="Nan Rose")
    aisha, path = browse("aisha"), page("child-print", cast.maya, "card")
    assert path in text(aisha.get(page("child-plan", cast.maya)))
    form = aisha.get(path).context["form"]
    assert form.initial["recipient"] == cast.maya.ref
    assert "A night at Bea’s\nNan Rose, 17 November 2026" in form.initial["text"]
    sent = {"recipient": cast.maya.ref, "who_else_sees": "Mum", "text": form.initial["text"]}
    assert "kith-glad" in aisha.post(path, sent, follow=True).content.decode()
    assert Release.objects.get().kind == "card"
