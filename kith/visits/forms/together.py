"""Which children one visit is to, of whichever family."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.people.models import Person


class TogetherForm(forms.Form):
    """Cleans to `who`: references, at least two, in the order they were offered."""

    who = forms.MultipleChoiceField(
        label="Which children?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least two children."},
    )

    def __init__(self, *args: Any, children: Sequence[Person], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [(child.ref, child.called) for child in children]  # type: ignore[attr-defined]

    def clean_who(self) -> list[str]:
        chosen = self.cleaned_data["who"]
        if len(chosen) < 2:
            raise forms.ValidationError("Choose at least two children. For one child, open their page.")
        return [ref for ref, _ in self.fields["who"].choices if ref in chosen]  # type: ignore[attr-defined]
