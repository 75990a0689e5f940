"""Releasing a copy to one named person, through the check."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import date

from kith.access import Actor, Right
from kith.directory import queries as directory
from kith.involvement import queries as involvement
from kith.involvement.acts import must_be_shareable
from kith.people import queries as people
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.sharing import calendars, rules
from kith.sharing.models import Appointment, Paper, Recalled, Release
from kith.visits.models import PlannedVisit
from kith.words import in_full


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
    as_it_is_because: str = "",
    items: Collection[str] = (),
) -> Release:
    """A copy for one person (design 7.8): named, checked for every protected string, asked who else will see it. One
    that `travels` (a child's booklet goes from home to home) may hold nothing kept from anybody at all. `picture`: an
    SVG that goes with the text, searched as the text is, and kept as it left. `as_it_is_because`: why words that are
    hard to read or blame somebody go as they are. `items`: what it is about, by the pack's share_item; asked where the
    family agreed to some things only.

    Raises Refused: no name, no answer about home, an empty copy, a protected string in it, or an agency with which
    somebody of the family does not agree that this, or anything, is shared (S0-13); nothing has left then.
    """
    _must_be_whole(recipient_name, who_else_sees, text)
    strings = _protected_from(by, about, None if travels else recipient)
    found = rules.hits(f"{text}\n{recipient_name}\n{rules.words_in(picture)}", strings)
    if found:
        raise Refused(rules.said(found, recipient_name), field="text")
    if recipient is None:
        _must_be_agreed(about, on, recipient_name, items)
    release = Release(
        person=about,
        recipient=recipient,
        recipient_name=recipient_name.strip(),
        kind=kind,
        text=text,
        who_else_sees=who_else_sees.strip(),
        as_it_is_because=as_it_is_because.strip(),
        items=sorted(set(items)),
        checked_strings=len(strings),
        released_on=on,
    )
    release.save()
    if picture:
        keep_paper(release, "svg", picture.encode())
    return release


def _must_be_whole(recipient_name: str, who_else_sees: str, text: str) -> None:
    if not recipient_name.strip():
        raise Refused("Say who this copy is for.", field="recipient_name")
    if not who_else_sees.strip():
        raise Refused("Say who else will see this at home, or “nobody else”.", field="who_else_sees")
    if not text.strip():
        raise Refused("There is nothing in this copy.", field="text")


def _protected_from(by: Actor, about: Person, recipient: Person | None) -> list[str]:
    """What of this family is kept from the recipient, or, for None, from anybody at all."""
    family = [about, *(sibling for sibling, _ in people.siblings_of(about))]
    return people.protected_strings(family, recipient, by.today)


def _must_be_agreed(about: Person, on: date, recipient_name: str, items: Collection[str]) -> None:
    """A copy named for an agency, or for somebody who works there, waits for the family's agreement where it was asked
    for and not given: sharing anyway, for a lawful reason, is written down first.
    """
    name = recipient_name.casefold()
    for called in involvement.shareable_of(about, on).with_whom:
        theirs = directory.workers_called(called)
        if called.casefold() in name or any(worker.casefold() in name for worker in theirs):
            must_be_shareable(about, on, called=called, items=items, field="recipient_name")


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


@act(
    "{by} told {recipient.called} of a visit arranged with {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="sharing.Appointment",
)
def give_appointment(
    *,
    by: Actor,
    about: Person,
    on: date,
    planned: PlannedVisit,
    recipient: Person,
    title: str,
    text: str,
    who_else_sees: str,
) -> Appointment:
    """A letter and a calendar entry for one named person (design 7.8, S3-29). They may lie on a kitchen table: no
    address that is kept from anybody is ever in them, and the title says nothing of who is coming or why.

    Raises Refused: a visit made, moved or called off, or one that comes unannounced; somebody it is not safe to tell,
    with who decided that; a title that tells; whatever `release_copy` refuses. Nothing has left then.
    """
    if planned.visited_id or planned.replaced_by_id or planned.called_off_on:
        raise Refused("This visit has been made, moved or called off already.")
    if planned.unannounced:
        raise Refused("This visit comes unannounced: nobody is told of it before.")
    if found := people.not_safe_to_tell([recipient]).get(recipient.pk):
        day = in_full(found.review_on)
        raise Refused(
            f"It is not safe to tell {recipient.called} for now. {found.decided_by} decided this; it is looked at "
            f"again on {day}.",
            field="recipient",
        )
    if telling := rules.tells(title):
        raise Refused(f"“{telling}” in the title tells anyone who sees it. Use a plain one.", field="title")
    release = release_copy(
        by=by,
        about=about,
        on=on,
        recipient=recipient,
        recipient_name=recipient.called,
        kind="appointment",
        text=f"{title.strip()}\n\n{text}" if text.strip() else "",
        who_else_sees=who_else_sees,
        travels=True,
    )
    keep_paper(release, "ics", calendars.entry(release.pk, title.strip(), planned.planned_for, by.now))
    appointment = Appointment(person=about, release=release, planned=planned, title=title.strip())
    appointment.save()
    return appointment


@act("{by} called back copies about {about}: they hold words taken off the record.", needs=Right.CORRECT_RECORDS)
def recall_copies(*, by: Actor, about: Person, on: date, copies: Sequence[Release]) -> list[Recalled]:
    """That they went, to whom and when, stays on the copy register when the copies themselves are sealed with the words
    (design 7.14). Each is owed a word to whoever has it. One called back already is not called back twice.
    """
    before = Recalled.objects.filter(release_ref__in=[copy.pk for copy in copies])
    known = set(before.values_list("release_ref", flat=True))
    made = [
        Recalled(
            person=about,
            release_ref=copy.pk,
            recipient_name=copy.recipient_name,
            kind=copy.kind,
            released_on=copy.released_on,
            recalled_on=on,
        )
        for copy in copies
        if copy.pk not in known and copy.person_id == about.pk
    ]
    for line in made:
        line.save()
    return made


@act(
    "{by} told someone that a copy about {about} holds words taken off the record.",
    needs=Right.CORRECT_RECORDS,
    makes="sharing.Recalled",
)
def tell_recalled(
    *, by: Actor, about: Person, on: date, recalled: Recalled, told_by: str, what_was_done: str
) -> Recalled:
    """Whoever has the copy knows, and what became of it: given back, destroyed, or still with them. Raises Refused:
    told already, by nobody, nothing said of the copy.
    """
    if recalled.told_on:
        raise Refused(f"{recalled.told_by} has told them already.")
    if not told_by.strip():
        raise Refused("Say who told them.", field="told_by")
    if not what_was_done.strip():
        raise Refused("Say what became of the copy.", field="what_was_done")
    recalled.told_on, recalled.told_by, recalled.what_was_done = on, told_by.strip(), what_was_done.strip()
    recalled.save()
    return recalled
