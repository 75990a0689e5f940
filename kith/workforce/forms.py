"""What is asked in supervision: one page, kept as it is typed; and what each of the two signs."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from kith.packs import Pack
from kith.web.forms import DayField, asked
from kith.workforce.acts import Thought, ToDo

_ROWS = 3  # explanations, and things to do, that there is always room for


def words(label: str, hint: str = "", rows: int = 3) -> forms.Field:
    return asked(
        forms.CharField(label=label, required=False, max_length=8000, help_text=hint, widget=forms.Textarea), rows=rows
    )


class BeginSupervision(forms.Form):
    """Only the day is needed."""

    on = asked(DayField(label="When do you talk?"), recent=True)
    question = words("The worker’s question", hint="What do I most want help with, for this child?")


class WriteSupervision(forms.Form):
    """Everything thought so far. `held`: the texts; `thoughts` and `to_do`: the rows there are. `own`: whether the
    worker is writing, who alone is asked for their own view.
    """

    question = words("The worker’s question", rows=2)
    like_now = words("What is it like to be {name} this week?", hint="From where the child is standing.")
    not_known = words("What do we not know? Whose view is missing?")
    next_test = words("What will we do next to find out?")
    assumptions = words(
        "What am I assuming?", hint="About this family: race, faith, gender, class, disability, my own childhood."
    )
    would_change = words("What would change our minds?")
    changed_mind = words("Did our minds change? What did we think before, and what now?", rows=2)
    worker_view = words("Where I see it otherwise", hint="The worker’s own words. Nobody else changes them.", rows=2)

    def __init__(
        self,
        *args: Any,
        name: str,
        held: Any,
        thoughts: Sequence[Any] = (),
        to_do: Sequence[Any] = (),
        own: bool = False,
        **options: Any,
    ):
        super().__init__(*args, **options)
        if not own:
            del self.fields["worker_view"]
        for each, field in self.fields.items():
            field.label = str(field.label).format(name=name)
            field.initial = getattr(held, each)
        self.thoughts = max(_ROWS, *(one.place + 2 for one in thoughts), 0)
        self.to_do = max(_ROWS, *(one.place + 2 for one in to_do), 0)
        self._rows("h", self.thoughts, {one.place: one for one in thoughts}, self._thought())
        self._rows("a", self.to_do, {one.place: one for one in to_do}, self._action())

    def _thought(self) -> dict[str, forms.Field]:
        return {
            "what": words("What could explain it?", rows=2),
            "speaks_for": words("What speaks for it?", rows=2),
            "speaks_against": words("What speaks against it?", rows=2),
        }

    def _action(self) -> dict[str, forms.Field]:
        return {
            "what": words("What will be done?", rows=2),
            "because": words("Because of what?", rows=2),
            "who": forms.CharField(label="Who does it?", required=False, max_length=200),
            "by_when": DayField(label="By when?", required=False),
        }

    def _rows(self, start: str, rows: int, held: dict[int, Any], asks: dict[str, forms.Field]) -> None:
        for place in range(rows):
            fresh = self._thought() if start == "h" else self._action()
            for name in asks:
                fresh[name].initial = getattr(held.get(place), name, None)
                self.fields[f"{start}{place}_{name}"] = fresh[name]

    @property
    def of_thoughts(self) -> list[list[BoundField]]:
        return [self._beginning(f"h{place}_") for place in range(self.thoughts)]

    @property
    def of_actions(self) -> list[list[BoundField]]:
        return [self._beginning(f"a{place}_") for place in range(self.to_do)]

    @property
    def of_texts(self) -> Iterator[BoundField]:
        return (self[name] for name in self.base_fields if name in self.fields and name not in ("question", "like_now"))

    def _beginning(self, start: str) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith(start)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        texts = {name: given.get(name, "") for name in self.base_fields if name in self.fields}
        thoughts = [Thought(**self._at(given, f"h{place}_")) for place in range(self.thoughts)]
        return {**texts, "thoughts": thoughts, "to_do": [ToDo(**self._at(given, f"a{n}_")) for n in range(self.to_do)]}

    def _at(self, given: dict[str, Any], start: str) -> dict[str, Any]:
        return {name.removeprefix(start): given.get(name) for name in self.fields if name.startswith(start)}


class SignSupervision(forms.Form):
    """The next day; and, for whoever supervises and where it is `wanted`, why one explanation is enough."""

    next_on = DayField(label="When is the next one?", required=False)
    clear_cut_because = words(
        "Why is it clear-cut?", hint="Only where one explanation is enough. You answer for it as supervisor.", rows=2
    )

    def __init__(self, *args: Any, wanted: bool, **options: Any):
        super().__init__(*args, **options)
        if not wanted:
            del self.fields["clear_cut_because"]


class NotePractisingFrom(forms.Form):
    practising_from = DayField(
        label="When did they begin to practise?",
        required=False,
        help_text="In the first year supervision about each child is due sooner. Leave it empty to take it off.",
    )


class KeepNote(forms.Form):
    words = words("A note between the two of you", hint="How you are; what you need; what you want to learn.", rows=4)


class ShareCheckIn(forms.Form):
    """`managers`: whom it may be shared with; not asked where there is one. `ways`: the pack's answers."""

    how = forms.ChoiceField(label="How does it go at work?")
    words = words("In your own words", hint="What would help? Leave it empty if you like. Name no child.", rows=3)
    shared_with_id = forms.TypedChoiceField(label="Who reads it?", coerce=int)

    def __init__(self, *args: Any, ways: Sequence[Any], managers: Sequence[tuple[int, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["how"].choices = ways  # type: ignore[attr-defined]
        self.fields["shared_with_id"].choices = managers  # type: ignore[attr-defined]
        if len(managers) == 1:
            self.fields["shared_with_id"].widget = forms.HiddenInput()
            self.fields["shared_with_id"].initial = managers[0][0]


class AnswerCheckIn(forms.Form):
    answer = words("What do you offer?", hint="Help with a visit, a talk, a child somebody else takes on.", rows=3)


class DeclareTraining(forms.Form):
    """`pack`: whose courses."""

    course = asked(forms.ChoiceField(label="Which course?"), as_select=True)
    taken_on = asked(DayField(label="When did you take it?"), recent=False)
    by_whom = asked(forms.CharField(label="Who gave it?", required=False, max_length=200))

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        courses = [(course.key, course.title) for course in pack.training]
        self.fields["course"].choices = [("", "Choose"), *courses]  # type: ignore[attr-defined]


class ChooseDigest(forms.Form):
    """`hours`: those an e-mail may be sent at. `manages`: whether there is a team to be told of each week."""

    daily = forms.BooleanField(
        label="Each working day: what is late and what is due for children I lead", required=False
    )
    weekly = forms.BooleanField(label="Each week: how my team’s promises stand", required=False)
    hour = forms.TypedChoiceField(label="When?", coerce=int)

    def __init__(self, *args: Any, hours: range, manages: bool, **options: Any):
        super().__init__(*args, **options)
        self.fields["hour"].choices = [(hour, f"{hour}:00") for hour in hours]  # type: ignore[attr-defined]
        if not manages:
            del self.fields["weekly"]

    def clean(self) -> dict[str, Any]:
        return {"weekly": True, **(super().clean() or {})}
