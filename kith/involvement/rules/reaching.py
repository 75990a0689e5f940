"""Which telephone numbers stand in a worker's words, so that no private one is shown to families (S4-28)."""

import re
from collections.abc import Iterable, Iterator

_RUN = re.compile(r"(?<!\d)(?:\+|0)[\d\s().-]{8,}\d")
_LENGTHS = range(10, 14)  # digits; a shorter run is an hour or a helpline of three to eight, a longer one two of them
_NOBODYS = ("080", "03")  # begun like this, a number is a service's and never a person's


def private_numbers(words: str, known: Iterable[str]) -> list[str]:
    """Those in `words` that are none of ours: `known` are the work numbers there are, however they are written."""
    ours = {_plain(number) for number in known}
    found = ((number, _plain(number)) for number in _found(words))
    return [number for number, plain in found if plain not in ours and not plain.startswith(_NOBODYS)]


def _found(words: str) -> Iterator[str]:
    for run in _RUN.findall(words):
        if len(_plain(run)) in _LENGTHS:
            yield run.strip()


def _plain(number: str) -> str:
    """Its digits as they are dialled here: +44 and 0044 are 0."""
    digits = "".join(char for char in number if char.isdigit())
    for abroad in ("0044", "44"):
        if digits.startswith(abroad):
            return "0" + digits.removeprefix(abroad).removeprefix("0")
    return digits
