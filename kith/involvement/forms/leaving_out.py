"""What is asked when somebody of the family is left out of meetings, or asked in again."""

from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.web.forms import DayField


class LeaveOut(forms.Form):
    """Only the name is needed to keep it; a meeting is finished without them when nothing is missing."""

    who = forms.CharField(label="Who is left out?", max_length=200)
    ground = forms.ChoiceField(label="On what ground?", widget=forms.RadioSelect, required=False)
    shown_by = words("What shows it?", hint="What happened, when, who saw it. Not what is feared.")
    heard_how = words(
        "How does their view get in all the same?", hint="Another time, another room, in writing.", rows=2
    )
    decided_by_name = forms.CharField(label="Who decided it?", required=False, max_length=200)
    review_on = DayField(label="When is it looked at again?", required=False)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["ground"].choices = pack.choices("left_out_ground")  # type: ignore[attr-defined]


class AskInAgain(forms.Form):
    because = words("What has changed?", rows=2)
