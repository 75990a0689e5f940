"""All about me: adding a line, saying it again, taking it off."""

from collections.abc import Mapping
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


@act("{about} said what they are like.", makes="people.AboutMe")
def tell_about_me(*, by: Actor, about: Person, on: date, told: Mapping[str, str]) -> list[AboutMe]:
    """The card in a child's own hand (S3-28): {part: words}. What is said otherwise takes the place of what they said
    before, which is kept; what they leave empty is no longer so. What others said of them is theirs, and stays.
    Raises Refused: a part there is none of, or nothing that is new.
    """
    known = dict(packs.pack_for(settings.PACK, on).choices("about_me_part"))
    if not told.keys() <= known.keys():
        raise Refused("Choose what it is about.", field="part")
    own = {
        line.part: line for line in AboutMe.objects.filter(person=about, ended_on=None, said_by="child").order_by("pk")
    }
    made = []
    for part, text in told.items():
        before = own.get(part)
        if text.strip() == (before.text if before else ""):
            continue
        if before:
            made.append(_end(before, about, on))
        if text.strip():
            line = AboutMe(person=about, part=part, text=text.strip(), said_by="child", from_on=on, instead_of=before)
            line.save()
            made.append(line)
    if not made:
        raise Refused("There is nothing new here yet.")
    return made


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
