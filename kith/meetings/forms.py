"""What is asked while a meeting goes on: one sheet for the wall, a private one behind it, and who has what."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from kith.meetings.models import DECIDED, NOT_AGREED, NUMBER, Part
from kith.meetings.rules import ActionGiven, CarriesGiven, LineGiven
from kith.packs import Pack
from kith.web.forms import DayField, asked


def words(label: str, hint: str = "", rows: int = 2) -> forms.Field:
    return asked(
        forms.CharField(label=label, required=False, max_length=8000, help_text=hint, widget=forms.Textarea), rows=rows
    )


def line(label: str) -> forms.Field:
    return forms.CharField(label=label, required=False, max_length=200)


DECISION = ("decided", "why")
CARRIES = ("bottom", "broken_when", "watcher", "rests_on", "no_words", "seen")


def bottom_fields() -> tuple[forms.Field, forms.Field, forms.Field]:
    return (
        line("Its bottom line, if it has one: what must stay true?"),
        line("What event breaks it?"),
        line("Who watches it?"),
    )


def rests_fields(pack: Pack, rests_on: forms.Field | None) -> dict[str, forms.Field]:
    """`rests_on`: which of the child's own words, where there are any."""
    why = forms.ChoiceField(
        label="If none of the child’s own words: why not?",
        choices=[("", "Not said yet"), *pack.choices("no_own_words")],
        required=False,
    )
    found = {"no_words": asked(why, as_select=True), "seen": words("What did you see of the child instead?")}
    return {**({"rests_on": rests_on} if rests_on else {}), **found}


def carried_from(given: dict[str, Any]) -> CarriesGiven:
    texts = {name: given.get(name, "") for name in CARRIES if name != "rests_on"}
    return CarriesGiven(**texts, rests_on=tuple(one.pk for one in given.get("rests_on") or ()))


class SayWhatItCarries(forms.Form):
    """For a decision that stands on the board already."""

    bottom, broken_when, watcher = bottom_fields()

    def __init__(self, *args: Any, pack: Pack, rests_on: forms.Field | None, **options: Any):
        super().__init__(*args, **options)
        self.fields |= rests_fields(pack, rests_on)

    def clean(self) -> dict[str, Any]:
        return {"carries": carried_from(super().clean() or {})}


class WriteOnBoard(forms.Form):
    """Any of it, as people speak: every box may stay empty. `people`: whom a line may be said by. `decides`: whether
    this meeting's decision is written here. `rests_on`: which of the child's words that the room may read; why on none
    is asked where nobody else reads.
    """

    not_agreed = words("Somebody does not agree: in their own words")
    wants = words("What do they want instead?")
    number = asked(
        forms.IntegerField(label="How is it now, from 0 to 10?", required=False, min_value=0, max_value=10),
        classes="govuk-input--width-3",
    )
    number_why = line("Why this number?")
    decided = words("What is decided?")
    why = words("Why? What else was thought of, and why not?")
    bottom, broken_when, watcher = bottom_fields()
    action = words("What will be done?")
    action_who = line("Who does it? One person")
    by_when = DayField(label="By when?", required=False)

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        people: Sequence[tuple[str, str]],
        decides: bool,
        rests_on: forms.Field | None = None,
        **options: Any,
    ):
        super().__init__(*args, **options)
        self.columns = pack.choices("review_column")
        self.people = dict(people)
        self.fields["who"] = asked(
            forms.ChoiceField(
                label="Who is speaking?", choices=[("", "Not said"), *((who, who) for who, _ in people)], required=False
            ),
            as_select=True,
        )
        for code, title in self.columns:
            self.fields[code] = words(title)
        self.fields |= {"rests_on": rests_on} if rests_on else {}
        for name in () if decides else (*DECISION, *CARRIES):
            self.fields.pop(name, None)
        self.order_fields(["who", *(code for code, _ in self.columns), "number", "number_why"])

    @property
    def of_action(self) -> list[BoundField]:
        return [self[name] for name in ("action", "action_who", "by_when")]

    @property
    def of_decision(self) -> list[BoundField]:
        return [self[name] for name in (*DECISION, *CARRIES) if name in self.fields]

    @property
    def of_speaker(self) -> list[BoundField]:
        asks = ("who", *(code for code, _ in self.columns), "number", "number_why", "not_agreed", "wants")
        return [self[name] for name in asks]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        who = given.get("who", "")
        said = {"who": who, "whose": self.people.get(who, "")}
        lines = [LineGiven(code, given[code], **said) for code, _ in self.columns if given.get(code, "").strip()]
        if given.get("number") is not None:
            lines.append(LineGiven(NUMBER, given.get("number_why", ""), score=given["number"], **said))
        if given.get("not_agreed", "").strip():
            lines.append(LineGiven(NOT_AGREED, given["not_agreed"], wants=given.get("wants", ""), **said))
        if given.get("decided", "").strip():
            lines.append(LineGiven(DECIDED, given["decided"], why=given.get("why", ""), carries=carried_from(given)))
        elif "decided" in self.fields and carried_from(given) != CarriesGiven():
            self.add_error("decided", "Write what is decided: what it rests on, and its bottom line, stand beside it.")
        owner, what = given.get("action_who", "").strip(), given.get("action", "")
        whose = self.people.get(owner, "")
        actions = [ActionGiven(what, owner, given.get("by_when"), whose)] if what.strip() or owner else []
        return {"lines": lines, "actions": actions}


