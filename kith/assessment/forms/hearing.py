"""What is asked about hearing somebody: what they gave, or why they were not heard."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.assessment.forms.mapping import long_answer
from kith.assessment.models import Voice
from kith.packs import Pack
from kith.web.forms import asked

HEARD, DECLINED, LEFT_OUT = "contributed", "declined", "left_out"
HOW = [(HEARD, "They were heard"), (DECLINED, "They chose not to"), (LEFT_OUT, "We leave them out, for a reason")]


class HearContributor(forms.Form):
    """Cleans to `how`, and the keywords of the act it leads to."""

    voice = forms.ChoiceField(label="Who?", required=False)
    called = forms.CharField(label="Somebody else: their name", required=False, max_length=200)
    how = asked(
        forms.ChoiceField(
            label="Were they heard?",
            widget=forms.RadioSelect,
            choices=HOW,
            error_messages={"required": "Say whether they were heard."},
        ),
        reveals={HEARD: ["kind", "text", "domain", "said_by"]},
    )
    kind = forms.ChoiceField(label="What did they give?", required=False)
    text = long_answer("What they said", "In their words where you can.")
    domain = forms.ChoiceField(label="About which part of the child’s life?", required=False)
    said_by = forms.CharField(label="For an agency: who spoke?", required=False, max_length=200)
    because = long_answer("If they were not heard: why?", rows=2)

    def __init__(self, *args: Any, pack: Pack, voices: Sequence[Voice], **options: Any):
        super().__init__(*args, **options)
        self.voices = {str(at): voice for at, voice in enumerate(voices)}
        people = [*((at, voice.called) for at, voice in self.voices.items()), ("", "Somebody else")]
        self.fields["voice"].choices = people  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", "Choose one"), *pack.choices("contribution_kind")]  # type: ignore[attr-defined]
        parts = [("", "All of it"), *pack.choices("assessment_domain")]
        self.fields["domain"].choices = parts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        voice = self.voices.get(given.get("voice", ""))
        them = {
            "called": voice.called if voice else given.get("called", ""),
            "who": voice.who if voice else None,
            "agency": voice.agency if voice else None,
        }
        names = ("kind", "text", "domain", "said_by") if given.get("how") == HEARD else ("because",)
        return {"how": given.get("how", ""), **them, **{name: given.get(name, "") for name in names}}


class GiveAsAgency(forms.Form):
    """What a worker of another agency gives by themselves."""

    kind = forms.ChoiceField(
        label="Is it a fact, an opinion or an analysis?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is a fact, an opinion or an analysis."},
    )
    text = long_answer("What do you know?", "What you saw or heard, and when.", rows=5, required="Write what you know.")
    domain = forms.ChoiceField(label="About which part of the child’s life?", required=False)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["kind"].choices = pack.choices("contribution_kind")  # type: ignore[attr-defined]
        parts = [("", "All of it"), *pack.choices("assessment_domain")]
        self.fields["domain"].choices = parts  # type: ignore[attr-defined]


class SayWhatBecame(forms.Form):
    use = forms.ChoiceField(
        label="What became of it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it was used."},
    )
    use_words = long_answer(
        "How, or why not", "A worker of another agency who signs in reads this: write it to them.", rows=2
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["use"].choices = pack.choices("contribution_use")  # type: ignore[attr-defined]
