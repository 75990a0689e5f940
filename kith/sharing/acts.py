"""Releasing a copy to one named person, through the check."""

import hashlib
from datetime import date

from kith.access import Actor
from kith.people import queries as people
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.sharing import rules
from kith.sharing.models import Paper, Release


@act("{by} released a copy about {about} to {recipient_name}.", makes="sharing.Release")
def release_copy(
    *,
    by: Actor,
    about: Person,
    on: date,
    recipient: Person | None,
    recipient_name: str,
    kind: str,
    text: str,
    who_else_sees: str,
    travels: bool = False,
    picture: str = "",
) -> Release:
    """A copy for one person (design 7.8): named, checked for every protected string, asked who else will see it. One
    that `travels` (a child's booklet goes from home to home) may hold nothing kept from anybody at all. `picture`: an
    SVG that goes with the text, searched as the text is, and kept as it left.

    Raises Refused: no name, no answer about home, an empty copy, or a protected string in it; nothing has left then.
    """
    if not recipient_name.strip():
        raise Refused("Say who this copy is for.", field="recipient_name")
    if not who_else_sees.strip():
        raise Refused("Say who else will see this at home, or “nobody else”.", field="who_else_sees")
    if not text.strip():
        raise Refused("There is nothing in this copy.", field="text")
    family = [about, *(sibling for sibling, _ in people.siblings_of(about))]
    strings = people.protected_strings(family, None if travels else recipient, by.today)
    found = rules.hits(f"{text}\n{recipient_name}\n{rules.words_in(picture)}", strings)
    if found:
        raise Refused(rules.said(found, recipient_name), field="text")
    release = Release(
        person=about,
        recipient=recipient,
        recipient_name=recipient_name.strip(),
        kind=kind,
        text=text,
        who_else_sees=who_else_sees.strip(),
        checked_strings=len(strings),
        released_on=on,
    )
    release.save()
    if picture:
        keep_paper(release, "svg", picture.encode())
    return release


def keep_paper(release: Release, form: str, data: bytes, pages: int | None = None) -> Paper:
    """The released copy as a file, kept inside whichever act made it. Its text was checked when it was released."""
    paper = Paper(
        person=release.person,
        release=release,
        form=form,
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        pages=pages,
    )
    paper.save()
    return paper
