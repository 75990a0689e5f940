"""Names as they are sorted and searched for: what people type, without the marks they leave out."""

import re
import unicodedata
from collections.abc import Iterable


def sort_key(given: str, family: str) -> str:
    """Family name first, without accents or capitals: lists are sorted on this, never by the database's collation."""
    return " ".join(word for name in (family, given) for word in name_words(name))


def name_words(name: str) -> list[str]:
    """The words of a name as people type them: no accents, no capitals, apostrophes dropped, hyphens split."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_UNMARKED))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in kept.replace("'", "").replace("’", "")).split()


def sound(word: str) -> str:
    """How one word of a name sounds, roughly: the same for Catherine and Kathryn, for Sean and Shaun.

    Vowels are heard only at the beginning; letters that spell one sound become one. Rough on purpose: it finds who to
    look at, and decides nothing.
    """
    heard = "".join(name_words(word))
    for spelt, said in _SPELT:
        heard = re.sub(spelt, said, heard)
    begins = "a" if heard[:1] in _VOWELS else ""
    return begins + re.sub(r"(.)\1+", r"\1", re.sub(f"[{_VOWELS}h]", "", heard))


def sound_keys(words: Iterable[str]) -> list[str]:
    """The search keys of these words by their sound. No name is typed so, and none is the beginning of another."""
    return [f"~{heard}." for word in words if (heard := sound(word))]


_VOWELS = "aeiouy"
_SPELT = [
    (r"^(kn|gn|pn)", "n"),
    (r"^wr", "r"),
    (r"ph", "f"),
    (r"gh(?=[^aeiouy]|$)", ""),
    (r"t?ch(?=[rl])", "k"),
    (r"s?ch|sh|cz|sz", "s"),
    (r"ck|q|x|c(?![eiy])", "k"),
    (r"c|z", "s"),
    (r"th", "t"),
    (r"g(?=[eiy])|j", "j"),
    (r"g", "k"),
    (r"w(?=[nl]|$)", ""),
    (r"[vw]", "f"),
    (r"d", "t"),
    (r"p", "b"),
]


# Letters that decomposition leaves whole.
_UNMARKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
)
