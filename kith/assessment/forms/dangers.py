"""What is asked about a danger, the safety it needs, and how safe it is in each one's view."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.assessment.forms.mapping import long_answer
from kith.packs import Pack
from kith.people.models import Person
from kith.web.forms import asked


class SayDanger(forms.Form):
    """Only the danger itself is required: it is on the banner as soon as it is saved."""

    what = long_answer(
        "What is the danger?",
        "Who does what, or what does not happen. Plain words.",
        required="Say what the danger is.",
    )
    may_happen = long_answer("What may happen to this child if nothing changes?", rows=2)
    worried = forms.CharField(label="Who is worried?", required=False, max_length=300)
    has_happened = long_answer("What harm has there been so far?", rows=2)
    complicated_by = long_answer(
        "What makes it harder to put right?", "Also where family and workers see it differently.", rows=2
    )
    caused_by = forms.ChoiceField(
        label="Does somebody cause this harm?",
        required=False,
        help_text="You never have to ask them for a number.",
    )

    def __init__(self, *args: Any, people: Sequence[Person], **options: Any):
        super().__init__(*args, **options)
        self.people = {person.ref: person for person in people}
        choices = [("", "Nobody, or not known"), *((ref, one.called) for ref, one in self.people.items())]
        self.fields["caused_by"].choices = choices  # type: ignore[attr-defined]

    def clean_caused_by(self) -> Person | None:
        return self.people.get(self.cleaned_data["caused_by"])


class SetSafetyGoal(forms.Form):
    family_does = long_answer("What will the family be doing?", rows=2)
    child_lives = long_answer("What will this child live?", rows=2)
    others_see = long_answer("What will others see?", rows=2)


class RateSafety(forms.Form):
    """Cleans to the act's keywords: `who` is the person where their record is known."""

    view = asked(
        forms.ChoiceField(
            label="Whose number?", widget=forms.RadioSelect, error_messages={"required": "Choose whose number this is."}
        ),
    )
    person = forms.ChoiceField(label="Who is it?", required=False)
    called = forms.CharField(label="Somebody else: their name", required=False, max_length=200)
    score = asked(
        forms.IntegerField(
            label="From 0 to 10",
            required=False,
            min_value=0,
            max_value=10,
            help_text="0: so bad that this child cannot live at home. 10: safe enough for us to stop.",
            error_messages={
                "invalid": "Give a whole number from 0 to 10.",
                "min_value": "Give a number from 0 to 10.",
                "max_value": "Give a number from 0 to 10.",
            },
        ),
        classes="govuk-input--width-3",
    )
    words = long_answer("What they said of it", rows=2)
    not_asked_because = long_answer(
        "Not asked? Say why.", "Nobody has to ask whoever causes the harm, or a baby.", rows=2
    )

    def __init__(self, *args: Any, pack: Pack, people: Sequence[Person], **options: Any):
        super().__init__(*args, **options)
        self.people = {person.ref: person for person in people}
        # Nobody is chosen for them: a number put down as another's would be worse than none.
        choices = [("", "Somebody else: write their name"), *((ref, one.called) for ref, one in self.people.items())]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]
        self.fields["view"].choices = pack.choices("scale_view")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        who = self.people.get(given.pop("person", ""))
        return {**given, "who": who, "called": who.called if who else given.get("called", "")}
