"""The questions about promises."""

from collections.abc import Sequence

from django import forms

from kith.web.forms import DayField, asked


class NameWhoAnswers(forms.Form):
    """Choices of worker are given by the page."""

    worker = forms.TypedChoiceField(
        label="Who answers for it?",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="Somebody who works here. Leave it at “nobody by name” to write a role below.",
    )
    role = asked(
        forms.CharField(
            label="Or which role?",
            help_text="As people here say it, for example “head of family help”.",
            max_length=120,
            required=False,
        )
    )
    on = DayField(label="From which day?")

    def __init__(self, *args: object, workers: Sequence[tuple[int, str]], **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["worker"].choices = [("", "Nobody by name"), *workers]  # type: ignore[attr-defined]
