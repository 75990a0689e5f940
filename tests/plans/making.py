"""Plans for the tests of plans: one that lacks nothing, and the pieces it is made of."""

from datetime import date, timedelta
from typing import Any

from kith.access import acting_as
from kith.plans import acts
from kith.plans.acts import Point, Stood, TookPart
from kith.plans.models import Idea, NeedAnswer, Outcome, Plan, PlanReview
from kith.voice.acts import cite_words, write_down_words
from tests.cast import TODAY

BECAUSE = "The shouting at night frightens Maya and she does not sleep."
ENDS_WHEN = "Maya sleeps through the night at home, three weeks in a row."
IF_WORSE = "Nan takes the children for the night and Aisha comes the same day."
OUTCOME = {
    "need": "Maya wakes at every noise.",
    "need_of": "parenting",
    "statement": "Maya sleeps through the night.",
    "measure": "Nights she sleeps through, as she and Kelly count them.",
    "baseline": "Two nights of seven.",
    "baseline_score": 3,
    "target": "Seven nights of seven.",
    "by_when": date(2027, 1, 15),
    "whose_change": "parent",
    "assessed_on": date(2026, 10, 1),
    "five_outcomes": ["safe", "healthy"],
    "no_words": "observed",
    "seen": "She lies with her hands over her ears until the house is quiet.",
}
STEP = {
    "what": "Kelly and Dean talk in the kitchen after eight, not on the stairs.",
    "owner_kind": "family",
    "owner_name": "Kelly Okafor",
    "by_when": date(2026, 11, 30),
    "lane": "short",
    "notice": "It is quiet on the stairs when she goes up.",
    "uses": "Kelly sits with her every evening.",
}


def begun(by: Any, child: Any, on: date = TODAY, **given: Any) -> Plan:
    texts = {"because": BECAUSE, "ends_when": ENDS_WHEN, "if_worse": IF_WORSE, "kind": "in_need", **given}
    return acts.begin_plan(by=by, about=child, on=on, **texts)


def outcome(by: Any, plan: Plan, **given: Any) -> Outcome:
    return acts.add_outcome(by=by, about=plan.person, plan=plan, **{**OUTCOME, **given})


def outcome_on_words(by: Any, plan: Plan, text: str = "I want it quiet when I go to bed.", **given: Any) -> Outcome:
    """One that rests on what the child said (S3-02)."""
    made = outcome(by, plan, no_words="", seen="", **given)
    words = write_down_words(by=by, about=plan.person, sort="good_thing", text=text)
    cite_words(by=by, about=plan.person, row=made, words=[words])
    return made


def step(by: Any, plan: Plan, **given: Any) -> Any:
    return acts.add_step(by=by, about=plan.person, plan=plan, **{**STEP, **given})


def idea(by: Any, plan: Plan, **given: Any) -> Idea:
    said = {"text": "The children sleep at mine on Fridays.", "who": "Nan Rose", "whose": "network", **given}
    return acts.put_idea(by=by, about=plan.person, plan=plan, **said)


def lacking(by: Any, one: Outcome, **given: Any) -> NeedAnswer:
    """Why no service meets the need of one outcome."""
    said = {"lacks": "none", "kind": "child_mind", **given}
    return acts.answer_need(by=by, about=one.person, outcome=one, **said)


def confirmed(by: Any, plan: Plan) -> None:
    for who, whose, words in (
        ("Kelly Okafor", "parent", "I keep the talking off the stairs."),
        ("Maya", "child", "They stop shouting where I can hear it."),
    ):
        acts.confirm_plan_words(by=by, about=plan.person, plan=plan, who=who, whose=whose, view="agrees", words=words)


def whole(by: Any, child: Any, on: date = TODAY) -> Plan:
    """A plan that lacks nothing, not agreed yet."""
    plan = begun(by, child, on)
    outcome(by, plan)
    step(by, plan)
    confirmed(by, plan)
    return plan


def agreed(by: Any, child: Any) -> Plan:
    return acts.agree_plan(by=by, about=child, plan=whole(by, child))


POINTS = [
    Point("working", "She slept four nights.", "child", "Maya"),
    Point("worries", "Dean came home drunk once.", "parent", "Kelly"),
    Point("change", "Somebody to ring at night.", "professional", "Aisha Khan"),
]
PEOPLE = [
    TookPart("Maya", "child", how="in_person", prepared_with=["talked"], attended="all", spoke="PN1"),
    TookPart("Kelly Okafor", "parent", how="in_person", prepared_with=["papers"], attended="all", spoke="self"),
]


def stood(plan: Plan, now: str = "on_track", **given: Any) -> list[Stood]:
    details = {"value": "Four nights of seven.", "score": 5, "evidence": "Her sleep chart.", **given}
    return [Stood(one, now, whose="parent", who="Kelly", **details) for one in plan.outcomes.order_by("pk")]


def looked_at(by: Any, plan: Plan, now: str = "on_track", **given: Any) -> PlanReview:
    """A review that lacks nothing but its end."""
    details = {"points": POINTS, "stood": stood(plan, now), "people": PEOPLE, **given}
    return acts.review_plan(by=by, about=plan.person, plan=plan, **details)


UNDERSTOOD = {
    "understanding": "same",
    "understanding_why": "It is what Kelly told us in October.",
    "difference_child": "“You come when you say.”",
    "difference_family": "Kelly: somebody answers when I ring.",
    "difference_others": "The school was not asked: it is half-term.",
}


def finished(by: Any, review: PlanReview, **given: Any) -> PlanReview:
    details = {"next_on": TODAY + timedelta(days=60), **UNDERSTOOD, **given}
    return acts.finish_review(by=by, about=review.person, review=review, **details)


def made(cast: Any, make: Any) -> Any:
    """One of the above about Maya, by Aisha."""
    with acting_as(cast.aisha):
        return make(cast.aisha, cast.maya)