class PutUp(forms.Form):
    """What everybody in the room may read. `said`: the child's newest words, by their row."""

    life_up = forms.BooleanField(label="What life is like today", required=False)
    words_up = forms.MultipleChoiceField(label="Their own words", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, said: Sequence[tuple[str, str]], life: bool, **options: Any):
        super().__init__(*args, **options)
        self.fields["words_up"].choices = said  # type: ignore[attr-defined]
        if not said:
            del self.fields["words_up"]
        if not life:
            del self.fields["life_up"]


class CloseBoard(forms.Form):
    next_on = DayField(label="When is the next meeting?", required=False)
    next_where = forms.CharField(
        label="Where?", required=False, max_length=200, help_text="No address that is kept from somebody who comes."
    )


class WhoIsHere(forms.Form):
    """How each person takes part, a row for everybody; `others`: room for people nobody expected."""

    def __init__(self, *args: Any, pack: Pack, people: Sequence[Part], others: int = 1, **options: Any):
        super().__init__(*args, **options)
        self.people = [*people, *[Part("", "")] * others]
        lists = {"how": "took_part_how", "attended": "attended"}
        for place, one in enumerate(self.people):
            if not one.who:
                self.fields[f"p{place}_who"] = line("Their name")
                self.fields[f"p{place}_role"] = self._choice("Who are they to the child?", pack, "whose_view")
            for name, label in (("how", "How were they asked?"), ("attended", "Are they there?")):
                self.fields[f"p{place}_{name}"] = self._choice(label, pack, lists[name])
            spoke = "child_took_part" if one.child else "spoke"
            self.fields[f"p{place}_spoke"] = self._choice("How does their view get in?", pack, spoke)
            self.fields[f"p{place}_why_not"] = line("If not there, not asked or silent: why not?")
            for name in ("how", "attended", "spoke", "why_not"):
                self.fields[f"p{place}_{name}"].initial = getattr(one, name)

    def _choice(self, label: str, pack: Pack, key: str) -> forms.Field:
        choices = [("", "Not said yet"), *pack.choices(key)]
        return asked(forms.ChoiceField(label=label, choices=choices, required=False), as_select=True)

    @property
    def rows(self) -> list[tuple[str, list[BoundField]]]:
        return [
            (one.who or "Somebody else", [self[name] for name in self.fields if name.startswith(f"p{place}_")])
            for place, one in enumerate(self.people)
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        found = []
        for place, one in enumerate(self.people):
            row = {n: given.get(f"p{place}_{n}", "") for n in ("how", "attended", "spoke", "why_not")}
            who = one.who or given.get(f"p{place}_who", "").strip()
            before = {name: getattr(one, name) for name in row}
            if who and (row != before or not one.who):
                found.append((who, one.role or given.get(f"p{place}_role", ""), one, row))
        return {"people": found}


class StrikeOff(forms.Form):
    because = words("Why is it struck off?", "Staff read this. It is not shown in the room.")


class ChallengeFromBoard(forms.Form):
    """Which decision, what worries them, what they want. `decided`: by its id."""

    decision_id = forms.TypedChoiceField(label="Which decision?", coerce=int, widget=forms.RadioSelect)
    concern = words("What worries them, in their own words?")
    wanted = words("What do they want instead?")
    own_page = asked(
        forms.ChoiceField(
            label="Whose own page does it stand on?",
            help_text="They read it there in these words, who looks at it, by when, and the answer.",
            required=False,
        ),
        as_select=True,
    )

    def __init__(
        self, *args: Any, decided: Sequence[tuple[int, str]], family: Sequence[tuple[str, str]], **options: Any
    ):
        super().__init__(*args, **options)
        self.fields["decision_id"].choices = decided  # type: ignore[attr-defined]
        nobody = ("", "Nobody’s: they are of an agency, or it is not safe")
        self.fields["own_page"].choices = [nobody, *family]  # type: ignore[attr-defined]


class GiveSheet(forms.Form):
    """Who has what was decided, and how they got it."""

    who = forms.CharField(label="Who?", max_length=200)
    how = forms.ChoiceField(label="How did they get it?", widget=forms.RadioSelect)
    because = line("If not given: why not?")

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["how"].choices = pack.choices("sheet_given")  # type: ignore[attr-defined]
