"""What is asked about a move between areas."""

from typing import Any

from django import forms

from kith.involvement.models.transfer import WAYS
from kith.web.forms import DayField, asked


def _words(label: str, hint: str = "", *, needed: str = "") -> forms.CharField:
    field = forms.CharField(
        label=label,
        help_text=hint,
        required=bool(needed),
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": needed} if needed else None,
    )
    return asked(field, rows=3)


class BeginTransfer(forms.Form):
    way = asked(
        forms.ChoiceField(
            label="Which way does the work move?",
            choices=WAYS,
            widget=forms.RadioSelect,
            error_messages={"required": "Choose whether the work goes or comes."},
        )
    )
    area = forms.CharField(
        label="Which other area?", max_length=200, error_messages={"required": "Name the other area."}
    )
    who_there = forms.CharField(label="Who there, and how are they reached?", required=False, max_length=300)
    because = _words("What has happened?", "Who moved, and for how long.", needed="Say what has happened.")
    on = asked(DayField(label="When was notice given in writing?"), recent=True)


class NotePaper(forms.Form):
    """`copies`: released copies of this child’s record, by id."""

    on = asked(DayField(label="When did it go, or come?", required=False), recent=True)
    copy = forms.ChoiceField(label="As which released copy?", required=False)
    not_because = _words("Or: why there is none")

    def __init__(self, *args: Any, copies: dict[str, Any], **options: Any):
        super().__init__(*args, **options)
        self.copies = copies
        shown = [(pk, f"{one.released_on:%-d %B %Y}, {one.recipient_name}") for pk, one in copies.items()]
        self.fields["copy"].choices = [("", "None of these"), *shown]  # type: ignore[attr-defined]

    def clean_copy(self) -> Any:
        return self.copies.get(self.cleaned_data["copy"])


class AcceptTransfer(forms.Form):
    accepted_by = forms.CharField(
        label="Who accepted it?", max_length=200, error_messages={"required": "Say who accepted it, by name."}
    )
    on = asked(DayField(label="When?"), recent=True)


class TellOfTransfer(forms.Form):
    goodbye_on = DayField(label="The goodbye was on", required=False)
    child_told_on = DayField(label="The child was told on", required=False)
    family_told_on = DayField(label="The family was told on", required=False)


class CallOff(forms.Form):
    because = _words("Why is it called off?", needed="Say why it is called off.")
