"""What is asked about being looked after: the law, what is planned, how it ended, and what was looked at."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.web.clock import SHORT, ClockField
from kith.web.forms import DayField, asked

_TIME = "Like 3:30pm or 15:30. Where hours count, one that is not known counts from the start of the day."


def choice(
    label: str, choices: Sequence[tuple[str, str]], *, first: str = "Not said yet", **how: Any
) -> forms.ChoiceField:
    field = forms.ChoiceField(label=label, choices=[("", first), *choices], required=False, **how)
    return asked(field, as_select=True)


class RecordLaw(forms.Form):
    """Which law, and since when. Everything else may come later."""

    status = choice("Under which law?", [], first="Choose")
    on = asked(DayField(label="Since which day?"), recent=True)
    at = asked(ClockField(label="At what time?", required=False, help_text=_TIME), classes=SHORT)
    because = words("Why did the child come to be looked after?", rows=3)
    note = words("Which court or police station, and what did they say?", rows=2)

    def __init__(self, *args: Any, pack: Pack, looked_after: bool, **options: Any):
        super().__init__(*args, **options)
        self.fields["status"].choices = [("", "Choose"), *pack.choices("legal_status")]  # type: ignore[attr-defined]
        if looked_after:
            del self.fields["because"]


class EndLaw(forms.Form):
    on = asked(DayField(label="On which day did it end?"), recent=True)
    at = asked(ClockField(label="At what time?", required=False, help_text=_TIME), classes=SHORT)


class MakeOrderLonger(forms.Form):
    """A court made the order longer; everything but the day may come later."""

    on = asked(DayField(label="On which day did the court make it longer?"), recent=True)
    first_until_on = DayField(label="Until when did the order run before that?", required=False)
    until_on = DayField(label="Until when does it run now?", required=False)
    note = words("Which court, and what did it say?", rows=2)


class NoteCare(forms.Form):
    care_plan_on = DayField(label="When was the care plan written?", required=False)
    reviewing_officer = forms.CharField(label="Who reviews it independently?", required=False, max_length=200)
    permanence = choice("Where will the child live until they are grown up?", [])
    contact = words("Whom does the child see, how often, and who is with them?", rows=3)
    adviser = forms.CharField(
        label="Personal adviser",
        required=False,
        max_length=200,
        help_text="For young people from 16 on.",
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        choices = [("", "Not said yet"), *pack.choices("permanence_plan")]
        self.fields["permanence"].choices = choices  # type: ignore[attr-defined]


class EndCare(forms.Form):
    ended_as = choice("How did it end?", [], first="Choose")
    on = asked(DayField(label="On which day?"), recent=True)
    level = choice("Which help goes on?", [], first="As the kind of ending says")

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["ended_as"].choices = [("", "Choose"), *pack.choices("care_ended")]  # type: ignore[attr-defined]
        levels = [(one.code, one.label) for one in pack.levels if one.code != "looked_after"]
        self.fields["level"].choices = [("", "As the kind of ending says"), *levels]  # type: ignore[attr-defined]


class RecordCheck(forms.Form):
    kind = choice("What was looked at?", [], first="Choose")
    on = asked(DayField(label="When?"), recent=True)
    who = forms.CharField(label="Who with?", required=False, max_length=200)
    score = asked(
        forms.IntegerField(label="The score, if it has one", required=False, min_value=0, max_value=40),
        classes="govuk-input--width-3",
    )
    note = words("What came of it?", rows=3)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["kind"].choices = [("", "Choose"), *pack.choices("care_check")]  # type: ignore[attr-defined]
