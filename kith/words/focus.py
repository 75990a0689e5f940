"""Whose story a text tells: which of its sentences speak of the child, and which only of the adults (S1-06).

Counting, not reading: the same words always give the same answer, and anyone can check it with a pencil. A sentence
that names the child is the child's, whoever else is in it. One that names only adults is theirs. One that begins with
"he", "she" or "they" belongs with the sentence before it. One that names nobody is left out, unless it stands where
only the child was asked about.
"""

import re
from collections.abc import Collection
from typing import Literal, NamedTuple

from kith.words.reading import sentences

Whose = Literal["child", "adults", ""]

_OF_CHILD = """
baby babies child children children’s child’s daughter daughters girl girls boy boys kid kids son
sons teenager toddler twin twins
"""
_OF_ADULTS = """
adult adults aunt auntie boyfriend carer carers couple dad daddy ex-partner father fathers gran
grandad grandfather grandma grandmother grandparents girlfriend granny husband lodger mother mothers
mum mummy mums nan nana parent parents partner partners stepdad stepfather stepmother stepmum uncle
wife
"""
CHILD, ADULTS = frozenset(_OF_CHILD.split()), frozenset(_OF_ADULTS.split())
_CARRIED = frozenset(["he", "her", "hers", "him", "his", "it", "its", "she", "their", "theirs", "them", "they"])
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Share(NamedTuple):
    """How many sentences speak of the child, how many only of adults, and how many name nobody."""

    child: int = 0
    adults: int = 0
    nobody: int = 0

    @property
    def percent(self) -> int | None:
        """The child's share of those that speak of somebody, rounded down; None when none does."""
        spoken = self.child + self.adults
        return self.child * 100 // spoken if spoken else None

    def __add__(self, other: "Share") -> "Share":  # type: ignore[override]
        return Share(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def share_of(text: str, child: Collection[str], adults: Collection[str], *, otherwise: Whose = "") -> Share:
    """The sentences of one text. `child` and `adults`: names as they are used, in any case. `otherwise`: whose a
    sentence is that names nobody.
    """
    childs, grown = _lower(child) | CHILD, _lower(adults) | ADULTS
    counted: dict[str, int] = {"child": 0, "adults": 0, "": 0}
    before: Whose = otherwise
    for sentence in sentences(text):
        before = _whose(sentence, childs, grown, before, otherwise)
        counted[before] += 1
    return Share(counted["child"], counted["adults"], counted[""])


def _whose(sentence: str, child: Collection[str], adults: Collection[str], before: Whose, otherwise: Whose) -> Whose:
    found = [word.lower() for word in _WORD.findall(sentence)]
    named = {form for word in found for form in (word, re.sub(r"['’]s?$", "", word))}
    if not named.isdisjoint(child):
        return "child"
    if not named.isdisjoint(adults):
        return "adults"
    return before if found and found[0] in _CARRIED else otherwise


def _lower(names: Collection[str]) -> frozenset[str]:
    """Each name as it is said, and each part of it on its own: Mary Ann is Mary, and Ann."""
    return frozenset(part.lower() for name in names for part in _WORD.findall(name))
