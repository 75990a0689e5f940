"""What the family says it will do: asked on their own page, and of a worker who was told."""

from datetime import date
from typing import Any

from django import forms

from kith.people.models import Person
from kith.visits.forms.finishing import EndPromiseForm
from kith.web.clock import SHORT, ClockField, at_home
from kith.web.forms import DayField, asked

SAYS = [("do", "Something I will do"), ("visit", "A time I would like you to come")]
ENDED = [
    ("kept", "It was done"),
    ("changed_told", "It changed, and they told us before"),
    ("changed_not_told", "It changed, and we did not know before"),
    ("missed", "It was not done"),
]


class SayAsFamily(forms.Form):
    """Cleans to the keywords of the act."""

    what = forms.ChoiceField(
        label="What do you want to write?",
        widget=forms.RadioSelect,
        choices=SAYS,
        error_messages={"required": "Choose one of the two."},
    )
    text = forms.CharField(
        label="In your words",
        max_length=300,
        help_text="One thing. You can write another after it.",
        error_messages={"required": "Write what it is."},
    )
    due_on = DayField(label="Which day, or by which day?")
    at = asked(ClockField(label="What time?", required=False, help_text="Like 3:30pm or 15:30."), classes=SHORT)

    def __init__(self, *args: Any, **options: Any):
        super().__init__(*args, **options)
        asked(self.fields["what"], reveals={"visit": ["at"]})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        at, wants_visit = given.pop("at", None), given.pop("what", "") == "visit"
        if wants_visit and at is None and "at" not in self.errors:
            self.add_error("at", "Give the time. About is enough.")
        asks_for = at_home(given["due_on"], at) if wants_visit and at and given.get("due_on") else None
        return {**given, "asks_for": asks_for}


class NoteFamilyPromise(SayAsFamily):
    """The same, with who of the family said it."""

    who = forms.ChoiceField(
        label="Who said it?", widget=forms.RadioSelect, error_messages={"required": "Choose who said it."}
    )
    field_order = ("who", "what")

    def __init__(self, *args: Any, family: list[Person], **options: Any):
        super().__init__(*args, **options)
        self.family = {person.ref: person for person in family}
        self.fields["who"].choices = [(ref, person.called) for ref, person in self.family.items()]  # type: ignore[attr-defined]
        self.fields["what"].label = "What was it?"
        self.fields["what"].choices = [("do", "Something they will do"), ("visit", "A time they would like us to come")]  # type: ignore[attr-defined]
        self.fields["text"].label = "In their words"
        self.fields["text"].help_text = ""

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        return {**given, "who": self.family.get(given.get("who", ""))}


class EndFamilyPromise(EndPromiseForm):
    def __init__(self, *args: Any, today: date, **options: Any):
        super().__init__(*args, today=today, **options)
        self.fields["outcome"].choices = ENDED  # type: ignore[attr-defined]
        self.fields["words"].help_text = "Nothing is needed for what was done."


class ChangeAsFamily(forms.Form):
    words = asked(
        forms.CharField(
            label="What has changed?",
            widget=forms.Textarea,
            max_length=600,
            help_text="A few words will do. Nobody is cross: telling us early helps.",
            error_messages={"required": "Say in a few words what has changed."},
        ),
        rows=3,
    )
