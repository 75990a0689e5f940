"""What is asked about a review of a looked-after child: what all shared, and this child’s own line."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.looked_after import choice
from kith.involvement.forms.parts import words
from kith.involvement.models import CareReviewLine
from kith.packs import Pack
from kith.web.forms import DayField, asked

_OF_CHILD = ("child_part", "child_why_not", "child_view", "looked_at", "decided", "next_by")


class RecordCareReview(forms.Form):
    """Only the day is required. `line`: the child’s line so far, when it is added to."""

    def __init__(
        self,
        *args: Any,
        pack: Pack,
        name: str,
        siblings: Sequence[tuple[str, str]] = (),
        line: CareReviewLine | None = None,
        **options: Any,
    ):
        super().__init__(*args, **options)
        if line is None:
            self.fields["on"] = asked(DayField(label="When was it held?"), recent=True)
            if siblings:
                self.fields["also"] = forms.MultipleChoiceField(
                    label="Who else was it about?",
                    help_text=f"Each has a line of their own, on their own page. This one is {name}’s.",
                    choices=list(siblings),
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                )
        self.fields["chaired_by"] = forms.CharField(label="Who chaired it?", required=False, max_length=200)
        self.fields["who_came"] = words("Who else was there?", rows=2)
        if line is None or not line.finished_on:
            self._ask_child(pack, name)
        if line is not None:
            self.fields["decisions_sent_on"] = DayField(label="When were the decisions sent?", required=False)
            self.fields["record_sent_on"] = DayField(label="When was the record sent?", required=False)
            self._as_it_stands(line)

    def _ask_child(self, pack: Pack, name: str) -> None:
        self.fields["child_part"] = choice(f"How did {name} take part?", pack.choices("child_took_part"))
        self.fields["child_why_not"] = words("If no view came, or nothing was said: why not?", rows=2)
        self.fields["child_view"] = words(f"What does {name} think?", hint="In their own words.", rows=3)
        self.fields["looked_at"] = words("What was looked at?", rows=4)
        self.fields["decided"] = words("What was decided, who does it, and by when?", rows=4)
        self.fields["next_by"] = DayField(label="When is the next review?", required=False)

    def _as_it_stands(self, line: CareReviewLine) -> None:
        for name, field in self.fields.items():
            field.initial = getattr(line if name in _OF_CHILD else line.review, name)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        of_child = {name: given.pop(name) for name in _OF_CHILD if name in given}
        return {**given, "of_child": of_child}


class FinishCareReview(forms.Form):
    """Asks nothing: what is missing is written where the record is added to."""
