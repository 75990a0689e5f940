"""Work goes to another area or comes from one: asked in writing, with its papers, accepted by somebody by name."""

from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.involvement.models import AT_HAND, Spell, Transfer, TransferPaper
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_MADE = "involvement.Transfer"


@act(
    "{by} wrote down that the work with {about} moves between areas.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    staff_only=True,
    makes=_MADE,
)
def begin_transfer(
    *, by: Actor, about: Person, on: date, way: str, area: str, because: str, who_there: str = ""
) -> Transfer:
    """Notice given to another area, or received from one; the papers of the pack’s list are asked for with it. Where
    the child lives now may be nobody’s business: the line is ours alone.

    Raises Refused: no way or area; not why; work that is not open, to another area; one that waits already.
    """
    if way not in ("in", "out"):
        raise Refused("Choose whether the work goes or comes.", field="way")
    if not area.strip():
        raise Refused("Name the other area.", field="area")
    if needs_words(because):
        raise Refused("Say what has happened: who moved, and for how long.", field="because")
    spell = Spell.objects.filter(person=about, closed_on=None).order_by(*AT_HAND).first()
    if way == "out" and spell is None:
        raise Refused(f"We are not working with {about} at the moment.")
    if Transfer.objects.filter(person=about, accepted_on=None, called_off_on=None).exists():
        raise Refused("A move waits for an answer already. Carry on with that one.")
    made = Transfer(
        person=about,
        spell=spell,
        way=way,
        area=area.strip(),
        who_there=who_there.strip(),
        because=because.strip(),
        asked_on=on,
    )
    made.save()
    for code, _ in packs.pack_for(settings.PACK, on).choices("transfer_paper"):
        TransferPaper(person=about, transfer=made, paper=code).save()
    return made


@act("{by} looked after the papers of a move of {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def note_paper(
    *, by: Actor, about: Person, on: date, paper: TransferPaper, copy: Any = None, not_because: str = ""
) -> TransferPaper:
    """That it went or came, and as which released copy; or why there is none. Raises Refused: another child’s copy."""
    found = TransferPaper.objects.get(pk=paper.pk, person=about)
    if copy is not None and copy.person_id != about.pk:
        raise Refused("Choose a copy about this child.", field="copy")
    reason = not_because.strip()
    found.on, found.copy, found.not_because = (None, None, reason) if reason else (on, copy, "")
    found.save()
    return found


@act(
    "The move of the work with {about} between areas was accepted.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    staff_only=True,
    makes=_MADE,
)
def accept_transfer(*, by: Actor, about: Person, on: date, transfer: Transfer, accepted_by: str) -> Transfer:
    """From that day the other area answers for the child, or we do. A fact: kept whatever papers are missing. Raises
    Refused: nobody named; before it was asked; one that does not wait.
    """
    found = _waiting(transfer, about)
    if not accepted_by.strip():
        raise Refused("Say who accepted it, by name.", field="accepted_by")
    if on < found.asked_on:
        raise Refused("That day is before it was asked.", field="on")
    found.accepted_on, found.accepted_by = on, accepted_by.strip()
    found.save()
    return found


@act("{by} noted who was told that the work with {about} moves.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def tell_of_transfer(*, by: Actor, about: Person, on: date, transfer: Transfer, **days: date | None) -> Transfer:
    """`days`: goodbye_on, child_told_on, family_told_on, each when it has happened. Raises Refused: a day to come."""
    found = Transfer.objects.get(pk=transfer.pk, person=about)
    for name in ("goodbye_on", "child_told_on", "family_told_on"):
        day = days.get(name)
        if day and day > by.today:
            raise Refused("That day has not come yet. Note it when it has happened.", field=name)
        setattr(found, name, day or getattr(found, name))
    found.save()
    return found


@act("{by} called off a move of the work with {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes=_MADE)
def call_off_transfer(*, by: Actor, about: Person, on: date, transfer: Transfer, because: str) -> Transfer:
    """They said no, or nobody moves: the work stays where it is. Raises Refused: no reason; one that does not wait."""
    found = _waiting(transfer, about)
    if needs_words(because):
        raise Refused("Say why it is called off.", field="because")
    found.called_off_on, found.called_off_because = on, because.strip()
    found.save()
    return found


def still_ours(about: Person) -> Transfer | None:
    """A move to another area that nobody there has accepted: we stay responsible until they do."""
    return Transfer.objects.filter(person=about, way="out", accepted_on=None, called_off_on=None).first()


def _waiting(transfer: Transfer, about: Person) -> Transfer:
    found = Transfer.objects.select_for_update().filter(pk=transfer.pk, person=about).first()
    if found is None or not found.waits:
        raise Refused("This has been answered already.")
    return found
