"""Whose record a child told of is."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.forms import PartDateField
from kith.web.forms import DayField, asked

NEW = "new"


class MatchChild(forms.Form):
    """`found`: (reference, words) of who may be the child. Cleans to `match`, a reference or NEW, and a new record."""

    match = asked(
        forms.ChoiceField(
            label="Whose record is it?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose a record, or say that it is none of these."},
        ),
        reveals={NEW: ["given", "family", "unnamed_as", "born", "expected_on", "sex"]},
    )
    given = forms.CharField(label="First names", required=False, max_length=100)
    family = forms.CharField(label="Family name", required=False, max_length=100)
    unnamed_as = forms.CharField(
        label="If there is no name yet, what shall we call them?", required=False, max_length=100
    )
    born = PartDateField(label="Date of birth", required=False, help_text="A month or a year will do.")
    expected_on = DayField(label="Or the expected date", required=False)
    sex = asked(forms.ChoiceField(label="Sex", required=False, widget=forms.RadioSelect, initial="U"), inline=True)
    looked = forms.CharField(required=False, widget=forms.HiddenInput, max_length=1000)

    def __init__(self, *args: Any, found: Sequence[tuple[str, str]], pack: Pack, may_begin: bool, **options: Any):
        super().__init__(*args, **options)
        new = [(NEW, "None of these: begin a record" if found else "There is no record: begin one")]
        self.fields["match"].choices = [*found, *(new if may_begin else [])]  # type: ignore[attr-defined]
        self.fields["sex"].choices = pack.choices("sex")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return {**given, "looked": given.get("looked", "").split()}
