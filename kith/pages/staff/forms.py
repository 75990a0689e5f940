"""The short questions the composed screens ask."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.people.queries import SITUATION_KINDS
from kith.web.forms import DayField, asked


class Because(forms.Form):
    because = asked(
        forms.CharField(
            label="Why do you need to read this record?",
            help_text="Your reason is kept with your name. The lead worker's manager can read it.",
            max_length=200,
            error_messages={"required": "Write a few words: why you need to read on."},
        )
    )


class BreakGlass(forms.Form):
    because = asked(
        forms.CharField(
            label="Why do you need to open it now?",
            help_text="A few words are enough. The record's owner is told at once.",
            max_length=300,
            widget=forms.Textarea,
            error_messages={"required": "Say in a few words why you need to open this record."},
        ),
        rows=2,
    )
    hours = forms.TypedChoiceField(
        label="For how long?",
        choices=[(1, "1 hour"), (4, "4 hours"), (12, "12 hours"), (24, "24 hours")],
        coerce=int,
        initial=4,
    )


class Search(forms.Form):
    q = forms.CharField(
        label="Name, date of birth, or number",
        help_text="The beginning of each word is enough. A date as 4/3/2017.",
        required=False,
        max_length=100,
    )


class WorriedNow(forms.Form):
    """One question that must be answered, three that may be (design 7.2)."""

    what = asked(
        forms.CharField(
            label="What are you worried about?",
            widget=forms.Textarea,
            max_length=5000,
            error_messages={"required": "Say what you are worried about. A few words are enough."},
        ),
        rows=4,
    )
    who = forms.CharField(
        label="Who is the child?",
        help_text="A name, an age, or what you know. Leave empty if you do not know.",
        required=False,
        max_length=200,
    )
    where = forms.CharField(label="Where are they now?", required=False, max_length=200)
    ring_back = forms.CharField(label="How can duty reach you?", required=False, max_length=200)


class SayLine(forms.Form):
    kind = forms.ChoiceField(label="What is this line?", choices=SITUATION_KINDS)
    text = asked(
        forms.CharField(
            label="In a sentence",
            widget=forms.Textarea,
            max_length=600,
            error_messages={"required": "Write the line."},
        ),
        rows=3,
    )
    who = forms.ChoiceField(
        label="Is it about somebody?",
        required=False,
        help_text="What is said of one person stands together at the top of the record.",
    )
    source = forms.CharField(label="Who says so?", required=False, max_length=200)

    def __init__(self, *args: Any, people: Sequence[Any], **options: Any):
        super().__init__(*args, **options)
        self.people = {person.ref: person for person in people}
        choices = [("", "Nobody, or not known"), *((ref, one.called) for ref, one in self.people.items())]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]

    def clean_who(self) -> Any:
        return self.people.get(self.cleaned_data["who"])


class EndLine(forms.Form):
    because = asked(
        forms.CharField(label="What has changed?", widget=forms.Textarea, required=False, max_length=600), rows=3
    )


class Allocate(forms.Form):
    """Choices of worker are given by the page: the people of this reader's team first."""

    lead = forms.TypedChoiceField(
        label="Who will lead the work?", coerce=int, error_messages={"required": "Choose the lead worker."}
    )
    reason_ended = asked(forms.ChoiceField(label="Why does the lead worker change?", required=False), as_select=True)
    family_told_on = DayField(
        label="When was the family told?", required=False, help_text="Leave it empty if nobody has told them yet."
    )
    over_cap_because = asked(
        forms.CharField(
            label="If they lead as many as one worker should: why all the same?",
            widget=forms.Textarea,
            required=False,
            max_length=1000,
        ),
        rows=2,
    )

    def __init__(self, *args: object, workers: list[tuple[int, str]], reasons: list[tuple[str, str]], **kwargs: object):
        """`reasons`: why the one who leads now gives it up; none when nobody leads."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["lead"].choices = [("", "---------"), *workers]  # type: ignore[attr-defined,list-item]
        self.fields["reason_ended"].choices = [("", "---------"), *reasons]  # type: ignore[attr-defined]
        if not reasons:
            del self.fields["reason_ended"]


class PlanAbsence(forms.Form):
    """Choices of worker are given by the page."""

    worker = forms.TypedChoiceField(
        label="Who is away?", coerce=int, error_messages={"required": "Choose who is away."}
    )
    from_on = DayField(label="First day away")
    until_on = DayField(label="Last day away")
    cover = forms.TypedChoiceField(
        label="Who covers?",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="Without cover, the team’s manager is told instead.",
    )

    def __init__(self, *args: object, workers: list[tuple[int, str]], **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["worker"].choices = workers  # type: ignore[attr-defined]
        self.fields["cover"].choices = [("", "Nobody"), *workers]  # type: ignore[attr-defined]


class ExplainMissed(forms.Form):
    reason = asked(
        forms.CharField(
            label="What got in the way?",
            widget=forms.Textarea,
            error_messages={"required": "Say what got in the way: a reason someone else can understand."},
        ),
        rows=3,
    )
    plan = asked(
        forms.CharField(label="How and when will the child be seen?", widget=forms.Textarea, required=False), rows=3
    )

    def __init__(self, *args: object, needs_plan: bool, **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not needs_plan:
            del self.fields["plan"]


class AcceptExplanation(forms.Form):
    expires_on = DayField(label="Until when may it stand?", help_text="A quarter of a year at most.")


class AskMoreTime(forms.Form):
    until_on = DayField(label="Until when?")
    reason = asked(
        forms.CharField(
            label="Why does it take longer, and what does that mean for the child?",
            widget=forms.Textarea,
            error_messages={"required": "Say why it takes longer, and what that means for the child."},
        ),
        rows=3,
    )


class AnswerMoreTime(forms.Form):
    allowed = forms.ChoiceField(
        label="May it take longer?",
        choices=[("yes", "Yes, until that day"), ("no", "No")],
        error_messages={"required": "Choose yes or no."},
    )
    because = asked(
        forms.CharField(
            label="Your reasons",
            widget=forms.Textarea,
            error_messages={"required": "Give your reasons: they are kept with the answer."},
        ),
        rows=3,
    )


class SayWhatItShows(forms.Form):
    text = asked(
        forms.CharField(
            label="What does the drawing show?",
            help_text="Ask the child, and write it as they say it.",
            widget=forms.Textarea,
            max_length=2_000,
            error_messages={"required": "Ask what it shows, and write it as it is said."},
        ),
        rows=3,
    )


DEVICES = [("tablet", "My tablet"), ("phone", "My phone"), ("computer", "My computer")]


def _pin(label: str, hint: str, missing: str) -> forms.CharField:
    """Typed like a password, on a keyboard of numbers; the browser keeps none of it."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=12,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": missing},
    )


class ChoosePin(forms.Form):
    pin = _pin("Your PIN", "4 to 8 numbers. Not a birthday, and nothing a child beside you could guess.", "Type a PIN.")
    again = _pin("The same PIN again", "", "Type it once more.")

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("pin") and given.get("again") and given["pin"] != given["again"]:
            self.add_error("again", "The two are not the same.")
        return given


class HandOver(forms.Form):
    device = asked(
        forms.ChoiceField(
            label="What are you handing over?", widget=forms.RadioSelect, choices=DEVICES, initial="tablet"
        ),
        inline=True,
    )
    guided = forms.BooleanField(
        label="I lead this work, and asking with the guided sheets is all right", required=False
    )
    pin = _pin("Your PIN", "The one that brings you back.", "Type your PIN.")
