"""Putting people and places on a child's map, offers of help, and why a service is used instead."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.tree.people import Someone
from kith.web.forms import DayField, asked

MAPS = [("worker", "The map we drew"), ("child", "The child’s own map")]


def with_names(field: forms.Field, people: Sequence[Someone]) -> None:
    field.choices = [("", "Somebody or something else"), *((one.ref, one.called) for one in people)]  # type: ignore[attr-defined]


class ShowMap(forms.Form):
    """Which map, as it was on which day."""

    whose = asked(
        forms.ChoiceField(label="Whose map?", widget=forms.RadioSelect, choices=MAPS, required=False, initial="worker"),
        inline=True,
    )
    on = DayField(label="The map as it was on", required=False, help_text="Leave empty for today.")


class PutOnMap(forms.Form):
    """Cleans to `person` (a reference, or empty) and the act's other keywords."""

    whose = asked(
        forms.ChoiceField(label="Whose map?", widget=forms.RadioSelect, choices=MAPS, initial="worker"), inline=True
    )
    person = forms.ChoiceField(label="Who, of the family?", required=False)
    called = forms.CharField(
        label="Or what are they called?",
        required=False,
        max_length=100,
        help_text="On the child’s own map: what the child calls them.",
    )
    kind = forms.ChoiceField(label="What kind is it?", error_messages={"required": "Choose who or what it is."})
    ring = asked(
        forms.TypedChoiceField(
            label="How close?",
            widget=forms.RadioSelect,
            coerce=int,
            error_messages={"required": "Choose how close."},
        ),
        inline=True,
    )
    line = forms.ChoiceField(label="How is it between them?", widget=forms.RadioSelect, initial="ordinary")
    flow = forms.ChoiceField(label="Does it give strength, or take it?", widget=forms.RadioSelect, initial="none")
    what_for = forms.CharField(
        label="What for?",
        required=False,
        max_length=300,
        help_text="What they do together; what a service is there for.",
    )
    said_by = forms.CharField(label="Who says so?", required=False, max_length=200)
    on = DayField(label="Since when?", required=False, help_text="Leave empty for today.")
    family_may_see = forms.BooleanField(
        label="The family may see this one", required=False, help_text="Ask the child first, when it is the child’s."
    )

    def __init__(self, *args: Any, people: Sequence[Someone], pack: Pack, **options: Any):
        super().__init__(*args, **options)
        with_names(self.fields["person"], people)
        self.fields["kind"].choices = [("", "---"), *pack.choices("map_kind")]  # type: ignore[attr-defined]
        for name, codes in (("ring", "map_ring"), ("line", "map_line"), ("flow", "map_flow")):
            self.fields[name].choices = pack.choices(codes)  # type: ignore[attr-defined]


class TakeOffMap(forms.Form):
    because = forms.CharField(label="What has changed?", required=False, max_length=300)


class RecordOffer(forms.Form):
    """Cleans to `person` (a reference, or empty) and the act's other keywords."""

    person = forms.ChoiceField(label="Who offers it?", required=False)
    called = forms.CharField(label="If somebody else: their name", required=False, max_length=100)
    role = forms.ChoiceField(
        label="What kind of help?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of help it is."},
    )
    what = asked(
        forms.CharField(label="What will they do?", required=False, widget=forms.Textarea, max_length=600), rows=2
    )
    when_words = forms.CharField(
        label="When?", required=False, max_length=200, help_text="For example Tuesdays and Thursdays."
    )
    on = DayField(label="From when?", required=False, help_text="Leave empty for today.")
    said_by = forms.CharField(
        label="Who told us?", required=False, max_length=200, help_text="Leave empty if they said so themselves."
    )
    agreed = forms.BooleanField(label="The family wants this", required=False)

    def __init__(self, *args: Any, people: Sequence[Someone], pack: Pack, **options: Any):
        super().__init__(*args, **options)
        with_names(self.fields["person"], people)
        self.fields["role"].choices = pack.choices("offer_role")  # type: ignore[attr-defined]


class ChangeOffer(forms.Form):
    outcome = asked(
        forms.ChoiceField(
            label="What has changed?",
            widget=forms.RadioSelect,
            choices=[("agreed", "The family wants it"), ("ended", "It has ended")],
            error_messages={"required": "Choose what has changed."},
        ),
        reveals={"ended": ["because"]},
    )
    because = forms.CharField(label="Why did it end?", required=False, max_length=300)


class SayWhyService(forms.Form):
    service = forms.CharField(
        label="Which service?", max_length=200, error_messages={"required": "Write which service it is."}
    )
    because = asked(
        forms.CharField(
            label="Why a service, and not the family’s own people?",
            required=False,
            widget=forms.Textarea,
            max_length=600,
        ),
        rows=3,
    )
    considered = forms.CharField(
        label="Who of the family’s own people was thought of, or asked?", required=False, max_length=300
    )
