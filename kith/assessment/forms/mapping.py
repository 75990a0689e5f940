"""What is asked about one part of a life, and about what it does to another."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import asked

LONG = 3000


def long_answer(label: str, help_text: str = "", rows: int = 3, required: str = "") -> forms.CharField:
    """A box for some sentences; `required` is what to say when it is empty."""
    field = forms.CharField(
        label=label,
        widget=forms.Textarea,
        max_length=LONG,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required} if required else None,
    )
    return asked(field, rows=rows)


class NoteDomain(forms.Form):
    """One part of the map. Cleans to the act's keywords; nothing alone is required."""

    strengths = long_answer("What is strong here?", "What you saw or heard, with an example.")
    none_found_how = long_answer(
        "Or: no strength found here. How did you look?", "Whom you asked, what you saw, how often.", rows=2
    )
    needs = long_answer("What is needed or hard here?")
    shown_by = long_answer("What shows it?", "Where it was seen, counted or written, and when.")
    care_bears = long_answer(
        "What in how the child is looked after helps here, or stands in the way?", "Asked of a high concern.", rows=2
    )
    world_bears = long_answer(
        "What around the family bears on it?", "Money, home, neighbours, wider family. Asked of a high concern.", rows=2
    )
    concern = asked(
        forms.ChoiceField(label="How worried are we about this part?", widget=forms.RadioSelect, required=False),
        inline=True,
    )
    trend = asked(
        forms.ChoiceField(label="Which way is it going?", widget=forms.RadioSelect, required=False), inline=True
    )
    outcomes = forms.MultipleChoiceField(
        label="Which of the five outcomes does it bear on?", required=False, widget=forms.CheckboxSelectMultiple
    )
    not_looked_because = long_answer("Not looked at? Say why.", "Only when nothing else is written here.", rows=2)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["concern"].choices = pack.choices("concern_level")  # type: ignore[attr-defined]
        self.fields["trend"].choices = pack.choices("domain_trend")  # type: ignore[attr-defined]
        self.fields["outcomes"].choices = pack.choices("five_outcomes")  # type: ignore[attr-defined]


class SetOutcomeAside(forms.Form):
    """`again`: a reason stands, and leaving it empty takes it back."""

    because = long_answer("Not relevant for this child, because…", rows=2)

    def __init__(self, *args: Any, again: bool, **options: Any):
        super().__init__(*args, **options)
        if again:
            self.fields["because"].help_text = "Leave it empty if it is to be looked at after all."


class NoteEffect(forms.Form):
    because_of = forms.ChoiceField(
        label="Because of this part of the child’s life…", error_messages={"required": "Choose where it begins."}
    )
    on_domain = forms.ChoiceField(
        label="…this part is affected", error_messages={"required": "Choose what it affects."}
    )
    how = long_answer(
        "In a sentence: what does it do?",
        "For example: she sleeps so little that she cannot follow at school.",
        rows=2,
        required="Say in a sentence what it does.",
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        for name in ("because_of", "on_domain"):
            choices = [("", "Choose one"), *pack.choices("assessment_domain")]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
