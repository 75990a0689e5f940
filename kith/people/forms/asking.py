"""Two ways of asking used by several forms: a date known in part, and "who do you mean?"."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.calendar import NotADate, PartDate
from kith.people import queries
from kith.people.models import Person
from kith.web.days import BOXES, DayField, boxes_of, wrong
from kith.web.forms import asked

FIND, NEW = "find", "new"


class PartDateField(DayField):
    """A day, a month, or a year: whatever is known. Cleans to a PartDate or, left empty, None."""

    def clean(self, value: Any) -> PartDate | None:  # type: ignore[override]
        typed = boxes_of(value)
        if not any(typed.values()):
            if self.required:
                raise wrong("required", f"Write the date, or the year: “{self.label}”", *BOXES)
            return None
        try:
            return PartDate.from_boxes(typed["day"], typed["month"], typed["year"])
        except NotADate as trouble:
            raise wrong("part_date", str(trouble), *BOXES) from None


def in_boxes(known: PartDate | None) -> dict[str, str]:
    """A part-date as the three boxes show it."""
    if known is None:
        return {}
    shown = {"day": ("day", "month", "year"), "month": ("month", "year")}.get(known.precision, ("year",))
    return {box: str(getattr(known.on, box)) for box in shown}


def offered(choices: Sequence[tuple[str, str]], held: str) -> list[tuple[str, str]]:
    """Choices, with what the record already holds kept among them: a census may bring a code the pack retired."""
    known = {code for code, _ in choices}
    return [*choices, *([(held, held)] if held and held not in known else [])]


class WhoForm(forms.Form):
    """Chooses one person: somebody already known to the family, somebody found by reference or name, or somebody new.

    Cleans to `person` (None for somebody new) besides its other answers. Someone sealed is not found, in the same words
    as someone who is not there.
    """

    someone_new = True  # whether a record may begin here

    who = forms.ChoiceField(
        label="Who is it?", widget=forms.RadioSelect, error_messages={"required": "Choose who it is."}
    )
    find = forms.CharField(label="Their reference, or their name", required=False, max_length=100)
    match = forms.ChoiceField(label="Who do you mean?", widget=forms.RadioSelect, required=False)
    given = forms.CharField(label="First names", required=False, max_length=100)
    family = forms.CharField(label="Family name", required=False, max_length=100)

    def __init__(self, data: Any = None, *, known: Sequence[Person] = (), **options: Any):
        super().__init__(data, **options)
        self.known = {person.ref: person for person in known}
        self.found = self._look(data or {})
        if self.found:
            self.fields["match"].choices = [(p.ref, f"{p.called}, {_born(p)} ({p.ref})") for p in self.found.values()]  # type: ignore[attr-defined]
        else:
            del self.fields["match"]
        more = [(FIND, "Somebody who has a record here")]
        more += [(NEW, "Somebody new")] if self.someone_new else []
        self.fields["who"].choices = [*((ref, p.called) for ref, p in self.known.items()), *more]  # type: ignore[attr-defined]
        asked(self.fields["who"], reveals={FIND: ["find", *(["match"] if self.found else [])], NEW: self.of_new()})

    @classmethod
    def of_new(cls) -> list[str]:
        """The fields asked about somebody new."""
        return ["given", "family"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        who = given.pop("who", "")
        match, text = given.pop("match", ""), given.pop("find", "")
        given["person"] = self.known.get(who) or self.found.get(match)
        if who == FIND and given["person"] is None:
            self._blame_search(text)
        return given

    def _look(self, data: Any) -> dict[str, Person]:
        text = (data.get(self.add_prefix("find")) or "").strip()
        if data.get(self.add_prefix("who")) != FIND or not text:
            return {}
        return {person.ref: person for person in queries.find(text).people}

    def _blame_search(self, text: str) -> None:
        if not text:
            self.add_error("find", "Write their reference or their name.")
        elif self.found:
            self.add_error("match", "Choose who you mean.")
        else:
            self.add_error("find", "Nobody open to you has that name or reference. Check it, or choose somebody new.")


def _born(person: Person) -> str:
    if person.born_on is None:
        return "date of birth not known"
    return f"born {person.born}"
