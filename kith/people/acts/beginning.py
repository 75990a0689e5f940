"""Beginning a person's record."""

from datetime import date
from typing import Any

from django.db import IntegrityError, connection, transaction

from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.people import rules
from kith.people.models import Person, PersonName
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording

MOST_DRAWN = 5  # references, of more than a thousand million, before something else must be wrong


@act("{by} began a record for {about}.", needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="people.Person")
def begin_record(*, by: Actor, about: None = None, on: date, **person: Any) -> Person:
    """A new person, child or adult: the details are those of `start`. Raises Refused."""
    return start(by, **person)


def start(
    by: Actor,
    *,
    given: str = "",
    family: str = "",
    born: PartDate | None = None,
    expected_on: date | None = None,
    unnamed_as: str = "",
    **described: Any,
) -> Person:
    """A person whose record begins inside the act at hand. `unnamed_as` says what to call someone whose name is not
    held. Raises Refused: neither a name nor `unnamed_as`; both a birth and an expected birth; a birth still to come.
    """
    if not (given or family or unnamed_as):
        raise Refused("Give at least one name, or say the name is not known.", field="given")
    if born and expected_on:
        raise Refused("Give the date of birth or the expected date, not both.", field="born")
    if born and born.on > by.today:
        raise Refused("That date of birth has not come yet. For an unborn child give the expected date.", field="born")
    person = Person(
        pk=_next_id(),
        called=f"{given} {family}".strip() or unnamed_as,
        sort_key=rules.sort_key(given, family) or unnamed_as.lower(),
        name_held=bool(given or family),
        born_on=born.on if born else None,
        born_precision=born.precision if born else "day",
        expected_on=expected_on,
        **described,
    )
    _under_a_new_reference(person)
    if person.name_held:
        PersonName(person=person, kind="known_as", given=given, family=family).save()
    index(person, given, family)
    return person


def _under_a_new_reference(person: Person) -> None:
    """Another is drawn when somebody has the first: only the database can say so, of records hidden from us as well."""
    for left in reversed(range(MOST_DRAWN)):
        person.ref = rules.references.new_reference()
        try:
            with transaction.atomic():
                current_recording().add(person)
                person.save(force_insert=True)
            return
        except IntegrityError as clash:
            if "people_person_ref" not in str(clash) or not left:
                raise


def index(person: Person, *names: str) -> None:
    """What the person can be found by: each word of each name, how it sounds, and the day they were born."""
    words = {word for name in names for word in rules.name_words(name)}
    keys = words | set(rules.sound_keys(words))
    keys |= {person.ref.lower(), *([person.born_on.isoformat()] if person.born_on else [])}
    index_keys(person, keys)


def index_keys(person: Person, keys: set[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select kith_index(%s, %s)", [person.pk, sorted(keys)])


def _next_id() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('people_person', 'id'))")
        return cursor.fetchone()[0]
