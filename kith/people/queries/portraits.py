"""A person's photograph."""

from kith.people.models import Person, Portrait


def portrait_of(person: Person) -> Portrait | None:
    """The one shown now, if the reader may see it."""
    return Portrait.objects.filter(person=person, ended_on=None).first()
