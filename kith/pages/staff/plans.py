"""A child's plan on one page, in three layers from the same rows: professional, plain, pictures (users.md 4.4)."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.calendar import ago
from kith.decisions import queries as decisions
from kith.packs import Pack
from kith.pages import plan_words
from kith.pages.staff.citing import quotes_beside
from kith.pages.staff.everyone import everyone
from kith.pages.staff.fitting import owed_in_plan
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.pages.staff.serving import needs_shown
from kith.people import queries as people
from kith.plans import queries, rules
from kith.plans.queries import Course, Held
from kith.voice import queries as voice
from kith.web.pictures import trend

LAYERS = (("", "For us"), ("plain", "In plain words"), ("pictures", "In pictures"))
WITH_THEM = ("works", "less_helpful", "knows_me")  # of all about me, what whoever plans must have before them (S0-12)
_STATES = {"starting": "planned", "happening": "met", "done": "done", "stuck": "stuck"}
_NOW = {"achieved": "met", "on_track": "open", "stuck": "stuck", "worse": "missed"}
_VIEWS = {"agrees": "agreed", "partly": "partly", "differently": "not_agreed", "not_asked": "not_owed"}


@child_page("the plan")
def child_plan(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Fourteen queries besides those of every page of a record."""
    layer = request.GET.get("layer", "")
    plans = [plan for plan in queries.plans_of(opened.child) if plan.written]
    plan = next(iter(plans), None)
    top = {**header(opened, "child-plan"), "layers": LAYERS, "layer": layer if layer in dict(LAYERS) else ""}
    if plan is None:
        return render(request, "pages/plans/none.html", top)
    held, newest = queries.held(plan), list(queries.reviews_of(plan))
    finished = next((one for one in newest if one.finished_on), None)
    next_on = queries.next_review_by(plan, finished, pack_of(opened))
    common = {"plan": plan, "held": held, "reviews": newest, "next_on": next_on, "before": plans[1:]}
    common["begun"] = next((one for one in newest if one.finished_on is None), None)
    if top["layer"]:
        return render(request, "pages/plans/plain.html", {**top, **common, **in_layer(opened, held, top, next_on)})
    return render(request, "pages/plans/plan.html", {**top, **common, **_professional(opened, held, top)})


def in_layer(
    opened: Opened, held: Held, top: dict[str, Any], next_on: date | None, *, hung: bool = False
) -> dict[str, Any]:
    """The plain words and the sheet for the fridge. `top`: what `header` gave. `hung`: whoever comes in reads it, so no
    bottom lines stand there, nor what the child said for the family. Two queries, or one.
    """
    name, pack = first_name(opened), pack_of(opened)
    beside = plan_words.Beside(
        strengths=[line.text for line in opened.situation.get("strength", [])],
        bottom_lines=[] if hung else bottom_lines(opened, top),
        courses=queries.courses(held.plan, held.outcomes),
        labels={key: dict(pack.choices(key)) for key in ("step_lane", "outcome_now")},
        said={} if hung else voice.may_be_told(held.outcomes, "family"),
    )
    return {
        "parts": plan_words.plain(held, name, top["lead"], next_on, beside),
        "sheet": plan_words.fridge(held, name, top["lead"]),
    }


def bottom_lines(opened: Opened, top: dict[str, Any]) -> list[str]:
    """What must stay true: as it was written down of where things are, and as decisions say (S3-17)."""
    lines = [line.text for line in opened.situation.get("bottom_line", [])]
    return list(dict.fromkeys([*lines, *top["bottom_lines"]]))


def first_name(opened: Opened) -> str:
    return opened.child.called.partition(" ")[0] if opened.child.name_held else "this child"


def _professional(opened: Opened, held: Held, top: dict[str, Any]) -> dict[str, Any]:
    pack, today = pack_of(opened), opened.actor.today
    gaps = [] if held.plan.agreed or held.plan.ended_on else queries.plan_gaps(held, pack)
    about = people.about_me(opened.child)
    knows = " ".join(line.text for line in about.get("knows_me", []))
    glad_of = {one.outcome_id for one in held.celebrations}
    said = quotes_beside(held.outcomes, opened, quiet=True)
    courses = queries.courses(held.plan, held.outcomes)
    outcomes = [_outcome(course, pack, today, glad_of, said.get(course.outcome.pk, [])) for course in courses]
    return {
        "with_them": [(label(pack, "about_me_part", part), about[part]) for part in WITH_THEM if about.get(part)],
        "ask_first": "" if held.plan.agreed or not rules.nobody_who_knows_was_asked(knows, held.views) else knows,
        "kind": label(pack, "plan_kind", held.plan.kind),
        "may_change": opened.may_write and not held.plan.ended_on,
        "gaps": gaps,
        "taken_back": decisions.taken_back("plan", held.plan.pk),
        "sign_offs": decisions.sign_offs_of("plan", held.plan.pk),
        **_asked_of(held, pack),
        "stale": [one for one in held.outcomes if _stale(one, today, pack)],
        "outcomes": outcomes,
        "needs": needs_shown(held, opened),
        "fitting": owed_in_plan(opened),
        "celebrated": _celebrated(outcomes),
        "everyone": everyone(held, pack, today),
        "lanes": _lanes(held, pack, today, opened.child.born_on),
        "to_help": queries.days_to_help(held),
        "views": [_view(view, pack) for view in held.views],
        "ideas": [(one, label(pack, "idea_answer", one.answer) if one.answer else "") for one in held.ideas],
        "earlier": [_view(view, pack) for view in held.earlier],
        "bottom_lines": bottom_lines(opened, top),
        "numbers": _numbers(held),
        "strengths": opened.situation.get("strength", []),
    }


