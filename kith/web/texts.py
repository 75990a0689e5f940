"""The texts of one draft beside each other: their answers, in the words of the forms they were typed into."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from kith.record.drafts import texts
from kith.record.models import Draft
from kith.web.days import BOXES, Boxes, read_day
from kith.words import in_full, joined

_NOT_SHOWN = ("key", "draft_back", "opened_at")  # kept with a text, and not its writer's words


@dataclass(frozen=True)
class Asked:
    """A question of a form: which part of the page it is in (a child's name, or ""), and how it is put there."""

    part: str
    question: str
    name: str


def side_by_side(draft: Draft, asked_by: Sequence[forms.Form]) -> list[dict[str, Any]]:
    """Each text with the answers in which they differ (all of them when there is one text), and how many are alike."""
    written = texts(draft)
    told = [dict(answers(fields, asked_by)) for fields in written.values()]
    asked = list(dict.fromkeys(question for answer in told for question in answer))
    differing = [q for q in asked if len({answer.get(q, "") for answer in told}) > 1 or len(told) == 1]
    return [
        {
            "page": page,
            "called": "Written after that" if place else "Kept first",
            "parts": _by_part(differing, told[place]),
            "alike": len(asked) - len(differing),
        }
        for place, page in enumerate(written)
    ]


def answers(fields: Mapping[str, Any], asked_by: Sequence[forms.Form]) -> Iterator[tuple[Asked, str]]:
    """What was answered to each question; answers no form asks for any more come last, under their own names."""
    typed = MultiValueDict({name: value if isinstance(value, list) else [value] for name, value in fields.items()})
    met = set(_NOT_SHOWN)
    for form in asked_by:
        for name, field in form.fields.items():
            here = form.add_prefix(name)
            met |= {here, *(f"{here}-{box}" for box in BOXES)}
            if not field.widget.is_hidden and (
                said := in_words(field, field.widget.value_from_datadict(typed, {}, here))
            ):
                yield Asked(getattr(form, "name", ""), str(field.label or name), here), said
    for name in typed:
        if name not in met and (said := joined(map(str, typed.getlist(name)))):
            yield Asked("", name.rpartition("-")[2].replace("_", " ").capitalize(), name), said


def in_words(field: forms.Field, value: Any) -> str:
    """An answer as its page showed it: a choice by its words, a date in full. What makes no sense is left as typed."""
    if isinstance(field.widget, Boxes):
        return _day(value)
    if isinstance(field, forms.BooleanField):
        return "Yes" if value else ""
    if isinstance(field, forms.ChoiceField):
        labels = {str(choice): str(label) for choice, label in field.choices}  # type: ignore[union-attr]
        chosen = value if isinstance(value, list) else [value]
        return joined(labels.get(str(one), str(one)) for one in chosen if one)
    return str(value or "")


def _day(boxes: Mapping[str, str]) -> str:
    try:
        return in_full(read_day(boxes))
    except ValidationError:
        return " ".join(filter(None, (boxes[box] for box in BOXES)))


def _by_part(asked: list[Asked], told: Mapping[Asked, str]) -> list[dict[str, Any]]:
    return [
        {"part": part, "answers": [(q.question, told.get(q, "")) for q in asked if q.part == part]}
        for part in dict.fromkeys(q.part for q in asked)
    ]
