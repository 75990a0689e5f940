"""What is asked about needs, the family's own meeting, other work with days of its own, and harm outside the home."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.involvement.forms.parts import words
from kith.involvement.models import WorryPlace
from kith.packs import Pack, Touchpoint
from kith.web.forms import DayField, asked

_SELF, _NEW = "", "new"


def _line(label: str, *, hint: str = "", most: int = 300) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most, help_text=hint)


def _one_of(form: forms.Form, name: str, choices: Any) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]


class SayNeed(forms.Form):
    """Cleans `about` to references of brothers and sisters it is told for as well."""

    kind = asked(
        forms.ChoiceField(label="What is needed?", error_messages={"required": "Choose what is needed."}),
        as_select=True,
    )
    what = _line("What exactly?", hint="For example: food for the weekend, for four.")
    lane = forms.ChoiceField(
        label="When is it for?", widget=forms.RadioSelect, error_messages={"required": "Choose when it is for."}
    )
    brings = _line("Who brings it?", most=200)
    brings_what = _line("What do they bring?")
    brings_by = DayField(label="By when?", required=False)
    also = forms.MultipleChoiceField(
        label="Who else needs it?", widget=forms.CheckboxSelectMultiple, required=False, help_text="Each has a line."
    )
    on = asked(DayField(label="When did you learn of it?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, others: Sequence[tuple[str, str]] = (), **options: Any):
        super().__init__(*args, **options)
        _one_of(self, "kind", [("", "Choose"), *pack.choices("need_kind")])
        _one_of(self, "lane", pack.choices("step_lane"))
        _one_of(self, "also", others)
        if not others:
            del self.fields["also"]


class ArrangeNeed(forms.Form):
    brings = _line("Who brings it?", most=200)
    brings_what = _line("What do they bring?")
    brings_by = DayField(label="By when?", required=False)


class MeetNeed(forms.Form):
    how = _line("Who brought what?")
    on = asked(DayField(label="When was it there?"), recent=True)


class DropNeed(forms.Form):
    because = _line("Why is it not needed any more?")


class OfferFamilyMeeting(forms.Form):
    """Offered, to whom; or why not."""

    offered = asked(
        forms.ChoiceField(
            label="Was the family offered a meeting of their own?",
            choices=[("yes", "Yes"), ("no", "No")],
            error_messages={"required": "Say whether it was offered."},
        ),
        reveals={"yes": ["offered_to"], "no": ["because"]},
    )
    offered_to = _line("To whom?", hint="Everybody who was asked, fathers and grandparents too.")
    because = words("Why not?", hint="It would put somebody in danger, or there is nobody to ask.", rows=2)
    on = asked(DayField(label="When?"), recent=True)


class NoteFamilyMeeting(forms.Form):
    accepted_on = DayField(label="When did they say yes?", required=False)
    accepted_by = _line("Who said yes?")
    declined_because = words("If they said no: why?", rows=2)
    meeting_on = DayField(label="When do they meet?", required=False)
    held_on = DayField(label="When did they meet?", required=False)
    who_came = words("Who came?", rows=2)
    family_plan = words("The family’s own plan", hint="In their words. Nobody mends them.", rows=6)
    our_answer = words("What we answer", hint="What we agree to; what we cannot, and why.", rows=3)


class _WithColleague(forms.Form):
    """Cleans each name of `chosen` to one of the `staff`, or None."""

    chosen: tuple[str, ...] = ("owner",)

    def __init__(self, *args: Any, staff: Sequence[Any], nobody: str = "Me", **options: Any):
        super().__init__(*args, **options)
        self.staff = {str(one.pk): one for one in staff}
        named = [(pk, f"{one.name}, {one.job_title}") for pk, one in self.staff.items()]
        for name in self.chosen:
            _one_of(self, name, [(_SELF, nobody if name == "owner" else "Nobody who works here"), *named])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in self.chosen:
            given[name] = self.staff.get(given.get(name, ""))
        return given


class BeginTouchpoint(_WithColleague):
    """For one kind; what only one kind asks is asked of no other."""

    chosen: tuple[str, ...] = ("owner", "about_account")

    step = asked(forms.ChoiceField(label="What happened first?"), as_select=True)
    on = asked(DayField(label="When?"), recent=True)
    planned_on = DayField(label="When is the child to move in, or when did they?", required=False)
    what = words("What is it about?", rows=4)
    about_name = _line("Who is it about?", hint="The adult, and what they do with children.", most=200)
    about_account = asked(
        forms.ChoiceField(label="Are they one of us?", required=False, help_text="Then they never see this."),
        as_select=True,
    )
    owner = asked(forms.ChoiceField(label="Who owns it?", required=False), as_select=True)

    def __init__(self, *args: Any, shape: Touchpoint, **options: Any):
        super().__init__(*args, **options)
        _one_of(self, "step", [(one.code, one.label) for one in shape.steps])
        for name in ("about_name", "about_account"):
            if not shape.kept_close:
                del self.fields[name]
        if shape.key != "private_fostering":
            del self.fields["planned_on"]
        self.chosen = tuple(name for name in self.chosen if name in self.fields)


class NoteTouchpoint(forms.Form):
    step = asked(
        forms.ChoiceField(label="What happened?", error_messages={"required": "Choose what happened."}), as_select=True
    )
    on = asked(DayField(label="When?"), recent=True)
    words = words("What came of it?", rows=4)

    def __init__(self, *args: Any, shape: Touchpoint, **options: Any):
        super().__init__(*args, **options)
        _one_of(self, "step", [("", "Choose"), *((one.code, one.label) for one in shape.steps)])


class HandTouchpoint(_WithColleague):
    owner = asked(forms.ChoiceField(label="Who owns it from now on?", required=False), as_select=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given["owner"] is None:
            self.add_error("owner", "Choose who owns it.")
        return given


class EndTouchpoint(forms.Form):
    outcome = forms.ChoiceField(
        label="How did it end?", widget=forms.RadioSelect, error_messages={"required": "Choose how it ended."}
    )
    because = words("Why?", rows=3)
    on = asked(DayField(label="When?"), recent=True)

    def __init__(self, *args: Any, shape: Touchpoint, **options: Any):
        super().__init__(*args, **options)
        _one_of(self, "outcome", [(one.code, one.label) for one in shape.outcomes])


class LinkPlace(forms.Form):
    """Cleans `place` to one that is known, or None for a new one."""

    place = asked(
        forms.ChoiceField(label="Which place?", error_messages={"required": "Choose a place, or a new one."}),
        reveals={_NEW: ["name", "kind", "worry"]},
    )
    name = _line("What is it called?", most=200)
    kind = asked(forms.ChoiceField(label="What kind of place is it?", required=False), as_select=True)
    worry = words("What is seen there?", rows=2)
    why = words("What links this young person to it?", rows=2)
    push = words("What pushes them there?", hint="What they get away from.", rows=2)
    pull = words("What pulls them there?", hint="What they find: friends, money, being needed.", rows=2)
    with_whom = words("With whom?", rows=2)
    on = asked(DayField(label="Since when do we know?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, places: Sequence[WorryPlace], **options: Any):
        super().__init__(*args, **options)
        self.places = {str(one.pk): one for one in places}
        _one_of(self, "place", [*((pk, one.name) for pk, one in self.places.items()), (_NEW, "A new place")])
        _one_of(self, "kind", [("", "Choose"), *pack.choices("place_kind")])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["place"] = self.places.get(given.get("place", ""))
        return given


class NotePlace(_WithColleague):
    worry = words("What is seen there?", rows=3)
    pattern = words("When, with whom, how does it go?", rows=3)
    safer = words("What makes it safer, or would?", rows=3)
    action = words("What is done about the place?", rows=2)
    owner = asked(forms.ChoiceField(label="Who of us owns that?", required=False), as_select=True)
    owner_name = _line("Or who else?", hint="For example the neighbourhood police, the council’s parks team.", most=200)
    act_by = DayField(label="By when?", required=False)
    done_on = DayField(label="Done on", required=False)
    done_words = words("What came of it?", rows=2)


class ScreenOutside(forms.Form):
    """Nothing is required to save."""

    dangers = forms.MultipleChoiceField(
        label="What may be happening?", widget=forms.CheckboxSelectMultiple, required=False
    )
    signs = words("What is seen or told?", rows=4)
    push = words("What pushes them?", rows=2)
    pull = words("What pulls them?", rows=2)
    strengths = words(
        "What protects them?", hint="Shown over time, with an example: who they ring, who comes for them.", rows=3
    )
    no_strength_because = words("If nothing was found: how did you look?", rows=2)
    child_words = words("What do they say?", hint="Word for word.", rows=3)
    not_asked_because = words("If they were not asked: why not?", rows=2)
    what_it_means = words("What does it mean, and what happens next?", rows=4)
    review_on = DayField(label="When is it looked at again?", required=False)
    on = asked(DayField(label="When was this looked at?"), recent=True)

    def __init__(self, *args: Any, pack: Pack, **options: Any):
        super().__init__(*args, **options)
        _one_of(self, "dangers", pack.choices("outside_danger"))
