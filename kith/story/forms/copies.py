"""What goes into a copy that leaves, and for whom."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from kith.story.rules.booklet import BANDS
from kith.web.forms import DayField, asked

COURT = "the court and everyone in the case"


class Period(forms.Form):
    """From one day to another."""

    from_on = DayField(label="From")
    to_on = DayField(label="To")


class ChooseForCourt(Period):
    """The period and the entries of a court chronology. Cleans to the keywords of the act."""

    events = forms.TypedMultipleChoiceField(
        label="Entries",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one entry."},
    )

    def __init__(self, *args: Any, events: Iterable[tuple[int, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["events"].choices = [(str(pk), words) for pk, words in events]  # type: ignore[attr-defined]


class PutRight(forms.Form):
    """One entry that owes words: what it meant, and what was done."""

    meant = asked(forms.CharField(widget=forms.Textarea, required=False, max_length=2000), rows=3)
    outcome = asked(
        forms.CharField(label="What was done, and what came of it?", widget=forms.Textarea, required=False), rows=2
    )

    def __init__(self, *args: Any, called: str, **options: Any):
        super().__init__(*args, **options)
        self.fields["meant"].label = f"What did it mean for {called}?"


class MakeCourtCopy(forms.Form):
    """For whom, and what the family tells. Cleans to the keywords of the act."""

    recipient_name = forms.CharField(
        label="Who is this copy for?",
        initial=COURT,
        max_length=200,
        error_messages={"required": "Say who this copy is for."},
    )
    who_else_sees = forms.CharField(
        label="Who else will see it?",
        initial="the judge, everyone in the case and their lawyers",
        help_text="Think of everyone in the case, and of who is at home with them.",
        max_length=300,
        error_messages={"required": "Say who else will see it, or “nobody else”."},
    )
    family_beside = forms.BooleanField(
        label="Print what the family tells beside our record", required=False, initial=True
    )


class MakeBooklet(forms.Form):
    """What is in the booklet and for what age; what is left out, and why."""

    band = forms.ChoiceField(label="What kind of booklet?", choices=BANDS, widget=forms.RadioSelect)
    inside = asked(
        forms.MultipleChoiceField(label="What is in it", required=False, widget=forms.CheckboxSelectMultiple)
    )
    left_out_because = asked(
        forms.CharField(
            label="If anything is left out: why?",
            help_text="It is kept with your name, so that anyone can ask about it later.",
            required=False,
            max_length=600,
            widget=forms.Textarea,
        ),
        rows=2,
    )
    who_else_sees = forms.CharField(
        label="Who else will see this at home?",
        help_text="“Nobody else” is an answer. Think of who opens a school bag.",
        max_length=300,
        error_messages={"required": "Say who else will see this at home, or “nobody else”."},
    )
    sent_hard_because = forms.CharField(
        label="If our words are hard to read: why do they go as they are?", required=False, max_length=300
    )

    def __init__(self, *args: Any, pieces: Sequence[tuple[str, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["inside"].choices = pieces  # type: ignore[attr-defined]
