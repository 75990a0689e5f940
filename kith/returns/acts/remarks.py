"""What an officer should look at after a later file was compared with what is held."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.calendar import in_full
from kith.returns.acts.census import Census, Staged
from kith.returns.cin import layout
from kith.returns.cin.layout import Trail
from kith.returns.cin.shape import Finding
from kith.returns.rules import Kind, Said


@dataclass(frozen=True)
class Remarks:
    """About one child of the file. A `trail` leads to the record or value meant."""

    census: Census
    staged: Staged

    def kept(self, field: str, says: Any, held: Any, trail: Trail) -> None:
        reason = f"{field} is {_in_words(says)} in this file and {_in_words(held)} here. What is here was kept."
        self._note(field, reason, trail, lost=_in_words(says))

    def taken_off(self, kind: Kind, trail: Trail) -> None:
        said = f"This {kind.word} was taken off the child's record here, so it was not put back."
        self._note(kind.element, said, trail, lost="all of it")

    def gone(self, kind: Kind, said: Said, trail: Trail) -> None:
        """An earlier file had it and this one should too."""
        began = getattr(said.record, kind.begins)
        since = f" of {in_full(began)}" if began else ""
        reason = f"The {kind.word}{since} that came with the census of {said.year} is not in this file. It was kept."
        self._note(kind.element, reason, trail)

    def led(self, closed_on: date, trail: Trail) -> None:
        day = in_full(closed_on)
        said = f"CINclosureDate is {day}, but someone leads this work here. It was left open: close it here."
        self._note("CINclosureDate", said, trail, lost=day)

    def beside(self, began: date, trail: Trail) -> None:
        said = f"This referral was added beside work begun here on {in_full(began)}: see whether the two are one."
        self._note("CINdetails", said, trail)

    def _note(self, field: str, reason: str, trail: Trail, *, lost: str = "") -> None:
        place = layout.place(trail)
        finding = Finding(self.staged.line, self.staged.child.la_child_id, field, reason, not lost, lost, place)
        self.census.note_all([finding])


def _in_words(value: Any) -> str:
    if value is None or value in ("", []):
        return "empty"
    if isinstance(value, date):
        return in_full(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(_in_words, value)) if isinstance(value, list) else str(value)
