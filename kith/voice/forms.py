"""Asking for a child's own words, and for the answer they are owed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from kith.packs import Pack
from kith.record.passages import Place
from kith.voice.models import Words
from kith.web.forms import DayField, asked

CHECKED = {"yes": True, "no": False}


class WriteWords(forms.Form):
    """Words heard outside a visit. Cleans to the keywords of the act."""

    on = asked(DayField(label="When did they say it?"), recent=True)
    sort = forms.ChoiceField(
        label="What kind of words are these?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of words these are."},
    )
    question_asked = forms.CharField(
        label="What had they been asked, if anything?",
        required=False,
        max_length=600,
        help_text="The question in the words it was asked. Do not ask any more: duty will.",
    )
    text = asked(
        forms.CharField(
            label="Their own words",
            widget=forms.Textarea,
            max_length=10_000,
            help_text="Exactly as they were said, drawn, signed or shown. Do not tidy them.",
            error_messages={"required": "Write the child's own words."},
        ),
        rows=5,
    )
    way = forms.ChoiceField(label="How did they tell you?", initial="spoken")
    where = forms.CharField(label="Where were you?", required=False, max_length=120)
    there = forms.CharField(label="Who else was there?", required=False, max_length=300)
    checked_back = asked(
        forms.ChoiceField(
            label="Did you check with them that you heard right?",
            widget=forms.RadioSelect,
            required=False,
            choices=[("yes", "Yes"), ("no", "Not yet")],
        ),
        inline=True,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["sort"].choices = pack.choices("words_kind")  # type: ignore[attr-defined]
        self.fields["way"].choices = pack.choices("way_of_speaking")  # type: ignore[attr-defined]
        asked(
            self.fields["sort"],
            reveals={"harm": ["question_asked"]},
            choice_hints={
                "wish": "They are owed an answer.",
                "worry": "They are owed an answer.",
                "harm": "Someone hurt them, or might. It is kept whole, and the next page tells duty at once.",
            },
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return {**given, "checked_back": CHECKED.get(given.get("checked_back", ""))}


class PutWordsRight(WriteWords):
    """What the child says they meant, instead of what was written down."""

    field_order = ("text", "sort", "question_asked", "on", "way", "where", "there", "checked_back")


def quotes_field(name: str, quotable: Sequence[tuple[Words, str]]) -> forms.Field:
    """Which of a child's words something rests on. Cleans to the words themselves."""
    by_id = {str(words.pk): words for words, _ in quotable}
    return forms.TypedMultipleChoiceField(
        label=f"Which of {name}’s own words does it rest on?",
        help_text="Their words stay as they are, and are shown beside what you write.",
        choices=[(str(words.pk), said) for words, said in quotable],
        coerce=by_id.__getitem__,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class Reaction(forms.Form):
    """What the child thought of an answer; asked wherever they have been told."""

    reaction = forms.ChoiceField(label="What did they think of it?", required=False, widget=forms.RadioSelect)
    reaction_words = forms.CharField(label="In their words", required=False, max_length=600)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["reaction"].choices = pack.choices("answer_reaction")  # type: ignore[attr-defined]


class AnswerWish(Reaction):
    """Said, heard, did, couldn't because; then who told the child. `second`: an answer to a wish the child reopened.
    Cleans to the keywords of the act.
    """

    outcome = forms.ChoiceField(
        label="What is the answer?", widget=forms.RadioSelect, error_messages={"required": "Choose what the answer is."}
    )
    what_we_did = asked(
        forms.CharField(label="What have we done, or will we do?", widget=forms.Textarea, required=False), rows=3
    )
    reason = asked(
        forms.CharField(
            label="Why, in words for the child",
            widget=forms.Textarea,
            required=False,
            help_text="Needed whenever the answer is not a full yes. Write it as you would say it to them.",
        ),
        rows=4,
    )
    on = asked(DayField(label="When was it decided?"), recent=True)
    told = asked(
        forms.ChoiceField(
            label="Have they been told?",
            widget=forms.RadioSelect,
            choices=[
                ("yes", "Yes"),
                ("card", "Not yet: lay it ready as a card in their own corner"),
                ("no", "Not yet"),
            ],
            error_messages={"required": "Say whether they have been told."},
        ),
        reveals={"yes": ["told_by", "told_on", "reaction", "reaction_words"], "no": ["not_told_because"]},
    )
    told_by = forms.CharField(label="Who told them?", required=False, max_length=200)
    told_on = DayField(label="When?", required=False)
    not_told_because = asked(forms.CharField(label="Why not yet?", required=False, max_length=600), to_finish=True)

    pictures = forms.MultipleChoiceField(
        label="Pictures for their card",
        help_text="For a child who does not read yet. Up to four; they are shown in this order, with these words.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    advocate_offered = forms.BooleanField(
        label="I offered them someone to speak up with them (an advocate)", required=False
    )

    field_order = ("outcome", "what_we_did", "reason", "pictures", "advocate_offered", "on", "told")

    def __init__(self, *args: Any, pack: Pack, second: bool = False, **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.fields["outcome"].choices = pack.choices("answer_outcome")  # type: ignore[attr-defined]
        self.fields["pictures"].choices = pack.choices("answer_picture")  # type: ignore[attr-defined]
        if not second:
            del self.fields["advocate_offered"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        told = given.pop("told", "")
        given["card"] = told == "card"
        if told == "yes" and not given.get("told_on") and "told_on" not in self.errors:
            self.add_error("told_on", "Say when they were told.")
        if told != "yes":
            given |= {"told_by": "", "told_on": None, "reaction": "", "reaction_words": ""}
        return given


class TellChild(Reaction):
    on = asked(DayField(label="When were they told?"), recent=True)
    told_by = forms.CharField(label="Who told them?", max_length=200)

    field_order = ("told_by", "on")


class CorrectWords(forms.Form):
    """Cleans to `because` and `elsewhere`, the places chosen. `places`: each by its key, with what to call it."""

    elsewhere = forms.MultipleChoiceField(
        label="The same words also stand here",
        help_text="Ticked places lose them too. A line that says nothing else goes whole; elsewhere only these go.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    because = asked(
        forms.CharField(
            label="How did the words come to be on the wrong record?",
            widget=forms.Textarea,
            max_length=600,
            error_messages={"required": "Say how the words came to be on the wrong record."},
        ),
        rows=3,
    )

    def __init__(self, *args: Any, places: Sequence[tuple[Place, str]] = (), **options: Any):
        super().__init__(*args, **options)
        self.places = {place.key: place for place, _ in places}
        self.fields["elsewhere"].choices = [(place.key, words) for place, words in places]  # type: ignore[attr-defined]
        self.fields["elsewhere"].initial = [place.key for place, _ in places if place.whole]
        if not places:
            del self.fields["elsewhere"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return {**given, "elsewhere": [self.places[key] for key in given.get("elsewhere", [])]}


def answer_begun(by_name: str, today: date) -> dict[str, Any]:
    """What an answer form holds before anything is typed: most answers are given today, by the one who writes them."""
    return {"on": today, "told_by": by_name, "told_on": today}
