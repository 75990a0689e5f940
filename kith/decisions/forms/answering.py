"""What is asked of whoever did not decide: reading, challenging, looking again; and what others are told."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.decisions.forms.writing import words_of
from kith.decisions.models import FOR
from kith.packs import Pack
from kith.web.forms import DayField, asked


class ReadDecision(forms.Form):
    """The second reader: agrees, or says what to change. `as_read` is the decision as it was when it was opened."""

    answer = forms.ChoiceField(
        label="Having read it",
        widget=forms.RadioSelect,
        choices=[("agree", "I agree with it"), ("return", "It goes back, to be changed")],
        error_messages={"required": "Choose whether you agree it."},
    )
    because = words_of("What to change", rows=3)
    as_read = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any):
        super().__init__(*args, **options)
        asked(self.fields["answer"], reveals={"return": ["because"]})


class ChallengeDecision(forms.Form):
    concern = asked(
        forms.CharField(
            label="What worries you about this decision?",
            widget=forms.Textarea,
            max_length=4000,
            error_messages={"required": "Say what worries you about this decision."},
        ),
        rows=4,
    )
    wanted = asked(
        forms.CharField(
            label="What should happen instead?",
            widget=forms.Textarea,
            max_length=2000,
            error_messages={"required": "Say what you want to happen instead."},
        ),
        rows=3,
    )


class ChallengeHere(ChallengeDecision):
    """For staff, who may ask that the team of whoever decided is not told whose it is (N32)."""

    kept = forms.BooleanField(
        label="Do not tell the team of whoever decided that it was me",
        required=False,
        help_text="They learn that the decision is challenged, and not by whom. Whoever answers sees your name.",
    )


class AnswerChallenge(forms.Form):
    outcome = forms.ChoiceField(
        label="What becomes of it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what becomes of the challenge."},
    )
    reply = asked(
        forms.CharField(
            label="Your answer, with the reasons",
            widget=forms.Textarea,
            max_length=4000,
            help_text="Whoever raised it reads this.",
            error_messages={"required": "Answer in words: why does the decision stand, or change?"},
        ),
        rows=5,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["outcome"].choices = pack.choices("challenge_outcome")  # type: ignore[attr-defined]


class LookAgain(forms.Form):
    answer = forms.ChoiceField(
        label="Does this change the decision?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it changes the decision."},
    )
    why = asked(
        forms.CharField(
            label="Why?",
            widget=forms.Textarea,
            max_length=2000,
            error_messages={"required": "Say why, in a sentence or two."},
        ),
        rows=3,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["answer"].choices = pack.choices("revisit_answer")  # type: ignore[attr-defined]


class TakeBack(forms.Form):
    """A sign-off given by mistake."""

    because = asked(
        forms.CharField(
            label="How did it come to be signed by mistake?",
            widget=forms.Textarea,
            max_length=2000,
            help_text="Kept beside what was signed. Whoever signed is told.",
            error_messages={"required": "Say how it came to be signed by mistake."},
        ),
        rows=3,
    )


class AskForSignOff(forms.Form):
    """`readers`: who may sign, but for whoever asks."""

    asked_id = forms.TypedChoiceField(label="Who reads it and signs it off?", coerce=int)
    by_when = DayField(label="By when do you need it?", required=False)
    words = asked(
        forms.CharField(label="What should they look at?", widget=forms.Textarea, required=False, max_length=2000),
        rows=3,
    )

    def __init__(self, *args: Any, readers: Sequence[tuple[int, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["asked_id"].choices = readers  # type: ignore[attr-defined]


class SendBack(forms.Form):
    because = asked(
        forms.CharField(
            label="What do you ask, or what is missing?",
            widget=forms.Textarea,
            max_length=2000,
            help_text="Whoever asked you is told. What was written stays where it is.",
            error_messages={"required": "Say what you ask, or what is missing."},
        ),
        rows=3,
    )


class ReadPlan(forms.Form):
    answer = asked(
        forms.ChoiceField(
            label="You have read it. What now?",
            widget=forms.RadioSelect,
            choices=[("signed", "I sign it off as it stands"), ("sent_back", "I send it back with a question")],
            error_messages={"required": "Sign it off, or send it back with a question."},
        ),
        reveals={"sent_back": ["because"]},
    )
    because = asked(
        forms.CharField(label="What do you ask?", widget=forms.Textarea, required=False, max_length=2000), rows=3
    )


class NoteBreach(forms.Form):
    what = asked(
        forms.CharField(
            label="What happened?",
            widget=forms.Textarea,
            max_length=2000,
            error_messages={"required": "Say what happened."},
        ),
        rows=3,
    )


class TellDecision(forms.Form):
    audience = forms.ChoiceField(
        label="Who is told?", widget=forms.RadioSelect, choices=FOR, error_messages={"required": "Choose who is told."}
    )
    words = asked(
        forms.CharField(
            label="What they are told",
            widget=forms.Textarea,
            max_length=4000,
            help_text="In plain words. They read this, and nothing else of the decision.",
            error_messages={"required": "Write what they are told, in plain words."},
        ),
        rows=5,
    )
