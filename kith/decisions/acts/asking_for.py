"""Asking one colleague to sign something off, and what they answer. The rooms whose papers these are have the acts."""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.decisions.models import SignOffAsked
from kith.directory import queries as directory
from kith.directory.acts import notify
from kith.people.models import Person
from kith.record import Refused
from kith.words import needs_words

_ASK = "You are asked to read something and sign it off."
_SIGNED = "Something you had asked to be read is signed off."
_BACK = "Something you had asked to be read came back with a question."


def ask_inside(
    by: Actor,
    about: Person,
    on: date,
    *,
    of: str,
    row: int,
    version: int,
    wrote: set[int | None],
    asked_id: int,
    by_when: date | None = None,
    words: str = "",
) -> SignOffAsked:
    """Kept inside the act at hand, and whoever is asked is told. Somebody else who was asked before is asked no more.

    Raises Refused: somebody who may not sign, whose own work it is (`wrote`), or to whom the record is closed; asked
    already; a day that is past.
    """
    reader = _who_may_sign(by, about, wrote, asked_id)
    if by_when and by_when < on:
        raise Refused("That day is past.", field="by_when")
    before = waiting(of, row)
    if before and before.asked_id == asked_id:
        raise Refused(f"{before.asked_name} has been asked already.", field="asked_id")
    if before:
        _close(before, "passed_on", on)
    made = SignOffAsked(
        person=about,
        of=of,
        row=row,
        version=version,
        asked_id=asked_id,
        asked_name=reader.name,
        asked_by_id=by.account_id,
        asked_by_name=by.name,
        asked_on=on,
        by_when=by_when,
        words=words.strip(),
    )
    made.save()
    notify(asked_id, "sign_off_asked", about, _ASK)
    return made


def _who_may_sign(by: Actor, about: Person, wrote: set[int | None], asked_id: int) -> Any:
    """Raises Refused: no right to sign, their own work, or a record that is closed to them."""
    reader = directory.holding(Right.SIGN_ASSESSMENTS).filter(account_id=asked_id).first()
    if reader is None:
        raise Refused("Ask somebody who may sign.", field="asked_id")
    if asked_id in (wrote | {by.account_id}):
        raise Refused("Nobody signs their own work. Ask somebody else.", field="asked_id")
    if directory.closed_to(asked_id, [about.pk], by.now):
        raise Refused(f"{reader.name} cannot open this record. Ask somebody else.", field="asked_id")
    return reader


def send_back_inside(by: Actor, about: Person, on: date, *, of: str, row: int, because: str, as_read: str) -> Any:
    """With a question; what was written stays where it is. Raises Refused: nobody asked this reader; no question."""
    found = _asked_of(by, of, row)
    if needs_words(because):
        raise Refused("Say what you ask, or what is missing.", field="because")
    found.because = because.strip()
    return _answered(found, "sent_back", on, as_read, about, _BACK)


def sign_off_inside(by: Actor, about: Person, on: date, *, of: str, row: int, as_read: str) -> Any:
    """Read and signed. Raises Refused: nobody asked this reader."""
    return _answered(_asked_of(by, of, row), "signed", on, as_read, about, _SIGNED)


def settle_inside(by: Actor, about: Person, on: date, *, of: str, row: int, as_read: str) -> None:
    """It is signed, by whomever: nothing waits any more, and whoever had asked is told. Of somebody who was asked and
    did not sign it is not said that they read it.
    """
    found = waiting(of, row)
    if found is None:
        return
    if found.asked_id == by.account_id:
        _answered(found, "signed", on, as_read, about, _SIGNED)
    else:
        _close(found, "passed_on", on)
        notify(found.asked_by_id, "sign_off_signed", about, _SIGNED)


def waiting(of: str, row: int) -> SignOffAsked | None:
    return SignOffAsked.objects.select_for_update().filter(of=of, row=row, answer="").first()


def _asked_of(by: Actor, of: str, row: int) -> SignOffAsked:
    found = waiting(of, row)
    if found is None or found.asked_id != by.account_id:
        raise Refused("You have not been asked to read this, or it has an answer already.")
    return found


def _answered(found: SignOffAsked, answer: str, on: date, as_read: str, about: Person, told: str) -> SignOffAsked:
    found.as_read = as_read
    _close(found, answer, on)
    notify(found.asked_by_id, f"sign_off_{answer}", about, told)
    return found


def _close(found: SignOffAsked, answer: str, on: date) -> None:
    found.answer, found.answered_on = answer, on
    found.save()
