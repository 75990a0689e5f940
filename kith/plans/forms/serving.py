"""What is asked of a need and the service that answers it."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.plans.forms.planning import words
from kith.web.forms import DayField, asked

_YES, _NO = "yes", "no"


class AnswerNeed(forms.Form):
    """Cleans to the act's keywords: of the service and the reason, what the first answer asks for."""

    met = asked(
        forms.ChoiceField(
            label="Is there a service that answers this need?",
            choices=[(_YES, "Yes"), (_NO, "No, or not yet")],
            error_messages={"required": "Say whether there is a service."},
        ),
        reveals={_YES: ["service"], _NO: ["lacks"]},
    )
    service = forms.CharField(label="Which service?", required=False, max_length=200)
    lacks = asked(forms.ChoiceField(label="Why does no service meet it?", required=False), as_select=True)
    kind = asked(
        forms.ChoiceField(
            label="What kind of help does it take?",
            required=False,
            help_text="What nobody offers is counted by this, without names.",
        ),
        as_select=True,
    )
    since_on = DayField(label="Since when?", required=False)
    words = words(
        "What else is there to say?", help_text="Who asked, how long the list is, what helps meanwhile.", rows=3
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["lacks"].choices = [("", "Choose"), *pack.choices("no_service")]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", "Not said yet"), *pack.choices("help_wanted")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        met = given.pop("met", "")
        if met == _YES:
            given["lacks"] = ""
            if not given.get("service"):
                self.add_error("service", "Name the service.")
        if met == _NO:
            given["service"] = ""
            if not given.get("lacks"):
                self.add_error("lacks", "Say why no service meets it.")
        return given
