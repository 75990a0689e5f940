"""Asking agencies, what they answer, and telling back whoever told us."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import asked

_QUESTION = "What do you know of this child and family that bears on how safe and well they are?"


class AskAgencies(forms.Form):
    agencies = forms.MultipleChoiceField(
        label="Whom do you ask?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency."},
    )
    question = asked(
        forms.CharField(
            label="What do you need to know?",
            widget=forms.Textarea,
            max_length=2000,
            initial=_QUESTION,
            error_messages={"required": "Write what you need to know."},
        ),
        rows=3,
    )

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]


class AnswerRequest(forms.Form):
    """The agency’s own answer; or, `here`, one written down for them."""

    answer = forms.ChoiceField(
        label="What is the answer?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was answered. No answer is not “nothing held”."},
    )
    words = asked(
        forms.CharField(
            label="In words: what is held, or why you cannot say",
            required=False,
            widget=forms.Textarea,
            max_length=5000,
            help_text="The words may follow later.",
        ),
        rows=5,
    )
    answered_by = forms.CharField(label="Who answered for the agency?", required=False, max_length=200)

    def __init__(self, *args: Any, pack: Pack, here: bool, **options: Any):
        super().__init__(*args, **options)
        self.fields["answer"].choices = pack.choices("agency_answer")  # type: ignore[attr-defined]
        if not here:
            del self.fields["answered_by"]


class TellBack(forms.Form):
    how = forms.CharField(
        label="How were they told?",
        max_length=200,
        help_text="For example: rung at four.",
        error_messages={"required": "Say how they were told."},
    )
