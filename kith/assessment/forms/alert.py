"""What is asked when signs are ticked on a record, and when several are looked at together (S2-05)."""

from typing import Any

from django import forms

from kith.assessment.forms.mapping import long_answer
from kith.packs import Pack

SIGNS = "signs-"


class TickSigns(forms.Form):
    """Signs for the child's age, by kind of harm. Cleans to `signs`, codes of any kind, and `words`."""

    words = long_answer("What of it shows this?", "What was seen, heard or written, in a sentence.", rows=2)

    def __init__(self, *args: Any, pack: Pack, age: int | None, **options: Any):
        super().__init__(*args, **options)
        for harm, signs in pack.signs_at(age).items():
            self.fields[f"{SIGNS}{harm}"] = forms.MultipleChoiceField(
                label=pack.indicators[harm].title,
                widget=forms.CheckboxSelectMultiple,
                choices=[(sign.code, sign.text) for sign in signs],
                required=False,
            )

    @property
    def kinds(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(SIGNS)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        chosen = [code for name, codes in given.items() if name.startswith(SIGNS) for code in codes]
        return {"signs": chosen, "words": given.get("words", "")}


class LookAtPattern(forms.Form):
    """Both close it; one alone is kept and does not."""

    made_of_it = long_answer(
        "What do you make of them together?", "What they may mean for this child, and why.", rows=5
    )
    next_step = long_answer("What happens next?", "Who does what, by when.", rows=3)
