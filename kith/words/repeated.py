"""The same words again: found however they are spaced, quoted or capitalised, and taken out of a longer text."""

import re
from collections.abc import Iterable

from kith.words.reading import sentences

_ENOUGH = 4  # words of a sentence before finding it again means anything
_FEWEST = 2  # words of the whole


def passages(said: str) -> list[str]:
    """What to look for elsewhere: the whole, then each sentence of it long enough to be nobody else's by chance."""
    whole = [said.strip()] if len(_words(said)) >= _FEWEST else []
    parts = [part for part in sentences(said) if len(_words(part)) >= _ENOUGH]
    return whole + [part for part in parts if _words(part) != _words(said)]


def stands_at(text: str, passage: str) -> tuple[int, int] | None:
    """Where a passage first stands in a text: from and to; None when it does not."""
    pattern = _pattern(passage)
    found = pattern.search(text) if pattern else None
    return found.span() if found else None


def taken_out(text: str, said: Iterable[str], left: str) -> str:
    """The text with each of these passages replaced by `left`; as it was where none of them stands."""
    for found in filter(None, map(_pattern, said)):
        text = found.sub(lambda _: left, text)
    return text


def _pattern(passage: str) -> re.Pattern[str] | None:
    """Its words in order, whatever stands between them."""
    words = _words(passage)
    return re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE) if words else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
