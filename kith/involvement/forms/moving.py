"""What is asked when help moves to another level, stays, or ends; and when it is handed over."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.difference import BESIDE, sorted_from, sorting_fields
from kith.packs import Pack, ThresholdDocument
from kith.web.forms import DayField, asked


def _words(label: str, *, hint: str = "", rows: int = 3, needed: str = "") -> forms.CharField:
    field = forms.CharField(
        label=label,
        required=bool(needed),
        widget=forms.Textarea,
        max_length=4000,
        help_text=hint,
        error_messages={"required": needed} if needed else None,
    )
    return asked(field, rows=rows)


class MatchLevel(forms.Form):
    """Which level of need in the threshold document, what fits of it, and why not more or less (S3-18)."""

    threshold = asked(
        forms.ChoiceField(label="Level of need in the threshold document", required=False), as_select=True
    )
    indicators = forms.MultipleChoiceField(label="What fits", required=False, widget=forms.CheckboxSelectMultiple)
    why_not_above = _words("Why not the level above?", rows=2)
    why_not_below = _words("Why not the level below?", rows=2)

    def __init__(self, *args: Any, document: ThresholdDocument, **options: Any):
        super().__init__(*args, **options)
        needs = [(level.code, level.label) for level in document.levels]
        self.fields["threshold"].choices = [("", "Choose"), *needs]  # type: ignore[attr-defined]
        signs = [(sign.code, f"{level.code}: {sign.text}") for level in document.levels for sign in level.indicators]
        self.fields["indicators"].choices = signs  # type: ignore[attr-defined]


class AskForLevel(MatchLevel):
    """One screen (J13): which level, and what changed. The rest can be said now or in the decision that follows."""

    level = asked(
        forms.ChoiceField(label="Which help is needed?", error_messages={"required": "Choose the level of help."})
    )
    what_changed = _words("What changed?", needed="Say what changed.", rows=5)
    child_view = _words("What does the child think of it?", rows=2)
    field_order = ("level", "what_changed")

    def __init__(self, *args: Any, pack: Pack, now: str, **options: Any):
        super().__init__(*args, **options)
        levels = [(one.code, one.label) for one in pack.levels if one.code != now]
        self.fields["level"].choices = levels  # type: ignore[attr-defined]


class ChangeLevel(MatchLevel):
    """The step itself. What fits is asked again only where it was not said when the step was asked for."""

    family_told_on = DayField(label="When was the family told?", required=False)
    family_not_told_because = _words("If they are not told: why?", rows=2)

    def __init__(self, *args: Any, matched: bool, **options: Any):
        super().__init__(*args, **options)
        if matched:
            for name in MatchLevel.base_fields:
                del self.fields[name]


class KeepLevel(forms.Form):
    what_changed = _words("What was looked at?", rows=2)
    why_still = _words(
        "Why still this level?", hint="Asked when it has stayed the same at two reviews running.", rows=2
    )


class CloseWork(forms.Form):
    reason = asked(
        forms.ChoiceField(label="Why does the work end?", error_messages={"required": "Say why the work is ending."}),
        as_select=True,
    )
    outcomes = _words("What did it come to?", hint="What got better, and what did not.", rows=4)
    difference_child = _words(
        "What difference did it make, in the child’s words?", hint="Or why they were not asked.", rows=2
    )
    difference_family = _words("In the family’s words?", hint="Or why they were not asked.", rows=2)
    difference_others = _words("In the words of school, health and others?", hint="Or why they were not asked.", rows=2)
    together = forms.ChoiceField(label="Do you end it together?", widget=forms.RadioSelect, required=False)
    reached_out = _words(
        "If they stopped: how did we try to reach them, what would have helped, what could they choose from?", rows=3
    )
    child_told_on = DayField(label="When was the child told?", required=False)
    child_not_told_because = _words("If the child is not told: why?", rows=2)
    family_told_on = DayField(label="When was the family told?", required=False)
    family_not_told_because = _words("If the family is not told: why?", rows=2)
    offered_after = _words("What is offered after us?", hint="Or why nothing is.", rows=2)

    def __init__(self, *args: Any, pack: Pack, family: Sequence[Any] = (), **options: Any):
        super().__init__(*args, **options)
        self.family = family
        self.fields |= sorting_fields(pack, family)
        self.fields["reason"].choices = [("", "Choose"), *pack.choices("closure_reason")]  # type: ignore[attr-defined]
        self.fields["together"].choices = pack.choices("ended_together")  # type: ignore[attr-defined]
        self.order_fields(["reason", "outcomes", *BESIDE])

    def clean(self) -> dict[str, Any]:
        return sorted_from(super().clean() or self.cleaned_data, self.family)


class NoteHandover(forms.Form):
    met_together_on = DayField(label="Both workers met the family together on", required=False)
    goodbye_on = DayField(label="The goodbye was on", required=False)
    family_told_on = DayField(label="The family was told on", required=False)
    child_told_on = DayField(label="The child was told on", required=False)
    terms_again_on = DayField(label="What you agreed on working together was gone through again on", required=False)
    carried_on = _words("What was agreed to be carried on", rows=3)
