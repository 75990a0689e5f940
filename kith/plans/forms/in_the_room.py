"""A plan made with the family in the room: one page (J13)."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField

from kith.packs import Pack
from kith.plans.acts import OutcomeSaid, StepSaid, ViewSaid
from kith.plans.forms.outcomes import line
from kith.plans.forms.planning import words
from kith.web.forms import asked

OUTCOMES, STEPS, PEOPLE = 3, 8, 6  # rows on the page, of which the first few are open
_OPEN = {"o": 1, "s": 3, "p": 3}


def _number(label: str, most: int) -> forms.IntegerField:
    field = forms.IntegerField(label=label, required=False, min_value=0, max_value=most)
    return asked(field, classes="govuk-input--width-3")


class MakeFamilyPlan(forms.Form):
    """Cleans to the act's keywords. Only why there is a plan is needed to keep it."""

    because = words(
        "We make this plan because …",
        rows=2,
        required=True,
        error_messages={"required": "Say in one sentence why there is a plan."},
    )
    going_well = words("What goes well?", rows=3)
    worries = words("What are we worried about?", rows=3)
    said = words(
        "In the child’s own words: what matters to them in this?",
        rows=2,
        help_text="Word for word. Everything above rests on it. If it tells of harm, use “Worried now” instead.",
    )
    said_sort = forms.ChoiceField(label="What kind of words are they?", required=False)
    no_words = forms.ChoiceField(label="If there are no words: why not?", required=False)
    seen = words("What did you see of the child instead?", rows=2)
    ends_when = words("The plan ends when …", rows=2, help_text="What people will see.")
    if_worse = words("If things get worse, we will …", rows=2)

    def __init__(self, *args: Any, pack: Pack, name: str, **options: Any):
        super().__init__(*args, **options)
        kinds = [(code, text) for code, text in pack.choices("words_kind") if code != "harm"]
        self.fields["said_sort"] = self._one_of("What kind of words are they?", [("", "Choose"), *kinds])
        why_none = [("", "Choose"), *pack.choices("no_own_words")]
        self.fields["no_words"] = self._one_of("If there are no words: why not?", why_none)
        change = [("", "Choose"), *pack.choices("whose_change")]
        owner = [("", "Choose"), *pack.choices("step_owner")]
        whose = [("", "Choose"), *pack.choices("whose_view")]
        for n in range(1, OUTCOMES + 1):
            self.fields[f"o{n}_statement"] = line(f"What will be different for {name}?")
            self.fields[f"o{n}_measure"] = line("How will we know?")
            self.fields[f"o{n}_baseline"] = line("How is it now?")
            self.fields[f"o{n}_target"] = line("What do we aim for?")
            self.fields[f"o{n}_whose_change"] = self._one_of("Who does something differently?", change)
            self.fields[f"o{n}_weeks"] = _number("In how many weeks?", 52)
        for n in range(1, STEPS + 1):
            self.fields[f"s{n}_what"] = line("What will be done?")
            self.fields[f"s{n}_who"] = line("Who does it, by name?")
            self.fields[f"s{n}_kind"] = self._one_of("Who are they?", owner)
            self.fields[f"s{n}_weeks"] = _number("In how many weeks?", 52)
            self.fields[f"s{n}_uses"] = line("Which strength, or whose help, does it use?")
        for n in range(1, PEOPLE + 1):
            self.fields[f"p{n}_who"] = line("Who is here?")
            self.fields[f"p{n}_whose"] = self._one_of(f"Who are they to {name}?", whose)
            self.fields[f"p{n}_score"] = _number(f"How is it for {name} now, from 0 to 10?", 10)
            self.fields[f"p{n}_words"] = line("In their own words: what they will do, and what they think")

    @staticmethod
    def _one_of(label: str, choices: list[tuple[str, str]]) -> forms.Field:
        return asked(forms.ChoiceField(label=label, choices=choices, required=False), as_select=True)

    def _rows(self, letter: str, most: int) -> list[list[BoundField]]:
        return [[self[name] for name in self.fields if name.startswith(f"{letter}{n}_")] for n in range(1, most + 1)]

    @property
    def parts(self) -> Iterator[tuple[str, str, list[list[BoundField]], list[list[BoundField]]]]:
        """Each repeated part: its heading, what one row is called, the rows that are open, and those that wait."""
        for letter, most, title, each in (
            ("o", OUTCOMES, "What will be different", "One more thing that will be different"),
            ("s", STEPS, "Who does what", "More steps"),
            ("p", PEOPLE, "Who is here, and what they say", "More people"),
        ):
            rows = self._rows(letter, most)
            yield title, each, rows[: _OPEN[letter]], rows[_OPEN[letter] :]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        plain = {name: given.get(name, "") for name in self.base_fields}
        return {
            **plain,
            "outcomes": [OutcomeSaid(**row) for row in self._given(given, "o", OUTCOMES, "statement")],
            "steps": [StepSaid(**row) for row in self._given(given, "s", STEPS, "what")],
            "people": [ViewSaid(**row) for row in self._given(given, "p", PEOPLE, "who")],
        }

    def _given(self, given: dict[str, Any], letter: str, most: int, first: str) -> Iterator[dict[str, Any]]:
        """The rows in which something was written. One without its first answer says so, and keeps what is there."""
        for n in range(1, most + 1):
            start = f"{letter}{n}_"
            row = {name.removeprefix(start): value for name, value in given.items() if name.startswith(start)}
            if not any(value not in ("", None) for value in row.values()):
                continue
            if not row.get(first):
                self.add_error(f"{start}{first}", "Write this first: the rest of the row belongs to it.")
                continue
            if letter == "p" and not row.get("whose"):
                self.add_error(f"{start}whose", "Choose who they are to the child.")
                continue
            yield row
