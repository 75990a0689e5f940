"""What is asked when it is not safe to tell somebody, and when it is again."""

from datetime import date
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.models import Person
from kith.web.forms import DayField, asked


class NotSafe(forms.Form):
    """Cleans to the act's keywords."""

    person = forms.ChoiceField(
        label="Whom is it not safe to tell?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who must not be told."},
    )
    reason = asked(
        forms.ChoiceField(label="Why not?", error_messages={"required": "Choose why it is not safe."}), as_select=True
    )
    because = asked(
        forms.CharField(
            label="What could happen if they were told?",
            widget=forms.Textarea,
            error_messages={"required": "Say what could happen if they were told."},
        ),
        rows=3,
    )
    decided_by = forms.CharField(
        label="Who decided this?", max_length=200, error_messages={"required": "Say who decided this."}
    )
    review_on = DayField(label="When will it be looked at again?")

    def __init__(self, *args: Any, known: list[Person], pack: Pack, decider: str, review: date, **kwargs: Any):
        super().__init__(*args, initial={"decided_by": decider, "review_on": review}, **kwargs)
        self.known = {person.ref: person for person in known}
        self.fields["person"].choices = [(ref, person.called) for ref, person in self.known.items()]  # type: ignore[attr-defined]
        self.fields["reason"].choices = [("", "---------"), *pack.choices("not_safe_to_tell")]  # type: ignore[attr-defined]

    def clean_person(self) -> Person:
        return self.known[self.cleaned_data["person"]]


class SafeAgain(forms.Form):
    because = asked(
        forms.CharField(
            label="What has changed, and how do you know it?",
            widget=forms.Textarea,
            error_messages={"required": "Say what has changed, and how you know it."},
        ),
        rows=3,
    )
