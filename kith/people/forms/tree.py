"""Adding to a family tree, how people in it get on, asking about its holes, and confirming that it is right."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.packs import Pack
from kith.people import queries, rules
from kith.people.forms.asking import FIND, NEW, PartDateField, WhoForm
from kith.people.forms.families import kinds
from kith.people.models import Person
from kith.people.tree.people import Someone
from kith.web.forms import DayField, asked

VIEWS = [("practice", "The family tree"), ("getting_on", "How people get on"), ("own", "The family’s own picture")]
PAPER = [("a4", "A4"), ("a3", "A3")]
_PARENTS = ("parent", "adoptive_parent", "foster_carer", "private_foster_carer", "kinship_carer", "guardian")
_PARTNERS = ("spouse", "partner", "former_spouse", "former_partner")
KINDS_OF = {"parent": _PARENTS, "child": _PARENTS, "partner": _PARTNERS}
_AS_CHILD = {
    "parent": "Their own child",
    "adoptive_parent": "A child they adopted",
    "foster_carer": "A child they foster",
    "private_foster_carer": "A child they foster by a private arrangement",
    "kinship_carer": "A child of family or friends they care for",
    "guardian": "A child they are guardian of",
}


class ShowTree(forms.Form):
    """How to show the tree: the day, the picture, the paper."""

    view = asked(
        forms.ChoiceField(
            label="What to show", widget=forms.RadioSelect, choices=VIEWS, required=False, initial="practice"
        ),
    )
    on = DayField(label="The family as it was on", required=False, help_text="Leave empty for today.")
    paper = asked(
        forms.ChoiceField(label="Paper", widget=forms.RadioSelect, choices=PAPER, required=False, initial="a4"),
        inline=True,
    )


class AddToFamily(WhoForm):
    """Somebody beside one person of the tree. Cleans to the keywords of `add_to_family`, `of` and `way` apart.

    A new name is looked for before a record begins: people of that name are shown, and "none of these" is an answer.
    """

    unnamed = forms.BooleanField(label="Their name is not known yet", required=False)
    sex = asked(forms.ChoiceField(label="Sex", required=False, widget=forms.RadioSelect, initial="U"), inline=True)
    born = PartDateField(label="Date of birth", required=False, help_text="A year will do. Leave empty if not known.")
    expected_on = DayField(
        label="Or the day the birth is expected", required=False, help_text="For a child not born yet."
    )
    kind = forms.ChoiceField(label="What are they?", error_messages={"required": "Choose what they are to each other."})
    second = forms.ChoiceField(label="And the other parent?", required=False)
    since = PartDateField(label="Since when?", required=False, help_text="A year will do. Leave empty if not known.")
    until_on = DayField(label="Until when?", required=False, help_text="Leave empty if it is so now.")
    ended_as = forms.ChoiceField(label="How did it end?", required=False)
    source = forms.CharField(label="Who told us?", required=False, max_length=200)

    def __init__(self, *args: Any, of: Person, way: str, pack: Pack, partners: Sequence[Person] = (), **options: Any):
        self.of, self.way = of, way
        self.partners = {person.ref: person for person in partners}
        super().__init__(*args, **options)
        self.fields["kind"].label = (
            f"What are they to {of.called}?" if way != "child" else f"What is the child to {of.called}?"
        )
        self.fields["kind"].choices = self._kinds(pack)  # type: ignore[attr-defined]
        self.fields["sex"].choices = pack.choices("sex")  # type: ignore[attr-defined]
        self.fields["ended_as"].choices = [("", "---"), *pack.choices("relationship_ended")]  # type: ignore[attr-defined]
        self.fields["second"].choices = [  # type: ignore[attr-defined]
            ("", "Not known, or nobody"),
            *((ref, person.called) for ref, person in self.partners.items()),
        ]
        self.initial.setdefault("kind", "parent" if self.way in ("parent", "child") else "")
        for name in self._unasked():
            del self.fields[name]
        self._ask_about_namesakes()
        self.order_fields(
            ("who", "find", "given", "family", "unnamed", "match", "sex", "born", "expected_on", "kind", "second")
        )

    def _kinds(self, pack: Pack) -> list[tuple[str, str]]:
        if self.way == "child":
            return [(code, _AS_CHILD[code]) for code in _PARENTS]
        known = dict(kinds(pack))
        chosen = KINDS_OF.get(self.way, [code for code in known if code not in rules.COUPLES])
        return [("", "---"), *((code, known[code]) for code in chosen if code in known)]

    def _unasked(self) -> list[str]:
        if self.way == "child":
            return ["since", "until_on", "ended_as"] + ([] if self.partners else ["second"])
        return ["second", "expected_on"] + ([] if self.way == "partner" else ["ended_as"])

    @classmethod
    def of_new(cls) -> list[str]:
        return ["given", "family", "unnamed", "sex", "born"]

    def _look(self, data: Any) -> dict[str, Person]:
        """For somebody new, people who have that very name already."""
        if data.get(self.add_prefix("who")) != NEW or data.get(self.add_prefix("unnamed")):
            return super()._look(data)
        name = " ".join((data.get(self.add_prefix(part)) or "").strip() for part in ("given", "family")).strip()
        found = queries.find(name).people if len(name.split()) > 1 else []
        return {person.ref: person for person in found if person != self.of}

    def _ask_about_namesakes(self) -> None:
        """Where the question about people of the same name stands: with the name that was typed."""
        new = [*self.of_new(), *(["expected_on"] if "expected_on" in self.fields else [])]
        if self.found and self.data.get(self.add_prefix("who")) == NEW:
            self.fields["match"].label = "Somebody of that name has a record. Is it one of these?"
            self.fields["match"].choices.append((NEW, "No, somebody else: begin a record"))  # type: ignore[attr-defined]
            new.append("match")
        find = ["find", *(["match"] if self.found and "match" not in new else [])]
        asked(self.fields["who"], reveals={FIND: find, NEW: new})

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        unnamed = given.pop("unnamed", False)
        second = self.partners.get(given.pop("second", ""))
        if second:
            given["second"] = second
        person = given.pop("person", None)
        if person is not None:
            given = {
                name: value
                for name, value in given.items()
                if name not in ("given", "family", "sex", "born", "expected_on")
            }
            return {**given, "other": person}
        if self.data.get(self.add_prefix("who")) == NEW:
            if self.found and self.data.get(self.add_prefix("match")) != NEW and "match" not in self.errors:
                self.add_error("match", "Say whether it is one of these people.")
            given["sex"] = given.get("sex") or "U"
            if unnamed:
                given |= {"given": "", "family": "", "unnamed_as": self._unnamed(given["sex"])}
        return given

    def _unnamed(self, sex: str) -> str:
        """What somebody is called whose name nobody knows: Sam’s father (name not known)."""
        first = self.of.called.partition(" ")[0]
        kind = str(self.cleaned_data.get("kind") or "relative")
        if self.way == "child":
            return f"{first}’s child (name not known)"
        word = {"parent": {"M": "father", "F": "mother"}.get(sex, "parent")}.get(kind, kind.replace("_", " "))
        return f"{first}’s {word} (name not known)"


class NoteGettingOn(forms.Form):
    """How two people get on: cleans to `one`, `other` (references), `toward`, and the act's other keywords."""

    one = forms.ChoiceField(label="Who?", error_messages={"required": "Choose who."})
    other = forms.ChoiceField(label="And who?", error_messages={"required": "Choose who."})
    quality = forms.ChoiceField(
        label="How do they get on?", widget=forms.RadioSelect, error_messages={"required": "Choose how they get on."}
    )
    toward = forms.BooleanField(
        label="It goes one way: from the first to the second", required=False, help_text="For control and violence."
    )
    said_by = forms.CharField(
        label="Who says so?", max_length=200, required=False, help_text="If it is what you saw yourself, your own name."
    )
    words = asked(
        forms.CharField(label="What they said", required=False, widget=forms.Textarea, max_length=600), rows=3
    )
    source = forms.CharField(label="Where was it said?", required=False, max_length=200)
    on = DayField(label="When was it said?", required=False, help_text="Leave empty for today.")

    def __init__(self, *args: Any, people: Sequence[Someone], pack: Pack, **options: Any):
        super().__init__(*args, **options)
        choices = [("", "---"), *((one.ref, one.called) for one in people)]
        for name in ("one", "other"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields["quality"].choices = pack.choices("getting_on")  # type: ignore[attr-defined]


class RecordAsking(forms.Form):
    topic = forms.ChoiceField(label="What did you ask about?")
    asked_who = forms.CharField(label="Whom did you ask?", required=False, max_length=200)
    on = DayField(label="When?", required=False, help_text="Leave empty for today.")
    outcome = forms.ChoiceField(
        label="What came of it?", widget=forms.RadioSelect, error_messages={"required": "Choose what came of it."}
    )
    said = asked(forms.CharField(label="What they said", required=False, widget=forms.Textarea, max_length=600), rows=3)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["topic"].choices = pack.choices("asking_topic")  # type: ignore[attr-defined]
        self.fields["outcome"].choices = pack.choices("asking_outcome")  # type: ignore[attr-defined]


class ConfirmTree(forms.Form):
    family_asked = asked(
        forms.ChoiceField(
            label="Did you go through it with the family?",
            widget=forms.RadioSelect,
            error_messages={"required": "Say whether the family went through it with you."},
        ),
        reveals={"yes": ["with_whom"]},
    )
    with_whom = forms.CharField(label="With whom?", required=False, max_length=200)
    note = asked(
        forms.CharField(label="Anything to remember", required=False, widget=forms.Textarea, max_length=600), rows=3
    )

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        self.fields["family_asked"].choices = pack.choices("family_asked")  # type: ignore[attr-defined]
