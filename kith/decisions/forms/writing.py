"""What is asked when something is decided, read by another, challenged, or looked at again."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.decisions.models import Decision, Written
from kith.decisions.rules import AgreementGiven, DissentGiven, LineGiven, OptionGiven
from kith.packs import Pack
from kith.web.forms import DayField, Field, asked, fields_shown

OTHERS = (1, 2, 3)
LINES = (1, 2)
# The question each part of the form begins with, and its heading.
_PARTS = {
    "kind": "",
    "other_1": "The ways that were thought about",
    "evidence": "What it rests on",
    "child_view": "What the child and the family think",
    "shaped": "Thinking it over together",
    "line_1": "What must stay true",
    "what_would_change_it": "Looking at it again",
}
_PLAIN = (
    *("question", "chosen", "reasons", "only_one_because", "rests_on", "child_view", "child_view_weight"),
    *("child_view_not_known", "family_view", "no_bottom_lines_because", "what_would_change_it", "review_by_on"),
    *("shaped", "changed_mind", "thought_before", "thought_now"),
)


def words_of(
    label: str, *, hint: str = "", rows: int = 3, to_finish: bool = False, most: int = 4000
) -> forms.CharField:
    field = forms.CharField(label=label, required=False, widget=forms.Textarea, max_length=most, help_text=hint)
    return asked(field, rows=rows, to_finish=to_finish)


def _line(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=300, help_text=hint)


class WriteDecision(forms.Form):
    """Cleans to `finish` and everything `decide` may be given. Nothing is needed to save; what is needed to finish says
    so beside the question. `holders`: people with parental responsibility; `lines`: (act, words) it may rest on;
    `tellable`: accounts that may be told when a bottom line is broken; `talks`: (line, words) of each supervision.
    """

    kind = asked(forms.ChoiceField(label="What is being decided?"), as_select=True)
    question = words_of("The question", rows=2, to_finish=True)
    chosen = words_of("What was decided", rows=2, to_finish=True)
    involves = words_of("What that will mean", rows=2)
    reasons = words_of("Why", to_finish=True, rows=5)
    only_one_because = words_of("If there was only one way: why?", rows=2)
    evidence = forms.TypedMultipleChoiceField(
        label="On this record", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    rests_on = words_of("Anything else it rests on", hint="What is not on this record: who told you, and when.", rows=2)
    child_view = words_of("What the child thinks of it", hint="In their own words where you can.", rows=2)
    child_view_weight = words_of("What weight that was given", rows=2)
    child_view_not_known = words_of("If it is not known: why, and who will ask", rows=2)
    family_view = words_of("What the family thinks", rows=2)
    shaped = forms.BooleanField(
        label="Thinking it over in supervision shaped this decision",
        required=False,
        help_text="Whoever looks at this later opens it from here. Families and other agencies are told only that it "
        "was thought over together.",
    )
    shaped_by = asked(
        forms.TypedChoiceField(label="Which supervision?", required=False, coerce=int, empty_value=None), as_select=True
    )
    changed_mind = asked(
        forms.ChoiceField(
            label="Did it change your mind?",
            required=False,
            widget=forms.RadioSelect,
            choices=[("yes", "Yes"), ("no", "No")],
        ),
        reveals={"yes": ["thought_before", "thought_now"]},
    )
    thought_before = words_of("What did you think before?", rows=2)
    thought_now = words_of("What do you think now, and why?", rows=2)
    no_bottom_lines_because = words_of("If nothing must stay true: why?", rows=2)
    dissent_who = _line("Does anyone think otherwise? Who?")
    dissent_why = words_of("What they say", rows=2)
    what_would_change_it = words_of("What would change this decision", rows=2, to_finish=True)
    review_by_on = DayField(label="Look at it again by", required=False)
    finish = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        holders: Sequence[Any] = (),
        lines: Sequence[tuple[int, str]] = (),
        tellable: Sequence[tuple[int, str]] = (),
        talks: Sequence[tuple[int, str]] = (),
        **options: Any,
    ):
        super().__init__(*args, **options)
        self.pack, self.holders, self.tellable = pack, list(holders), list(tellable)
        self.fields["kind"].choices = [("", "Choose"), *pack.choices("decision_kind")]  # type: ignore[attr-defined]
        self.fields["evidence"].choices = list(lines)  # type: ignore[attr-defined]
        self.fields["shaped_by"].choices = [("", "Choose"), *talks]  # type: ignore[attr-defined]
        for n in OTHERS:
            self.fields[f"other_{n}"] = _line(f"Another way ({n})")
            self.fields[f"other_{n}_why_not"] = _line("Why not?")
        for n in LINES:
            self._ask_line(n)
        for holder in self.holders:
            self._ask_agreement(holder)
        self.order_fields(self._in_order())

    def _in_order(self) -> list[str]:
        """As somebody thinks it through; whatever is not named here keeps its place at the end."""
        added = [name for name in self.fields if name not in self.base_fields]
        of = {start: [name for name in added if name.startswith(start)] for start in ("other_", "agree_", "line_")}
        return [
            *("kind", "question", "chosen", "involves", "reasons"),
            *(*of["other_"], "only_one_because"),
            *("evidence", "rests_on"),
            *("child_view", "child_view_weight", "child_view_not_known", "family_view", *of["agree_"]),
            *("dissent_who", "dissent_why"),
            *("shaped", "shaped_by", "changed_mind", "thought_before", "thought_now"),
            *(*of["line_"], "no_bottom_lines_because"),
            *("what_would_change_it", "review_by_on"),
        ]

    def parts(self) -> list[tuple[str, list[Field]]]:
        """The questions, under the headings they are asked beneath."""
        found: list[tuple[str, list[Field]]] = []
        for field in fields_shown(self):
            if field.name in _PARTS:
                found.append((_PARTS[field.name], []))
            found[-1][1].append(field)
        return found

    def _ask_line(self, n: int) -> None:
        self.fields[f"line_{n}"] = _line(f"What must stay true ({n})", "Something anyone could check.")
        self.fields[f"line_{n}_broken"] = _line("What event breaks it?")
        self.fields[f"line_{n}_watcher"] = _line("Who watches it?", "By name: a worker, a relative, a teacher.")
        told = forms.TypedChoiceField(
            label="Who is told when it is broken?", required=False, coerce=int, empty_value=None
        )
        told.choices = [("", "Choose"), *self.tellable]
        self.fields[f"line_{n}_alerted"] = asked(told, as_select=True)

    def _ask_agreement(self, holder: Any) -> None:
        at, name = f"agree_{holder.pk}", holder.called
        answer = forms.ChoiceField(label=f"Does {name} agree?", required=False, widget=forms.RadioSelect)
        answer.choices = self.pack.choices("agreement_answer")
        why = {"not_agreed": [f"{at}_words", f"{at}_again"], "not_asked": [f"{at}_exception"]}
        self.fields[at] = asked(answer, reveals=why)
        self.fields[f"{at}_words"] = words_of(f"What {name} says, word for word", rows=2)
        self.fields[f"{at}_again"] = DayField(label="When is agreement sought again?", required=False)
        exception = forms.ChoiceField(label="Why they were not asked", required=False)
        exception.choices = [("", "Choose"), *self.pack.choices("agreement_exception")]
        self.fields[f"{at}_exception"] = asked(exception, as_select=True)
        self.fields[f"{at}_because"] = words_of(f"If you go on without {name}’s agreement: why that is right", rows=2)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        told = {name: given.get(name) for name in _PLAIN if name in given}
        return {
            **told,
            "kind": given.get("kind", ""),
            "finish": given.get("finish", False),
            "evidence": given.get("evidence", []),
            "shaped_by": given.get("shaped_by"),
            "options": self._options(given),
            "bottom_lines": [self._bottom_line(given, n) for n in LINES if given.get(f"line_{n}")],
            "agreements": [
                self._agreement(given, holder) for holder in self.holders if given.get(f"agree_{holder.pk}")
            ],
            "dissents": [DissentGiven(given.get("dissent_who", ""), given.get("dissent_why", ""))],
        }

    def _options(self, given: dict[str, Any]) -> list[OptionGiven]:
        chosen = [OptionGiven(given["chosen"], given.get("involves", ""), chosen=True)] if given.get("chosen") else []
        others = [(given.get(f"other_{n}", ""), given.get(f"other_{n}_why_not", "")) for n in OTHERS]
        return chosen + [OptionGiven(what, why_not=why_not) for what, why_not in others if what]

    def _bottom_line(self, given: dict[str, Any], n: int) -> LineGiven:
        alerted = given.get(f"line_{n}_alerted")
        return LineGiven(
            given[f"line_{n}"],
            broken_when=given.get(f"line_{n}_broken", ""),
            watcher_name=given.get(f"line_{n}_watcher", ""),
            alerted_id=alerted,
            alerted_name=next((name for account, name in self.tellable if account == alerted), ""),
        )

    def _agreement(self, given: dict[str, Any], holder: Any) -> AgreementGiven:
        at = f"agree_{holder.pk}"
        return AgreementGiven(
            holder,
            given[at],
            words=given.get(f"{at}_words", ""),
            exception=given.get(f"{at}_exception", ""),
            because=given.get(f"{at}_because", ""),
            try_again_on=given.get(f"{at}_again"),
        )


def as_asked(written: Written) -> dict[str, Any]:
    """A decision begun before, as the answers of `WriteDecision`."""
    decision: Decision = written.decision
    shown = {name: getattr(decision, name) for name in _PLAIN} | {"kind": decision.kind}
    shown["shaped_by"] = decision.shaped_by_id
    shown["evidence"] = list(decision.evidence.values_list("line_id", flat=True))
    shown["involves"] = next((option.involves for option in written.options if option.chosen), "")
    for n, option in enumerate([option for option in written.options if not option.chosen][: len(OTHERS)], start=1):
        shown |= {f"other_{n}": option.what, f"other_{n}_why_not": option.why_not}
    for n, line in enumerate(written.lines[: len(LINES)], start=1):
        shown |= {f"line_{n}": line.statement, f"line_{n}_broken": line.broken_when}
        shown |= {f"line_{n}_watcher": line.watcher_name, f"line_{n}_alerted": line.alerted_id}
    for row in written.agreements:
        at = f"agree_{row.holder_id}"
        shown |= {at: row.answer, f"{at}_words": row.words, f"{at}_exception": row.exception}
        shown |= {f"{at}_because": row.because, f"{at}_again": row.try_again_on}
    return shown
