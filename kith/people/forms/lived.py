"""What is asked of racism or discrimination a family has lived through, and of what we do differently."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked


def _words(label: str, *, hint: str = "", rows: int = 3) -> forms.CharField:
    field = forms.CharField(label=label, widget=forms.Textarea, required=False, help_text=hint)
    return asked(field, rows=rows)


class NoteLivedThrough(forms.Form):
    answer = forms.ChoiceField(
        label="Have the child or the family lived through racism or discrimination?",
        widget=forms.RadioSelect,
        help_text="Asked, never pressed. They need not say how, or who.",
        error_messages={"required": "Choose what they answered."},
    )
    whose = forms.ChoiceField(label="Who lived through it?", required=False)
    words = _words("What happened, if they want to say", hint="In their words.", rows=4)
    told_by = forms.CharField(label="Who told us?", required=False, max_length=200)
    on = asked(DayField(label="When?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["answer"].choices = pack.choices("lived_through")  # type: ignore[attr-defined]
        whose = [("", "Not said"), *pack.choices("lived_whose")]
        self.fields["whose"].choices = whose  # type: ignore[attr-defined]


class NoteAdaptation(forms.Form):
    what = _words(
        "What do we do differently?",
        hint="For example: the same two people visit, she chooses the interpreter, we write to the school together.",
    )
    who = forms.CharField(label="Who does it?", required=False, max_length=200)
    why_not = _words("If nothing is different yet: why?", rows=2)
    on = asked(DayField(label="From when?"), recent=True)
