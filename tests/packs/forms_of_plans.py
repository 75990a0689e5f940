"""The forms of plans, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.plans import forms as plan_forms
from kith.plans.models import Outcome

# What kind of answer each of the three gave who were asked what difference we make.
SORTED = {f"difference_said_{whose}": "difference_said" for whose in ("child", "family", "others")}


def plan_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield plan_forms.BeginPlan(pack=pack), {"kind": "plan_kind"}
    outcome = {"need_of": "need_of", "whose_change": "whose_change", "five_outcomes": "five_outcomes"}
    outcome |= {"no_words": "no_own_words"}
    yield plan_forms.WriteOutcome(pack=pack), outcome
    step = {"owner_kind": "step_owner", "lane": "step_lane"}
    yield plan_forms.WriteStep(pack=pack, owners={}, outcomes={}, siblings={}), step
    yield plan_forms.ReportStep(pack=pack), {"state": "step_state"}
    asked = {"p0_whose": "whose_view", "p0_how": "took_part_how", "p0_answer": "invited_answer"}
    yield plan_forms.ReadyForReview(pack=pack, invited=[], people=[]), {"ready": "conference_ready", **asked}
    yield plan_forms.ConfirmPlan(pack=pack), {"whose": "whose_view", "view": "plan_view"}
    part = {"how": "took_part_how", "prepared_with": "prepared_with", "attended": "attended"}
    people = [plan_forms.Someone("Ada", "child")]
    yield (
        plan_forms.WriteReview(pack=pack, name="Ada", outcomes=[Outcome(pk=1)], people=people),
        {
            "o1_now": "outcome_now",
            "o1_whose": "whose_view",
            "p0_spoke": "child_took_part",
            **{f"p{place}_{name}": key for place in (0, 1) for name, key in part.items()},
            "p1_whose": "whose_view",
            "p1_spoke": "spoke",
        },
    )
    finish = {name: name for name in ("after_no_change", "understanding")}
    yield plan_forms.FinishReview(pack=pack, wanted={"after_no_change"}), {**finish, **SORTED}
    yield plan_forms.AnswerNeed(pack=pack), {"lacks": "no_service", "kind": "help_wanted"}
    yield plan_forms.PutIdea(pack=pack), {"whose": "whose_view"}
    yield plan_forms.AnswerIdea(pack=pack), {"answer": "idea_answer"}
    for plain in (plan_forms.ChangePlan, plan_forms.EndIt, plan_forms.SayCelebration, plan_forms.AcceptStep):
        yield plain(), {}
    yield plan_forms.AgreePlan(wanted=set()), {}
