"""Does this text hold words about this child? A measure for evidence (design 7.11), never a gate on saving."""

import re
import unicodedata
from collections.abc import Iterable

_SAYS_NOTHING = (
    "na|n a|none|nil|no comment|nothing|nothing to report|nothing to add|nothing new|no change|no changes|"
    "no concerns|no issues|no worries|not applicable|not known|unknown|as above|as before|as previous|see above|"
    "see below|see previous|ditto|same|same as above|same as before|tbc|tba|to follow|to be confirmed|to be added|"
    "pending|test|asdf|x|xx|xxx|done|completed"
)
_NOTHING_SAID = frozenset(_SAYS_NOTHING.split("|"))
# More letters than any of these has: it says something.
_LONGER = re.compile(rf"(?:[^A-Za-z0-9]*[A-Za-z0-9]){{{max(map(len, _NOTHING_SAID)) + 1}}}")

EMPTY = "Nothing is written here yet."
EMPTY_PHRASE = "This needs words about this child: what was said, seen or done."
SAME = "These are the same words as in another record. What is different for this child, or this time?"
CHIPS = "These are only the suggested words. Add what was true for this child."


def needs_words(text: str, others: Iterable[str] = (), chips: Iterable[str] = ()) -> bool:
    """Whether this text does not count as evidence yet.

    `others` are texts it must not repeat (brothers' and sisters' lines, the last record); `chips` are suggestions
    that were offered and may have been left as they were.
    """
    if not others and not chips and text.isascii() and _LONGER.match(text):
        return False  # boards ask this of tens of thousands of texts
    return bool(asks_for_words(text, others, chips))


def asks_for_words(text: str, others: Iterable[str] = (), chips: Iterable[str] = ()) -> str:
    """What to tell the writer when a text needs words; empty text when it does not."""
    said = _bare(text)
    if not said:
        return EMPTY_PHRASE if text.strip() else EMPTY
    if said in _NOTHING_SAID:
        return EMPTY_PHRASE
    if said in {_bare(other) for other in others}:
        return SAME
    return CHIPS if _only_chips(said, chips) else ""


def _only_chips(said: str, chips: Iterable[str]) -> bool:
    left = f" {said} "
    for chip in sorted((_bare(chip) for chip in chips), key=len, reverse=True):
        if chip:
            left = left.replace(f" {chip} ", " ")
    return not left.strip()


def _bare(text: str) -> str:
    """Lower-case words only. Punctuation goes; letters, numbers and pictures such as emoji stay."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_KEPT).split())


class _Kept(dict[int, str]):
    """What becomes of each letter, found out once: boards ask this of tens of thousands of texts."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if _says_something(chr(code)) else " "
        return self[code]


def _says_something(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM" or unicodedata.category(char) == "So"


_KEPT = _Kept()
