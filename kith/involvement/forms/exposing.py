"""What is asked of whoever takes up that somebody dangerous is close to a child."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import asked


class TakeUpExposure(forms.Form):
    action = forms.ChoiceField(
        label="What have you done?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you have done."},
    )
    what_was_done = asked(
        forms.CharField(
            label="In a sentence or two",
            widget=forms.Textarea,
            max_length=1000,
            error_messages={"required": "Say what you have done to keep the child safe."},
        ),
        rows=3,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["action"].choices = pack.choices("exposure_action")  # type: ignore[attr-defined]
