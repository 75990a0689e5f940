"""What is asked when someone may be a danger, and about how a child sees people."""

from datetime import date
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.forms.asking import PartDateField, WhoForm
from kith.web.forms import DayField, asked


class NoteRisk(WhoForm):
    """Cleans to `person` and the act's other keywords."""

    someone_new = False

    kind = forms.ChoiceField(
        label="What kind of danger?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of danger it is."},
    )
    needs_to_know = asked(
        forms.CharField(
            label="What must someone keeping a child safe know?",
            widget=forms.Textarea,
            max_length=300,
            help_text="One or two sentences. Workers of each child they come close to read this and no more.",
            error_messages={"required": "Write what someone keeping a child safe must know."},
        ),
        rows=2,
    )
    source = forms.CharField(
        label="Who says so, or where is it written?",
        max_length=200,
        error_messages={"required": "Say who told us, or where it is written."},
    )
    certainty = forms.ChoiceField(label="How sure are we?", widget=forms.RadioSelect, initial="alleged")
    evidence = asked(
        forms.CharField(
            label="What shows it?",
            widget=forms.Textarea,
            required=False,
            help_text="Kept with this note; not sent to other children’s workers.",
        ),
        rows=3,
    )
    since = PartDateField(label="Since when?", required=False, help_text="A year will do.")
    review_on = DayField(label="When will we look at this again?")
    told = asked(
        forms.ChoiceField(
            label="Do they know that this is written down?",
            widget=forms.RadioSelect,
            required=False,
            choices=[("yes", "Yes"), ("no", "No")],
        ),
        reveals={"yes": ["told_on"], "no": ["not_told_because"]},
    )
    told_on = DayField(label="When were they told?", required=False)
    not_told_because = forms.CharField(label="Why not?", required=False, max_length=300)

    field_order = ("who", "find", "match", "kind", "needs_to_know", "source", "certainty", "evidence", "since")

    def __init__(self, *args: Any, pack: Pack, review: date, **options: Any):
        super().__init__(*args, initial={"review_on": review}, **options)
        self.fields["who"].label = "Who may be a danger?"
        self.fields["kind"].choices = pack.choices("person_risk")  # type: ignore[attr-defined]
        self.fields["certainty"].choices = pack.choices("risk_certainty")  # type: ignore[attr-defined]
        _without_names(self)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.pop("told", "") != "yes":
            given["told_on"] = None
        given["adult"] = given.pop("person", None)
        return given


class LookAgain(forms.Form):
    """Cleans to `still`, `because`, `review_on`."""

    still = asked(
        forms.TypedChoiceField(
            label="Is it still so?",
            widget=forms.RadioSelect,
            choices=[("yes", "Yes"), ("no", "No, this is over")],
            coerce=lambda typed: typed == "yes",
            error_messages={"required": "Say whether it is still so."},
        ),
        reveals={"yes": ["review_on"], "no": ["because"]},
    )
    review_on = DayField(label="When will we look at it next?", required=False)
    because = asked(
        forms.CharField(label="What has changed?", widget=forms.Textarea, required=False, max_length=600), rows=3
    )


class ArrangeContact(WhoForm):
    """Cleans to `other` and the act's other keywords."""

    someone_new = False

    way = forms.ChoiceField(
        label="How do they see each other?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they see each other."},
    )
    how_often = forms.CharField(
        label="How often, and where?",
        required=False,
        max_length=200,
        help_text="For example every other Saturday at Nan’s.",
    )
    supervised_by = forms.CharField(
        label="Who is there to help or watch over?",
        required=False,
        max_length=200,
        help_text="Leave empty if nobody is.",
    )
    basis = forms.ChoiceField(
        label="Who decided it?", widget=forms.RadioSelect, error_messages={"required": "Choose who decided it."}
    )
    source = forms.CharField(label="Where is that written, or who told us?", required=False, max_length=200)
    on = asked(DayField(label="From when?"), recent=True)

    field_order = ("who", "find", "match", "way", "how_often", "supervised_by", "basis", "source", "on")

    def __init__(self, *args: Any, called: str, pack: Pack, today: date, **options: Any):
        super().__init__(*args, initial={"on": today}, **options)
        self.fields["who"].label = f"Who does {called} see, or must not see?"
        self.fields["way"].choices = pack.choices("contact_way")  # type: ignore[attr-defined]
        self.fields["basis"].choices = pack.choices("contact_basis")  # type: ignore[attr-defined]
        _without_names(self)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        given["other"] = given.pop("person", None)
        return given


def _without_names(form: WhoForm) -> None:
    for unasked in ("given", "family"):
        del form.fields[unasked]
