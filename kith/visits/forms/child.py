"""One child's own part of a visit: seen or not, alone or not, their words, what was seen, what was promised.

There is no control anywhere that sets "seen" for more than one child.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from kith.calendar import age_in_words
from kith.packs.pack import Pack
from kith.people.models import Person
from kith.visits import rules
from kith.visits.forms.day import DAY_SLOTS, day_fields, day_in
from kith.visits.rules import Promised, Said, Seen
from kith.web.forms import DayField, asked
from kith.words import possessive

SEEN, NOT_SEEN, ABSENT = "seen", "not_seen", "absent"
SAID_SLOTS = (1, 2, 3)
PROMISE_SLOTS = (1, 2)
_WHY_NOT = ("not_seen_words", "plan_to_see")  # words that belong to "not seen" alone


def spoken_name(child: Person) -> str:
    """What to call a child in a question: the first name, or what stands in for one."""
    return child.called.partition(" ")[0] if child.name_held else "this child"


class ChildForm(forms.Form):
    """Fields are named after the child's reference: `KX7D-2RWH-seen`. Only `seen` must be answered."""

    def __init__(self, *args: Any, child: Person, today: date, pack: Pack, **kwargs: Any):
        super().__init__(*args, prefix=child.ref, **kwargs)
        self.child, self.called = child, spoken_name(child)
        self.promised_before: list[Any] = []  # promises to this child still open, for the sheet to fill in
        self.name = self.called if child.name_held else child.called
        self.age = age_in_words(child.born_on, today) if child.born_on else ""
        self.more_words = f"More that {self.called} said"
        self.promise_words = f"Anything you promised {self.called}"
        self.fields.update(_seen_or_not(self.called, pack))
        self.fields.update(_what_was_seen(self.called, rules.is_young(child, today), pack))
        for slot in SAID_SLOTS:
            self.fields.update(_said(slot, self.called, pack))
        for slot in PROMISE_SLOTS:
            self.fields.update(_promised(slot, self.called))
        for slot in DAY_SLOTS:
            self.fields.update(day_fields(slot, pack))
        self.day_words = f"A day in {possessive(self.called)} life"

    def seen_choices(self) -> Iterator[dict[str, Any]]:
        """The three answers, each with the part of the page it brings into view."""
        seen = self["seen"]
        for number, (value, text) in enumerate(seen.field.choices, start=1):  # type: ignore[attr-defined]
            yield {
                "value": value,
                "text": text,
                "id": seen.auto_id + (f"-{number}" if number > 1 else ""),
                "chosen": seen.value() == value,
                "shows": "" if value == ABSENT else f"{seen.auto_id}-when-{value.replace('_', '-')}",
            }

    def slots(self) -> Iterator[dict[str, Any]]:
        """Each place for words, and whether it holds anything: the first is open, the others fold away."""
        for slot in SAID_SLOTS:
            fields = {name: self[f"{name}_{slot}"] for name in ("said", "sort", "way", "question", "checked")}
            yield {
                **fields,
                "number": slot,
                "in_use": _in_use(fields["said"]),
                "how": f"How {self.called} said it, and what you asked",
                "how_in_use": _in_use(fields["way"], fields["question"], fields["checked"]),
            }

    def more_in_use(self) -> bool:
        return any(slot["in_use"] or slot["how_in_use"] for slot in self.slots() if slot["number"] > 1)

    def promises(self) -> Iterator[dict[str, BoundField]]:
        for slot in PROMISE_SLOTS:
            yield {"text": self[f"promise_{slot}"], "due": self[f"due_{slot}"]}

    def day(self) -> Iterator[dict[str, BoundField]]:
        for slot in DAY_SLOTS:
            yield {name: self[f"day_{name}_{slot}"] for name in ("topic", "known", "by", "text")}

    def day_in_use(self) -> bool:
        return any(_in_use(*slot.values()) for slot in self.day())

    def promised_already(self) -> bool:
        return any(_in_use(*slot.values()) for slot in self.promises())

    def clean(self) -> dict[str, Any]:
        """Words typed under an answer that was then changed are asked about, never dropped."""
        given = super().clean() or {}
        seen = given.get("seen")
        if seen == ABSENT and any(given.get(name) for name in self._words()):
            self.add_error(
                "seen", f"You have written about {self.called}. Choose “Seen” or “Not seen”, or clear those words."
            )
        if seen == SEEN and any(given.get(name) for name in _WHY_NOT):
            self.add_error(
                "seen", f"You also wrote why {self.called} was not seen. Choose “Not seen”, or clear those words."
            )
        for slot in SAID_SLOTS:
            about_words = given.get(f"sort_{slot}") or given.get(f"question_{slot}")
            if about_words and not given.get(f"said_{slot}") and seen != ABSENT:
                self.add_error(f"said_{slot}", f"Write what {self.called} said, in the words that were used.")
        self._check_day(given)
        return given

    def _check_day(self, given: dict[str, Any]) -> None:
        for slot in DAY_SLOTS:
            if given.get("seen") == ABSENT or not given.get(f"day_text_{slot}"):
                continue
            if not given.get(f"day_topic_{slot}"):
                self.add_error(f"day_topic_{slot}", "Choose which part of the day this is about.")
            if not given.get(f"day_known_{slot}"):
                self.add_error(f"day_known_{slot}", "Say how you know: seen, told or assumed.")

    def refuse_promises_before(self, day: date) -> None:
        for slot in PROMISE_SLOTS:
            due = self.cleaned_data.get(f"due_{slot}")
            if due and due < day:
                self.add_error(f"due_{slot}", "A promise cannot be due before it was made.")

    def line(self, planned: Any = None) -> Seen | None:
        """What the form says of this child; None when the child was no part of the visit. After is_valid()."""
        given = self.cleaned_data
        if given["seen"] == ABSENT:
            return None
        plain = ("alone", "alone_words", "bedroom", "not_seen_because", "not_seen_words", "plan_to_see", "saw", "means")
        return Seen(
            person=self.child,
            seen=given["seen"] == SEEN,
            said=[self._said_in(slot) for slot in SAID_SLOTS if given[f"said_{slot}"]],
            promised=[
                Promised(given[f"promise_{slot}"], given[f"due_{slot}"])
                for slot in PROMISE_SLOTS
                if given[f"promise_{slot}"]
            ],
            day=day_in(given),
            planned=planned,
            **{name: given[name] for name in plain},
        )

    def _said_in(self, slot: int) -> Said:
        given = self.cleaned_data
        return Said(
            sort=given[f"sort_{slot}"],
            text=given[f"said_{slot}"],
            question_asked=given[f"question_{slot}"],
            way=given[f"way_{slot}"] or "spoken",
            checked_back=True if given[f"checked_{slot}"] else None,
        )

    def _words(self) -> list[str]:
        return [name for name, field in self.fields.items() if isinstance(field, forms.CharField)]


