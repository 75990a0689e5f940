"""How each agency that was asked stands to what is made of it together. Silence is never agreement (N40)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kith.words import joined

SAME = "same"


@dataclass(frozen=True)
class Stands:
    """One agency: what it answered, if anything; and what it says of the text that stands, or said of an older one.

    `request`: its answer, or the question it has not answered. `older`: what it signed before the text was written
    anew, newest first.
    """

    agency: Any
    request: Any
    view: Any = None
    older: tuple[Any, ...] = ()

    @property
    def replied(self) -> bool:
        return self.request.answered_at is not None

    @property
    def given(self) -> bool:
        return self.view is not None

    @property
    def signed(self) -> bool:
        return self.view is not None and self.view.signed_at is not None

    @property
    def differs(self) -> bool:
        return self.signed and self.view.view != SAME


def agencies_asked(requests: Iterable[Any]) -> list[Any]:
    """One request for each agency, by its name: the newest it answered, or else the newest it was asked."""
    found: dict[int, Any] = {}
    for one in sorted(requests, key=lambda each: (each.answered_at is not None, each.asked_at, each.pk)):
        found[one.agency_id] = one
    return sorted(found.values(), key=lambda one: (one.agency.name, one.agency_id))


def stand(requests: Iterable[Any], texts: Sequence[Any]) -> list[Stands]:
    """Every agency that was asked. `texts`: all that were written about one child, newest first."""
    views = {(one.agency_id, text.pk): one for text in texts for one in text.views.all()}
    newest, *older = texts or [None]
    return [
        Stands(
            one.agency,
            one,
            views.get((one.agency_id, newest.pk)) if newest else None,
            tuple(_signed_before(one.agency_id, older, views)),
        )
        for one in agencies_asked(requests)
    ]


def _signed_before(agency: int, older: Sequence[Any], views: dict[tuple[int, int], Any]) -> Iterator[Any]:
    found = (views.get((agency, text.pk)) for text in older)
    return (view for view in found if view and view.signed_at)


def not_signed(standing: Iterable[Stands]) -> list[str]:
    return [one.agency.name for one in standing if not one.signed]


def ours_alone(standing: Iterable[Stands]) -> bool:
    """Nobody but us says so."""
    return not any(one.signed for one in standing)


def told_of(number: int, standing: Sequence[Stands]) -> str:
    """What a decision rests on, in a sentence: who signed the text, who sees it differently, who did not sign."""
    said = [
        ("signed by", [one.agency.name for one in standing if one.signed and not one.differs]),
        ("seen differently by", [one.agency.name for one in standing if one.differs]),
        ("not signed by", not_signed(standing)),
    ]
    parts = "; ".join(f"{words} {joined(names)}" for words, names in said if names)
    return f"What was made of it together, text {number}: {parts or 'written here alone'}."
