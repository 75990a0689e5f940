"""What is asked for a child's own card."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import asked


class SayAboutMe(forms.Form):
    part = forms.ChoiceField(label="What is it about?", error_messages={"required": "Choose what it is about."})
    text = asked(
        forms.CharField(
            label="In a few words",
            widget=forms.Textarea,
            max_length=1000,
            help_text="As the child would say it: “I like building dens. I hate being shouted at.”",
            error_messages={"required": "Write it in a few words."},
        ),
        rows=3,
    )
    said_by = forms.ChoiceField(
        label="Who says so?", widget=forms.RadioSelect, error_messages={"required": "Choose who says so."}
    )
    said_by_name = forms.CharField(label="Their name, when it is not the child", required=False, max_length=200)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["part"].choices = pack.choices("about_me_part")  # type: ignore[attr-defined]
        self.fields["said_by"].choices = pack.choices("about_me_said_by")  # type: ignore[attr-defined]
