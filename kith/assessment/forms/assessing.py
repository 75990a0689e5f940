"""What is asked when an assessment begins, is written, and is signed."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.assessment.forms.mapping import long_answer
from kith.assessment.models import Contribution
from kith.packs import Pack
from kith.web.forms import asked


class BeginAssessment(forms.Form):
    why = long_answer("What made us look?", "What happened, and what we need to understand.")


class BeginAgain(forms.Form):
    why = long_answer("What has changed, or what is new?", required="Say what has changed, or what is new.")


class WritePassage(forms.Form):
    text = long_answer("In plain words", rows=8, required="Write it first.")


class WriteChildsView(forms.Form):
    """`called`: whose eyes it is seen with."""

    text = long_answer("", rows=6, required="Write it first.")

    def __init__(self, *args: Any, called: str, **options: Any):
        super().__init__(*args, **options)
        self.fields["text"].label = f"If I were {called}, I would…"


class AddEvidence(forms.Form):
    source = forms.ChoiceField(
        label="What does it rest on?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say what it rests on."},
    )
    claim = forms.ChoiceField(
        label="How sure is it?", widget=forms.RadioSelect, error_messages={"required": "Say how sure it is."}
    )
    text = long_answer("What does it show?", required="Write what it shows.")
    found_in = forms.CharField(
        label="Where is it written?",
        required=False,
        max_length=300,
        help_text="For example: school attendance letter, 3 May; or the title of the research.",
    )
    contribution = forms.ChoiceField(label="Did somebody give it to this assessment?", required=False)
    speaks_against = forms.BooleanField(label="It speaks against what we think", required=False)

    def __init__(self, *args: Any, pack: Pack, given: Sequence[Contribution], **options: Any):
        super().__init__(*args, **options)
        self.given = {str(one.pk): one for one in given}
        self.fields["source"].choices = pack.choices("evidence_source")  # type: ignore[attr-defined]
        self.fields["claim"].choices = pack.choices("evidence_claim")  # type: ignore[attr-defined]
        choices = [("", "No"), *((pk, one.text[:80]) for pk, one in self.given.items())]
        self.fields["contribution"].choices = choices  # type: ignore[attr-defined]

    def clean_contribution(self) -> Contribution | None:
        return self.given.get(self.cleaned_data["contribution"])


class NameFactors(forms.Form):
    factors = forms.MultipleChoiceField(
        label="Which of these were found?",
        widget=forms.CheckboxSelectMultiple,
        help_text="“No factors found” stands alone.",
        error_messages={"required": "Choose at least one factor from the list."},
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["factors"].choices = pack.choices("assessment_factor")  # type: ignore[attr-defined]


class SignAssessment(forms.Form):
    """`again`: a later version, of which somebody says what changed."""

    what_changed = long_answer("What has changed since the last version?")
    read = asked(
        forms.BooleanField(
            label="I have read all of it, and I sign it",
            error_messages={"required": "Read it, and say that you have."},
        )
    )

    def __init__(self, *args: Any, again: bool, **options: Any):
        super().__init__(*args, **options)
        if not again:
            del self.fields["what_changed"]

    def clean(self) -> dict[str, Any]:
        return {"what_changed": (super().clean() or {}).get("what_changed", "")}
