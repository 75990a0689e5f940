"""Which telephone numbers stand in a worker's words, so that no private one is shown to families (S4-28)."""

import re
from collections.abc import Iterable, Iterator

_RUN = re.compile(r"(?<!\d)(?:\+|0)[\d\s().-]{8,}\d")
_BEGINS = re.compile(r"\s+(?=\(?[+0])")
_LENGTHS = range(10, 14)  # digits; a shorter run is an hour or a helpline of three to eight, a longer one several
_NOBODYS = ("080", "03")  # begun like this, a number is a service's and never a person's


def private_numbers(words: str, known: Iterable[str]) -> list[str]:
    """Those in `words` that are none of ours: `known` are the work numbers there are, however they are written."""
    ours = {_plain(number) for number in known}
    found = ((number, _plain(number)) for number in _found(words))
    return [number for number, plain in found if plain not in ours and not plain.startswith(_NOBODYS)]


def _found(words: str) -> Iterator[str]:
    for run in _RUN.findall(words):
        for number in _apart(run.strip()):
            if len(_plain(number)) in _LENGTHS:
                yield number


def _apart(run: str) -> Iterator[str]:
    """The numbers of a run too long for one: a piece as long as a number is one, shorter ones belong together."""
    if len(_plain(run)) <= _LENGTHS[-1]:
        yield run
        return
    short: list[str] = []
    for piece in _BEGINS.split(run):
        if len(_plain(piece)) < _LENGTHS[0]:
            short.append(piece)
            continue
        yield from (" ".join(short), _first(piece))
        short.clear()
    yield " ".join(short)


def _first(piece: str) -> str:
    """Its words until there are digits enough for a number: what follows is an hour, or three digits to ring."""
    words = piece.split()
    n = next(n for n in range(1, len(words) + 1) if len(_plain(" ".join(words[:n]))) >= _LENGTHS[0])
    return " ".join(words[:n])


def _plain(number: str) -> str:
    """Its digits as they are dialled here: +44 and 0044 are 0."""
    digits = "".join(char for char in number if char.isdigit())
    for abroad in ("0044", "44"):
        if digits.startswith(abroad):
            return "0" + digits.removeprefix(abroad).removeprefix("0")
    return digits
