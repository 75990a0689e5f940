"""What a family is asked on its own pages."""

from django import forms

from kith.web.forms import asked


class Disagree(forms.Form):
    """For a parent: one question, in their own words; the other may be left."""

    concern = asked(
        forms.CharField(
            label="What do you not agree with?",
            widget=forms.Textarea,
            max_length=4000,
            error_messages={"required": "Write what you do not agree with. A few words are enough."},
        ),
        rows=4,
    )
    wanted = asked(
        forms.CharField(
            label="What would you like instead?",
            help_text="You can leave this empty.",
            required=False,
            widget=forms.Textarea,
            max_length=2000,
        ),
        rows=3,
    )
