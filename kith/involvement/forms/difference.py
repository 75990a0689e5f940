"""What is asked about the difference we make, and about what we did where somebody said what to change (S3-16)."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.web.forms import DayField, asked

_WHOSE = (("child", "the child’s"), ("family", "the family’s"), ("others", "the other agencies’"))
# The order of those fields among the others: each answer, whose it is, and what kind.
BESIDE = (
    *("difference_child", "difference_said_child", "difference_family", "difference_person"),
    *("difference_said_family", "difference_others", "difference_said_others"),
)
_UNSORTED = ("", "Not sorted yet")


def sorting_fields(pack: Pack, family: Sequence[Any]) -> dict[str, forms.Field]:
    """What kind of answer each of the three is, and whose words the family's are: with what a review or the end of the
    work asks anyway. `difference_said_child` and so on, `difference_person`.
    """
    kinds = [_UNSORTED, *pack.choices("difference_said")]
    fields: dict[str, forms.Field] = {
        f"difference_said_{whose}": asked(
            forms.ChoiceField(label=f"What kind of answer is {called}?", choices=kinds, required=False), as_select=True
        )
        for whose, called in _WHOSE
    }
    fields["difference_person"] = asked(
        forms.ChoiceField(
            label="Who of the family said it?",
            choices=[("", "Not written down yet"), *((person.ref, person.called) for person in family)],
            required=False,
            help_text="They read it on their own page, and what we did about it. Nobody else of the family does.",
        ),
        as_select=True,
    )
    return fields


def sorted_from(given: dict[str, Any], family: Sequence[Any]) -> dict[str, Any]:
    """What the acts ask for, taken out of what those fields gave."""
    said = {whose: given.pop(f"difference_said_{whose}", "") or "" for whose, _ in _WHOSE}
    ref = given.pop("difference_person", "")
    found = next((person for person in family if person.ref == ref), None)
    return {**given, "difference_said": {whose: kind for whose, kind in said.items() if kind}, "difference_who": found}


class _Who(forms.Form):
    """`family`: whom it may be from, by name. Cleans `person_who` to a person or None."""

    said = asked(forms.ChoiceField(label="What kind of answer is it?", required=False), as_select=False)
    person_who = asked(
        forms.ChoiceField(
            label="If somebody of the family: who?",
            required=False,
            help_text="They read it on their own page, and what we did about it. Nobody else of the family does.",
        ),
        as_select=True,
    )
    who = forms.CharField(label="If another: who?", max_length=200, required=False)

    def __init__(self, *args: Any, pack: Pack, family: Sequence[Any], **options: Any):
        super().__init__(*args, **options)
        self.family = {person.ref: person for person in family}
        self.fields["said"].choices = [_UNSORTED, *pack.choices("difference_said")]  # type: ignore[attr-defined]
        people = [("", "Nobody of the family"), *((ref, person.called) for ref, person in self.family.items())]
        self.fields["person_who"].choices = people  # type: ignore[attr-defined]

    def clean_person_who(self) -> Any:
        return self.family.get(self.cleaned_data["person_who"])


class SayDifference(_Who):
    whose = forms.ChoiceField(
        label="Whose answer is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whose answer it is."},
    )
    words = words("What did they say, in their words?")
    on = asked(DayField(label="When?"), recent=True)

    field_order = ("whose", "person_who", "who", "words", "said", "on")

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.fields["whose"].choices = pack.choices("difference_whose")  # type: ignore[attr-defined]


class SortDifference(_Who):
    field_order = ("said", "person_who", "who")


class SayWhatWeDid(forms.Form):
    outcome = forms.ChoiceField(
        label="Was it done?", widget=forms.RadioSelect, error_messages={"required": "Say whether it was done."}
    )
    we_did = words("What did we do? Or why not?", hint="As you would say it to them: they read it on their own page.")
    told_on = DayField(label="If somebody told them as well: when?", required=False)
    told_by = forms.CharField(label="Who told them?", max_length=200, required=False)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["outcome"].choices = pack.choices("difference_outcome")  # type: ignore[attr-defined]


class AskAgain(forms.Form):
    """Cleans to the act's keywords. Anything may be left but all of it."""

    words_child = words("What difference did our work make, in the child’s words?", rows=2)
    words_family = words("In the family’s words?", rows=2)
    words_others = words("In the words of school, health and others?", rows=2)
    not_asked_because = words("If nobody is asked: why not?", rows=2)
    on = asked(DayField(label="When?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, family: Sequence[Any], **options: Any):
        super().__init__(*args, **options)
        self.family = family
        self.fields |= sorting_fields(pack, family)
        order = [name for whose, _ in _WHOSE for name in (f"words_{whose}", f"difference_said_{whose}")]
        order.insert(3, "difference_person")
        self.order_fields([*order, "not_asked_because", "on"])

    def clean(self) -> dict[str, Any]:
        given = sorted_from(super().clean() or self.cleaned_data, self.family)
        spoken = {whose: given.pop(f"words_{whose}", "") for whose, _ in _WHOSE}
        return {
            "words": {whose: said for whose, said in spoken.items() if said},
            "said": given.pop("difference_said"),
            "person_who": given.pop("difference_who"),
            **given,
        }
