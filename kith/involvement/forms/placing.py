"""What is asked about the home of a looked-after child."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.looked_after import choice
from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.people.models import Person
from kith.web.forms import DayField, asked

NEW, UNKNOWN = "new", "unknown"
_FLAGS = (
    ("lasting", "Meant to last until the child is 18"),
    ("for_now", "A relative or friend who is approved for now"),
    ("away", "Outside our own area"),
    ("at_once", "The child moved there in an emergency"),
)


class AboutHome(forms.Form):
    """What may be added to any home, at once or later."""

    with_whom = forms.CharField(label="With whom?", required=False, max_length=200)
    provider = choice("Who provides it?", [])
    lasting, for_now, away, at_once = (forms.BooleanField(label=label, required=False) for _, label in _FLAGS)
    area_told_on = DayField(
        label="When was the council of that area told?",
        required=False,
        help_text="Of a home outside our own area.",
    )
    approved_by = forms.CharField(label="Who approved it?", required=False, max_length=200)
    approved_on = DayField(label="When was it approved?", required=False)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        choices = [("", "Not said yet"), *pack.choices("placement_provider")]
        self.fields["provider"].choices = choices  # type: ignore[attr-defined]


class BeginPlacement(AboutHome):
    """`places`: addresses the record holds, by residence; `others`: whom the address may have to be kept from."""

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        places: Sequence[tuple[int, str]],
        others: Sequence[Person],
        has_home: bool,
        **options: Any,
    ):
        super().__init__(*args, pack=pack, **options)
        self.others = {person.ref: person for person in others}
        later, self.fields = self.fields, {}
        self._ask_where(pack, places)
        self._ask_who_may_not_know()
        if has_home:
            self.fields["why_ended"] = choice("Why did the home before end?", pack.choices("placement_ended"))
            self.fields["what_ended"] = words("What happened there?", rows=2)
        self.fields |= later

    def _ask_where(self, pack: Pack, places: Sequence[tuple[int, str]]) -> None:
        self.fields["kind"] = choice("What kind of home is it?", pack.choices("placement_kind"), first="Choose")
        self.fields["on"] = asked(DayField(label="Since which day?"), recent=True)
        held = [(str(pk), said) for pk, said in places]
        self.fields["where"] = asked(
            forms.ChoiceField(
                label="Where is it?",
                widget=forms.RadioSelect,
                choices=[*held, (NEW, "Somewhere new"), (UNKNOWN, "Not known yet")],
                initial=NEW,
            ),
            reveals={NEW: ["lines", "postcode"]},
        )
        lines = forms.CharField(label="The address", required=False, widget=forms.Textarea, max_length=400)
        self.fields["lines"] = asked(lines, rows=3)
        postcode = forms.CharField(label="Postcode", required=False, max_length=10)
        self.fields["postcode"] = asked(postcode, classes="govuk-input--width-10")

    def _ask_who_may_not_know(self) -> None:
        if not self.others:
            return
        self.fields["kept_from"] = forms.MultipleChoiceField(
            label="Who may not know where this is?",
            help_text="Whoever may not know the child’s home now is kept from this one too.",
            choices=[(ref, person.called) for ref, person in self.others.items()],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["kept_because"] = words("Why may they not know?", rows=2)
        self.fields["kept_review_on"] = DayField(label="When will that be looked at again?", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        where = given.pop("where", "")
        if where == NEW and not given.get("lines", "").strip():
            self.add_error("lines", "Write the address, or choose “Not known yet”.")
        if where != NEW:
            given["lines"] = given["postcode"] = ""
        given["kept_from"] = [self.others[ref] for ref in given.get("kept_from", [])]
        return {**given, "place": int(where) if where.isdigit() else None}


class EndPlacement(forms.Form):
    on = asked(DayField(label="On which day did it end?"), recent=True)
    why_ended = choice("Why did it end?", [])
    what_ended = words("What happened there?", rows=3)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        choices = [("", "Not said yet"), *pack.choices("placement_ended")]
        self.fields["why_ended"].choices = choices  # type: ignore[attr-defined]
