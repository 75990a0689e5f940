"""What whoever chairs writes between two reviews."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.web.forms import DayField, asked


class CheckMidway(forms.Form):
    """`decisions`: those that may be challenged, by their id; with none there is nothing to challenge yet."""

    on = asked(DayField(label="When did you check?"), recent=True)
    found = words("What did you find?", rows=5)
    satisfied = forms.TypedChoiceField(
        label="Does what is happening do what was decided?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it will do."},
    )
    decision_id = forms.TypedChoiceField(
        label="Which decision do you challenge?",
        help_text="Somebody who did not decide it answers, by a day. You may also challenge later.",
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    wanted = words("What should happen instead?", rows=3)

    def __init__(self, *args: Any, decisions: Sequence[tuple[int, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["decision_id"].choices = [("", "None now"), *decisions]  # type: ignore[attr-defined]
        if decisions:
            asked(self.fields["satisfied"], reveals={"no": ["decision_id", "wanted"]})
        else:
            del self.fields["decision_id"], self.fields["wanted"]
