"""What is asked when early help begins, and about the services of the child’s age."""

from typing import Any

from django import forms

from kith.involvement.forms.beginning import FirstContact
from kith.web.forms import DayField, asked


def _words(label: str, hint: str = "", *, needed: str = "", rows: int = 3) -> forms.CharField:
    field = forms.CharField(
        label=label,
        help_text=hint,
        required=bool(needed),
        widget=forms.Textarea,
        max_length=4000,
        error_messages={"required": needed} if needed else None,
    )
    return asked(field, rows=rows)


class BeginEarlyHelp(forms.Form):
    wants = _words(
        "What does the family want help with?",
        "As they say it.",
        needed="Write what the family wants help with.",
    )
    agreed = _words(
        "Who of the family agreed, and to what?",
        "Early help is theirs to choose, and to stop. Who may know of it?",
        needed="Write who of the family agreed, and to what: early help is theirs to choose.",
        rows=2,
    )
    needed_on = DayField(label="Since when has more help been needed?", required=False)


class BeginEarlyHelpWith(FirstContact, BeginEarlyHelp):
    """With a child nobody here had heard of."""

    def __init__(self, *args: Any, **options: Any):
        super().__init__(*args, **options)
        for name in ("because", "source", "level", "expected_on", "unnamed_as"):
            del self.fields[name]


class AnswerService(forms.Form):
    ask = forms.TypedChoiceField(
        label="Are they asked to join in?",
        choices=[("yes", "Yes, asked today"), ("no", "No")],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether they are asked."},
    )
    because = _words("If not: why?", rows=2)

    def __init__(self, *args: Any, **options: Any):
        super().__init__(*args, **options)
        asked(self.fields["ask"], reveals={"no": ["because"]})


class NoteJoined(forms.Form):
    who = forms.CharField(label="Who was it?", max_length=200, error_messages={"required": "Say who it was."})
    on = asked(DayField(label="When did they first do something with you?"), recent=True)
