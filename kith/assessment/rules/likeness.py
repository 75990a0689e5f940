"""Siblings are not copies: texts that are the same, or nearly, as a brother's or sister's (N16)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kith.words import needs_words

_WORD = re.compile(r"\w+")
_RUN = 3  # words in a row


@dataclass(frozen=True)
class Copy:
    """A part of this child's that reads like another's. `same`: word for word."""

    part: str
    of: str
    same: bool


def copies(texts: Mapping[str, str], theirs: Mapping[str, Sequence[tuple[str, str]]], share: float) -> list[Copy]:
    """`theirs`: by part, (whose, text). `share`: from how many of a hundred runs of words two texts read alike."""
    found = []
    for part, text in texts.items():
        for whose, other in theirs.get(part, ()):
            if text and needs_words(text, [other]) and not needs_words(text):
                found.append(Copy(part, whose, same=True))
            elif _shared(text, other) * 100 >= share:
                found.append(Copy(part, whose, same=False))
    return found


def _shared(one: str, other: str) -> float:
    """Of the runs of three words in both, how many they share: 0 to 1."""
    mine, yours = _runs(one), _runs(other)
    both = mine | yours
    return len(mine & yours) / len(both) if both else 0.0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
