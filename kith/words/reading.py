"""How hard a text is to read: an average of two published formulae, with our own count of syllables.

Both formulae give a school grade; a child in grade 1 is about 6, so age is grade + 5. They know nothing about
kindness or truth, and little about a text of a few words, for which no age is given.
"""

import re

FEWEST_WORDS = 10
_YOUNGEST, _OLDEST = 4.0, 20.0

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|[\r\n]+")
_SHORTENED = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Prof|Rev|e\.g|i\.e|No|vs)\.(?=\s)", re.IGNORECASE)

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(
    r"""(?<![tdl])e(?=d$) | (?<=[aeiouyl]l)e(?=d$)            # moved, called: but not wanted, settled
    | (?<![csxzghl])e(?=s$) | (?<=[aeiouy]l)e(?=s$)         # makes, rules: but not houses, tables
    | (?<![aeiouyl])e$ | (?<=[aeiouy]l)e$                   # home, while: but not table
    | (?<=[^aeiou])e(?=(?:ly|ful|ment|less|ness|ty|thing|where|work|time|line)s?$)
    | (?<=v)e(?=ry$)""",
    re.VERBOSE,
)
_SAID_APART = re.compile(
    r"""[eiouy](?=ing) | (?<![cstgn])i(?=[ao]) | (?<=[rv])i(?=ous) | (?<=[tc])i(?=at)
    | i(?=um|et|ence) | e(?=a[lt][eio]|a$|o$|um) | (?<![gq])u(?=a|id|in$)""",
    re.VERBOSE,
)
_SHORT_NOT = re.compile(r"[^aeiour]n['’]t$")


def reading_age(text: str) -> float | None:
    """The age at which most readers manage the text, to one decimal between 4 and 20; None under ten words."""
    found = _WORD.findall(text)
    if len(found) < FEWEST_WORDS:
        return None
    per_sentence = len(found) / len(sentences(text))
    syllables = sum(map(_syllables, found)) / len(found)
    letters = sum(len(word) - word.count("'") - word.count("’") for word in found) / len(found)
    flesch_kincaid = 0.39 * per_sentence + 11.8 * syllables - 15.59
    automated = 4.71 * letters + 0.5 * per_sentence - 21.43
    return round(min(max((flesch_kincaid + automated) / 2 + 5, _YOUNGEST), _OLDEST), 1)


def sentences(text: str) -> list[str]:
    """The sentences that hold a word. A new line ends a sentence too: people write lists without full stops."""
    unshortened = _SHORTENED.sub(r"\1", text)
    return [part.strip() for part in _SENTENCE_END.split(unshortened) if _WORD.search(part)]


def long_sentences(text: str, most: int = 20) -> list[str]:
    """Sentences of more than `most` words, as a reader would see them."""
    return [sentence for sentence in sentences(text) if len(_WORD.findall(sentence)) > most]


def _syllables(word: str) -> int:
    lower = word.lower()
    plain = lower.replace("'", "").replace("’", "")
    heard = _SILENT_E.sub("", plain) if len(plain) > 3 else plain
    counted = len(_VOWELS.findall(heard)) + len(_SAID_APART.findall(heard)) + bool(_SHORT_NOT.search(lower))
    return max(1, counted)
