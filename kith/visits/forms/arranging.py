"""Arranging a visit, moving one and calling one off."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms

from kith.packs.pack import Pack
from kith.people.models import Person
from kith.visits.forms.child import spoken_name
from kith.visits.models import PlannedVisit
from kith.web.clock import SHORT, ClockField, at_home
from kith.web.forms import DayField, asked

_AT = {"required": "Give the time. About is enough."}


class _Arranging(forms.Form):
    """A day and a time to come. `cleaned_data` becomes the details of the act once everything is answered."""

    on = DayField(label="Which day?")
    at = asked(ClockField(label="What time?", help_text="Like 3:30pm or 15:30.", error_messages=_AT), classes=SHORT)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return given if self.errors else self.details(given)

    def details(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"planned_for": at_home(given["on"], given["at"])}


def _despite() -> forms.Field:
    return forms.CharField(
        label="If the time does not suit the child: why does it have to be then?", required=False, max_length=300
    )


class PlanForm(_Arranging):
    mode = forms.ChoiceField(label="Where will you meet?", initial="home")
    who = forms.MultipleChoiceField(
        label="Which children?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )
    unannounced = forms.BooleanField(
        label="Nobody is to be told before", required=False, help_text="The family will not see it on their page."
    )
    despite = _despite()
    interpreter = forms.CharField(
        label="Who interprets?",
        required=False,
        max_length=200,
        help_text="Never a child, a relative or somebody who may be a danger.",
    )
    no_interpreter_because = forms.CharField(label="Or why does nobody need to?", required=False, max_length=200)
    field_order = ["who", "on", "at", "despite", "mode", "interpreter", "no_interpreter_because", "unannounced"]

    def __init__(self, *args: Any, children: Sequence[Person], pack: Pack, interpreted: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not interpreted:
            del self.fields["interpreter"]
            del self.fields["no_interpreter_because"]
        self.children = {child.ref: child for child in children}
        self.fields["mode"].choices = pack.choices("visit_mode")  # type: ignore[attr-defined]
        self.fields["who"].choices = [(ref, spoken_name(c)) for ref, c in self.children.items()]  # type: ignore[attr-defined]
        self.fields["who"].initial = [children[0].ref]

    def details(self, given: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().details(given),
            "about": [self.children[ref] for ref in given["who"]],
            "mode": given["mode"],
            "unannounced": given["unannounced"],
            "despite": given["despite"],
            "interpreter": given.get("interpreter", ""),
            "no_interpreter_because": given.get("no_interpreter_because", ""),
        }


class _Changing(forms.Form):
    """A child's visit and, unless unticked, the same visit as it was arranged with brothers and sisters: why it cannot
    be as it was, and who was told before.
    """

    because = asked(
        forms.CharField(
            label="Why did it have to change?",
            widget=forms.Textarea,
            error_messages={"required": "Say why the visit had to change."},
        ),
        rows=2,
    )
    told_before = asked(
        forms.ChoiceField(
            label="Was the family told before?",
            help_text="When it was the family who changed it: did they tell us before?",
            choices=[("yes", "Yes"), ("no", "No"), ("not_safe", "It was not safe to tell them")],
            widget=forms.RadioSelect,
            error_messages={"required": "Say whether the family was told before."},
        ),
        reveals={"yes": ["told_who", "told_on", "told_clock", "told_how"], "not_safe": ["not_safe_because"]},
    )
    told_who = forms.CharField(label="Who was told?", required=False, max_length=200)
    told_on = asked(DayField(label="When were they told?", required=False), recent=True)
    told_clock = asked(
        ClockField(label="At what time?", required=False, help_text="Like 3:30pm or 15:30."), classes=SHORT
    )
    told_how = asked(forms.ChoiceField(label="How were they told?", required=False), as_select=True)
    not_safe_because = asked(forms.ChoiceField(label="Why was it not safe?", required=False), as_select=True)
    moved_by = forms.ChoiceField(
        label="Who needed to change it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say who needed to change it."},
    )
    too = forms.MultipleChoiceField(
        label="It was also arranged with", required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["on", "at", "despite", "too", "moved_by", "because", "told_before"]

    def __init__(
        self,
        *args: Any,
        planned: PlannedVisit,
        together: Sequence[PlannedVisit],
        today: date,
        pack: Pack,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.planned, self.together = planned, {other.person.ref: other for other in together}
        blank = [("", "---------")]
        told_how = [(code, label) for code, label in pack.choices("told_how") if code != "not_told"]
        self.fields["told_how"].choices = blank + told_how  # type: ignore[attr-defined]
        self.fields["not_safe_because"].choices = blank + pack.choices("not_safe_to_tell")  # type: ignore[attr-defined]
        self.fields["moved_by"].choices = pack.choices("visit_moved_by")  # type: ignore[attr-defined]
        self.fields["told_on"].initial = today
        self._name_the_others()

    def _name_the_others(self) -> None:
        if not self.together:
            del self.fields["too"]
            return
        named = [(ref, spoken_name(other.person)) for ref, other in self.together.items()]
        self.fields["too"].choices = named  # type: ignore[attr-defined]
        self.fields["too"].initial = list(self.together)

    def clean_told_clock(self) -> time | None:
        clock = self.cleaned_data["told_clock"]
        if self.cleaned_data.get("told_before") == "yes" and clock is None:
            raise forms.ValidationError("Give the time they were told. About is enough.")
        return clock

    def changed(self, given: dict[str, Any]) -> dict[str, Any]:
        changing = [self.planned, *(self.together[ref] for ref in given.get("too", ()))]
        told_at = at_home(given["told_on"], given["told_clock"]) if given["told_on"] and given["told_clock"] else None
        plain = ("told_before", "told_who", "told_how", "not_safe_because", "moved_by", "because")
        return {
            "about": [plan.person for plan in changing],
            "planned": changing,
            "told_at": told_at,
            **{name: given[name] for name in (*plain, "quotes") if name in given},
        }


class MoveForm(_Arranging, _Changing):
    despite = _despite()

    def details(self, given: dict[str, Any]) -> dict[str, Any]:
        return {**super().details(given), **self.changed(given), "despite": given["despite"]}


class CallOffForm(_Changing):
    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        return given if self.errors else self.changed(given)
