"""The whole of a review on one page: three columns in three views, every outcome, everybody's part in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from kith.involvement.forms import BESIDE, sorted_from, sorting_fields
from kith.packs import Pack
from kith.plans.acts import Point, Stood, TookPart
from kith.plans.forms.outcomes import line
from kith.plans.forms.planning import words
from kith.web.forms import DayField, asked

VIEWS = (("child", "{name}’s view"), ("parent", "The family’s view"), ("professional", "Workers’ view"))


@dataclass(frozen=True)
class Someone:
    """A person whose part in the review is asked about."""

    who: str
    whose: str
    of: Any = None


class WriteReview(forms.Form):
    """Cleans to the act's keywords. Nothing is required: only what was written is handed on."""

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        name: str,
        outcomes: Sequence[Any],
        people: Sequence[Someone],
        dated: bool = True,
        **options: Any,
    ):
        super().__init__(*args, **options)
        self.pack, self.outcomes, self.people = pack, outcomes, people
        if dated:
            self.fields["on"] = asked(DayField(label="When was the plan looked at?"), recent=True)
        for column, _ in pack.choices("review_column"):
            for view, label in VIEWS:
                self.fields[f"{column}_{view}"] = words(label.format(name=name), rows=2)
        for outcome in outcomes:
            self._ask_outcome(f"o{outcome.pk}")
        for place, someone in enumerate([*people, None]):
            self._ask_part(f"p{place}", someone)

    def _ask_outcome(self, key: str) -> None:
        self.fields[f"{key}_now"] = self._one_of("How does it stand?", "outcome_now")
        self.fields[f"{key}_value"] = line("What is it now?")
        self.fields[f"{key}_score"] = asked(
            forms.IntegerField(label="From 0 to 10", required=False, min_value=0, max_value=10),
            classes="govuk-input--width-3",
        )
        self.fields[f"{key}_whose"] = self._one_of("Whose view is it?", "whose_view")
        self.fields[f"{key}_evidence"] = words("What shows it?", rows=2)

    def _ask_part(self, key: str, someone: Someone | None) -> None:
        if someone is None:
            self.fields[f"{key}_who"] = forms.CharField(label="Their name", required=False, max_length=200)
            self.fields[f"{key}_whose"] = self._one_of("Who are they to the child?", "whose_view")
        spoke = "child_took_part" if someone and someone.whose == "child" else "spoke"
        self.fields[f"{key}_how"] = self._one_of("How were they asked?", "took_part_how")
        self.fields[f"{key}_attended"] = self._one_of("Were they there?", "attended")
        self.fields[f"{key}_spoke"] = self._one_of("How did their view get in?", spoke)
        self.fields[f"{key}_why_not"] = line("If not: why not?")
        if someone and someone.whose == "parent":
            self.fields[f"{key}_with_us"] = asked(
                forms.IntegerField(
                    label="How is it to work with us, from 0 to 10?", required=False, min_value=0, max_value=10
                ),
                classes="govuk-input--width-3",
            )
        self.fields[f"{key}_prepared_with"] = forms.MultipleChoiceField(
            label="What were they prepared with?",
            choices=self.pack.choices("prepared_with"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def _one_of(self, label: str, codes: str) -> forms.Field:
        choices = [("", "Not said yet"), *self.pack.choices(codes)]
        return asked(forms.ChoiceField(label=label, choices=choices, required=False), as_select=True)

    @property
    def columns(self) -> Iterator[tuple[str, list[BoundField]]]:
        for column, label in self.pack.choices("review_column"):
            yield label, [self[f"{column}_{view}"] for view, _ in VIEWS]

    @property
    def of_outcomes(self) -> Iterator[tuple[Any, list[BoundField]]]:
        for outcome in self.outcomes:
            yield outcome, self._beginning(f"o{outcome.pk}_")

    @property
    def of_people(self) -> Iterator[tuple[Someone | None, list[BoundField]]]:
        for place, someone in enumerate([*self.people, None]):
            yield someone, self._beginning(f"p{place}_")

    def _beginning(self, start: str) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith(start)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        found = {"points": self._points(given), "stood": self._stood(given), "people": list(self._parts(given))}
        return {**found, "on": given.get("on")} if "on" in self.fields else found

    def _points(self, given: dict[str, Any]) -> list[Point]:
        return [
            Point(column, given[f"{column}_{view}"].strip(), view)
            for column, _ in self.pack.choices("review_column")
            for view, _ in VIEWS
            if given.get(f"{column}_{view}", "").strip()
        ]

    def _stood(self, given: dict[str, Any]) -> list[Stood]:
        asks = ("now", "value", "score", "evidence", "whose")
        rows = ((one, {name: given.get(f"o{one.pk}_{name}") for name in asks}) for one in self.outcomes)
        return [Stood(one, **{n: v for n, v in row.items() if v is not None}) for one, row in rows if row["now"]]  # type: ignore[arg-type]

    def _parts(self, given: dict[str, Any]) -> Iterator[TookPart]:
        for place, someone in enumerate([*self.people, None]):
            row: dict[str, Any] = {
                name: given.get(f"p{place}_{name}") or ([] if name == "prepared_with" else "")
                for name in ("how", "prepared_with", "attended", "spoke", "why_not")
            }
            who = someone or Someone(given.get(f"p{place}_who", ""), given.get(f"p{place}_whose", ""))
            row["with_us"] = given.get(f"p{place}_with_us")
            if (any(row.values()) or row["with_us"] == 0) and who.who.strip():
                yield TookPart(who.who, who.whose, who.of, **row)


_OR_WHY = "Or why they were not asked."
DIFFERENCE = ("difference_child", "difference_family", "difference_others")
ALWAYS = {"next_on", "understanding", "understanding_why", "helped", *DIFFERENCE}


class FinishReview(forms.Form):
    """The day of the next one, whether what we understand has changed; and reasons only for what `wanted` names."""

    next_on = DayField(label="When is the next review?", required=False)
    understanding = forms.ChoiceField(
        label="Does this change what we understand of the child?", widget=forms.RadioSelect, required=False
    )
    understanding_why = words("What has changed, or why nothing has", rows=2)
    difference_child = words("What difference do we make, in the child’s words?", rows=2, help_text=_OR_WHY)
    difference_family = words("In the family’s words?", rows=2, help_text=_OR_WHY)
    difference_others = words("In the words of school, health and others?", rows=2, help_text=_OR_WHY)
    helped = words(
        "What did the family do themselves that helped?",
        rows=2,
        help_text="Ask them, and write it as they say it. It stands among what is strong around the child.",
    )
    no_change_because = words("Nothing has moved since the last time: why?", rows=2)
    after_no_change = forms.ChoiceField(
        label="Nothing has changed twice. What now?", widget=forms.RadioSelect, required=False
    )
    after_no_change_why = words("What exactly, or why does it stay as it is?", rows=2)
    unanswered_because = words("The child waits for an answer: why not yet?", rows=2)

    def __init__(self, *args: Any, pack: Pack, wanted: set[str], family: Sequence[Any] = (), **options: Any):
        super().__init__(*args, **options)
        self.family = family
        sorting = sorting_fields(pack, family)
        for name in ("after_no_change", "understanding"):
            self.fields[name].choices = pack.choices(name)  # type: ignore[attr-defined]
        twice = {"after_no_change", "after_no_change_why"} if "after_no_change" in wanted else set()
        for name in [name for name in self.fields if name not in wanted | twice | ALWAYS]:
            del self.fields[name]
        self.fields |= sorting
        self.order_fields(["next_on", "understanding", "understanding_why", *BESIDE])

    def clean(self) -> dict[str, Any]:
        return sorted_from(super().clean() or self.cleaned_data, self.family)
