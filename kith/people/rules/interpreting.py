"""Who never interprets: a child, a relative, or somebody who may be a danger (design 7.4). No I/O."""

from collections.abc import Iterable
from typing import NamedTuple

from kith.people.rules.names import name_words

_KIN = frozenset(
    name_words(
        "mother mum mummy father dad daddy parent parents stepmother stepfather stepdad stepmum sister brother sibling "
        "son daughter child children nan nana gran granny grandma grandad grandpa grandmother grandfather grandparent "
        "aunt auntie uncle cousin niece nephew relative family husband wife partner girlfriend boyfriend"
    )
)


class Close(NamedTuple):
    """Somebody close to a child: every name they go by, and what they are to the child, in words."""

    names: tuple[str, ...]
    tie: str


def never_interprets(who: str, close: Iterable[Close]) -> str:
    """What the person named as an interpreter is to the child, where that means they may not interpret; "" otherwise.

    A name is met whole, or by itself; a stranger who shares a first name is nobody close. A word for a relative counts
    where it is what is said ("her older sister"), not in the name of a service ("Mother Tongue").
    """
    said = name_words(who)
    if not said:
        return ""
    for one in close:
        for name in one.names:
            words = name_words(name)
            if words and (_within(words, said) or said == words[:1]):
                return one.tie
    return "a relative" if said[-1] in _KIN else ""


def _within(words: list[str], said: list[str]) -> bool:
    return any(said[n : n + len(words)] == words for n in range(len(said) - len(words) + 1))
