"""Completing a visit that was saved with gaps, and saying how a promise ended."""

from datetime import date
from typing import Any

from django import forms

from kith.packs.pack import Pack
from kith.visits.forms.child import spoken_name
from kith.visits.models import ToComplete
from kith.web.forms import DayField, asked
from kith.words import possessive

OUTCOMES = [
    ("kept", "Kept"),
    ("changed_told", "Changed, and the family was told"),
    ("changed_not_told", "Changed, and the family was not told"),
    ("missed", "Not kept"),
]

# What each gap asks: its heading, its choice (label, code list) and its words.
_ASKS: dict[str, tuple[str, tuple[str, str] | None, str]] = {
    "alone": ("Was {name} seen alone?", ("Did you see {name} alone?", "alone"), "If not alone, why?"),
    "alone_reason": ("Why {name} was not seen alone", None, "Why was {name} not seen alone?"),
    "observation": ("What you saw of {name}", None, "What did you see of {name}?"),
    "not_seen_reason": (
        "Why {name} was not seen",
        ("What happened?", "not_seen_reasons"),
        "In a few words, if the list does not say it",
    ),
    "plan_to_see": ("The plan to see {name}", None, "How and when will {name} be seen?"),
    "daily_life": ("Daily life in {whose} home", None, "How does this family really live? Write what you saw."),
}


def asks(what: str, name: str) -> str:
    """What a gap asks for, in a few words: a link's text and a page's heading."""
    return _ASKS[what][0].format(name=name, whose=possessive(name))


class GapForm(forms.Form):
    """What one gap asks, and nothing else."""

    def __init__(self, *args: Any, gap: ToComplete, pack: Pack, **kwargs: Any):
        super().__init__(*args, **kwargs)
        name = spoken_name(gap.person)
        self.heading = asks(gap.what, name)
        _, choice, words = _ASKS[gap.what]
        if choice:
            self.fields["choice"] = forms.ChoiceField(
                label=choice[0].format(name=name),
                choices=pack.choices(choice[1]),
                widget=forms.RadioSelect,
                required=False,
            )
        self.fields["text"] = asked(
            forms.CharField(label=words.format(name=name), required=False, widget=forms.Textarea), rows=5
        )


class EndPromiseForm(forms.Form):
    outcome = forms.ChoiceField(
        label="How did it end?",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how the promise ended."},
    )
    on = asked(DayField(label="When?"), recent=True)
    words = asked(
        forms.CharField(
            label="What happened instead?",
            required=False,
            widget=forms.Textarea,
            help_text="Nothing is needed for a promise that was kept.",
        ),
        rows=3,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
