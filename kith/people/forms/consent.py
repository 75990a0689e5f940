"""What is asked about who may agree to what for a child, and about school, doctor and dentist."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people.models import Person
from kith.web.forms import DayField, asked

_OTHER = "other"


class _About(forms.Form):
    topic = asked(
        forms.ChoiceField(label="What is it about?", error_messages={"required": "Choose what it is about."}),
        as_select=True,
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        topics = [(one.key, one.title) for one in pack.consents if self.offers(one)]
        self.fields["topic"].choices = [("", "Choose"), *topics]  # type: ignore[attr-defined]

    def offers(self, topic: Any) -> bool:
        return True


class Delegate(_About):
    """Cleans `given_by` to one of `holders`, or leaves it to the name typed."""

    to_name = forms.CharField(label="Who may decide it?", max_length=200, required=False)
    given_by = asked(forms.ChoiceField(label="Who lets them?", required=False), reveals={_OTHER: ["given_by_name"]})
    given_by_name = forms.CharField(label="Who is that?", max_length=200, required=False)
    on = asked(DayField(label="From when?"), recent=True)
    until_on = DayField(label="Until when?", required=False, help_text="Leave it empty if no end was said.")
    written_where = forms.CharField(
        label="Where is it written?", max_length=300, required=False, help_text="For example the placement plan."
    )

    def __init__(self, *args: Any, pack: Pack, holders: Sequence[Person], **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.holders = {person.ref: person for person in holders}
        named = [(ref, person.called) for ref, person in self.holders.items()]
        self.fields["given_by"].choices = [*named, (_OTHER, "Somebody else")]  # type: ignore[attr-defined]

    def offers(self, topic: Any) -> bool:
        return bool(topic.may_be_delegated)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["given_by"] = self.holders.get(given.get("given_by", ""))
        return given


class EndDelegation(forms.Form):
    because = forms.CharField(label="What has changed?", required=False, max_length=300)
    on = asked(DayField(label="Since when?"), recent=True)


class JudgeUnderstanding(_About):
    answer = forms.ChoiceField(
        label="Do they understand it well enough to decide?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether they understand it."},
    )
    how = asked(
        forms.CharField(
            label="How do you know?",
            widget=forms.Textarea,
            required=False,
            max_length=3000,
            help_text="What was explained, what they said back, and whether anybody pressed them.",
        ),
        rows=3,
    )
    judged_by = forms.CharField(label="Who judged it?", required=False, max_length=200)
    on = asked(DayField(label="When?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.fields["answer"].choices = pack.choices("understands")  # type: ignore[attr-defined]

    def offers(self, topic: Any) -> bool:
        return bool(topic.by_understanding)


class NoteAgreed(_About):
    """Cleans `who` to a name: one of `people`, or the one typed."""

    what = forms.CharField(
        label="What exactly was asked?", max_length=300, error_messages={"required": "Say what was asked."}
    )
    who = asked(
        forms.ChoiceField(label="Who said it?", error_messages={"required": "Say who said it."}),
        reveals={_OTHER: ["who_else"]},
    )
    who_else = forms.CharField(label="Who is that?", max_length=200, required=False)
    said = forms.ChoiceField(
        label="What did they say?", widget=forms.RadioSelect, error_messages={"required": "Choose yes or no."}
    )
    on = asked(DayField(label="When?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, people: Sequence[str], **options: Any):
        super().__init__(*args, pack=pack, **options)
        self.fields["who"].choices = [*((name, name) for name in people), (_OTHER, "Somebody else")]  # type: ignore[attr-defined]
        self.fields["said"].choices = pack.choices("consent_said")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        typed = given.pop("who_else", "")
        if given.get("who") == _OTHER:
            given["who"] = typed
            if not typed.strip():
                self.add_error("who_else", "Say who said it.")
        return given


class SayService(forms.Form):
    standing = forms.ChoiceField(
        label="What is known?", widget=forms.RadioSelect, error_messages={"required": "Choose what is known."}
    )
    name = forms.CharField(label="Where?", max_length=200, required=False, help_text="Its name, and the town.")
    since_on = DayField(label="Since when?", required=False)
    how_it_goes = asked(
        forms.CharField(
            label="How does it go?",
            widget=forms.Textarea,
            required=False,
            max_length=3000,
            help_text="How often they are there, extra help, time out of school, jabs, when they were last looked at.",
        ),
        rows=3,
    )
    said_by = forms.CharField(label="Who says so?", max_length=200, required=False)
    asking = forms.CharField(
        label="If it is not settled: who is asking?", max_length=200, required=False, help_text="You, unless named."
    )
    ask_by = DayField(label="By when?", required=False)
    on = asked(DayField(label="When did you learn this?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["standing"].choices = pack.choices("service_standing")  # type: ignore[attr-defined]
