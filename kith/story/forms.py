"""Asking what something meant for a child, and for the history people tell."""

from typing import Any

from django import forms

from kith.calendar import PartDate
from kith.packs import Pack
from kith.people.forms import PartDateField
from kith.web.forms import asked


class Reviewed(forms.Form):
    """Nothing is asked: the reader says the whole story is right up to today."""


class Meant(forms.Form):
    """How much an event matters, and what it meant for this child. Cleans to the keywords of the act."""

    significance = forms.TypedChoiceField(
        label="How much does it matter in their story?", coerce=int, widget=forms.RadioSelect
    )
    meant = asked(
        forms.CharField(
            widget=forms.Textarea,
            required=False,
            max_length=2000,
            help_text="What changed for them: at home, at school, in how they felt. In a sentence or two.",
        ),
        to_finish=True,
        rows=4,
    )

    def __init__(self, *args: Any, called: str, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["significance"].choices = pack.choices("significance")  # type: ignore[attr-defined]
        self.fields["meant"].label = f"What did it mean for {called}?"


class TellHistory(Meant):
    """Cleans to the keywords of the act."""

    what = asked(
        forms.CharField(
            label="What happened?",
            widget=forms.Textarea,
            max_length=2000,
            help_text="One event, as they told it.",
            error_messages={"required": "Write what happened."},
        ),
        rows=3,
    )
    happened = PartDateField(label="When?", help_text="A month or a year will do if no more is known.")
    roughly = forms.BooleanField(label="The year is a guess", required=False)
    told_by = forms.CharField(
        label="Who told you?",
        max_length=200,
        help_text="A name, or what they are to the child. This is their account.",
        error_messages={"required": "Say who told you: this is their account."},
    )
    lens = forms.ChoiceField(label="Which part of the story is it?", widget=forms.RadioSelect, initial="life")

    field_order = ("what", "happened", "roughly", "told_by", "lens", "significance", "meant")

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.fields["lens"].choices = pack.choices("lens")  # type: ignore[attr-defined]
        self.fields["significance"].initial = "1"
        self.fields["meant"].required = False

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        when = given.get("happened")
        if given.pop("roughly", False) and when and when.precision == "year":
            given["happened"] = PartDate(when.on, "about")
        return given
