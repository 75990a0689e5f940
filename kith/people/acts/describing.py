"""Beginning a person's record and describing them."""

from datetime import date
from typing import Any

from django.db import IntegrityError, connection, transaction

from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.people import rules
from kith.people.models import ContactPoint, Identifier, Language, Person, PersonName
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording

_FAULTS = {"nhs": rules.nhs_number_fault, "upn": rules.upn_fault, "la_child_id": rules.la_child_id_fault}
_NEUTRAL_CLASH = "That number cannot be used here. Check it, or ask the safeguarding lead about it."


@act("{by} began a record for {about}.", needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="people.Person")
def begin_record(
    *,
    by: Actor,
    about: None = None,
    on: date,
    given: str = "",
    family: str = "",
    born: PartDate | None = None,
    expected_on: date | None = None,
    unnamed_as: str = "",
    **described: Any,
) -> Person:
    """A new person, child or adult. `unnamed_as` says what to call someone whose name is not held.

    Raises Refused: neither a name nor `unnamed_as`; both a birth and an expected birth; a birth still to come.
    """
    if not (given or family or unnamed_as):
        raise Refused("Give at least one name, or say the name is not known.", field="given")
    if born and expected_on:
        raise Refused("Give the date of birth or the expected date, not both.", field="born")
    if born and born.on > by.today:
        raise Refused("That date of birth has not come yet. For an unborn child give the expected date.", field="born")
    called = f"{given} {family}".strip() or unnamed_as
    person = Person(
        pk=_next_id(),
        ref=rules.references.new_reference(),
        called=called,
        sort_key=rules.sort_key(given, family) or called.lower(),
        name_held=bool(given or family),
        born_on=born.on if born else None,
        born_precision=born.precision if born else "day",
        expected_on=expected_on,
        **described,
    )
    current_recording().add(person)
    person.save(force_insert=True)
    if person.name_held:
        PersonName(person=person, kind="known_as", given=given, family=family).save()
    index(person, given, family)
    return person


@act("{by} described {about}.")
def describe_person(*, by: Actor, about: Person, on: date, **described: Any) -> Person:
    """Change how someone is described: sex, gender, ethnicity, disabilities, religion, communication, dates."""
    person = about if isinstance(about, Person) else about[0]
    for name, value in described.items():
        setattr(person, name, value)
    if person.born_on and person.expected_on:
        person.expected_on = None  # the birth replaces the expectation
    person.save()
    return person


@act("{by} recorded a name for {about}.")
def give_name(
    *,
    by: Actor,
    about: Person,
    on: date,
    kind: str,
    given: str = "",
    family: str = "",
    used_by: str = "",
    from_on: PartDate | None = None,
) -> PersonName:
    """Another name, or a new known-as name (the old one ends the same day). Raises Refused for an empty name."""
    if not (given or family):
        raise Refused("Write the name.", field="given")
    if kind == "known_as":
        for old in PersonName.objects.filter(person=about, kind="known_as", until_on=None):
            old.until_on = on
            old.save()
        about.called, about.sort_key = f"{given} {family}".strip(), rules.sort_key(given, family)
        about.name_held = True
        about.save()
    name = PersonName(
        person=about,
        kind=kind,
        given=given,
        family=family,
        used_by=used_by,
        from_on=from_on.on if from_on else None,
        from_precision=from_on.precision if from_on else "day",
    )
    name.save()
    index(about, given, family)
    return name


@act("{by} recorded an identifier for {about}.")
def give_identifier(
    *, by: Actor, about: Person, on: date, kind: str, value: str, keep_as_it_came: bool = False
) -> Identifier:
    """A number another system uses. A wrong check digit is refused with the reason, unless it is kept as it came
    (an import keeps what the file says, marked). Raises Refused.
    """
    value = value.strip() if keep_as_it_came else "".join(value.split()).upper()
    check = _FAULTS.get(kind)
    fault = (check(value) if check else None) or ""
    if fault and not keep_as_it_came:
        raise Refused(fault, field="value")
    identifier = Identifier(person=about, kind=kind, value=value, fault=fault, from_on=on)
    try:
        with transaction.atomic():
            identifier.save()
    except IntegrityError as clash:
        raise Refused(_NEUTRAL_CLASH, field="value") from clash
    with connection.cursor() as cursor:
        cursor.execute("select kith_index(%s, %s)", [about.pk, [value.lower()]])
    return identifier


@act("{by} recorded a language {about} speaks.")
def add_language(
    *,
    by: Actor,
    about: Person,
    on: date,
    code: str,
    first: bool = False,
    interpreter_needed: bool = False,
    note: str = "",
) -> Language:
    language = Language(person=about, code=code, first=first, interpreter_needed=interpreter_needed, note=note)
    language.save()
    return language


@act("{by} recorded how to reach {about}.")
def give_contact_point(
    *, by: Actor, about: Person, on: date, kind: str, value: str, safe: str = "not_asked", note: str = ""
) -> ContactPoint:
    point = ContactPoint(person=about, kind=kind, value=value.strip(), safe=safe, note=note)
    point.save()
    return point


def index(person: Person, *names: str) -> None:
    """What the person can be found by: each word of each name, and the day they were born."""
    keys = {word for name in names for word in rules.name_words(name)}
    keys |= {person.ref.lower(), *([person.born_on.isoformat()] if person.born_on else [])}
    with connection.cursor() as cursor:
        cursor.execute("select kith_index(%s, %s)", [person.pk, sorted(keys)])


def _next_id() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('people_person', 'id'))")
        return cursor.fetchone()[0]