def _asked_of(held: Held, pack: Pack) -> dict[str, Any]:
    """What the plan might still hold, what it leaves for later, and how parents find working with us."""
    five = dict(pack.choices("five_outcomes"))
    found = rules.prompts(held.plan, held.outcomes, held.to_do, five)
    return {
        "prompts": found,
        "untouched": [five[code].lower() for code in found.untouched],
        "not_now": [five.get(code, code).lower() for code in held.plan.not_now],
        "with_us": [
            {
                "who": who,
                "picture": trend(points, most=10),
                "course": ", ".join(str(score) for _, score in points),
                "fell": rules.fell([score for _, score in points]),
            }
            for who, points in queries.with_us(held.plan).items()
        ],
    }


def _stale(outcome: Any, today: date, pack: Pack) -> bool:
    return bool(outcome.assessed_on) and rules.stale_since(outcome.assessed_on, pack) <= today


def _numbers(held: Held) -> list[dict[str, Any]]:
    """How it is for the child, 0 to 10, as each person said it from version to version (users.md 4.4)."""
    said: dict[str, list[tuple[date, int]]] = {}
    for view in sorted([*held.earlier, *held.views], key=lambda one: (one.said_on, one.pk)):
        if view.score is not None:
            said.setdefault(view.who, []).append((view.said_on, view.score))
    return [
        {"who": who, "picture": trend(points, most=10), "course": " → ".join(str(score) for _, score in points)}
        for who, points in said.items()
    ]


def _celebrated(outcomes: list[dict[str, Any]]) -> tuple[int, int]:
    """Of the outcomes that were reached, how many were celebrated (S3-25): (so many, of so many)."""
    reached = [one for one in outcomes if one["reached"]]
    return sum(not one["to_celebrate"] for one in reached), len(reached)


def _outcome(
    course: Course, pack: Pack, today: date, glad_of: set[int | None], said: list[dict[str, str]]
) -> dict[str, Any]:
    """One outcome with its course: the picture, and the same as a table. `glad_of`: outcomes celebrated already.
    `said`: the child's words it rests on.
    """
    row, latest = course.outcome, course.latest
    reached = bool(latest and latest.now == "achieved")
    return {
        "row": row,
        "whose": label(pack, "whose_change", row.whose_change) if row.whose_change else "",
        "need_of": label(pack, "need_of", row.need_of) if row.need_of else "",
        "said": said,
        "no_words": label(pack, "no_own_words", row.no_words) if row.no_words else "",
        "tags": [label(pack, "five_outcomes", tag) for tag in row.five_outcomes],
        "picture": trend(course.scores, most=10),
        "now": latest and {"state": _NOW.get(latest.now, "due"), "words": label(pack, "outcome_now", latest.now)},
        "latest": latest,
        "reached": reached,
        "to_celebrate": reached and row.pk not in glad_of,
        "late": bool(row.by_when and row.by_when < today and not reached),
        "course": [
            {
                "day": day,
                "score": score,
                "value": actual.value if actual else row.baseline,
                "stood": label(pack, "outcome_now", actual.now) if actual else "Where it began",
                "whose": label(pack, "whose_view", actual.whose) if actual and actual.whose else "",
                "evidence": actual.evidence if actual else "",
            }
            for day, score, actual in course.points
        ],
    }


def _lanes(held: Held, pack: Pack, today: date, born_on: date | None) -> list[dict[str, Any]]:
    """Every lane, empty ones too (S1-32); steps without one stand with those for later."""
    codes = pack.choices("step_lane")
    last, twice = codes[-1][0], rules.given_twice(held.steps)
    return [
        {
            "title": title,
            "code": code,
            "steps": [
                {**step_shown(step, pack, today, born_on), "twice": twice.get(step.pk, [])}
                for step in held.steps
                if (step.lane or last) == code
            ],
        }
        for code, title in codes
    ]


def step_shown(step: Any, pack: Pack, today: date, born_on: date | None = None) -> dict[str, Any]:
    """A step as a line of a list."""
    waits_by = rules.step_accepted_by(step.given_on, pack)
    return {
        "row": step,
        "state": _STATES.get(step.state, "planned"),
        "state_words": f"{label(pack, 'step_state', step.state)}, {ago(step.state_on, today)}",
        "kind": label(pack, "step_owner", step.owner_kind) if step.owner_kind else "",
        "late": bool(step.by_when and step.by_when < today and step.state != "done"),
        "help": pack.helps.get(step.help_used),
        "misfit": rules.age_misfit(pack, step.help_used, born_on, step.given_on),
        "too_late_for_lane": rules.too_late_for_lane(step, pack),
        "waits": "" if step.accepted_on or step.state == "done" else "late" if waits_by < today else "waits",
        "waits_by": waits_by,
    }


def _view(view: Any, pack: Pack) -> dict[str, Any]:
    return {
        "row": view,
        "state": _VIEWS.get(view.view, "partly"),
        "words": label(pack, "plan_view", view.view),
        "whose": label(pack, "whose_view", view.whose),
    }
