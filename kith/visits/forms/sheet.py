"""The whole of a visit on one page: what is shared once, then a part for each child.

Several forms that answer as one, so that `kith.web.asking.ask` can bind them to the act.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from kith.access import Actor
from kith.access.actor import HOME_TIME
from kith.packs.pack import Pack
from kith.people.models import Person
from kith.visits import queries
from kith.visits.forms.child import ABSENT, ChildForm
from kith.visits.models import PlannedVisit
from kith.web.clock import SHORT, ClockField, at_home
from kith.web.forms import DayField, asked, from_draft, summary

LONGEST_NAMES = 300
_NOT_SHARED = ("there", "there_too", "for_everyone")  # never asked once for more than one family: no line is crossed


class SharedForm(forms.Form):
    """What everyone on the visit has in common. `who`: (name, name with relation) of adults who may have been there."""

    on = asked(DayField(label="When did you go?"), recent=True)
    at = asked(
        ClockField(
            label="What time did it begin?",
            required=False,
            help_text="Like 3:30pm. Leave it empty if you are there now.",
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        ),
        classes=SHORT,
    )
    mode = forms.ChoiceField(
        label="Where did you meet?",
        help_text="The doorstep and a video call are kept, and do not count as seeing a child.",
    )
    place = forms.CharField(
        label="Which room or place?", required=False, max_length=120, help_text="Leave the address out: Kith knows it."
    )
    there = forms.MultipleChoiceField(label="Who else was there?", required=False, widget=forms.CheckboxSelectMultiple)
    there_too = forms.CharField(label="Anyone else who was there", required=False, max_length=200)
    unannounced = forms.BooleanField(label="Nobody was told we were coming", required=False)
    for_everyone = asked(
        forms.CharField(
            label="For everyone: daily life in this home",
            required=False,
            widget=forms.Textarea,
            help_text="Who is there, food, sleep, warmth, money, mornings, who helps, what a hard day is like.",
        ),
        rows=4,
        standard="How does this family really live? Write what you saw.",
        standard_code="PS3",
    )
    opened_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, pack: Pack, now: datetime, who: Sequence[tuple[str, str]], families: int = 1, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["mode"].choices = pack.choices("visit_mode")  # type: ignore[attr-defined]
        self.fields["there"].choices = who  # type: ignore[attr-defined]
        for unasked in _NOT_SHARED if families > 1 else () if who else ("there",):
            del self.fields[unasked]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("on") and "at" in given and given["at"] is None:
            if given["on"] == self.now.date():
                given["at"] = self.now.time().replace(second=0, microsecond=0)
            elif given["on"] < self.now.date():
                self.add_error("at", "Give the time the visit began. About is enough.")
        if len(self._names(given)) > LONGEST_NAMES:
            self.add_error("there_too", "That is more names than fit here. Write the rest under daily life.")
        return given

    def as_details(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "on": given["on"],
            "happened_at": at_home(given["on"], given["at"] or self.now.time()),
            "others_there": self._names(given),
            "opened_at": _moment(given["opened_at"], self.now),
            **{name: given.get(name, "") for name in ("mode", "place", "unannounced", "for_everyone")},
        }

    def _names(self, given: Mapping[str, Any]) -> str:
        return ", ".join(filter(None, [*given.get("there", ()), given.get("there_too", "")]))


class VisitSheet:
    """Every form of the page together. `data` is what was posted; without it, `kept` is what a draft held.

    The child whose page this is must be answered for; a brother or sister is not part of the visit until said so,
    unless it was arranged with them too, or they were `chosen` for it. `of_others`: references of children of other
    families on it: then nothing but the time and the place is shared.
    """

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        by: Actor,
        children: Sequence[Person],
        pack: Pack,
        who: Sequence[tuple[str, str]] = (),
        kept: Mapping[str, Any] | None = None,
        of_others: Sequence[str] = (),
        chosen: Sequence[str] = (),
    ):
        self.children, self.is_bound, self.of_others = list(children), data is not None, list(of_others)
        self.chosen = {children[0].ref, *of_others, *chosen}
        now = by.now.astimezone(HOME_TIME)
        plans = queries.planned_on(children, by.today)
        first = next(iter(plans.get(children[0].pk, [])), None)
        draw = _drawn(data, kept)
        self.shared = draw(
            SharedForm,
            pack=pack,
            now=now,
            who=who,
            families=1 + bool(of_others),
            initial=_shared_at_first(first, now),
        )
        self.rows = [
            draw(ChildForm, child=child, today=by.today, pack=pack, initial=self._at_first(child, plans))
            for child in children
        ]
        promised = queries.promises_open(children)
        for row in self.rows:
            row.promised_before = promised.get(row.child.pk, [])
        # Each opening of the page is timed by itself, whenever the draft was begun.
        self.shared.initial["opened_at"] = now.isoformat()

    def _at_first(self, child: Person, plans: Mapping[int, Any]) -> dict[str, str]:
        return {} if child.ref in self.chosen or child.pk in plans else {"seen": ABSENT}

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
        if all(valid):
            self._check_together()
        return self.is_bound and not self.errors

    def _check_together(self) -> None:
        for row in self.rows:
            row.refuse_promises_before(self.shared.cleaned_data["on"])
        if all(row.cleaned_data.get("seen") == ABSENT for row in self.rows):
            self.add_error(None, "Say which children this visit was to.")

    def add_error(self, field: str | None, error: Any) -> None:
        self.shared.add_error(field, error)

    @property
    def cleaned_data(self) -> dict[str, Any]:
        """The details of `record_visit`: what is shared, a line for each child on the visit, who it is about."""
        details = self.shared.as_details()
        plans = queries.planned_on(self.children, details["on"])
        lines = [row.line(_nearest(plans.get(row.child.pk, []), details["happened_at"])) for row in self.rows]
        kept = [line for line in lines if line is not None]
        return {**details, "lines": kept, "about": [line.person for line in kept]}


def _drawn(data: Mapping[str, Any] | None, kept: Mapping[str, Any] | None) -> Any:
    """A way to make each form: bound to what was posted, or holding what a draft kept."""
    if data is not None:
        return lambda form, **options: form(data, **options)
    if not kept:
        return lambda form, **options: form(**options)
    typed = MultiValueDict({k: v if isinstance(v, list) else [v] for k, v in kept.items()})
    return lambda form, **options: from_draft(form, typed, **options)


def _shared_at_first(planned: PlannedVisit | None, now: datetime) -> dict[str, Any]:
    if planned is None:
        return {"on": now.date(), "mode": "home"}
    return {
        "on": now.date(),
        "at": planned.planned_for.astimezone(HOME_TIME).time(),
        "mode": planned.mode,
        "unannounced": planned.unannounced,
    }


def _nearest(plans: list[PlannedVisit], happened_at: datetime) -> PlannedVisit | None:
    """Of the visits arranged with a child for that day, the one this was."""
    return min(plans, key=lambda planned: abs(planned.planned_for - happened_at), default=None)


def _moment(typed: str, now: datetime) -> datetime | None:
    """When the form was opened, as the page said; None for anything that cannot be so."""
    try:
        opened = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return opened if opened.tzinfo and opened <= now else None
