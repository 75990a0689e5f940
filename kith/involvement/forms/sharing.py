"""What is asked about sharing: who said yes or no to what with whom, taking it back, and sharing without it (S0-13)."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.web.forms import DayField, asked


class _WithWhom(forms.Form):
    """`agencies`: by id, or `service:` and its label. Cleans `agency` to an id or None, and `called` to a name."""

    agency = asked(forms.ChoiceField(label="With whom?", required=False), as_select=True)
    called = forms.CharField(label="If another: who?", max_length=200, required=False)

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["agency"].choices = [("", "Another, named below"), *agencies]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        chosen = given.get("agency") or ""
        if not chosen and not (given.get("called") or "").strip():
            self.add_error("called", "Say with whom.")
        if chosen.startswith("service:"):
            given["called"] = chosen.partition(":")[2]
        given["agency"] = int(chosen) if chosen.isdigit() else None
        return given


class NoteShareAgreed(_WithWhom):
    who = forms.CharField(label="Who said it?", max_length=200, error_messages={"required": "Say who said it."})
    basis = forms.ChoiceField(label="As whom?", required=False, widget=forms.RadioSelect)
    said = forms.ChoiceField(
        label="What did they say?", widget=forms.RadioSelect, error_messages={"required": "Choose yes or no."}
    )
    items = forms.MultipleChoiceField(
        label="Only some things? Which?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave all of them empty when they left nothing out.",
    )
    what = words(
        "What may be shared, in their words?", hint="As narrow as they said it: “school days and who picks up”."
    )
    why = words("What for?", rows=2)
    how = forms.CharField(
        label="How did they say it?", max_length=300, required=False, help_text="Signed, on the phone."
    )
    until_on = DayField(label="Until when?", required=False)
    on = asked(DayField(label="When did they say it?"), recent=True)

    field_order = ("agency", "called", "who", "basis", "said", "items", "what", "why", "how", "until_on", "on")

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["said"].choices = pack.choices("consent_said")  # type: ignore[attr-defined]
        self.fields["items"].choices = pack.choices("share_item")  # type: ignore[attr-defined]
        self.fields["basis"].choices = [("", "Not known"), *pack.choices("share_basis")]  # type: ignore[attr-defined]


class WithdrawShare(forms.Form):
    words = words("What did they say?")
    on = asked(DayField(label="When?"), recent=True)


class AddToAnyway(forms.Form):
    """Anything may be left: it stands as owed."""

    reason = forms.ChoiceField(label="Why is it shared without agreement?", required=False, widget=forms.RadioSelect)
    harm = words("What might happen if it is not shared?")
    what = words("What is shared?", rows=2)
    tried = words("What else did you try, or think of?", rows=2)
    told_family = words("What was the family told? Or why not?", rows=2)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["reason"].choices = [  # type: ignore[attr-defined]
            ("", "None of these, or not known yet"),
            *pack.choices("share_reason"),
        ]


class ShareAnyway(AddToAnyway, _WithWhom):
    shared_already = forms.BooleanField(label="It has been shared already", required=False)
    on = asked(DayField(label="When?"), recent=True)

    field_order = ("agency", "called", "reason", "harm", "what", "tried", "told_family", "shared_already", "on")


class AuthoriseShare(forms.Form):
    right = forms.TypedChoiceField(
        label="Was it right to share it?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no."},
    )
    words = words("Why?")
