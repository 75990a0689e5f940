"""Who a copy is for, and what is in it."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.web.forms import DayField, asked
from kith.words import needs_words, reading_age

SOMEONE_ELSE = "0"


class ReleaseCopy(forms.Form):
    recipient = forms.ChoiceField(label="Who is this copy for?", error_messages={"required": "Choose who it is for."})
    recipient_name = forms.CharField(
        label="If someone else: their name and what they do", required=False, max_length=200
    )
    items = forms.MultipleChoiceField(
        label="What is it about?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The family agreed to some things only. For an agency, tick all this copy is about.",
    )
    who_else_sees = forms.CharField(
        label="Who else will see this at home?",
        help_text="“Nobody else” is an answer. Think of who opens the post and who picks up the phone.",
        max_length=300,
        error_messages={"required": "Say who else will see this at home, or “nobody else”."},
    )
    text = asked(
        forms.CharField(
            label="The copy, word for word",
            help_text="Take out anything this person should not have. What stays is checked before it is released.",
            widget=forms.Textarea,
            error_messages={"required": "There is nothing in this copy."},
        ),
        rows=18,
    )
    as_it_is_because = asked(
        forms.CharField(
            label="Why it goes as it is",
            required=False,
            widget=forms.Textarea,
            help_text="Only for words that are hard to read, or that somebody could take as blame. It is kept.",
        ),
        rows=2,
    )

    def __init__(
        self,
        *args: object,
        people: list[tuple[str, str]],
        asks_why_above: float | None = None,
        items: list[tuple[str, str]] | None = None,
        **kwargs: object,
    ):
        """`items`: what a copy may be about, where somebody agreed to some things only."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if items:
            self.fields["items"].choices = items  # type: ignore[attr-defined]
        else:
            del self.fields["items"]
        self.asks_why_above = asks_why_above
        self.fields["recipient"].choices = [("", "---------"), *people, (SOMEONE_ELSE, "Someone else")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Hard words leave with a reason, never without (S4-23)."""
        given = super().clean() or {}
        age = reading_age(given.get("text", ""))
        if self.asks_why_above and age and age > self.asks_why_above and needs_words(given.get("as_it_is_because", "")):
            words = f"This reads at about age {age:.0f}. Make it plainer, or say why it goes as it is."
            self.add_error("as_it_is_because", words)
        return given


class GiveAppointment(forms.Form):
    """Cleans to the act's keywords. Whom it is not safe to tell is not offered, and the page says so."""

    recipient = forms.ChoiceField(
        label="Who is this for?", widget=forms.RadioSelect, error_messages={"required": "Choose who it is for."}
    )
    title = forms.CharField(
        label="Title",
        initial="Appointment",
        max_length=60,
        help_text="This is what a phone shows when it lies on a table. Say nothing of who is coming or why.",
        error_messages={"required": "Give it a plain title."},
    )
    text = asked(
        forms.CharField(
            label="The letter, word for word",
            widget=forms.Textarea,
            help_text="No address: they know where they live, and others may read this.",
            error_messages={"required": "There is nothing in this letter."},
        ),
        rows=12,
    )
    who_else_sees = forms.CharField(
        label="Who else will see this at home?",
        help_text="“Nobody else” is an answer. Think of who opens the post, and whose phone shares the calendar.",
        max_length=300,
        error_messages={"required": "Say who else will see this at home, or “nobody else”."},
    )

    def __init__(self, *args: object, people: list[Any], **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.people = {person.ref: person for person in people}
        self.fields["recipient"].choices = [(ref, person.called) for ref, person in self.people.items()]  # type: ignore[attr-defined]

    def clean_recipient(self) -> Any:
        return self.people[self.cleaned_data["recipient"]]


class ReleasePicture(ReleaseCopy):
    """The same for a drawing, whose words are not typed; and the paper it is printed on."""

    text = as_it_is_because = None  # type: ignore[assignment]
    paper = asked(
        forms.ChoiceField(label="Paper", widget=forms.RadioSelect, choices=[("a4", "A4"), ("a3", "A3")], initial="a4"),
        inline=True,
    )


class TellRecalled(forms.Form):
    told_by = forms.CharField(label="Who told them?", max_length=200, error_messages={"required": "Say who told them."})
    on = asked(DayField(label="When were they told?"), recent=True)
    what_was_done = forms.CharField(
        label="What became of the copy?",
        max_length=600,
        help_text="For example: given back, destroyed, still with the court.",
        error_messages={"required": "Say what became of the copy."},
    )


class SayClear(forms.Form):
    """For whoever has a copy: one press is enough, and words are theirs to leave out. Nothing here tests anybody."""

    said = forms.ChoiceField(
        choices=[("clear", "It is clear to me"), ("unclear", "I don’t understand")],
        error_messages={"required": "Press one of the two."},
    )
    words = asked(
        forms.CharField(
            label="Which part? You can leave this empty.", required=False, max_length=2_000, widget=forms.Textarea
        ),
        rows=3,
    )


class WriteWhatWasSaid(forms.Form):
    """The same, told to a worker."""

    clear = forms.TypedChoiceField(
        label="Is it clear to them?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes, they told us so"), ("no", "No, or not all of it")],
        coerce=lambda answer: answer == "yes",
        error_messages={"required": "Choose one of the answers."},
    )
    words = asked(
        forms.CharField(
            label="What is not clear, in their own words?", required=False, max_length=2_000, widget=forms.Textarea
        ),
        rows=3,
    )
    on = asked(DayField(label="When did they say so?"), recent=True)


class OfferWalkThrough(forms.Form):
    due_on = DayField(label="By which day?", error_messages={"required": "Say by which day."})
    with_whom = forms.CharField(
        label="Who helps?",
        required=False,
        max_length=300,
        help_text="Somebody they trust, an advocate, an interpreter. Never a child.",
    )


class GoThrough(forms.Form):
    explained = asked(
        forms.CharField(
            label="What did you explain?",
            max_length=4_000,
            widget=forms.Textarea,
            error_messages={"required": "Write what you explained."},
        ),
        rows=3,
    )
    with_whom = forms.CharField(
        label="Who else was there, and who helped?",
        required=False,
        max_length=300,
        help_text="Somebody they trust, an advocate, an interpreter. Never a child.",
    )
    questions = asked(
        forms.CharField(label="What did they ask?", required=False, max_length=4_000, widget=forms.Textarea), rows=3
    )
    clear_now = forms.ChoiceField(
        label="Is it clear to them now?",
        widget=forms.RadioSelect,
        help_text="Ask them to say it in their own words.",
        error_messages={"required": "Choose whether it is clear now."},
    )
    on = asked(DayField(label="When was it?"), recent=True)

    def __init__(self, *args: object, pack: Pack, **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["clear_now"].choices = pack.choices("clear_now")  # type: ignore[attr-defined]