def _in_use(*fields: BoundField) -> bool:
    return any(field.errors or (any(v.values()) if isinstance(v := field.value(), dict) else v) for field in fields)


def _written(label: str, *, rows: int = 2, help_text: str = "", **how: Any) -> forms.CharField:
    """Words that may be left out. Nothing is trimmed to a length: what was typed is kept."""
    field = forms.CharField(label=label, required=False, widget=forms.Textarea, help_text=help_text)
    return asked(field, rows=rows, **how)


def _chosen(label: str, choices: list[tuple[str, str]], **how: Any) -> forms.ChoiceField:
    """One of a few, shown whole."""
    return asked(forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect), **how)


def _picked(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    """One of many, from a list."""
    return asked(forms.ChoiceField(label=label, choices=[("", "---------"), *choices], required=False), as_select=True)


def _seen_or_not(called: str, pack: Pack) -> dict[str, forms.Field]:
    return {
        "seen": forms.ChoiceField(
            label=f"Did you see {called}?",
            choices=[(SEEN, "Seen"), (NOT_SEEN, "Not seen"), (ABSENT, "Not part of this visit")],
            widget=forms.RadioSelect,
            error_messages={"required": f"Say whether you saw {called}."},
        ),
        "not_seen_because": _picked("What happened?", pack.choices("not_seen_reasons")),
        "not_seen_words": _written(f"Why {called} was not seen, in a few words", rows=2),
        "plan_to_see": _written(
            f"How and when will {called} be seen?",
            rows=2,
            help_text="A day, and what you will do if the door stays shut.",
            to_finish=True,
        ),
    }


def _what_was_seen(called: str, young: bool, pack: Pack) -> dict[str, forms.Field]:
    looked = "How they looked, what they did, how they were with each person there."
    return {
        "alone": _chosen(f"Did you see {called} alone?", pack.choices("alone")),
        "alone_words": _written("If not alone, why?", rows=2),
        "bedroom": _chosen(f"Did you see where {called} sleeps?", pack.choices("bedroom"), inline=True),
        "saw": _written(f"What you saw of {called}", rows=4, help_text=looked, to_finish=young),
        "means": _written(f"What this means for {called}", rows=2, help_text="One to three lines."),
    }


def _said(slot: int, called: str, pack: Pack) -> dict[str, forms.Field]:
    exactly = {"standard": "Write it as it was said, not as we would put it.", "standard_code": "PS1"}
    return {
        f"said_{slot}": _written(f"In {possessive(called)} words", rows=3, **(exactly if slot == 1 else {})),
        f"sort_{slot}": _chosen("What kind of words are these?", pack.choices("words_kind"), inline=True),
        f"way_{slot}": _picked(f"How {called} told you", pack.choices("way_of_speaking")),
        f"question_{slot}": forms.CharField(
            label="The question you asked, if these words tell of harm", required=False, max_length=500
        ),
        f"checked_{slot}": forms.BooleanField(label=f"I checked with {called} that I heard right", required=False),
    }


def _promised(slot: int, called: str) -> dict[str, forms.Field]:
    return {
        f"promise_{slot}": forms.CharField(label=f"What you promised {called}", required=False, max_length=300),
        f"due_{slot}": DayField(
            label="By when?",
            required=False,
            help_text="Leave it empty for “by the next time we are in touch”." if slot == 1 else "",
        ),
    }
