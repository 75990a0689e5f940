"""Is an assessment only about what is wrong? Strengths beside worries, and words that blame (S1-26). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith import words
from kith.assessment.models import Held
from kith.packs import Pack

FIGURE = "share-of-strengths"


@dataclass(frozen=True)
class Balance:
    """How many lines say what is strong, and how many what is needed or dangerous."""

    strengths: int
    worries: int

    @property
    def percent(self) -> int | None:
        """Strengths of all of them, in whole percent, rounded down. None while nothing is written."""
        both = self.strengths + self.worries
        return 100 * self.strengths // both if both else None

    def is_low(self, pack: Pack) -> bool:
        return self.percent is not None and self.percent < int(pack.figure(FIGURE))


def balance(held: Held) -> Balance:
    """A part of life may be strong and in need at once: it counts on both sides. A dot counts on neither (7.11)."""
    notes = held.domains.values()
    return Balance(
        strengths=sum(not words.needs_words(note.strengths) for note in notes),
        worries=sum(not words.needs_words(note.needs) for note in notes) + len(held.dangers),
    )


def kinder(texts: Iterable[str]) -> list[str]:
    """Each blaming or jargon phrase once, with what to say instead."""
    found = [flag for text in texts for flag in words.flags(text)]
    return list(dict.fromkeys(f"“{flag.found}”: {flag.instead}" for flag in found))


def written_in(held: Held) -> list[str]:
    """Everything in it that we wrote."""
    notes = held.domains.values()
    ours = [one.text for (part, _), one in held.passages.items() if part != "family"]
    return [*ours, *(text for note in notes for text in (note.strengths, note.needs, note.shown_by))]
