"""What is asked about one step."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.plans.forms.outcomes import line
from kith.plans.forms.planning import words
from kith.web.forms import DayField, asked

NOBODY = ""


class WriteStep(forms.Form):
    """Cleans to the act's keywords. `owners`: workers who sign in here, by account; `outcomes` of this plan, by id;
    `siblings`: plans of brothers and sisters this step may serve too, by id.
    """

    what = words(
        "What will be done?",
        rows=2,
        required=True,
        error_messages={"required": "Say what will be done."},
    )
    owner_kind = forms.ChoiceField(label="Who does it?", widget=forms.RadioSelect, required=False)
    owner_name = forms.CharField(label="Their name", required=False, max_length=200)
    owner = forms.ChoiceField(
        label="Or a worker who signs in here", required=False, help_text="They see it among their steps."
    )
    by_when = DayField(label="By when?", required=False)
    lane = forms.ChoiceField(label="When is it for?", widget=forms.RadioSelect, required=False)
    notice = line("How will the child notice?")
    uses = line("Which strength, or whose help, does it use?", help_text="Somebody of the family’s own people first.")
    help_used = asked(
        forms.ChoiceField(label="Is it one of the helps on offer?", required=False, help_text="Each is for an age."),
        as_select=True,
    )
    age_because = line("If it is for another age: why this one?")
    outcome = forms.ChoiceField(label="Which outcome is it for?", required=False)
    protective = forms.BooleanField(
        label="This step keeps the child safe",
        required=False,
        help_text="Its owner says yes to it within two working days, or their manager is told.",
    )
    of_who_they_are = forms.BooleanField(
        label="This step makes room for who the child is",
        required=False,
        help_text="Their faith, language, family’s days, friends, talents.",
    )
    serves = forms.MultipleChoiceField(
        label="Does it serve a brother or sister too?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Each has a line in their own plan.",
    )

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        owners: Mapping[str, Any],
        outcomes: Mapping[str, Any],
        siblings: Mapping[str, Any],
        **options: Any,
    ):
        super().__init__(*args, **options)
        self.owners, self.outcomes, self.siblings = owners, outcomes, siblings
        self._choose("owner_kind", pack.choices("step_owner"))
        self._choose("lane", pack.choices("step_lane"))
        helps = [(one.key, f"{one.title} ({one.ages})") for one in pack.helps.values()]
        self._choose("help_used", [(NOBODY, "No, something else"), *helps])
        self._choose("owner", [(NOBODY, "Nobody of these"), *((key, str(one)) for key, one in owners.items())])
        named = [(key, one.statement or one.need) for key, one in outcomes.items()]
        self._choose("outcome", [(NOBODY, "None in particular"), *named])
        self._choose("serves", [(key, plan.person.called) for key, plan in siblings.items()])
        for empty in [
            name for name, held in (("owner", owners), ("outcome", outcomes), ("serves", siblings)) if not held
        ]:
            del self.fields[empty]

    def _choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        serves = given.pop("serves", [])
        return {
            **given,
            "owner": self.owners.get(given.get("owner", NOBODY)),
            "outcome": self.outcomes.get(given.get("outcome", NOBODY)),
            "with_plans": [self.siblings[key] for key in serves],
        }


class TakeOut(forms.Form):
    because = words(
        "Why is it no longer in the plan?",
        rows=2,
        required=True,
        error_messages={"required": "Say why it is taken out of the plan."},
    )


class ReportStep(forms.Form):
    state = forms.ChoiceField(
        label="How is it going?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is going."},
    )
    why = words("If it is stuck: why?", rows=2)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["state"].choices = pack.choices("step_state")  # type: ignore[attr-defined]


class AcceptStep(forms.Form):
    accepted_by = forms.CharField(
        label="Who said yes?", max_length=200, error_messages={"required": "Say who said yes."}
    )
    on = asked(DayField(label="When?"), recent=True)
