"""Ending a relationship; asking for an address to be protected no longer, and answering that."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.models import AddressProtection
from kith.web.forms import DayField, asked


class EndRelationship(forms.Form):
    ended_as = forms.ChoiceField(
        label="How did it end?", widget=forms.RadioSelect, error_messages={"required": "Choose how it ended."}
    )
    on = asked(DayField(label="When?"), recent=True)
    responsibility_ends = forms.BooleanField(
        required=False, help_text="Only a court, an adoption or a death ends that, never a separation."
    )

    def __init__(self, *args: Any, pack: Pack, holder: str, today: date, **options: Any):
        """`holder`: who holds parental responsibility and may lose it with this; empty when nobody does."""
        super().__init__(*args, **options)
        self.fields["ended_as"].choices = pack.choices("relationship_ended")  # type: ignore[attr-defined]
        self.fields["on"].initial = today
        self.fields["responsibility_ends"].label = f"{holder} no longer holds parental responsibility either"
        if not holder:
            del self.fields["responsibility_ends"]


class AskToEnd(forms.Form):
    """Cleans to `protections`, those chosen, and `because`."""

    people = forms.MultipleChoiceField(
        label="For whom should it end?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose for whom it should end."},
    )
    because = asked(
        forms.CharField(
            label="What has changed, and how do you know?",
            help_text="Say who told you, and what the people it protects think of it.",
            widget=forms.Textarea,
            max_length=1000,
            error_messages={"required": "Say what has changed, and how you know it."},
        ),
        rows=4,
    )

    def __init__(self, *args: Any, protections: Sequence[AddressProtection], **options: Any):
        super().__init__(*args, **options)
        self.protections = {row.person.ref: row for row in protections}
        self.fields["people"].choices = [(ref, row.person.called) for ref, row in self.protections.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return {
            "protections": [self.protections[ref] for ref in given.get("people", [])],
            "because": given.get("because", ""),
        }


class AnswerEnding(forms.Form):
    """The second person's answer. `agreed` is offered only to one who may give it."""

    agreed = forms.TypedChoiceField(
        label="What do you say?",
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
        error_messages={"required": "Say whether it ends or stays."},
    )
    answer = asked(
        forms.CharField(
            label="Why?",
            help_text="What you looked at, whom you asked, and what makes it safe or not safe.",
            widget=forms.Textarea,
            max_length=1000,
            error_messages={"required": "Say why."},
        ),
        rows=4,
    )

    def __init__(self, *args: Any, may_agree: bool, **options: Any):
        super().__init__(*args, **options)
        ways = [("no", "Keep the address protected"), ("yes", "End the protection")]
        self.fields["agreed"].choices = ways if may_agree else ways[:1]  # type: ignore[attr-defined]
        if not may_agree:
            self.fields["agreed"].initial = "no"
