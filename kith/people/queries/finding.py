"""Finding a person. What is sealed is not there; what is restricted says only that it exists."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import JSONField, OuterRef, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from kith.calendar import PartDate
from kith.people import rules
from kith.people.models import Person, Portrait

MOST = 50
MOST_ALIKE = 12  # by each way of being alike


@dataclass(frozen=True)
class Found:
    """Answer to a search: people open to the reader, and the references of records that exist but are restricted."""

    people: list[Person] = field(default_factory=list)
    restricted: list[str] = field(default_factory=list)
    too_many: bool = False

    @property
    def refs(self) -> list[str]:
        return [*(person.ref for person in self.people), *self.restricted]


def find(text: str) -> Found:
    """People whose names, numbers or day of birth begin with every word given. Three queries at most."""
    keys = _keys(text)
    if not keys:
        return Found()
    return _found(_met(keys, MOST), MOST)


def alike(given: str, family: str, born: PartDate | None, *, again: bool = False) -> Found:
    """People who may be the one described: with these names, in either order, or names that sound like them; or born
    then, as far as the day is known, with one name that sounds alike. A day and a month may have changed places.
    `again`: asked of a contact, whose arrival the guardian of a sealed record was told of. Thirteen queries at most.
    """
    first, last = rules.name_words(given), rules.name_words(family)
    one = [rules.sound_keys(some) for some in (last[:1], first[:1])]
    asked = [first + last, [key for some in one for key in some]]
    asked += [[*some, day] for day in _as_typed(born) for some in one if some]
    rows = {row[0]: row for keys in asked if keys for row in _met(keys, MOST_ALIKE, again)}
    return _found(list(rows.values()), MOST_ALIKE)


def _as_typed(born: PartDate | None) -> list[str]:
    """How a record’s birthday may begin: 2016-11-03, and 2016-03-11; 2016-11 for a month, 2016 for a year."""
    if born is None:
        return []
    day = born.on.isoformat()
    if born.precision == "day":
        swapped = f"{day[:4]}-{day[8:]}-{day[5:7]}"
        return list(dict.fromkeys([day, swapped] if born.on.day <= 12 else [day]))
    return [day[:7] if born.precision == "month" else day[:4]]


def _met(keys: list[str], most: int, again: bool = False) -> list[tuple[int, str, bool]]:
    """(id, reference, open to the reader) of whoever has every key. A sealed record's guardian is told, nobody else."""
    with connection.cursor() as cursor:
        if not again:
            cursor.execute("select kith_seal_met(%s)", [keys])
        cursor.execute("select person_id, ref, open from kith_find(%s, %s)", [keys, most])
        return cursor.fetchall()


def _found(rows: list[tuple[int, str, bool]], most: int) -> Found:
    people = Person.objects.filter(pk__in=[r[0] for r in rows if r[2]]).order_by("sort_key", "pk")
    return Found(list(people), [r[1] for r in rows if not r[2]], len(rows) >= most)


def person_by_ref(ref: str) -> Person | None:
    """The person behind a reference, if the reader may know there is one."""
    return _by_ref(ref).first()


def person_and_my_ties(ref: str) -> tuple[Person, list[tuple[str, bool]], bool] | None:
    """The same, with the open ties the account in force has to them: (because, may write); and whether
    there is a photo of them. For staff. One query.
    """
    ties = RawSQL(
        "(select coalesce(jsonb_agg(jsonb_build_array(t.because, t.may_write)), '[]')"
        " from kith_my_ties() t where t.person_id = people_person.id)",
        [],
        JSONField(),
    )
    face = Portrait.objects.filter(person=OuterRef("pk"), ended_on=None).values("pk")[:1]
    person = _by_ref(ref).annotate(my_ties=ties, portrait_id=Subquery(face)).first()
    return (person, person.my_ties, person.portrait_id is not None) if person else None


def _by_ref(ref: str) -> QuerySet[Person]:
    return Person.objects.filter(ref=rules.references.tidy(ref) or "")


def restricted_by_ref(ref: str) -> tuple[int, int] | None:
    """(person id, guardian's account id) of a restricted record: all that breaking the glass needs."""
    with connection.cursor() as cursor:
        cursor.execute("select person_id, guardian from kith_restricted(%s)", [rules.references.tidy(ref) or ""])
        return cursor.fetchone()


def _keys(text: str) -> list[str]:
    if ref := rules.references.tidy(text):
        return [ref.lower()]
    plain = text.strip().lower()
    if plain and all(c.isdigit() or c in "/-. " for c in plain):
        return [_day_or_number(plain)]
    return rules.name_words(text)


def _day_or_number(plain: str) -> str:
    """17/11/2016 is a birthday; 999 000 0018 is a number."""
    parts = plain.replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        return f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    return plain if len(parts) == 3 else "".join(c for c in plain if c.isdigit())


def open_person(pk: int | None) -> Person | None:
    """The person with this id, if the reader may know there is one."""
    return Person.objects.filter(pk=pk).first()


def bare(pk: int) -> Person:
    """A person by id alone, before the record is open to the reader: for acts that begin with the opening."""
    return Person(pk=pk, called="this person")


def people_i_am_tied_to() -> list[Person]:
    """Everyone the account in force has an open tie to, in order of age: what a family or partner account may see."""
    return list(Person.objects.filter(pk__in=RawSQL("select person_id from my_ties", [])).order_by("born_on", "pk"))


def people_called(ids: Iterable[int]) -> list[Person]:
    """These people, as far as the reader may know of them, in the order given. One query."""
    wanted = list(dict.fromkeys(ids))
    found = Person.objects.in_bulk(wanted)
    return [found[one] for one in wanted if one in found]
