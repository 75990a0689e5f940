"""Describing someone, mostly in their own words: who they are, how they speak, how to reach them."""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.people.acts.beginning import index
from kith.people.models import ContactPoint, Language, Person
from kith.record import Refused
from kith.record.acting import act

DESCRIBED = (
    "born_on",
    "born_precision",
    "communication",
    "died_on",
    "disabilities",
    "ethnicity",
    "ethnicity_described",
    "expected_on",
    "gender_described",
    "pronouns",
    "religion",
    "religion_described",
    "sex",
    "would_not_say",
)


@act("{by} described {about}.", needs=Right.RECORD_ON_ANY_CHILD, around=True, makes="people.Person")
def describe_person(*, by: Actor, about: Person, on: date, born: PartDate | None = None, **described: Any) -> Person:
    """Change how someone is described; any of DESCRIBED (S2-20). A birth replaces the expectation of one.

    Raises Refused: a birth or death still to come, a death before the birth, "no disability" beside another;
    TypeError for anything that does not describe a person.
    """
    if unknown := described.keys() - set(DESCRIBED):
        raise TypeError(f"A person is not described by {', '.join(sorted(unknown))}.")
    if born:
        described |= {"born_on": born.on, "born_precision": born.precision}
    for name, value in described.items():
        setattr(about, name, value)
    _check(about, by.today)
    if about.born_on and about.expected_on:
        about.expected_on = None
    about.save()
    index(about)
    return about


def _check(person: Person, today: date) -> None:
    if person.born_on and person.born_on > today:
        raise Refused("That date of birth has not come yet. For an unborn child give the expected date.", field="born")
    if person.died_on and person.died_on > today:
        raise Refused("That day has not come yet.", field="died_on")
    if person.died_on and person.born_on and person.died_on < person.born_on:
        raise Refused("The death cannot be before the birth. Check both dates.", field="died_on")
    if "NONE" in person.disabilities and len(person.disabilities) > 1:
        raise Refused("Choose “No disability”, or what there is, not both.", field="disabilities")


@act("{by} recorded a language {about} speaks.", needs=Right.RECORD_ON_ANY_CHILD, around=True, makes="people.Language")
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
    """A language someone speaks, or a change to one already recorded. There is one first language at a time."""
    if first:
        for other in Language.objects.filter(person=about, first=True).exclude(code=code):
            other.first = False
            other.save()
    language = Language.objects.filter(person=about, code=code).first() or Language(person=about, code=code)
    language.first, language.interpreter_needed, language.note = first, interpreter_needed, note
    language.save()
    return language


@act("{by} recorded how to reach {about}.", needs=Right.RECORD_ON_ANY_CHILD, around=True, makes="people.ContactPoint")
def give_contact_point(
    *, by: Actor, about: Person, on: date, kind: str, value: str, safe: str = "not_asked", note: str = ""
) -> ContactPoint:
    """A telephone number or address for messages, and whether it is safe to use. Raises Refused for nothing."""
    if not value.strip():
        raise Refused("Write the number or the address.", field="value")
    point = ContactPoint(person=about, kind=kind, value=value.strip(), safe=safe, note=note)
    point.save()
    return point
