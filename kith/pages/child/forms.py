"""What the corner asks. No answer is ever needed but one: that something is there to keep."""

import base64
import binascii
from typing import Any

from django import forms

from kith.pages.child.keeping import Me
from kith.pages.child.phrases import phrases_for
from kith.pages.child.sheets import (
    CHOSEN_BY_CHILD,
    FACES,
    FEWER_FACES,
    SORTS_OF_MY_OWN,
    TAKING_PART,
    Part,
    Sheet,
    said,
)
from kith.voice.rules import Said
from kith.web.forms import asked
from kith.web.images import LARGEST_PNG

LONGEST = 8_000
STROKES = 260_000  # letters: a drawing as it is made, kept with the draft
_BEGINS = "data:image/png;base64,"


class SheetForm(forms.Form):
    """One sheet: its questions, what can be picked, a drawing, who writes, and what the child calls it."""

    strokes = forms.CharField(required=False, max_length=STROKES, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sheet: Sheet, me: Me, **options: Any):
        super().__init__(*args, **options)
        self.sheet, self.band = sheet, me.corner.band
        phrase = phrases_for(self.band)
        if sheet.picks == "faces":
            shown = FEWER_FACES if self.band == "young" else FACES
            self._may_choose_many("faces", sheet, [(code, FACES[code]) for code in shown])
        if sheet.picks == "number":
            self._may_choose("number", sheet.title_for(self.band), [(str(n), str(n)) for n in range(11)])
        if sheet.picks == "part":
            choices = [(code, said(words, self.band)) for code, words in TAKING_PART.items()]
            self._may_choose("part", phrase.your_part, choices)
        self.asked = sheet.parts_for(self.band)
        for part in self.asked:
            self._may_write(part.name, said(part.ask, self.band), rows=3 if len(self.asked) > 1 else 5)
        self._may_write("shows", phrase.your_picture, rows=2)
        if sheet.child_says_what_it_is:
            choices = [(code, said(words, self.band)) for code, words in SORTS_OF_MY_OWN.items()]
            self._may_choose("is_it", phrase.is_it, choices)
        self.fields["hand"] = asked(
            forms.ChoiceField(
                label=phrase.adult,
                widget=forms.RadioSelect,
                required=False,
                initial="me",
                choices=[("me", phrase.adult_me), ("adult", phrase.adult_other)],
            ),
            reveals={"adult": ["scribe"]},
        )
        self.fields["scribe"] = forms.CharField(
            label=phrase.adult_name, required=False, max_length=120, initial=me.corner.worker
        )

    def _may_write(self, name: str, label: str, rows: int) -> None:
        field = forms.CharField(label=label, required=False, max_length=LONGEST, widget=forms.Textarea, strip=False)
        self.fields[name] = asked(field, rows=rows)

    def _may_choose(self, name: str, label: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(label=label, required=False, widget=forms.RadioSelect, choices=choices)

    def _may_choose_many(self, name: str, sheet: Sheet, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.MultipleChoiceField(
            label=sheet.title_for(self.band), required=False, widget=forms.CheckboxSelectMultiple, choices=choices
        )

    def parts(self) -> list[Any]:
        return [self[part.name] for part in self.asked]

    @property
    def chosen_faces(self) -> list[str]:
        return self["faces"].value() or [] if "faces" in self.fields else []

    def holds_something(self) -> bool:
        """After is_valid(): whether a child has said, picked or drawn anything at all."""
        return bool(self.cleaned_data["strokes"]) or any(one.text.strip() or one.picked for one in self.said())

    def said(self) -> list[Said]:
        """After is_valid(): each part as it was asked and answered; what was picked goes with the first."""
        picked = self._picked()
        return [
            Said(
                sort=self._sort(part),
                text=self.cleaned_data[part.name],
                picked=picked if place == 0 else "",
                question=said(part.ask, self.band),
            )
            for place, part in enumerate(self.asked)
        ]

    def _sort(self, part: Part) -> str:
        return self.cleaned_data["is_it"] or "telling" if part.sort == CHOSEN_BY_CHILD else part.sort

    def _picked(self) -> str:
        if number := self.cleaned_data.get("number"):
            return f"{number} out of 10"
        if part := self.cleaned_data.get("part"):
            return said(TAKING_PART[part], self.band)
        return ", ".join(FACES[code] for code in self.cleaned_data.get("faces", []))

    def scribe_name(self) -> str:
        """Who wrote for the child; "" when the child did it."""
        return self.cleaned_data["scribe"] or "a grown-up" if self.cleaned_data["hand"] == "adult" else ""


class WhoForm(forms.Form):
    """Before anything is sent: what the child says about who may know, and whether it tells of harm."""

    drawing = forms.CharField(required=False, widget=forms.HiddenInput, max_length=LARGEST_PNG * 4 // 3 + 100)
    harm = forms.BooleanField(required=False)
    may_tell = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, choices=[("meeting", ""), ("family", "")]
    )

    def png(self) -> bytes:
        """After is_valid(): the picture as bytes; b"" when there is none, or none that can be read."""
        text = self.cleaned_data["drawing"]
        if not text.startswith(_BEGINS):
            return b""
        try:
            return base64.b64decode(text.removeprefix(_BEGINS), validate=True)
        except binascii.Error:
            return b""


class NotSafe(forms.Form):
    what = forms.CharField(required=False, max_length=2_000, widget=forms.Textarea)
    where = forms.CharField(required=False, max_length=200)

    def __init__(self, *args: Any, band: str, **options: Any):
        super().__init__(*args, **options)
        phrase = phrases_for(band)
        self.fields["what"].label, self.fields["where"].label = phrase.what_happens, phrase.where
        asked(self.fields["what"], rows=2)


class ChoosePerson(forms.Form):
    name = forms.CharField(label="Name", max_length=80, error_messages={"required": "Write a name."})
    to_me = forms.CharField(label="Who are they to you?", required=False, max_length=80)
    how_close = forms.ChoiceField(
        label="How close are they?",
        widget=forms.RadioSelect,
        initial="close",
        choices=[("heart", "In my heart"), ("close", "Close to me"), ("around", "Around me")],
    )


class AboutMyself(forms.Form):
    """The parts of the card a child may fill in, fewer for a small child. Cleans to {part: words}."""

    PARTS = ("likes", "good_at", "celebrates", "tell_me", "works", "less_helpful", "afraid_of")
    FEWER = ("likes", "good_at", "afraid_of")

    def __init__(self, *args: Any, me: Me, **options: Any):
        super().__init__(*args, **options)
        for part in self.FEWER if me.corner.band == "young" else self.PARTS:
            words = forms.CharField(required=False, max_length=600, widget=forms.Textarea)
            self.fields[part] = asked(words, rows=2)
            self.fields[part].label = me.pack.label("about_me_part", part)


class AnotherWorker(forms.Form):
    text = asked(forms.CharField(required=False, max_length=2_000, widget=forms.Textarea), rows=3)

    def __init__(self, *args: Any, me: Me, **options: Any):
        super().__init__(*args, **options)
        self.fields["text"].label = phrases_for(me.corner.band).another_why


class Complain(forms.Form):
    words = asked(
        forms.CharField(
            max_length=4_000,
            widget=forms.Textarea,
            error_messages={"required": "Write a few words first, or ask someone to help you."},
        ),
        rows=4,
    )
    advocate = forms.BooleanField(required=False)

    def __init__(self, *args: Any, me: Me, **options: Any):
        super().__init__(*args, **options)
        say = phrases_for(me.corner.band)
        self.fields["words"].label, self.fields["advocate"].label = say.complain_why, say.complain_helper


class Disagree(forms.Form):
    concern = asked(
        forms.CharField(
            max_length=2_000,
            widget=forms.Textarea,
            error_messages={"required": "Write a few words first, or ask someone to help you."},
        ),
        rows=3,
    )

    def __init__(self, *args: Any, me: Me, **options: Any):
        super().__init__(*args, **options)
        self.fields["concern"].label = phrases_for(me.corner.band).disagree_why


class ChooseLook(forms.Form):
    colour = forms.ChoiceField(
        label="Colours",
        widget=forms.RadioSelect,
        choices=[("sun", "Sun"), ("sky", "Sky"), ("leaf", "Leaf"), ("rose", "Rose"), ("plain", "Plain")],
    )
    helper = forms.ChoiceField(
        label="A picture for the top",
        widget=forms.RadioSelect,
        required=False,
        choices=[("fox", "Fox"), ("owl", "Owl"), ("cat", "Cat"), ("boat", "Boat"), ("", "None")],
    )
    band = forms.ChoiceField(
        label="How much to read",
        widget=forms.RadioSelect,
        choices=[("young", "Big and easy"), ("middle", "Some words"), ("teen", "More words")],
    )


class GiveBack(forms.Form):
    pin = forms.CharField(
        label="Your PIN",
        max_length=12,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Type your PIN."},
    )
