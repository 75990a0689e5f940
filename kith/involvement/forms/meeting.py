"""What is asked about a meeting: who took part, what is known of this child, what was decided and why."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from kith.involvement.forms.parts import PARTS, PartsForm, Somebody, words
from kith.involvement.models import CONFERENCES, MeetingLine
from kith.involvement.rules import OUTCOMES, OfChild, StepGiven
from kith.packs import Pack
from kith.web.forms import DayField, asked

STEPS = 3  # rows for what was agreed; more are added on the meeting's own page


class RecordMeeting(PartsForm):
    """The whole of it on one page. Only the day is required; what was written is handed on, nothing else.

    `line`: the child's line so far, when it is added to; `decided`: its decision is written elsewhere by now.
    `siblings`: by their reference, who else it may have been about: each has a line of their own to be written.
    """

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        kind: str,
        name: str,
        people: Sequence[Somebody],
        siblings: Sequence[tuple[str, str]] = (),
        line: MeetingLine | None = None,
        decided: bool = False,
        **options: Any,
    ):
        super().__init__(*args, **options)
        self.pack, self.kind, self.dated = pack, kind, line is None or line.held_on is None
        if self.dated:
            self.fields["on"] = asked(DayField(label="When did it happen?"), recent=True)
            self.fields["how"] = self._choice("How did people meet?", "meeting_how")
        if siblings and self.dated:
            self.fields["also"] = forms.MultipleChoiceField(
                label="Who else was it about?",
                help_text=f"Each has a line and decisions of their own, on their own page. This one is {name}’s.",
                choices=list(siblings),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        if kind in CONFERENCES:
            self.fields["chair_name"] = asked(forms.CharField(label="Who chaired it?", required=False, max_length=200))
        self.ask_parts(pack, people, PARTS[kind])
        self._ask_child(name, line, decided)

    def _ask_child(self, name: str, line: MeetingLine | None, decided: bool) -> None:
        if self.kind == "strategy":
            self.fields["suspected_on"] = asked(DayField(label="When was harm first suspected?", required=False))
        label = "What did it come to?" if self.kind == "core_group" else f"What is known about {name}?"
        hint = (
            "Each step and outcome: how far it is."
            if self.kind == "core_group"
            else "What each agency knows. Say who said it."
        )
        self.fields["known"] = words(label, hint=hint, rows=5)
        if self.kind == "strategy":
            self.fields["safe_now"] = words(f"What keeps {name} safe from today?", rows=3)
        if self.kind in OUTCOMES:
            self._ask_decision(name, line, decided)
        if self.kind in CONFERENCES:
            self._ask_childs_part(name)
        for place in range(STEPS):
            self.fields[f"s{place}_what"] = words("What will be done?", rows=2)
            self.fields[f"s{place}_who"] = forms.CharField(label="Who does it?", required=False, max_length=200)
            self.fields[f"s{place}_by_when"] = DayField(label="By when?", required=False)
        if self.kind in CONFERENCES and not self.dated:
            self.fields["record_sent_on"] = DayField(label="When did everybody have the record?", required=False)
        if self.kind != "strategy":
            self.fields["next_by"] = DayField(label="When is the next one?", required=False)
        for field in (
            "suspected_on",
            "known",
            "safe_now",
            "category",
            "child_part",
            "child_prepared_with",
            "child_why_not",
            "next_by",
        ):
            if line is not None and field in self.fields:
                self.fields[field].initial = getattr(line, field)

    def _ask_decision(self, name: str, line: MeetingLine | None, decided: bool) -> None:
        if line is None or not line.outcome:
            self.fields["outcome"] = self._choice("What was decided?", OUTCOMES[self.kind])
        if self.kind == "strategy":
            self.fields["enquiry_how"] = self._choice("If there is an enquiry: who makes it?", "enquiry_how")
        else:
            self.fields["category"] = self._choice("If there is a plan: which kind of harm?", "category_of_abuse")
        if not decided:
            self.fields["reasons"] = words("Why?", hint="The reasons for this child, not for all of them.", rows=4)
            self.fields["child_view"] = words(f"What does {name} think?", rows=2)
            self.fields["dissent_who"] = forms.CharField(
                label="Did anybody think otherwise? Who?", required=False, max_length=200
            )
            self.fields["dissent_why"] = words("And why?", rows=2)

    def _ask_childs_part(self, name: str) -> None:
        self.fields["child_part"] = self._choice(f"How did {name} take part?", "child_took_part")
        self.fields["child_prepared_with"] = forms.MultipleChoiceField(
            label=f"What was {name} prepared with?",
            choices=self.pack.choices("prepared_with"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["child_why_not"] = words("If no view came: why not?", rows=2)

    def _choice(self, label: str, key: str) -> forms.Field:
        choices = [("", "Not said yet"), *self.pack.choices(key)]
        return asked(forms.ChoiceField(label=label, choices=choices, required=False), as_select=True)

    @property
    def at_first(self) -> list[BoundField]:
        return self._named("on", "how", "also", "chair_name")

    @property
    def of_child(self) -> list[BoundField]:
        return self._named("suspected_on", "known", "safe_now")

    @property
    def of_decision(self) -> list[BoundField]:
        return self._named("outcome", "enquiry_how", "category", "reasons", "child_view", "dissent_who", "dissent_why")

    @property
    def of_childs_part(self) -> list[BoundField]:
        return self._named("child_part", "child_prepared_with", "child_why_not")

    @property
    def of_steps(self) -> list[list[BoundField]]:
        return [self._named(*(f"s{place}_{name}" for name in ("what", "who", "by_when"))) for place in range(STEPS)]

    @property
    def of_more_steps(self) -> list[list[BoundField]]:
        return self.of_steps[1:]

    @property
    def at_last(self) -> list[BoundField]:
        return self._named("next_by", "record_sent_on")

    def _named(self, *names: str) -> list[BoundField]:
        return [self[name] for name in names if name in self.fields]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        whole: dict[str, Any] = {
            name: given.get(name) for name in ("on", "how", "chair_name", "record_sent_on") if name in self.fields
        }
        whole |= {"also": given.get("also", [])} if "also" in self.fields else {}
        return {**whole, "parts": self.parts_given(given), "of_child": self._child_given(given)}

    def _child_given(self, given: dict[str, Any]) -> OfChild:
        asks = {*OfChild.__annotations__} - {"dissents", "steps"}
        found: Any = {name: given[name] for name in asks if given.get(name)}
        who, why = given.get("dissent_who", ""), given.get("dissent_why", "")
        if who.strip() or why.strip():
            found["dissents"] = [(who, why)]
        rows = [{name: given.get(f"s{place}_{name}") for name in ("what", "who", "by_when")} for place in range(STEPS)]
        found["steps"] = [
            StepGiven(row["what"] or f"Not written yet ({row['who']})", row["who"] or "", row["by_when"])
            for row in rows
            if row["what"] or row["who"]
        ]
        return found


class PlanMeeting(PartsForm):
    """A day, who is asked and how."""

    planned_for = DayField(label="When will it be?")
    told_on = DayField(label="When were we told in writing that the child has moved here for good?", required=False)
    chair_name = asked(forms.CharField(label="Who chairs it?", required=False, max_length=200))

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        kind: str,
        people: Sequence[Somebody],
        siblings: Sequence[tuple[str, str]] = (),
        **options: Any,
    ):
        super().__init__(*args, **options)
        if kind != "transfer_in":
            del self.fields["told_on"]
        if kind not in CONFERENCES:
            del self.fields["chair_name"]
        if siblings:
            self.fields["also"] = forms.MultipleChoiceField(
                label="Who else is it about?",
                choices=list(siblings),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        self.ask_parts(pack, people, PARTS["planned"])

    @property
    def at_first(self) -> list[BoundField]:
        return [self[name] for name in self.fields if not name.startswith("p") or name == "planned_for"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        told: dict[str, Any] = {name: given.get(name) for name in ("planned_for", "told_on") if name in self.fields}
        also = {"also": given.get("also", [])} if "also" in self.fields else {}
        return {**told, **also, "chair_name": given.get("chair_name", ""), "parts": self.parts_given(given)}


class ReadyForm(forms.Form):
    """Before a conference, or a look at the plan: nothing of it stops one."""

    ready = forms.MultipleChoiceField(label="What is ready?", required=False, widget=forms.CheckboxSelectMultiple)
    report_shared_on = DayField(label="When did the family have the report?", required=False)
    not_ready_because = words("What is not ready, and why?", rows=2)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["ready"].choices = pack.choices("conference_ready")  # type: ignore[attr-defined]


class FinishMeeting(forms.Form):
    """Asks only for what is `wanted`."""

    too_few_because = words("Too few came. Why did it decide all the same?", rows=2)

    def __init__(self, *args: Any, wanted: set[str], **options: Any):
        super().__init__(*args, **options)
        for name in [name for name in self.fields if name not in wanted]:
            del self.fields[name]
