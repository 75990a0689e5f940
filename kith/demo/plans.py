"""Maya's and Leo's plans: made in the room with the family, agreed, looked at once, and something to be glad of."""

from datetime import date, timedelta
from typing import Any

from kith.access import Actor, acting_as
from kith.demo.story import Family
from kith.directory.models import PartnerWorker
from kith.plans import acts
from kith.plans.acts import Point, Stood, TookPart
from kith.plans.models import Plan
from kith.voice.acts import cite_words
from kith.voice.models import Words

_IF_WORSE = "Nan Rose has the children the same night, and Kelly rings Aisha, or the number for nights."
_WAITS = "Two of her wishes wait for Dad's flat and for a bed: she knows by when she hears."
_PLANS: dict[str, dict[str, str]] = {
    "maya": {
        "because": "The shouting at night frightens Maya: she lies awake listening, and minds Sam instead of sleeping.",
        "ends_when": "Maya sleeps through the night at home, three weeks in a row, and Dean keeps to what was agreed.",
    },
    "leo": {
        "because": "Leo holds his ears when voices get loud, and has stopped talking at nursery.",
        "ends_when": "Leo plays and talks at nursery as he does at Nan's, six weeks in a row.",
    },
}
_OUTCOMES: dict[str, dict[str, Any]] = {
    "maya": {
        "need": "Quiet nights, and a grown-up who is the grown-up.",
        "need_of": "parenting",
        "statement": "Maya sleeps through the night.",
        "measure": "The nights on her chart, as she and Kelly count them.",
        "baseline": "Two nights of seven.",
        "baseline_score": 3,
        "target": "Seven nights of seven.",
        "whose_change": "parent",
        "five_outcomes": ["safe", "healthy"],
    },
    "leo": {
        "no_words": "observed",
        "seen": "He holds his ears at nursery when anybody laughs loudly, and goes to the book corner alone.",
        "need": "To feel safe enough to talk away from home.",
        "need_of": "growing",
        "statement": "Leo talks at nursery.",
        "measure": "What his key worker hears in a week.",
        "baseline": "A word or two, to one grown-up.",
        "baseline_score": 2,
        "target": "He asks for what he wants, and plays with two others.",
        "whose_change": "service",
        "five_outcomes": ["achieve"],
    },
}
_STOOD = {
    "maya": ("on_track", "Four nights of seven.", 5, "Her chart: two weeks without a night awake."),
    "leo": ("stuck", "Still a word or two.", 2, "His key worker's notes of the last month."),
}

_TO_CHANGE = {
    "maya": ("I want to know who comes if I am scared.", "School needs to hear of a bad night the same morning."),
    "leo": ("Miss Kay not gone.", "Nursery needs a way to tell us the same day."),
}
_HELPED = {"leo": "We put the telephones in a drawer at eight, and nobody shouts over them now."}
_NOTHING_MOVED = {"leo": "The key worker left in the second week; the new one begins with Leo on Monday."}


def tell_plans(t: Family) -> None:
    plans = {name: _begun(t, name) for name in ("maya", "leo")}
    _steps(t, plans)
    for plan in plans.values():
        _agreed(t, plan)
    for name, plan in plans.items():
        _looked_at(t, name, plan)
    by = t.by("aisha", 20, 17)
    with acting_as(by):  # said in her corner since, and she is content that the family hears of it
        tired = Words.objects.get(person=t.people["maya"], text="who gets Mum up when she is tired")
        cite_words(by=by, about=t.people["maya"], row=plans["maya"].outcomes.get(), words=[tired])
    by = t.by("aisha", 13, 17)
    with acting_as(by):
        acts.celebrate(
            by=by,
            about=t.people["maya"],
            plan=plans["maya"],
            what="Maya slept at Bea's house, the whole night, and told everyone.",
            raised_by="Nan Rose",
            shared_with="Maya, Kelly, Mrs Bell",
        )


def _begun(t: Family, name: str) -> Plan:
    by, child = t.by("aisha", 62, 15), t.people[name]
    with acting_as(by):
        plan = acts.begin_plan(by=by, about=child, on=by.today, kind="in_need", if_worse=_IF_WORSE, **_PLANS[name])
        days: dict[str, date] = {"assessed_on": t.day(90), "by_when": t.day(-45)}
        made = acts.add_outcome(by=by, about=child, on=by.today, plan=plan, **_OUTCOMES[name], **days)
        if not made.no_words:
            said = Words.objects.filter(person=child, said_on__lte=by.today).exclude(sort="harm").exclude(text="")
            cite_words(by=by, about=child, on=by.today, row=made, words=said.order_by("-said_on", "-pk")[:1])
    return plan


