"""Before a plan is looked at again: the list of a conference, and a row for everybody who may be asked."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from kith.involvement.forms import ReadyForm
from kith.packs import Pack
from kith.plans.acts import InvitedGiven
from kith.plans.forms.outcomes import line
from kith.plans.forms.reviewing import Someone
from kith.web.forms import DayField, asked


class ReadyForReview(ReadyForm):
    """`invited`: those asked already; `people`: those who may be, with one row more for somebody nobody thought of."""

    planned_for = DayField(label="When is the plan looked at?", required=False)
    field_order = ("planned_for", "ready", "report_shared_on", "not_ready_because")

    def __init__(self, *args: Any, pack: Pack, invited: Sequence[Any], people: Sequence[Someone], **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.fields["report_shared_on"].label = "When did the family have the papers?"
        self.pack, self.everybody = pack, [*invited, *people, None]
        for place, one in enumerate(self.everybody):
            if one is None:
                self.fields[f"p{place}_who"] = line("Their name", most=200)
                self.fields[f"p{place}_whose"] = self._one_of("Who are they to the child?", "whose_view")
            self.fields[f"p{place}_how"] = self._one_of("How are they asked?", "took_part_how")
            self.fields[f"p{place}_invited_on"] = asked(DayField(label="When?", required=False), recent=True)
            self.fields[f"p{place}_answer"] = self._one_of("What did they say?", "invited_answer")
            for name in ("how", "invited_on", "answer"):
                self.fields[f"p{place}_{name}"].initial = getattr(one, name, None)

    def _one_of(self, label: str, codes: str) -> forms.Field:
        choices = [("", "Not said yet"), *self.pack.choices(codes)]
        return asked(forms.ChoiceField(label=label, choices=choices, required=False), as_select=True)

    @property
    def of_list(self) -> list[BoundField]:
        return [self[name] for name in self.field_order]

    @property
    def of_people(self) -> Iterator[tuple[str, list[BoundField]]]:
        for place, one in enumerate(self.everybody):
            yield (one.who if one else "Somebody else"), [self[n] for n in self.fields if n.startswith(f"p{place}_")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        found = {name: given.get(name) for name in self.field_order}
        return {**found, "invited": list(self._invited(given))}

    def _invited(self, given: dict[str, Any]) -> Iterator[InvitedGiven]:
        for place, one in enumerate(self.everybody):
            row = {name: given.get(f"p{place}_{name}") or None for name in ("how", "invited_on", "answer")}
            who = one or Someone(given.get(f"p{place}_who", ""), given.get(f"p{place}_whose", ""))
            if any(row.values()) or (one is None and who.who.strip()) or getattr(one, "pk", None):
                day = row["invited_on"]
                yield InvitedGiven(who.who, who.whose, row["how"] or "", day, row["answer"] or "")
