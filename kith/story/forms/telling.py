"""History as people tell it."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.calendar import PartDate
from kith.packs import Pack
from kith.people.forms import PartDateField
from kith.story.rules.lenses import WHERE_IT_COMES_FROM
from kith.web.forms import asked

THE_FAMILY = ""


class TellAsAgency(forms.Form):
    """What another agency's worker adds, in their own words. Cleans to the keywords of the act."""

    what = asked(
        forms.CharField(
            label="What happened?",
            widget=forms.Textarea,
            max_length=2000,
            help_text="One event: what you know, and how you know it.",
            error_messages={"required": "Write what happened."},
        ),
        rows=3,
    )
    happened = PartDateField(label="When?", help_text="A month or a year will do if no more is known.")
    roughly = forms.BooleanField(label="The year is a guess", required=False)
    lens = forms.ChoiceField(label="Which part of the story is it?", widget=forms.RadioSelect, initial="life")
    document = forms.CharField(
        label="Where is it written?",
        help_text="A letter, a register, a report, with its date. Leave it empty if it is not written anywhere.",
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        parts = [(code, label) for code, label in pack.choices("lens") if code not in WHERE_IT_COMES_FROM]
        self.fields["lens"].choices = parts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        when = given.get("happened")
        if given.pop("roughly", False) and when and when.precision == "year":
            given["happened"] = PartDate(when.on, "about")
        return given


class TellHistory(TellAsAgency):
    """The same, written down here for whoever told it: the family or the child, or another agency."""

    what = asked(
        forms.CharField(
            label="What happened?",
            widget=forms.Textarea,
            max_length=2000,
            help_text="One event, word for word as they told it.",
            error_messages={"required": "Write what happened."},
        ),
        rows=3,
    )
    told_by = forms.CharField(
        label="Who told you?",
        max_length=200,
        help_text="A name, or what they are to the child. This is their account.",
        error_messages={"required": "Say who told you: this is their account."},
    )
    agency = asked(forms.ChoiceField(label="Who do they speak for?", required=False), as_select=True)
    significance = forms.TypedChoiceField(
        label="How much does it matter in their story?", coerce=int, widget=forms.RadioSelect, initial="1"
    )
    meant = asked(forms.CharField(widget=forms.Textarea, required=False, max_length=2000), to_finish=True, rows=3)

    field_order = (
        "what",
        "happened",
        "roughly",
        "told_by",
        "agency",
        "document",
        "lens",
        "significance",
        "meant",
    )

    def __init__(self, *args: Any, called: str, pack: Pack, agencies: Iterable[tuple[str, str]], **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.fields["agency"].choices = [(THE_FAMILY, "The family, or the child"), *agencies]  # type: ignore[attr-defined]
        self.fields["significance"].choices = pack.choices("significance")  # type: ignore[attr-defined]
        self.fields["meant"].label = f"What did it mean for {called}?"
