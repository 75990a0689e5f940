"""The forms of decisions and levels of help, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.decisions import forms as decision_forms
from kith.involvement import forms as front_forms
from tests.cast import NOW
from tests.packs.forms_of_people import BABY
from tests.packs.forms_of_plans import SORTED


def decision_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    at, today = f"agree_{BABY.pk}", NOW.date()
    written = {"kind": "decision_kind", at: "agreement_answer", f"{at}_exception": "agreement_exception"}
    yield decision_forms.WriteDecision(pack=pack, holders=[BABY]), written
    yield decision_forms.ReadDecision(), {}
    yield decision_forms.AskForSignOff(readers=[]), {}
    yield decision_forms.ReadPlan(), {}
    yield decision_forms.SendBack(), {}
    yield decision_forms.ChallengeDecision(), {}
    yield decision_forms.ChallengeHere(), {}
    yield decision_forms.AnswerChallenge(pack=pack), {"outcome": "challenge_outcome"}
    yield decision_forms.LookAgain(pack=pack), {"answer": "revisit_answer"}
    yield decision_forms.NoteBreach(), {}
    yield decision_forms.TellDecision(), {}
    document = pack.threshold_document(today)
    yield front_forms.AskForLevel(pack=pack, document=document, now="child_in_need"), {}
    yield front_forms.CloseWork(pack=pack), {"reason": "closure_reason", "together": "ended_together", **SORTED}
