"""Names as they are sorted and searched for: what people type, without the marks they leave out."""

import unicodedata


def sort_key(given: str, family: str) -> str:
    """Family name first, without accents or capitals: lists are sorted on this, never by the database's collation."""
    return " ".join(word for name in (family, given) for word in name_words(name))


def name_words(name: str) -> list[str]:
    """The words of a name as people type them: no accents, no capitals, apostrophes dropped, hyphens split."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_UNMARKED))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in kept.replace("'", "").replace("’", "")).split()


# Letters that decomposition leaves whole.
_UNMARKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
)
