"""What belongs in the story, what it meant, and how much of the story to show."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.forms import PartDateField
from kith.web.forms import asked


class Nothing(forms.Form):
    """Nothing is asked: one button says it all."""


class LeaveOut(forms.Form):
    because = asked(
        forms.CharField(
            label="Not for the story, because",
            max_length=300,
            error_messages={"required": "Say why this is not for the story. A few words are enough."},
        )
    )


class SameEvent(forms.Form):
    """Which of two records is shown; the other is kept and named under it."""

    shown = forms.ChoiceField(
        label="Which one should be shown?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which record is shown."},
    )

    def __init__(self, *args: Any, pair: Iterable[tuple[int, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["shown"].choices = [(str(pk), words) for pk, words in pair]  # type: ignore[attr-defined]


class Meant(forms.Form):
    """How much an event matters, what it meant for this child, what was done. Cleans to the keywords of the act."""

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
    outcome = asked(
        forms.CharField(
            label="What was done, and what came of it?", widget=forms.Textarea, required=False, max_length=2000
        ),
        rows=3,
    )
    line = asked(
        forms.CharField(
            label="The event in one line, as the story tells it",
            widget=forms.Textarea,
            required=False,
            max_length=1000,
            help_text="The fact alone, with names in full. Leave it as it is, or say it better.",
        ),
        rows=2,
    )
    for_child = asked(
        forms.CharField(
            widget=forms.Textarea,
            required=False,
            max_length=600,
            help_text="Short words, to them. It can go into “My story so far”. Leave it empty if it should not.",
        ),
        rows=3,
    )

    def __init__(self, *args: Any, called: str, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["significance"].choices = pack.choices("significance")  # type: ignore[attr-defined]
        self.fields["meant"].label = f"What did it mean for {called}?"
        self.fields["for_child"].label = f"How would you say it to {called}?"


class Narrowed(forms.Form):
    """Ways to see less of the story, all in the address: who, which agency, how much it matters, from when to when."""

    who = forms.ChoiceField(label="Who wrote it, told it, or is in it", required=False)
    agency = forms.ChoiceField(label="Which agency", required=False)
    significance = forms.ChoiceField(label="How much it matters", required=False)
    from_ = PartDateField(label="From", required=False)
    to = PartDateField(label="To", required=False)

    def __init__(self, *args: Any, people: Iterable[str], agencies: Iterable[str], pack: Pack, **options: Any):
        super().__init__(*args, **options)
        labels = dict(pack.choices("significance"))
        levels = [("", "All"), ("2", f"{labels['2']}, and turning points"), ("3", f"{labels['3']}s alone")]
        for name, choices in (
            ("who", [("", "Anyone"), *((one, one) for one in people)]),
            ("agency", [("", "Any"), *((one, one) for one in agencies)]),
            ("significance", levels),
        ):
            asked(self.fields[name], as_select=True).choices = choices  # type: ignore[attr-defined]
