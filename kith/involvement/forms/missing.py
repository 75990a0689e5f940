"""What is asked when a child is missing, when they are found, and of the talk afterwards."""

from datetime import date, datetime, time
from typing import Any

from django import forms

from kith.involvement.forms.looked_after import choice
from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.web.clock import SHORT, ClockField, at_home
from kith.web.forms import DayField, asked

_CLOCK = "Like 3:30pm or 15:30. A guess will do."


def _moment(given: dict[str, Any], day: str, clock: str) -> datetime | None:
    on, at = given.get(day), given.get(clock)
    return at_home(on, at or time()) if isinstance(on, date) else None


class MomentForm(forms.Form):
    """Days and times of day, handed on as moments: `moments` by the name of the act’s keyword."""

    moments: tuple[str, ...] = ("at",)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        told = {name: _moment(given, f"{name}_day", f"{name}_clock") for name in self.moments}
        parts = {f"{name}_{part}" for name in self.moments for part in ("day", "clock")}
        for name in self.moments:
            if given.get(f"{name}_clock") and not given.get(f"{name}_day") and f"{name}_day" not in self.errors:
                self.add_error(f"{name}_day", "Say on which day.")
        return {**{name: value for name, value in given.items() if name not in parts}, **told}


class ReportMissing(MomentForm):
    moments = ("at", "police_told_at", "found_at")

    at_day = asked(DayField(label="Missing since which day?"), recent=True)
    at_clock = asked(ClockField(label="About what time?", help_text=_CLOCK), classes=SHORT)
    kind = choice("Does anybody know where the child is?", [])
    from_where = forms.CharField(label="Where were they last?", required=False, max_length=200)
    worry = words("What makes it more dangerous for this child?", hint="Health, who may be with them, what was said.")
    police_told_at_day = DayField(label="When were the police told?", required=False)
    police_told_at_clock = asked(ClockField(label="At what time?", required=False, help_text=_CLOCK), classes=SHORT)
    police_reference = forms.CharField(label="Their reference", required=False, max_length=60)
    found_at_day = DayField(
        label="If they are back already: since which day?",
        required=False,
        help_text="Left empty, duty is told at once.",
    )
    found_at_clock = asked(ClockField(label="About what time?", required=False, help_text=_CLOCK), classes=SHORT)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["kind"].choices = pack.choices("missing_kind")  # type: ignore[attr-defined]


class NoteFound(MomentForm):
    at_day = asked(DayField(label="Found on which day?"), recent=True)
    at_clock = asked(ClockField(label="About what time?", help_text=_CLOCK), classes=SHORT)
    how = words("How were they found, and how are they?", rows=3)


class NoteMissing(MomentForm):
    moments = ("police_told_at", "offered_at")

    police_told_at_day = DayField(label="When were the police told?", required=False)
    police_told_at_clock = asked(ClockField(label="At what time?", required=False, help_text=_CLOCK), classes=SHORT)
    police_reference = forms.CharField(label="Their reference", required=False, max_length=60)
    worry = words("What makes it more dangerous for this child?", rows=2)
    offered_at_day = DayField(label="When was a talk with somebody independent offered?", required=False)
    offered_at_clock = asked(ClockField(label="At what time?", required=False, help_text=_CLOCK), classes=SHORT)
    answer = choice("Did the child want it?", [])
    why_not = words("If not: why not?", rows=2)
    actions = words("What is done now, by whom?", rows=3)

    def __init__(self, *args: Any, pack: Pack, found: bool, **options: Any):
        super().__init__(*args, **options)
        self.fields["answer"].choices = [("", "Not said yet"), *pack.choices("interview_answer")]  # type: ignore[attr-defined]
        if not found:
            for name in ("offered_at_day", "offered_at_clock", "answer", "why_not"):
                del self.fields[name]


class ReturnTalk(MomentForm):
    at_day = asked(DayField(label="On which day did they talk?"), recent=True)
    at_clock = asked(ClockField(label="About what time?", help_text=_CLOCK), classes=SHORT)
    talked_with = forms.CharField(label="Who listened?", required=False, max_length=200)
    independent = asked(
        forms.TypedChoiceField(
            label="Are they independent of those who care for and work with the child?",
            choices=[("yes", "Yes"), ("no", "No"), ("", "Not known")],
            widget=forms.RadioSelect,
            coerce=lambda said: said == "yes",
            empty_value=None,
            required=False,
        )
    )
    said = words("What did the child say?", hint="Word for word. Ask no more than you must.", rows=4)
    sort = choice("What kind of words are these?", [])
    away_from = words("What did they want to get away from?", rows=2)
    towards = words("What did they go towards?", rows=2)
    actions = words("What is done now, by whom?", rows=3)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        own = pack.flagged("words_kind", "childs_own")
        kinds = [(code, label) for code, label in pack.choices("words_kind") if code not in own]
        self.fields["sort"].choices = [("", "Not said yet"), *kinds]  # type: ignore[attr-defined]
