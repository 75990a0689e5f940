"""A plan for Maya with one of everything, its review not finished; and one for Sam with a step of a partner’s."""

from datetime import timedelta
from typing import Any

from kith.directory.models import PartnerWorker
from kith.plans import acts as plans
from kith.plans.models import Plan, PlanReview, Step
from tests.cast import TODAY, Cast

SECRET_PLAN = "The lantern was thrown down the cellar steps"
SECRET_OUTCOME = "She crosses the yard without counting"
SECRET_STEP = "Bring the spare lantern to the porch"
SECRET_VIEW = "I would rather mend it myself"
SECRET_POINT = "The cellar door has stood open since June"
SECRET_PART = "She was at the dentist in Thornby"
SECRET_GOOD = "She carried the lantern down herself"
PLANTED = [SECRET_PLAN, SECRET_OUTCOME, SECRET_STEP, SECRET_VIEW, SECRET_POINT, SECRET_PART, SECRET_GOOD]


def planned(cast: Cast) -> None:
    by = cast.aisha
    plan = plans.begin_plan(by=by, about=cast.maya, kind="in_need", because=SECRET_PLAN)
    more_planned(cast, plan, 0)
    stood = [plans.Stood(plan.outcomes.get(), "stuck")]
    plans.review_plan(by=by, about=cast.maya, plan=plan, stood=stood, **looked_at())
    sams = plans.begin_plan(by=by, about=cast.sam, kind="in_need", because="He does not gain weight.")
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    plans.add_step(by=by, about=cast.sam, plan=sams, what="Weigh him on Tuesdays.", owner=priya)


def more_planned(cast: Cast, plan: Plan, n: int) -> None:
    about = {"by": cast.aisha, "about": cast.maya, "plan": plan}
    plans.add_outcome(**about, statement=SECRET_OUTCOME, assessed_on=TODAY - timedelta(days=400))
    plans.add_step(**about, what=SECRET_STEP, owner_name=f"Nan {n}")
    plans.confirm_plan_words(**about, who=f"Nan {n}", whose="network", view="differently", words=SECRET_VIEW)
    plans.celebrate(**about, what=SECRET_GOOD)
    plans.put_idea(**about, text=SECRET_STEP, who=f"Nan {n}", whose="network")


def looked_at() -> dict[str, Any]:
    return {
        "points": [plans.Point("worries", SECRET_POINT, "child")],
        "people": [plans.TookPart("Maya", "child", attended="no", why_not=SECRET_PART)],
    }


def of_plans(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    plan = Plan.objects.get(person=cast.maya)
    return {
        **{
            name: {**ref, "pk": plan.pk}
            for name in (
                *(
                    "change-plan",
                    "not-now",
                    "add-outcome",
                    "add-step",
                    "confirm-plan",
                    "agree-plan",
                    "take-back-plan",
                    "celebrate",
                    "put-idea",
                    "end-plan",
                ),
                "review-plan",
            )
        },
        **{name: {**ref, "pk": plan.outcomes.first().pk} for name in ("change-outcome", "end-outcome")},
        **{
            name: {**ref, "pk": plan.steps.first().pk}
            for name in ("report-step", "accept-step", "change-step", "take-out-step")
        },
        "answer-idea": {**ref, "pk": plan.ideas.first().pk},
        **{name: {**ref, "pk": PlanReview.objects.get().pk} for name in ("plan-review", "add-to-review")},
        "my-step": {"pk": Step.objects.get(person=cast.sam).pk},
    }
