"""What a worker says of how families reach them, and what is asked about working together (S4-28)."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.web.forms import DayField, asked

MOST = 2 * 1024 * 1024  # bytes read of what was sent: one more says that it is too large


class SayHowToReach(forms.Form):
    hours = asked(
        forms.CharField(
            label="When are you there?", required=False, max_length=300, help_text="Monday to Thursday, 9 to 5."
        )
    )
    how = words("How best to reach you", hint="Ring, text or write; how soon you answer.", rows=2)
    outside = words(
        "What to do outside those hours",
        hint="Whom to ring at night, and what for. Name a service, not yourself.",
        rows=3,
    )
    to_child = words(
        "The same, in words for a child", hint="Short. A child you work with reads it on their own pages.", rows=3
    )


class PutOwnPhoto(forms.Form):
    image = forms.FileField(
        label="Your photo",
        help_text="A JPEG or PNG of at most 2 MB. Where and when it was taken is not kept.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": "Choose a photo."},
    )

    def clean_image(self) -> bytes:
        return self.cleaned_data["image"].read(MOST + 1)  # type: ignore[no-any-return]


class AgreeTerms(forms.Form):
    """`family`: with whom it may be agreed. Cleans `with_person` to a person or None."""

    on = asked(DayField(label="When was it agreed?"), recent=True)
    with_person = asked(
        forms.ChoiceField(
            label="Who of the family agreed it with you?",
            required=False,
            help_text="They read it on their own page. Nobody else of the family does.",
        ),
        as_select=True,
    )
    with_whom = asked(forms.CharField(label="Or somebody else: who?", required=False, max_length=200))
    how_often = words("How often, and how, do we see and hear each other?", hint="In the family’s words.", rows=2)
    how_to_say_no = words("How do you say no to us, and how do we say no to you?", rows=2)
    we_promise = words("What do we promise?", rows=2)
    we_ask = words("What do we ask of each other?", rows=2)

    def __init__(self, *args: Any, family: Sequence[Any], **options: Any):
        super().__init__(*args, **options)
        self.family = family
        choices = [("", "Nobody from the list"), *((person.ref, person.called) for person in family)]
        self.fields["with_person"].choices = choices  # type: ignore[attr-defined]

    def clean_with_person(self) -> Any:
        return next((one for one in self.family if one.ref == self.cleaned_data["with_person"]), None)
