"""What is asked of whoever tells us of a child: a colleague on the telephone, a school, anybody at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from kith.involvement.rules import ToldOf, children_named
from kith.packs import Pack
from kith.people.forms import PartDateField
from kith.web.forms import DayField, asked, from_draft, summary

ROWS = 6  # children asked about on one page, of whom the first two are open
OPEN_ROWS = 2
_YES_NO = [("yes", "Yes"), ("no", "No")]
_TELLER = ("name", "agency_name", "role", "reach")
_OF_STAFF = ("on", "how", *_TELLER, "in_confidence")
_WORDS = "Say what you are worried about. A few words are enough."


def _long(label: str, help_text: str = "", rows: int = 3, **how: Any) -> forms.CharField:
    how = {"required": False, "max_length": 5000, **how}
    return asked(forms.CharField(label=label, help_text=help_text, widget=forms.Textarea, **how), rows=rows)


class AboutContact(forms.Form):
    """The worry itself, once, however many children it is about. A partner is not asked who they are: we know."""

    danger = asked(
        forms.ChoiceField(
            label="Is a child in danger at this moment?",
            choices=_YES_NO,
            required=False,
            widget=forms.RadioSelect,
            help_text="If so, ring 999 first. Duty is called as soon as this is sent.",
        ),
        inline=True,
    )
    words = _long("What are you most worried about?", "", 6, required=True, error_messages={"required": _WORDS})
    why_today = _long("Why today?", "What made you pick this up now.")
    on = asked(DayField(label="When did it reach us?"), recent=True)
    how = asked(forms.ChoiceField(label="How did it reach us?", required=False), as_select=True)
    source = asked(forms.ChoiceField(label="Who is telling us?", required=False), as_select=True)
    name = forms.CharField(label="Their name", required=False, max_length=200, help_text="Kept in confidence.")
    agency_name = forms.CharField(label="Their agency, if any", required=False, max_length=200)
    role = forms.CharField(label="Their job, or what they are to the child", required=False, max_length=200)
    reach = forms.CharField(label="How can we reach them?", required=False, max_length=200)
    in_confidence = asked(
        forms.ChoiceField(
            label="May the family know who told us?",
            choices=[("yes", "No: keep it in confidence"), ("no", "Yes, they have said so")],
            required=False,
            initial="yes",
            widget=forms.RadioSelect,
        ),
        inline=True,
    )
    where = forms.CharField(
        label="Where does the child live, or where can they be found?", required=False, max_length=300
    )
    language = forms.CharField(
        label="Which language does the family speak, and is an interpreter needed?", required=False, max_length=100
    )
    going_well = _long("What is going well, and who helps?")
    needs = _long("What needs to happen?")
    family_told = asked(
        forms.ChoiceField(
            label="Does the family know that you are telling us?", required=False, widget=forms.RadioSelect
        )
    )
    family_why_not = _long("If they do not know, or do not agree: why?", rows=2)

    def __init__(self, *args: Any, pack: Pack, partner: bool = False, today: date | None = None, **options: Any):
        super().__init__(*args, **options)
        self.fields["how"].choices = [("", "Choose"), *pack.choices("contact_how")]  # type: ignore[attr-defined]
        self.fields["source"].choices = [("", "Choose"), *pack.choices("referral_source")]  # type: ignore[attr-defined]
        self.fields["family_told"].choices = pack.choices("contact_family_told")  # type: ignore[attr-defined]
        self.fields["on"].initial = today
        if not partner:
            self.fields["words"].label = "What are they most worried about, in their own words?"
            self.fields["family_told"].label = "Does the family know that they are telling us?"
            return
        self.fields["source"].label = "You are telling us as"
        for ours in _OF_STAFF:
            del self.fields[ours]

    def as_details(self) -> dict[str, Any]:
        """The details of `take_contact`, without the children."""
        given = dict(self.cleaned_data)
        teller: dict[str, Any] = {name: given.pop(name) for name in _TELLER if name in given}
        teller["in_confidence"] = given.pop("in_confidence", "yes") != "no"
        return {**given, "danger": given["danger"] == "yes", "teller": teller}


class ToldChild(forms.Form):
    """One child as they are described."""

    given = forms.CharField(label="First names", required=False, max_length=100)
    family = forms.CharField(label="Family name", required=False, max_length=100)
    born = PartDateField(label="Date of birth", required=False, help_text="A month or a year will do.")
    described = forms.CharField(
        label="Anything else that says who this is", required=False, max_length=300, help_text="Age, school, class."
    )
    own_words = _long("What has the child said, in their own words?", "They are owed an answer.", 2)
    own_words_sort = asked(forms.ChoiceField(label="What kind of words are these?", required=False), as_select=True)
    not_asked_because = asked(
        forms.ChoiceField(label="If the child was not asked: why?", required=False), as_select=True
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        sorts = [("", "Choose"), *pack.choices("words_kind")]
        self.fields["own_words_sort"].choices = sorts  # type: ignore[attr-defined]
        why = [("", "Choose"), *pack.choices("child_not_asked")]
        self.fields["not_asked_because"].choices = why  # type: ignore[attr-defined]

    def told(self) -> ToldOf | None:
        """None where nothing was written: there is no such child."""
        given = self.cleaned_data
        return ToldOf(**given) if any(given.values()) else None


class ContactSheet:
    """Both together, as one form that `ask` can bind to `take_contact`. `kept`: what a draft held."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        pack: Pack,
        today: date,
        partner: bool = False,
        kept: MultiValueDict | None = None,
    ):
        self.is_bound, self.today = data is not None, today
        draw = (lambda form, **how: form(data, **how)) if data is not None else _kept_in(kept)
        self.shared = draw(AboutContact, pack=pack, partner=partner, today=today)
        self.rows = [draw(ToldChild, pack=pack, prefix=f"c{n}") for n in range(1, ROWS + 1)]

    @property
    def first(self) -> list[forms.Form]:
        return self.rows[:OPEN_ROWS]

    @property
    def more(self) -> list[forms.Form]:
        return self.rows[OPEN_ROWS:]

    @property
    def fields(self) -> dict[str, forms.Field]:
        return self.shared.fields

    @property
    def errors(self) -> list[Any]:
        return [form.errors for form in (self.shared, *self.rows) if form.errors]

    @property
    def summary(self) -> SafeString | str:
        return summary(self.shared, *self.rows)

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in (self.shared, *self.rows)]
        return self.is_bound and all(valid)

    def add_error(self, field: str | None, error: Any) -> None:
        self.shared.add_error(field, error)

    @property
    def cleaned_data(self) -> dict[str, Any]:
        children = [told for row in self.rows if (told := row.told())]
        return {**self.shared.as_details(), "children": children}


