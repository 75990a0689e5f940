"""All about me: adding a line, saying it again, taking it off."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import AboutMe, Person
from kith.record import Refused
from kith.record.acting import act


@act("{by} added to what {about} is like.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.AboutMe")
def say_about_me(
    *,
    by: Actor,
    about: Person,
    on: date,
    part: str,
    text: str,
    said_by: str,
    said_by_name: str = "",
    who: Person | None = None,
    instead_of: AboutMe | None = None,
) -> AboutMe:
    """One line of the card, in the words of whoever says it (S3-28, S0-12, S4-17.2). `instead_of` ends the line it
    replaces. Raises Refused: no words, a part or a speaker there is none of, a line that has been ended already.
    """
    pack = packs.pack_for(settings.PACK, on)
    if not text.strip():
        raise Refused("Write it in a few words.", field="text")
    if part not in dict(pack.choices("about_me_part")):
        raise Refused("Choose what it is about.", field="part")
    if said_by not in dict(pack.choices("about_me_said_by")):
        raise Refused("Choose who says so.", field="said_by")
    if instead_of:
        _end(instead_of, about, on)
    line = AboutMe(
        person=about,
        part=part,
        text=text.strip(),
        said_by=said_by,
        said_by_name=said_by_name.strip() or (by.name if said_by == "worker" else ""),
        who=who,
        from_on=on,
        instead_of=instead_of,
    )
    line.save()
    return line


@act("{by} took a line off what {about} is like.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.AboutMe")
def end_about_me(*, by: Actor, about: Person, on: date, line: AboutMe) -> AboutMe:
    """No longer so. Raises Refused when it has been ended already."""
    return _end(line, about, on)


def _end(line: AboutMe, about: Person, on: date) -> AboutMe:
    if line.ended_on or line.person_id != about.pk:
        raise Refused("This line has been changed already. Look at the card again.")
    line.ended_on = on
    line.save()
    return line
