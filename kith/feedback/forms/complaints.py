"""What is asked about a complaint (S4-25)."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked

Choices = Sequence[tuple[Any, str]]


def _words(label: str, *, hint: str = "", rows: int = 3, required: bool = True, most: int = 8000) -> forms.CharField:
    field = forms.CharField(label=label, required=required, widget=forms.Textarea, max_length=most, help_text=hint)
    return asked(field, rows=rows)


def _person(label: str, hint: str = "") -> forms.TypedChoiceField:
    field = forms.TypedChoiceField(label=label, coerce=int, required=False, empty_value=None, help_text=hint)
    return asked(field, as_select=True)


def _danger_words() -> forms.CharField:
    return _words(
        "What is the danger?",
        hint="Duty reads this, and whoever works with the child. Leave out whom the complaint is about. Left empty, "
        "they read what is wrong as it was told.",
        required=False,
        most=4000,
    )


class TakeComplaint(forms.Form):
    """Cleans `staff` and `staff_too` to the ids of staff, or None."""

    words = _words("What is wrong?", hint="In their own words, as they told it.", rows=6)
    who = forms.CharField(label="Who complains?", max_length=200)
    whose = forms.ChoiceField(label="Are they …", widget=forms.RadioSelect)
    how = forms.ChoiceField(label="How did it come?", widget=forms.RadioSelect)
    reach = forms.CharField(label="How do we reach them?", required=False, max_length=200)
    wanted = _words("What would put it right for them?", required=False)
    staff = _person("Who is it about?", "They will not be able to read it here.")
    staff_too = _person("And who else?")
    children = _words(
        "Which children?",
        hint="A name or reference on each line. Leave it empty where it is about no child.",
        required=False,
        most=1000,
    )
    danger = asked(
        forms.BooleanField(label="A child may be in danger: duty is called at once", required=False),
        legend="Danger",
    )
    danger_words = _danger_words()
    on = asked(DayField(label="When did we get it?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, staff: Choices, **options: Any):
        super().__init__(*args, **options)
        self.fields["whose"].choices = pack.choices("complaint_from")  # type: ignore[attr-defined]
        self.fields["how"].choices = pack.choices("complaint_how")  # type: ignore[attr-defined]
        for name in ("staff", "staff_too"):
            self.fields[name].choices = [("", "Nobody by name"), *staff]  # type: ignore[attr-defined]


class Complain(forms.Form):
    """For a parent: one box, and whether a child is in danger."""

    words = asked(
        forms.CharField(
            label="What is wrong?",
            widget=forms.Textarea,
            max_length=8000,
            error_messages={"required": "Write what is wrong. A few words are enough."},
        ),
        rows=6,
    )
    danger = asked(
        forms.BooleanField(label="Yes, call somebody now", required=False), legend="Is a child in danger now?"
    )


class OfferAdvocate(forms.Form):
    advocate = forms.ChoiceField(label="Does the child want somebody to speak up for them?", widget=forms.RadioSelect)
    name = forms.CharField(label="Who is it?", required=False, max_length=200)
    words = _words("What did the child say?", hint="In the child’s own words.", required=False)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["advocate"].choices = pack.choices("complaint_advocate")  # type: ignore[attr-defined]


class NameAnswerer(forms.Form):
    answerer = asked(forms.TypedChoiceField(label="Who answers it?", coerce=int), as_select=True)

    def __init__(self, *args: Any, staff: Choices, **options: Any):
        super().__init__(*args, **options)
        self.fields["answerer"].choices = [("", "Choose somebody"), *staff]  # type: ignore[attr-defined]


class NameSubjects(forms.Form):
    staff = _person("Who is it about?", "They will not be able to read it here.")
    staff_too = _person("And who else?")

    def __init__(self, *args: Any, staff: Choices, **options: Any):
        super().__init__(*args, **options)
        for name in ("staff", "staff_too"):
            self.fields[name].choices = [("", "Nobody by name"), *staff]  # type: ignore[attr-defined]


class ChooseRoute(forms.Form):
    route = forms.ChoiceField(
        label="Which procedure does it follow?",
        widget=forms.RadioSelect,
        help_text="Its days run from the day the complaint was made, whichever it is.",
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["route"].choices = pack.choices("complaint_route")  # type: ignore[attr-defined]


class TakeLonger(forms.Form):
    because = _words("Why does it take longer?", most=2000)
    told_on = DayField(label="When were they told that it takes longer?", required=False)


class TellDuty(forms.Form):
    """Nothing need be answered: one press."""

    danger_words = _danger_words()


class Happened(forms.Form):
    on = asked(DayField(label="When was it?"), recent=True)


class AnswerComplaint(forms.Form):
    """What is learnt is asked under both answers that own up to something, so it stands by itself."""

    outcome = forms.ChoiceField(label="What did we find?", widget=forms.RadioSelect)
    reasons = _words(
        "Why?", hint="Written to whoever complained, in plain words. Answer each thing they said. Say sorry.", rows=7
    )
    lesson = _words("What do we learn from it, and do now?", hint="Needed where they were right.", required=False)
    lesson_who = forms.CharField(label="Who does that?", required=False, max_length=200)
    lesson_by_on = DayField(label="By when?", required=False)
    on = asked(DayField(label="When was it answered?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["outcome"].choices = pack.choices("complaint_outcome")  # type: ignore[attr-defined]


class TellAnswer(forms.Form):
    told_by = forms.CharField(label="Who told them?", max_length=200)
    in_person = asked(forms.BooleanField(label="Yes, in person", required=False), legend="Were they told face to face?")
    thought = _words("What did they think of it?", hint="In their own words.", required=False)
    on = asked(DayField(label="When were they told?"), recent=True)


class TakeFurther(forms.Form):
    why = _words("Why do they go on?", hint="In their own words.")
    on = asked(DayField(label="When did they ask?"), recent=True)


class WithdrawComplaint(forms.Form):
    words = _words("What did they say when they withdrew it?", most=2000)
    on = asked(DayField(label="When?"), recent=True)