def _kept_in(kept: MultiValueDict | None) -> Any:
    return lambda form, **how: from_draft(form, kept, **how) if kept else form(**how)


class TellUs(forms.Form):
    """For anybody, without an account: eight questions, one of which must be answered (S2-01)."""

    words = _long(
        "What are you worried about, and why today?",
        "What you have seen or heard. You do not need to be sure.",
        6,
        required=True,
        error_messages={"required": _WORDS},
    )
    children = _long(
        "Who is the child?",
        "One child on each line: a name, an age, a school; or whatever you know.",
        max_length=2000,
    )
    where = forms.CharField(label="Where do they live, or where can they be found?", required=False, max_length=300)
    going_well = _long("Is there anything that goes well, or anyone who helps them?", rows=2, max_length=2000)
    family_told = asked(
        forms.ChoiceField(
            label="Does the family know that you are telling us?", required=False, widget=forms.RadioSelect
        )
    )
    source = asked(forms.ChoiceField(label="Who are you?", required=False), as_select=True)
    name = forms.CharField(
        label="Your name", required=False, max_length=200, help_text="Only if you want to. We do not tell the family."
    )
    reach = forms.CharField(label="How can we reach you, if we need to ask more?", required=False, max_length=200)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["family_told"].choices = pack.choices("contact_family_told")  # type: ignore[attr-defined]
        self.fields["source"].choices = [("", "Choose, if you like"), *pack.choices("who_tells")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return {**given, "children": children_named(given.get("children", ""))}
