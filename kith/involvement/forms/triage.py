"""What a decision about each child of a contact is made of."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.safestring import SafeString

from kith.involvement.models import ContactChild
from kith.involvement.rules import Decided
from kith.packs import Pack, ThresholdDocument
from kith.web.forms import asked, from_draft, summary

_SIGNS = "signs_"


def _words(label: str, help_text: str = "", rows: int = 3) -> forms.CharField:
    return asked(
        forms.CharField(label=label, help_text=help_text, required=False, widget=forms.Textarea, max_length=4000),
        rows=rows,
    )


class DecideChild(forms.Form):
    """One child. Left without an outcome, nothing is decided about them yet."""

    outcome = asked(
        forms.ChoiceField(label="What is decided?", required=False, widget=forms.RadioSelect),
    )
    level = asked(forms.ChoiceField(label="Level of need", required=False, widget=forms.RadioSelect))
    need = asked(forms.ChoiceField(label="Kind of need", required=False, widget=forms.RadioSelect))
    why_not_above = _words("Why not the level above?", rows=2)
    why_not_below = _words("Why not the level below?", rows=2)
    reasons = _words("The reasons for this decision", "For this child, in this record. Others read another text.")
    child_view = _words("What the child thinks is not known yet. Why?", rows=2)
    bottom_lines = _words("What must not happen meanwhile, one on each line", rows=2)
    no_bottom_lines_because = _words("Or why there is nothing that must not happen", rows=2)
    would_change = _words("What would change this decision?", rows=2)
    begins_as = asked(
        forms.ChoiceField(label="If work begins: at which level of help?", required=False), as_select=True
    )
    offered = _words("If it goes no further: what help is offered instead?", rows=2)
    not_offered_because = _words("Or why none is offered", rows=2)
    family_told = asked(
        forms.ChoiceField(label="Was the family told what was decided?", required=False, widget=forms.RadioSelect)
    )
    family_told_words = _words("What was said to them; or why they are not told now", rows=2)
    released = _words("The reasons, as whoever told us may read them", "Nothing they may not know.")
    asked_of_them = _words("What we ask of whoever told us", rows=2)

    def __init__(
        self, *args: Any, child: ContactChild, pack: Pack, document: ThresholdDocument, tells_back: bool, **options: Any
    ):
        super().__init__(*args, prefix=str(child.place), **options)
        self.child, self.document = child, document
        self._choices("outcome", [("", "Not yet"), *pack.choices("contact_outcome")])
        self._choices("level", [(level.code, level.label) for level in document.levels])
        asked(self.fields["level"], choice_hints={level.code: level.text for level in document.levels})
        self._choices("family_told", pack.choices("decision_told"))
        ours = {level.code: level.label for level in pack.levels}
        begins = dict.fromkeys(code for level in document.levels for code in level.begins_as if code in ours)
        self._choices("begins_as", [("", "The usual one"), *((code, ours[code]) for code in begins)])
        if document.needs:
            self._choices("need", pack.choices(document.needs))
        else:
            del self.fields["need"]
        if not tells_back:
            del self.fields["released"], self.fields["asked_of_them"]
        for level in document.levels:
            self.fields[_SIGNS + level.code] = forms.MultipleChoiceField(
                label=f"What fits of {level.label}",
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=[(sign.code, sign.text) for sign in level.indicators],
            )
        if child.own_words:
            self.fields["child_view"].label = f"They said “{child.own_words}”. How did that weigh?"
        elif child.not_asked_because:
            self.fields["child_view"].help_text = _not_asked(child, pack)

    def _choices(self, field: str, choices: list[tuple[str, str]]) -> None:
        self.fields[field].choices = choices  # type: ignore[attr-defined]

    @property
    def signs(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(_SIGNS)]

    @property
    def begun(self) -> bool:
        """Something was chosen or written: then it is a decision, and must be whole."""
        given = self.cleaned_data
        return any(given.values())

    def decided(self) -> Decided:
        given = self.cleaned_data
        signs = [code for name, codes in given.items() if name.startswith(_SIGNS) for code in codes]
        rest = {name: value for name, value in given.items() if not name.startswith(_SIGNS)}
        return Decided(child=self.child, indicators=tuple(signs), **rest)


def _not_asked(child: ContactChild, pack: Pack) -> str:
    return f"Whoever told us says: {pack.label('child_not_asked', child.not_asked_because).lower()}."


def _drawn(data: Mapping[str, Any] | None, kept: Any, **how: Any) -> DecideChild:
    """Bound to what was sent, or holding what a draft kept."""
    return DecideChild(data, **how) if data is not None else cast(DecideChild, from_draft(DecideChild, kept, **how))


class DecideSheet:
    """Every child of a contact who is not decided about, as one form that `ask` can bind to `decide_contact`."""

    def __init__(
        self, data: Mapping[str, Any] | None, *, children: Sequence[ContactChild], kept: Any = None, **how: Any
    ):
        self.is_bound = data is not None
        self.rows = [_drawn(data, kept, child=child, **how) for child in children]
        self.whole = forms.Form(data)

    @property
    def fields(self) -> dict[str, forms.Field]:
        rows = {f"{row.prefix}-{name}": field for row in self.rows for name, field in row.fields.items()}
        signs = {f"{row.prefix}-indicators": row.fields["level"] for row in self.rows}
        return {**rows, **signs}

    @property
    def errors(self) -> list[Any]:
        return [form.errors for form in (self.whole, *self.rows) if form.errors]

    @property
    def summary(self) -> SafeString | str:
        return summary(self.whole, *self.rows)

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in (self.whole, *self.rows)]
        return self.is_bound and all(valid)

    def add_error(self, field: str | None, error: Any) -> None:
        place, _, name = (field or "").partition("-")
        row = next((row for row in self.rows if row.prefix == place), None)
        if row is None:
            self.whole.add_error(None, error)
        else:
            row.add_error("level" if name == "indicators" else name, error)

    @property
    def cleaned_data(self) -> dict[str, Any]:
        return {"decided": [row.decided() for row in self.rows if row.begun]}
