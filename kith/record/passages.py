"""Where else, in everything written about one person, the same words stand (design 7.14).

Every recorded table is looked at because it is one: a table added later is looked at too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Cast, Coalesce

from kith.access import Audience, policies
from kith.record.models import AboutPerson, Recorded, Shared, Withdrawal
from kith.words import stands_at

_SHORTEST = 100  # columns shorter than this hold codes, names and numbers


@dataclass(frozen=True)
class Place:
    """A row that holds some of these words, in which of its columns, and whether all of them."""

    row: Any
    columns: tuple[str, ...]
    whole: bool

    @property
    def key(self) -> str:
        return f"{self.row._meta.db_table}-{self.row.pk}"

    @property
    def model(self) -> str:
        """visits.ChildLine"""
        return self.row._meta.label

    @property
    def text(self) -> str:
        return str(getattr(self.row, self.columns[0]))

    @property
    def may_change(self) -> bool:
        """Whether the row can be written again at all: what has left, and the log, cannot."""
        rule = self.row.policy.rules.get(Audience.STAFF)
        return rule is not None and policies.CHANGE in rule.may


def places_of(person: Any, passages: Sequence[str]) -> list[Place]:
    """Rows about this person, as far as the reader may see them, that hold any of the passages; the first passage is
    the whole. One query, and one for each table that holds the words.
    """
    if not passages:
        return []
    tables = list(_tables())
    found: dict[int, list[int]] = {}
    for n, pk, texts in _texts(tables, person):
        if any(stands_at(text, passage) for text in texts for passage in passages):
            found.setdefault(n, []).append(pk)
    return [
        _place(row, tables[n][1], passages)
        for n, keys in sorted(found.items())
        for row in tables[n][0]._default_manager.filter(pk__in=keys).order_by("-pk")
    ]


def _texts(tables: Sequence[tuple[type[models.Model], tuple[str, ...]]], person: Any) -> Iterable[Any]:
    """(which table, which row, what its columns say) of everything about this person."""
    first, *others = (
        _rows(model, person).values_list(models.Value(n), Cast("pk", models.BigIntegerField()), _Texts(*columns))
        for n, (model, columns) in enumerate(tables)
    )
    return first.union(*others, all=True)


class _Texts(models.Func):
    """The columns of a row as one array, whatever their kinds of text."""

    template = "array[%(expressions)s]"
    output_field = ArrayField(models.TextField())

    def __init__(self, *columns: str) -> None:
        super().__init__(*(Coalesce(Cast(column, models.TextField()), models.Value("")) for column in columns))


def _place(row: Any, columns: Sequence[str], passages: Sequence[str]) -> Place:
    holding = tuple(
        column for column in columns if any(stands_at(getattr(row, column) or "", passage) for passage in passages)
    )
    return Place(row, holding, any(stands_at(getattr(row, column), passages[0]) for column in holding))


def _rows(model: type[models.Model], person: Any) -> models.QuerySet[Any]:
    if issubclass(model, AboutPerson):
        return model._default_manager.filter(person=person)
    if issubclass(model, Shared):
        acts = model._default_manager.filter(occasion__acts__person=person).values("pk")
        return model._default_manager.filter(pk__in=acts)
    return model._default_manager.filter(pk=person.pk)  # who they are, in their own words


def _tables() -> Iterator[tuple[type[models.Model], tuple[str, ...]]]:
    person = apps.get_model("people.Person")
    for model in apps.get_models():
        written = issubclass(model, AboutPerson | Shared) or model is person
        columns = tuple(_columns(model)) if written and issubclass(model, Recorded) and model is not Withdrawal else ()
        if columns:
            yield model, columns


def _columns(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        long = isinstance(field, models.TextField) or (
            isinstance(field, models.CharField) and (field.max_length or 0) > _SHORTEST
        )
        if long and not field.choices and field.editable:
            yield field.attname
