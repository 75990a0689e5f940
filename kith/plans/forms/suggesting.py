"""What is asked about a suggestion."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.plans.forms.planning import words
from kith.web.forms import DayField, asked


class PutIdea(forms.Form):
    text = words("What do they suggest?", required=True, error_messages={"required": "Write what they suggest."})
    who = forms.CharField(
        label="Whose idea is it?", max_length=200, error_messages={"required": "Say whose idea it is."}
    )
    whose = asked(
        forms.ChoiceField(
            label="Who are they to the child?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose who they are."},
            help_text="What the child wants is written among their words, and answered there.",
        ),
        inline=True,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["whose"].choices = pack.choices("whose_view")  # type: ignore[attr-defined]


class AnswerIdea(forms.Form):
    answer = forms.ChoiceField(
        label="What do we make of it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what we make of it."},
    )
    because = words("Why, in words for whoever had the idea", help_text="Needed unless it is taken up.", rows=3)
    told_on = asked(DayField(label="When were they told?", required=False), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["answer"].choices = pack.choices("idea_answer")  # type: ignore[attr-defined]
