"""The short questions the composed screens ask."""

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
    source = forms.CharField(label="Who says so?", required=False, max_length=200)


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
