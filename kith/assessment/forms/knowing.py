"""What is asked about the whole child."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked


class SayLifeToday(forms.Form):
    text = asked(
        forms.CharField(
            label="What is life like for this child today?",
            widget=forms.Textarea,
            max_length=3000,
            help_text="As the child lives it: waking, eating, school, who is there, what is good and what is hard.",
            error_messages={"required": "Write what life is like for them today."},
        ),
        rows=7,
    )


class MarkGrowing(forms.Form):
    """One question and one box for each part of growing. Cleans to `on` and `marks`."""

    on = asked(DayField(label="When did you see this?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.areas = pack.choices("development_area")
        marks = [("", "Not looked at today"), *pack.choices("development_mark")]
        for area, label in self.areas:
            self.fields[area] = asked(
                forms.ChoiceField(label=label, widget=forms.RadioSelect, required=False, choices=marks), inline=True
            )
            self.fields[f"{area}_saw"] = forms.CharField(label="What did you see?", required=False, max_length=600)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        marks = {area: (given[area], given.get(f"{area}_saw", "")) for area, _ in self.areas if given.get(area)}
        if not marks and not self.errors:
            raise forms.ValidationError("Mark at least one part of growing.")
        return {"on": given.get("on"), "marks": marks}


class RateWellbeing(forms.Form):
    """Cleans to the act's keywords."""

    view = asked(
        forms.ChoiceField(
            label="Whose view?", widget=forms.RadioSelect, error_messages={"required": "Choose whose view this is."}
        ),
        inline=True,
    )
    view_of = forms.CharField(
        label="Their name", max_length=200, error_messages={"required": "Say whose view this is, by name."}
    )
    words = asked(
        forms.CharField(label="In their words", required=False, widget=forms.Textarea, max_length=600), rows=2
    )
    on = asked(DayField(label="When did they say it?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["view"].choices = pack.choices("rated_by")  # type: ignore[attr-defined]
        self.indicators = pack.choices("wellbeing_indicator")
        for code, label in self.indicators:
            self.fields[code] = asked(
                forms.IntegerField(
                    label=label,
                    required=False,
                    min_value=0,
                    max_value=10,
                    error_messages={
                        "invalid": f"{label}: give a whole number from 0 to 10.",
                        "min_value": f"{label}: give a number from 0 to 10.",
                        "max_value": f"{label}: give a number from 0 to 10.",
                    },
                ),
                classes="govuk-input--width-3",
            )
        self.order_fields(["on", "view", "view_of", *(code for code, _ in self.indicators), "words"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        scores = {code: given[code] for code, _ in self.indicators if given.get(code) is not None}
        if not scores and not self.errors:
            raise forms.ValidationError("Give at least one number.")
        return {**{name: given.get(name) for name in ("view", "view_of", "words", "on")}, "scores": scores}
