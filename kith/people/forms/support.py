"""What is asked about an adult's own support."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.models import Person
from kith.web.forms import DayField, asked


class _Stands(forms.Form):
    """How it stands: the same questions when it is first noted and each time it changes."""

    state = asked(
        forms.ChoiceField(
            label="How does it stand?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose how it stands."},
        )
    )
    asked_who = forms.CharField(
        label="Who is asked to help them?",
        required=False,
        max_length=200,
        help_text="A service, a surgery, somebody they trust. You can save without it: it then shows as still to do.",
    )
    asked_on = DayField(label="When were they asked?", required=False)
    next_step = forms.CharField(label="What happens next?", required=False, max_length=300)
    next_on = DayField(label="By when?", required=False)
    on_child = asked(
        forms.CharField(label="How does it affect the child?", widget=forms.Textarea, required=False, max_length=2000),
        rows=2,
    )
    on_offer = asked(
        forms.CharField(
            label="What does it change in how we work with them?",
            widget=forms.Textarea,
            required=False,
            max_length=2000,
            help_text="Times, places, words, who explains, what is written in pictures.",
        ),
        rows=2,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["state"].choices = pack.choices("adult_support")  # type: ignore[attr-defined]


class NoteAdultSupport(_Stands):
    """Cleans to `other` (a person) and the act's other keywords."""

    other = forms.ChoiceField(label="Who is it for?", error_messages={"required": "Choose who it is for."})
    need = forms.ChoiceField(
        label="What do they need support with?",
        error_messages={"required": "Choose what they need support with."},
    )
    need_words = forms.CharField(
        label="In their words, if they said it", required=False, max_length=300, help_text="Only what is needed here."
    )

    def __init__(self, *args: Any, adults: Sequence[Person], pack: Pack, **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.adults = {one.ref: one for one in adults}
        self.fields["other"].choices = [("", ""), *((ref, one.called) for ref, one in self.adults.items())]  # type: ignore[attr-defined]
        self.fields["need"].choices = [("", ""), *pack.choices("adult_need")]  # type: ignore[attr-defined]
        self.order_fields(["other", "need", "need_words"])

    def clean_other(self) -> Person:
        return self.adults[self.cleaned_data["other"]]


class ChangeAdultSupport(_Stands):
    """How it stands now."""
