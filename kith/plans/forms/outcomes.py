"""What is asked about one outcome."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.plans.forms.planning import words
from kith.web.forms import DayField, asked


def line(label: str, most: int = 300, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most, **options)


class WriteOutcome(forms.Form):
    """Nothing but a statement or a need is required: what is missing is asked for before the plan is agreed."""

    statement = words("What will be different for the child?", rows=2, help_text="What people will see, not a service.")
    need = words("Which need does it answer?", rows=2)
    need_of = forms.ChoiceField(label="What kind of need is it?", required=False)
    assessed_on = DayField(label="When was this need assessed?", required=False)
    not_assessed_because = line("If it was not assessed yet: why could it not wait?")
    no_words = forms.ChoiceField(label="If none of the child’s own words: why not?", required=False)
    seen = words("What did you see of the child instead?", rows=2)
    measure = line("How will we know?")
    baseline = line("How is it now?")
    baseline_score = asked(
        forms.IntegerField(label="How is it now, from 0 to 10?", required=False, min_value=0, max_value=10),
        classes="govuk-input--width-3",
    )
    target = line("What do we aim for?")
    by_when = DayField(label="By when?", required=False)
    whose_change = forms.ChoiceField(label="Who will do something differently?", required=False)
    five_outcomes = forms.MultipleChoiceField(
        label="Which of the five outcomes?", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        blank = [("", "Not said yet")]
        self.fields["need_of"].choices = blank + pack.choices("need_of")  # type: ignore[attr-defined]
        self.fields["no_words"].choices = blank + pack.choices("no_own_words")  # type: ignore[attr-defined]
        self.fields["whose_change"].choices = blank + pack.choices("whose_change")  # type: ignore[attr-defined]
        self.fields["five_outcomes"].choices = pack.choices("five_outcomes")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given.get("statement") or given.get("need")):
            self.add_error("statement", "Write what will be different, or the need.")
        return given
