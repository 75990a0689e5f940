"""How each person took part in a meeting: a row of questions for everybody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from kith.involvement.models import CONFERENCES
from kith.involvement.rules import PartGiven
from kith.packs import Pack
from kith.web.forms import asked

PARTS = {
    "strategy": ("role", "attended", "why_not"),
    "core_group": ("role", "attended", "spoke", "why_not", "in_core_group"),
    **dict.fromkeys(CONFERENCES, ("role", "how", "prepared_with", "attended", "spoke", "why_not", "in_core_group")),
    "planned": ("role", "how", "prepared_with"),
}
_LISTS = {
    "role": ("Who are they here?", "meeting_role"),
    "how": ("How were they asked?", "took_part_how"),
    "attended": ("Were they there?", "attended"),
    "spoke": ("How did their view get in?", "spoke"),
}


@dataclass(frozen=True)
class Somebody:
    """A person whose part is asked about; without a name, whoever it was of that role."""

    who: str = ""
    role: str = ""
    known: Any = None  # their line so far


def words(label: str, *, hint: str = "", rows: int = 3) -> forms.CharField:
    field = forms.CharField(label=label, required=False, widget=forms.Textarea, max_length=8000, help_text=hint)
    return asked(field, rows=rows)


class PartsForm(forms.Form):
    """Rows of people. `asks`: which questions of each."""

    def ask_parts(self, pack: Pack, people: Sequence[Somebody], asks: Sequence[str]) -> None:
        self.pack, self.people, self.asks = pack, list(people), asks
        for place, someone in enumerate(self.people):
            self._ask_part(f"p{place}", someone)

    def _ask_part(self, key: str, someone: Somebody) -> None:
        if not someone.who:
            named = asked(forms.CharField(label="Their name", required=False, max_length=200))
            self.fields[f"{key}_who"] = named
        for name in self._asked_of(someone):
            self.fields[f"{key}_{name}"] = self._question(name)
            if known := getattr(someone.known, name, None):
                self.fields[f"{key}_{name}"].initial = known

    def _asked_of(self, someone: Somebody) -> list[str]:
        """Who they are, where nobody knows it; how they were asked and prepared, of family and whoever is new."""
        known = {"role"} if someone.role else set()
        of_family = someone.role in self.pack.flagged("meeting_role", "of_the_family")
        if someone.role and not of_family and "attended" in self.asks:
            known |= {"how", "prepared_with"}
        return [name for name in self.asks if name not in known]

    def _question(self, name: str) -> forms.Field:
        if name in _LISTS:
            label, key = _LISTS[name]
            choices = [("", "Not said yet"), *self.pack.choices(key)]
            return asked(forms.ChoiceField(label=label, choices=choices, required=False), as_select=True)
        if name == "prepared_with":
            return forms.MultipleChoiceField(
                label="What were they prepared with?",
                choices=self.pack.choices("prepared_with"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        if name == "in_core_group":
            return forms.BooleanField(label="A member of the core group", required=False)
        return forms.CharField(label="If not there, or not asked: why not?", required=False, max_length=1000)

    @property
    def of_people(self) -> list[tuple[str, list[BoundField]]]:
        """Everybody expected: their name, or who they are here, and the questions about them."""
        return [row for row, someone in self._rows() if someone.who or someone.role]

    @property
    def of_others(self) -> list[tuple[str, list[BoundField]]]:
        """Room for people nobody expected."""
        return [row for row, someone in self._rows() if not (someone.who or someone.role)]

    def _rows(self) -> Iterator[tuple[tuple[str, list[BoundField]], Somebody]]:
        roles = dict(self.pack.choices("meeting_role"))
        for place, someone in enumerate(self.people):
            start = f"p{place}_"
            boxes = [self[name] for name in self.fields if name.startswith(start)]
            yield (someone.who or roles.get(someone.role, "Somebody else"), boxes), someone

    def parts_given(self, given: dict[str, Any]) -> list[PartGiven]:
        """Those something was said of. A role nobody put a name to is called by its role."""
        roles = dict(self.pack.choices("meeting_role"))
        found = []
        for place, someone in enumerate(self.people):
            row: dict[str, Any] = {name: self._said(given, place, name) for name in self.asks}
            row = {name: value for name, value in row.items() if value}
            who = someone.who or (given.get(f"p{place}_who") or "").strip()
            said = {name: value for name, value in row.items() if name != "role"}
            if said or (who and not someone.who):
                role = row.get("role") or someone.role
                found.append(PartGiven(who or roles.get(role, "Not named"), **{**row, "role": role}))
        return found

    def _said(self, given: dict[str, Any], place: int, name: str) -> Any:
        """As it was answered; what was not asked stays as it is known."""
        key = f"p{place}_{name}"
        return given.get(key) if key in self.fields else getattr(self.people[place].known, name, None)
