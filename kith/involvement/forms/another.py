"""A child asks for another worker: what they said, the answer, and who told them (S1-21)."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked


class AskForAnother(forms.Form):
    text = asked(
        forms.CharField(
            label="What did they say?",
            required=False,
            widget=forms.Textarea,
            max_length=3000,
            help_text="In their own words. They need not say why.",
        ),
        rows=4,
    )
    on = asked(DayField(label="When did they ask?"), recent=True)


class AnswerAnother(forms.Form):
    """Cleans to the act's keywords."""

    outcome = forms.ChoiceField(
        label="What is the answer?", widget=forms.RadioSelect, error_messages={"required": "Choose the answer."}
    )
    answer = asked(
        forms.CharField(
            label="In words for the child",
            widget=forms.Textarea,
            max_length=3000,
            help_text="What happens now, and why. As you would say it to them.",
            error_messages={"required": "Write the answer as you would say it to the child, with the reason."},
        ),
        rows=5,
    )
    told_by = forms.CharField(
        label="Who told them?", required=False, max_length=200, help_text="Leave empty if nobody has yet."
    )
    told_on = DayField(label="When?", required=False)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["outcome"].choices = pack.choices("answer_outcome")  # type: ignore[attr-defined]


class TellAnother(forms.Form):
    told_by = forms.CharField(
        label="Who told them?", max_length=200, error_messages={"required": "Say who told the child."}
    )
    on = asked(DayField(label="When were they told?"), recent=True)
