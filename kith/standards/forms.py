"""The questions about promises."""

from collections.abc import Sequence

from django import forms

from kith.standards.models import VERDICTS
from kith.web.forms import DayField, asked


class NameWhoAnswers(forms.Form):
    """Choices of worker are given by the page."""

    worker = forms.TypedChoiceField(
        label="Who answers for it?",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="Somebody who works here. Leave it at “nobody by name” to write a role below.",
    )
    role = asked(
        forms.CharField(
            label="Or which role?",
            help_text="As people here say it, for example “head of family help”.",
            max_length=120,
            required=False,
        )
    )
    on = DayField(label="From which day?")

    def __init__(self, *args: object, workers: Sequence[tuple[int, str]], **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["worker"].choices = [("", "Nobody by name"), *workers]  # type: ignore[attr-defined]


class JudgePromise(forms.Form):
    verdict = forms.ChoiceField(
        label="What did you find?",
        widget=forms.RadioSelect,
        choices=VERDICTS,
        error_messages={"required": "Say whether it was met, not met, or met on paper only."},
    )
    because = asked(
        forms.CharField(
            label="What did you see that shows it?",
            widget=forms.Textarea,
            max_length=4000,
            error_messages={"required": "Say what you saw that shows it."},
        ),
        rows=4,
    )


class TellStory(forms.Form):
    words = asked(
        forms.CharField(
            label="What did they say?",
            help_text="Word for word, with no name in it and nothing only one person could have said.",
            widget=forms.Textarea,
            max_length=2000,
            error_messages={"required": "Write what they said, as they said it."},
        ),
        rows=5,
    )
    whose = forms.CharField(
        label="Whose words are they?",
        help_text="Without a name, for example “a mother of two” or “a boy of nine”.",
        max_length=120,
        error_messages={"required": "Say whose words they are, without a name."},
    )
    agreed_on = DayField(label="When did they say yes to this being told here?")


class TakeStoryBack(forms.Form):
    """Nothing is asked: only whether."""


class GiveFigures(forms.Form):
    """Who they are for, and what for: what is in them is the page's."""

    recipient_name = forms.CharField(
        label="Who are these figures for?",
        help_text="A name and what they do.",
        max_length=200,
        error_messages={"required": "Say who these figures are for."},
    )
    why = asked(
        forms.CharField(
            label="What are they needed for?",
            widget=forms.Textarea,
            error_messages={"required": "Say what they are needed for."},
        ),
        rows=3,
    )
