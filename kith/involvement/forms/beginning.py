"""What is asked when a record begins."""

from functools import cached_property
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.forms import PartDateField
from kith.people.queries import Found, alike
from kith.web.forms import DayField, asked


class FirstContact(forms.Form):
    """Cleans to the details of `take_first_contact`. `alike` is who may be the same child."""

    given = forms.CharField(label="First names", required=False, max_length=100)
    family = forms.CharField(label="Family name", required=False, max_length=100)
    unnamed_as = forms.CharField(
        label="If there is no name yet, what shall we call them?",
        required=False,
        max_length=100,
        help_text="For example: Kelly’s baby.",
    )
    born = PartDateField(label="Date of birth", required=False, help_text="A month or a year will do.")
    expected_on = DayField(label="Or the expected date", required=False, help_text="For a baby not born yet.")
    sex = asked(forms.ChoiceField(label="Sex", required=False, widget=forms.RadioSelect, initial="U"), inline=True)
    because = asked(
        forms.CharField(
            label="What brings this child to us?",
            required=False,
            widget=forms.Textarea,
            max_length=2000,
            help_text="In a sentence or two, as you were told it.",
        ),
        rows=4,
    )
    source = forms.ChoiceField(label="Who told us?", required=False)
    level = asked(forms.ChoiceField(label="What help is it, for now?", required=False), as_select=True)
    looked = forms.CharField(required=False, widget=forms.HiddenInput, max_length=1000)
    none = forms.BooleanField(label="I have looked: none of these is the child", required=False)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["sex"].choices = pack.choices("sex")  # type: ignore[attr-defined]
        self.fields["source"].choices = [("", "Choose"), *pack.choices("referral_source")]  # type: ignore[attr-defined]
        levels = [(one.code, one.label) for one in pack.levels]
        self.fields["level"].choices = [("", "Not decided yet"), *levels]  # type: ignore[attr-defined]

    @cached_property
    def alike(self) -> Found:
        told = getattr(self, "cleaned_data", {})
        return alike(told.get("given", ""), told.get("family", ""), told.get("born"))

    def clean(self) -> dict[str, Any]:
        """Whoever was on the page when the box was ticked has been looked at; nobody else has."""
        given = super().clean() or {}
        looked, ticked = given.pop("looked", ""), given.pop("none", False)
        return {**given, "looked_at": looked.split() if ticked else []}
