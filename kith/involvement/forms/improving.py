"""What is asked when an agency and we are to work better together (S2-02)."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.web.forms import DayField, asked


class OwnImprovement(forms.Form):
    """Cleans `owner` to an account, or None: it stands as owed until somebody owns it."""

    owner = asked(
        forms.TypedChoiceField(label="Who owns it?", coerce=int, required=False, empty_value=None), as_select=True
    )
    by_on = DayField(label="By when?", required=False)

    def __init__(self, *args: Any, owners: Sequence[tuple[int, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["owner"].choices = [("", "Nobody yet"), *owners]  # type: ignore[attr-defined]


class PlanImprovement(OwnImprovement):
    what = words("What will be done?", hint="One thing, with somebody there. Never about one child.")

    field_order = ("what", "owner", "by_on")


class EndImprovement(forms.Form):
    came_of = words("What came of it?")
    on = asked(DayField(label="When?"), recent=True)
