"""How a person is known: names, numbers and languages."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, Q
from django.db.models.functions import JSONObject

from kith.calendar import PartDate
from kith.people.models import ContactPoint, Identifier, Language, Person, PersonName


@dataclass(frozen=True)
class KnownBy:
    """Names newest first, numbers, and languages with the first language first: each a mapping of its columns."""

    names: list[dict[str, Any]] = field(default_factory=list)
    identifiers: list[dict[str, Any]] = field(default_factory=list)
    languages: list[dict[str, Any]] = field(default_factory=list)
    contact_points: list[dict[str, Any]] = field(default_factory=list)


def known_by(person: Person) -> KnownBy:
    """Everything one person is known by, in one query however much there is."""
    found: Any = (
        Person.objects.filter(pk=person.pk)
        .values(
            its_names=_rows(
                PersonName, "-pk", "kind", "given", "family", "used_by", "from_on", "from_precision", "until_on"
            ),
            its_numbers=_rows(Identifier, "pk", "kind", "value", "fault", "until_on"),
            its_languages=_rows(Language, "-first", "code", "first", "interpreter_needed", "note"),
            its_contact_points=_rows(ContactPoint, "pk", "kind", "value", "safe", "note", "until_on"),
        )
        .first()
    ) or {}
    return KnownBy(
        names=[_dated(name) for name in found.get("its_names", [])],
        identifiers=found.get("its_numbers", []),
        contact_points=[point for point in found.get("its_contact_points", []) if not point["until_on"]],
        languages=found.get("its_languages", []),
    )


def languages_of(people: list[Person]) -> list[Language]:
    """Languages in which these people need an interpreter, or which are their first. One query."""
    wanted = Language.objects.filter(Q(first=True) | Q(interpreter_needed=True), person__in=people)
    return list(wanted.select_related("person").order_by("-interpreter_needed", "person__sort_key", "pk"))


def _rows(model: type[Model], order: str, *columns: str) -> ArraySubquery:
    rows = model._default_manager.filter(person_id=OuterRef("pk")).order_by(order, "pk")
    return ArraySubquery(rows.values(row=JSONObject(**{column: column for column in columns})))


def _dated(name: dict[str, Any]) -> dict[str, Any]:
    since = name["from_on"] and PartDate(date.fromisoformat(name["from_on"]), name["from_precision"])
    until = name["until_on"] and date.fromisoformat(name["until_on"])
    return {**name, "since": since, "until": until, "words": f"{name['given']} {name['family']}".strip()}
