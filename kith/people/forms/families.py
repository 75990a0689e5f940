"""Who belongs to a child, where they live, and who must not learn it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from kith.calendar import joined
from kith.packs import Pack
from kith.people import rules
from kith.people.forms.asking import NEW, PartDateField, WhoForm
from kith.people.models import Person
from kith.web.forms import DayField, asked

SOMEWHERE_NEW = "new"


class AddRelationship(WhoForm):
    """Cleans to `person`, or for somebody new to `given`, `family`, `sex` and `born`; and the act's other keywords."""

    sex = asked(forms.ChoiceField(label="Sex", required=False, widget=forms.RadioSelect, initial="U"), inline=True)
    born = PartDateField(label="Date of birth", required=False, help_text="A year will do. Leave empty if not known.")
    expected_on = DayField(label="Or the expected date", required=False, help_text="For a baby not born yet.")
    kind = forms.ChoiceField(label="What are they?", error_messages={"required": "Choose what they are to each other."})
    since = PartDateField(label="Since when?", required=False, help_text="For a partner or carer. A year will do.")
    source = forms.CharField(label="Who told us?", required=False, max_length=200)
    decides = asked(
        forms.ChoiceField(
            label="Do they hold parental responsibility?",
            widget=forms.RadioSelect,
            required=False,
            choices=[("yes", "Yes"), ("no", "No"), ("", "Not asked yet")],
        ),
        reveals={"yes": ["acquired", "evidence_seen"]},
    )
    acquired = forms.ChoiceField(label="How did that come about?", required=False)
    evidence_seen = forms.CharField(label="What have we seen that shows it?", required=False, max_length=200)
    child_says_matters = forms.BooleanField(label="The child says this person matters to them", required=False)

    field_order = (
        "who",
        "find",
        "match",
        "given",
        "family",
        "sex",
        "born",
        "expected_on",
        "kind",
        "since",
        "source",
        "decides",
    )

    def __init__(self, *args: Any, called: str, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["kind"].label = f"What are they to {called}?"
        self.fields["kind"].choices = [("", "---"), *kinds(pack)]  # type: ignore[attr-defined]
        self.fields["sex"].choices = pack.choices("sex")  # type: ignore[attr-defined]
        self.fields["acquired"].choices = [("", "---"), *pack.choices("pr_acquired")]  # type: ignore[attr-defined]

    @classmethod
    def of_new(cls) -> list[str]:
        return ["given", "family", "sex", "born", "expected_on"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.pop("decides", "") == "yes":
            given["acquired"] = given.get("acquired") or "not_known"
        else:
            given["acquired"] = given["evidence_seen"] = ""
        if given["person"] is not None:
            given = {name: value for name, value in given.items() if name not in self.of_new()}
        elif self.data.get(self.add_prefix("who")) == NEW:
            given["sex"] = given.get("sex") or "U"
            del given["person"]
        return given


def kinds(pack: Pack) -> list[tuple[str, str]]:
    """What one person may be to another; brothers and sisters are worked out from parents."""
    return [
        (code, relation.label[:1].upper() + relation.label[1:])
        for code, relation in pack.relationships.items()
        if rules.is_known(pack, code)
    ]


class MoveHome(forms.Form):
    """Cleans to `people` (references), `place` (an address id, or None with `lines`) and the act's other keywords."""

    people = forms.MultipleChoiceField(
        label="Who lives there?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose who lives there."},
    )
    where = asked(
        forms.ChoiceField(
            label="Where is it?", widget=forms.RadioSelect, error_messages={"required": "Choose where it is."}
        ),
        reveals={SOMEWHERE_NEW: ["lines", "postcode", "called"]},
    )
    lines = asked(forms.CharField(label="The address", required=False, widget=forms.Textarea, max_length=400), rows=3)
    postcode = asked(forms.CharField(label="Postcode", required=False, max_length=10), classes="govuk-input--width-10")
    called = forms.CharField(
        label="What the family calls it", required=False, max_length=60, help_text="For example Mum’s, or Nan’s."
    )
    kind = forms.ChoiceField(label="What is it to them?", widget=forms.RadioSelect, initial="home")
    on = PartDateField(label="Since when?", error_messages={"required": "Say since when, or the year."})
    until_on = DayField(label="Until when?", required=False, help_text="Leave empty if they live there now.")

    def __init__(
        self,
        *args: Any,
        people: Sequence[Person],
        others: Sequence[Person],
        places: Sequence[tuple[int, str]],
        pack: Pack,
        **rest: Any,
    ):
        super().__init__(*args, **rest)
        self.persons = {person.ref: person for person in people}
        self.fields["people"].help_text = not_yours(others)
        self.fields["people"].choices = [(ref, person.called) for ref, person in self.persons.items()]  # type: ignore[attr-defined]
        self.fields["where"].choices = [*((str(pk), words) for pk, words in places), (SOMEWHERE_NEW, "Somewhere new")]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [c for c in pack.choices("address_kind") if c[0] != "none"]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        where = given.pop("where", "")
        on = given.get("on")
        return {
            **given,
            "people": [self.persons[ref] for ref in given.get("people", [])],
            "place": int(where) if where.isdecimal() else None,
            "precision": on.precision if on else "day",
        }


def not_yours(others: Sequence[Person]) -> str:
    """Who cannot be chosen, and why: a household is moved together only as far as its records may be written."""
    names = joined(person.called for person in others)
    return f"Not here: {names}. You may not write their record, so their home stays as it is." if names else ""


class ProtectAddress(WhoForm):
    """Cleans to `people`, `place` (the id of one of the child's stays), `from_person`, `because`, `review_on`."""

    someone_new = False

    people = forms.MultipleChoiceField(
        label="Who does this protect?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose who this protects."},
    )
    because = asked(
        forms.CharField(
            label="Why must they not learn it?",
            widget=forms.Textarea,
            max_length=600,
            error_messages={"required": "Say why the address must be kept from them."},
        ),
        rows=3,
    )
    review_on = DayField(label="When will we look at this again?")

    where = forms.ChoiceField(
        label="Which address?", widget=forms.RadioSelect, error_messages={"required": "Choose the address."}
    )

    field_order = ("where", "who", "find", "match", "people", "because", "review_on")

    def __init__(
        self,
        *args: Any,
        people: Sequence[Person],
        places: Sequence[tuple[int, str]],
        review: date,
        **options: Any,
    ):
        self.protected = {person.ref: person for person in people}
        first = {"where": places[0][0]} if places else {}
        super().__init__(*args, initial={"people": list(self.protected), "review_on": review, **first}, **options)
        self.fields["where"].choices = [(str(pk), words) for pk, words in places]  # type: ignore[attr-defined]
        self.fields["who"].label = "Who must not learn this address?"
        self.fields["people"].choices = [(ref, person.called) for ref, person in self.protected.items()]  # type: ignore[attr-defined]
        for unasked in ("given", "family"):
            del self.fields[unasked]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        return {
            "people": [self.protected[ref] for ref in given.get("people", [])],
            "place": int(given.get("where") or 0),
            "from_person": given.get("person"),
            "because": given.get("because", ""),
            "review_on": given.get("review_on"),
        }
