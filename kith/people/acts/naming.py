"""Names and numbers people are known by."""

from datetime import date

from django.db import IntegrityError, transaction

from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.people import rules
from kith.people.acts.beginning import index, index_keys
from kith.people.models import Identifier, Person, PersonName
from kith.record import Refused
from kith.record.acting import act

# The same words whoever holds the number: a record nobody may know of must not answer (design 3, S0-14).
_NEUTRAL_CLASH = "That number cannot be used here. Check it, or ask the safeguarding lead about it."


@act("{by} recorded a name for {about}.", needs=Right.RECORD_ON_ANY_CHILD, around=True, makes="people.PersonName")
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
    until_on: date | None = None,
) -> PersonName:
    """Another name, or a new known-as name: the one before ends the day it begins. Raises Refused: an empty name; a
    name from a day to come, or that ended before it began; one they are known by now that has ended; a name another
    agency has without saying which.
    """
    given, family = given.strip(), family.strip()
    if not (given or family):
        raise Refused("Write the name.", field="given")
    if kind == "agency" and not used_by.strip():
        raise Refused("Say which agency knows them by this name.", field="used_by")
    if kind == "known_as" and until_on:
        raise Refused("The name they are known by now has no end. Choose “Earlier name”.", field="until_on")
    _check_days(by.today, from_on, until_on)
    if kind == "known_as":
        _rename(about, given, family, from_on.on if from_on else on)
    name = PersonName(
        person=about,
        kind=kind,
        given=given,
        family=family,
        used_by=used_by.strip(),
        from_on=from_on.on if from_on else None,
        from_precision=from_on.precision if from_on else "day",
        until_on=until_on,
    )
    name.save()
    index(about, given, family)
    return name


def _check_days(today: date, from_on: PartDate | None, until_on: date | None) -> None:
    if from_on and from_on.on > today:
        raise Refused("That day has not come yet.", field="from_on")
    if until_on and until_on > today:
        raise Refused("That day has not come yet.", field="until_on")
    if from_on and until_on and until_on < from_on.on:
        raise Refused("A name cannot have ended before it began.", field="until_on")


def _rename(person: Person, given: str, family: str, day: date) -> None:
    for old in PersonName.objects.filter(person=person, kind="known_as", until_on=None):
        old.until_on = max(day, old.from_on or day)
        old.save()
    person.called, person.sort_key = f"{given} {family}".strip(), rules.sort_key(given, family)
    person.name_held = True
    person.save()


@act(
    "{by} recorded an identifier for {about}.", needs=Right.RECORD_ON_ANY_CHILD, around=True, makes="people.Identifier"
)
def give_identifier(
    *, by: Actor, about: Person, on: date, kind: str, value: str, keep_as_it_came: bool = False
) -> Identifier:
    """A number another system uses. A wrong check digit is refused with the reason, unless it is kept as it came
    (an import keeps what the file says, marked). Raises Refused: empty, does not fit together, recorded already, or
    someone else's, whoever that is.
    """
    value = value.strip() if keep_as_it_came else rules.tidy_identifier(kind, value)
    fault = rules.identifier_fault(kind, value)
    if not value:
        raise Refused("Write the number.", field="value")
    if fault and not keep_as_it_came:
        raise Refused(rules.as_sentence(fault), field="value")
    if Identifier.objects.filter(person=about, kind=kind, value=value, until_on=None).exists():
        raise Refused(f"This number is recorded for {about} already.", field="value")
    identifier = Identifier(person=about, kind=kind, value=value, fault=fault, from_on=on)
    try:
        with transaction.atomic():
            identifier.save()
    except IntegrityError as clash:
        raise Refused(_NEUTRAL_CLASH, field="value") from clash
    index_keys(about, {value.lower(), *rules.name_words(value)})  # found whole, or by its parts as they are typed
    return identifier
