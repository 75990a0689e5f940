"""Names, numbers, languages, and who someone is in their own words (S2-20)."""

from typing import Any

from django import forms

from kith.packs import Pack
from kith.people import rules
from kith.people.forms.asking import PartDateField, in_boxes, offered
from kith.people.models import Person
from kith.web.forms import DayField, asked

CONTACT_KINDS = [("phone", "Telephone"), ("email", "E-mail")]
CONTACT_SAFE = [("yes", "Yes, it is safe"), ("no", "No, do not use it"), ("not_asked", "Not asked yet")]
NOT_SAID = ("", "Not asked yet")


class GiveName(forms.Form):
    """A name someone has, had, or is known by somewhere."""

    kind = forms.ChoiceField(label="What kind of name is it?", widget=forms.RadioSelect)
    given = forms.CharField(label="First names", required=False, max_length=100)
    family = forms.CharField(label="Family name", required=False, max_length=100)
    used_by = forms.CharField(label="Which agency?", required=False, max_length=100)
    from_on = PartDateField(
        label="Since when?", required=False, help_text="A year is enough. Leave empty if it is not known."
    )
    until_on = DayField(label="Until when?", required=False, help_text="Leave empty for a name they still have.")

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["kind"].choices = pack.choices("name_kind")  # type: ignore[attr-defined]
        asked(
            self.fields["kind"],
            reveals={"agency": ["used_by"]},
            choice_hints={"known_as": "The name at the top of the record. The one before it ends."},
        )


class GiveIdentifier(forms.Form):
    kind = forms.ChoiceField(label="Which number is it?", widget=forms.RadioSelect)
    value = forms.CharField(
        label="The number",
        max_length=40,
        help_text="Spaces do not matter. Numbers that carry a check are checked.",
        error_messages={"required": "Write the number."},
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["kind"].choices = pack.choices("identifier_kind")  # type: ignore[attr-defined]


class SpeaksLanguage(forms.Form):
    code = forms.ChoiceField(label="Which language?", error_messages={"required": "Choose the language."})
    first = forms.BooleanField(label="This is their first language", required=False)
    interpreter_needed = forms.BooleanField(
        label="An interpreter is needed",
        required=False,
        help_text="Never a child, a relative, or anyone the family has to fear.",
    )
    note = forms.CharField(
        label="Anything an interpreter should know",
        required=False,
        max_length=200,
        help_text="Dialect; a woman or a man; who should not interpret.",
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["code"].choices = [("", "---"), *pack.choices("language")]  # type: ignore[attr-defined]


class GiveContactPoint(forms.Form):
    """A telephone number or address for messages, and whether it is safe to use (users.md 3.6)."""

    kind = asked(
        forms.ChoiceField(label="What is it?", widget=forms.RadioSelect, choices=CONTACT_KINDS, initial="phone"),
        inline=True,
    )
    value = forms.CharField(
        label="The number or address", max_length=200, error_messages={"required": "Write the number or the address."}
    )
    safe = forms.ChoiceField(
        label="Is it safe to use?",
        widget=forms.RadioSelect,
        initial="not_asked",
        choices=CONTACT_SAFE,
        help_text="Who else sees this phone, or reads the messages?",
    )
    note = forms.CharField(
        label="When and how", required=False, max_length=200, help_text="Safe hours; no voicemail; text first."
    )


class DescribePerson(forms.Form):
    """Cleans to the keywords of the act: every answer as the record should now hold it."""

    born = PartDateField(label="Date of birth", required=False, help_text="A month or a year will do.")
    expected_on = DayField(label="Expected date of birth", required=False, help_text="Only for a child not born yet.")
    sex = asked(forms.ChoiceField(label="Sex recorded at birth", widget=forms.RadioSelect, initial="U"), inline=True)
    gender_described = forms.CharField(label="Gender, in their own words", required=False, max_length=100)
    pronouns = forms.CharField(label="Pronouns", required=False, max_length=40, help_text="She, he, they ...")
    ethnicity = forms.ChoiceField(
        label="Ethnicity", required=False, help_text="As they or a parent say, never guessed."
    )
    ethnicity_described = forms.CharField(label="Ethnicity, in their own words", required=False, max_length=200)
    religion = forms.ChoiceField(label="Religion or belief", required=False)
    religion_described = forms.CharField(
        label="What it means to them",
        required=False,
        max_length=200,
        help_text="Festivals, food, clothes, prayer: what matters.",
    )
    disabilities = forms.MultipleChoiceField(label="Disability", required=False, widget=forms.CheckboxSelectMultiple)
    would_not_say = forms.MultipleChoiceField(
        label="Asked, and would rather not say",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(rules.IDENTITY.items()),
    )
    communication = asked(
        forms.CharField(
            label="How they like to be told things",
            required=False,
            widget=forms.Textarea,
            help_text="What helps them understand and be understood.",
        ),
        rows=3,
    )
    died_on = DayField(label="Date of death", required=False, help_text="Leave empty for someone living.")

    def __init__(self, *args: Any, person: Person, pack: Pack, **options: Any):
        held = {name: getattr(person, name) for name in self.base_fields if name != "born"}
        super().__init__(*args, initial={**held, "born": in_boxes(person.born)}, **options)
        choices = {
            "sex": offered(pack.choices("sex"), person.sex),
            "ethnicity": [NOT_SAID, *offered(_told(pack.choices("ethnicity")), person.ethnicity)],
            "religion": [NOT_SAID, *offered(pack.choices("religion"), person.religion)],
            "disabilities": [*pack.choices("disability"), *_unlisted(person.disabilities, pack)],
        }
        for name, listed in choices.items():
            self.fields[name].choices = listed  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        born = given.pop("born", None)
        for item, title in rules.IDENTITY.items():
            if item in given.get("would_not_say", []) and _answered(given, item):
                self.add_error("would_not_say", f"{title}: give the answer, or say they would rather not, not both.")
        return {**given, "born_on": born and born.on, "born_precision": born.precision if born else "day"}


def _told(ethnicities: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the code for "not asked yet": that is the empty answer."""
    return [choice for choice in ethnicities if choice[0] != "NOBT"]


def _unlisted(held: list[str], pack: Pack) -> list[tuple[str, str]]:
    known = {code for code, _ in pack.choices("disability")}
    return [(code, code) for code in held if code not in known]


def _answered(given: dict[str, Any], item: str) -> bool:
    fields = {"disability": ["disabilities"], "gender": ["gender_described"]}.get(item, [item, f"{item}_described"])
    return any(given.get(name) for name in fields)
