"""Who is too close to a child to interpret (design 7.4)."""

from collections.abc import Iterable, Iterator
from datetime import date

from kith.people.models import Person
from kith.people.queries.families import family_of
from kith.people.queries.homes import household_of
from kith.people.queries.network import called_by
from kith.people.queries.protections import kept_from
from kith.people.queries.risks import contact_of, risks_of
from kith.people.rules import Close


def close_to(child: Person, today: date) -> list[Close]:
    """The child, relatives, whoever lives there, and people of risk. About ten queries."""
    own = called_by(child)
    return [Close(tuple(_names(one, own)), tie) for one, tie in _people(child, today)]


def _people(child: Person, today: date) -> Iterator[tuple[Person, str]]:
    home = household_of(child, today)
    family = [one.person for one in family_of(child, today, home)]
    seen = [one.other for one in contact_of(child)]
    flagged = risks_of([*home, *family, *seen])
    yield child, "the child"
    for one in dict.fromkeys([*kept_from(child), *(one for one in [*home, *family, *seen] if one.pk in flagged)]):
        yield one, "somebody who may be a danger"
    for one in dict.fromkeys([*family, *home]):
        yield one, "of the family"


def _names(person: Person, own: dict[int, str]) -> Iterable[str]:
    return filter(None, [person.called if person.name_held else "", own.get(person.pk, "")])
