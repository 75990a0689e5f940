"""Saying where things are, line by line, and confirming that it is still right."""

from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person, SituationLine
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} wrote down where things are for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.SituationLine",
)
def say_situation(
    *, by: Actor, about: Person, on: date, kind: str, text: str, source: str = "", who: Person | None = None
) -> SituationLine:
    """One line of the situation. A danger reaches the banner at once, alone; nothing else is asked for first (7.1).

    Raises Refused for an empty line.
    """
    return write_line(by, about, on, kind=kind, text=text, source=source, who=who)


def write_line(
    by: Actor, about: Person, on: date, *, kind: str, text: str, source: str = "", who: Person | None = None
) -> SituationLine:
    """The same inside the act at hand."""
    if not text.strip():
        raise Refused("Write the line.", field="text")
    line = SituationLine(
        person=about,
        kind=kind,
        text=text.strip(),
        source=source,
        about=who,
        from_on=on,
        confirmed_on=by.today,
        confirmed_by=by.name,
    )
    line.save()
    return line


@act("{by} confirmed where things are for {about}.", needs=Right.RECORD_ON_ANY_CHILD)
def confirm_situation(*, by: Actor, about: Person, on: date) -> None:
    """Still right today, every line of it."""
    for line in SituationLine.objects.filter(person=about, ended_on=None):
        line.confirmed_on, line.confirmed_by = by.today, by.name
        line.save()


@act("{by} took a line off where things are for {about}.", needs=Right.RECORD_ON_ANY_CHILD)
def end_situation_line(*, by: Actor, about: Person, on: date, line: SituationLine, because: str) -> SituationLine:
    """No longer so. A danger or bottom line needs the reason. Raises Refused."""
    if line.kind in ("danger", "bottom_line", "no_contact") and not because.strip():
        raise Refused("Say what has changed: this line keeps someone safe.", field="because")
    line.ended_on, line.ended_because = on, because
    line.save()
    return line
