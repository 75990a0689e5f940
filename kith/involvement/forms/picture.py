"""Writing what is made of it together, and how an agency signs it (N40)."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.packs import Pack
from kith.web.forms import asked


def _agencies(help_text: str = "", required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Who reads it and signs?",
        widget=forms.CheckboxSelectMultiple,
        required=required,
        help_text=help_text,
        error_messages={"required": "Choose at least one agency."},
    )


class WritePicture(forms.Form):
    """What is made of it together, of one child. `agencies`: those that were asked."""

    adds_up = words("What does it add up to?", hint="What we know, what others hold, and what it amounts to.", rows=5)
    not_known = words("What do we still not know?", hint="Who has not answered; what nobody has looked at.")
    means = words("What does it mean for the child?", hint="Today, and if nothing changes.")
    agencies = _agencies(
        "They read all three answers. Nothing in them may tell who told us in confidence, or an address kept from "
        "anybody. Untick an agency that does not know this child. Nobody ticked: it stays among us."
    )

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]
        if not agencies:
            del self.fields["agencies"]


class GivePicture(forms.Form):
    agencies = _agencies(required=True)

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]


class SignPicture(forms.Form):
    view = asked(
        forms.ChoiceField(
            label="How does your agency see it?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose how your agency sees it. Not to sign is never taken for a yes."},
        ),
        reveals={"differently": ["words"]},
    )
    words = words("We see it differently because…", hint="Kept in your words, and shown beside ours.", rows=4)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["view"].choices = pack.choices("picture_view")  # type: ignore[attr-defined]
