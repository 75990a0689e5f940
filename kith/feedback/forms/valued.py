"""What a child is asked about how we are with them."""

from django import forms

from kith.web.forms import DayField, asked

FACES = [(5, "Always"), (4, "Mostly"), (3, "Sometimes"), (2, "Not much"), (1, "Never")]


class SayValued(forms.Form):
    score = forms.TypedChoiceField(
        label="“The people who work with me care about me and take me seriously.”",
        widget=forms.RadioSelect,
        choices=FACES,
        coerce=int,
        error_messages={"required": "Choose one of the five."},
    )
    words = asked(
        forms.CharField(label="What they said about it", required=False, widget=forms.Textarea, max_length=1000), rows=3
    )
    on = asked(DayField(label="When were they asked?"), recent=True)


class FollowUpValued(forms.Form):
    what_was_done = asked(
        forms.CharField(
            label="What came of talking with them?",
            widget=forms.Textarea,
            max_length=1000,
            error_messages={"required": "Say what came of it."},
        ),
        rows=3,
    )