def _steps(t: Family, plans: dict[str, Plan]) -> None:
    """One serves both children; one is the school's, and Marsha Lind sees it among her own."""
    by, maya, leo = t.by("aisha", 61, 15), t.people["maya"], t.people["leo"]
    with acting_as(by):
        sleeps = plans["maya"].outcomes.get()
        nights = acts.add_step(
            by=by,
            about=[maya, leo],
            on=by.today,
            plan=plans["maya"],
            outcome=sleeps,
            with_plans=[plans["leo"]],
            what="Nan Rose has Sam on Tuesdays and Thursdays, so that everyone sleeps.",
            owner_kind="network",
            owner_name="Nan Rose",
            by_when=t.day(-40),
            lane="long",
            uses="Nan Rose comes two days a week already.",
            notice="Nobody wakes her for Sam.",
        )
        quiet = acts.add_step(
            by=by,
            about=maya,
            on=by.today,
            plan=plans["maya"],
            outcome=sleeps,
            what="Kelly and Dean talk in the kitchen after eight, never on the stairs.",
            owner_kind="family",
            owner_name="Kelly Okafor",
            by_when=t.day(59),
            lane="now",
            notice="It is quiet when she goes up.",
            protective=True,
        )
        _step_of_the_school(t, by, plans["maya"])
        for step in plans["maya"].steps.order_by("pk"):
            acts.accept_step(by=by, about=maya, on=by.today, step=step, accepted_by=step.owner_name)
        acts.report_step(by=by, about=maya, step=nights, on=by.today, state="happening")
        acts.report_step(by=by, about=maya, step=quiet, on=by.today, state="done")


def _step_of_the_school(t: Family, by: Actor, plan: Plan) -> None:
    acts.add_step(
        by=by,
        about=t.people["maya"],
        on=by.today,
        plan=plan,
        what="Somebody at school has ten minutes for Maya on Mondays, and she may speak Polish there.",
        of_who_they_are=True,
        owner_kind="agency",
        owner=PartnerWorker.objects.get(account=t.services.accounts["marsha"]),
        by_when=t.day(-14),
        lane="short",
    )


def _agreed(t: Family, plan: Plan) -> None:
    by, child = t.by("aisha", 58, 16), plan.person
    name = child.called.partition(" ")[0]
    with acting_as(by):
        for who, whose, view, words, score in (
            ("Nan Rose", "network", "agrees", "Tuesdays and Thursdays, from tea to breakfast.", 5),
            ("Kelly Okafor", "parent", "partly", "I keep it off the stairs. I said Wednesday, not Thursday.", 6),
            ("Marsha Lind", "professional", "agrees", "Mondays at ten past nine, in the library.", 4),
            (name, "child", "agrees", "Nan takes Sam and I can sleep.", 3),
        ):
            said = {"who": who, "whose": whose, "view": view, "words": words, "score": score}
            acts.confirm_plan_words(by=by, about=child, on=by.today, plan=plan, **said)
        acts.agree_plan(by=by, about=child, on=by.today, plan=plan, unanswered_because=_WAITS)


def _looked_at(t: Family, name: str, plan: Plan) -> None:
    by, child = t.by("aisha", 14, 15), plan.person
    now, value, score, evidence = _STOOD[name]
    wants, we_need = _TO_CHANGE[name]
    with acting_as(by):
        stood = [Stood(plan.outcomes.get(), now, value, score, evidence, "parent", "Kelly Okafor")]
        points = [
            Point("working", "Nan's nights are kept: she came every week.", "network", "Nan Rose"),
            Point("worries", "Dean rang at midnight twice.", "parent", "Kelly Okafor"),
            Point("change", wants, "child", child.called.partition(" ")[0]),
            Point("change", we_need, "professional", by.name),
        ]
        people = [
            TookPart(child.called.partition(" ")[0], "child", child, "apart", ["talked", "pictures"], "part", "PN3"),
            TookPart("Kelly Okafor", "parent", None, "in_person", ["papers"], "all", "self", with_us=7),
            TookPart("Nan Rose", "network", None, "in_person", ["talked"], "all", "self"),
            TookPart("Marsha Lind", "professional", None, "remote", ["papers"], "part", "self"),
        ]
        review = acts.review_plan(by=by, about=child, on=by.today, plan=plan, points=points, stood=stood, people=people)
        acts.finish_review(
            by=by,
            about=child,
            on=by.today,
            review=review,
            next_on=by.today + timedelta(days=70),
            understanding="same",
            understanding_why="It is what Kelly, the children and the school told us in the autumn.",
            no_change_because=_NOTHING_MOVED.get(name, ""),
            helped=_HELPED.get(name, ""),
            difference_child="“You come when you say.”",
            difference_family="Kelly: the nights at Nan's are worth more than all the meetings.",
            difference_others="Marsha Lind, from school: she hears sooner what is going on.",
            difference_said={"child": "helped", "family": "helped", "others": "helped"},
            difference_who=t.people["kelly"],
            unanswered_because=_WAITS,
        )
