"""What must not be in a copy: protected strings, however they are spaced or capitalised."""

import re
from dataclasses import dataclass
from html import unescape

OWN_TREE = "own_tree"  # a release of this kind is a child's own picture of their family, for their own pages
LEDGER = "voice"  # a release of this kind is a child's list of what they said and what became of it
SAID, THEN, BECAUSE = "I said,", "You did:", "Because:"  # how its lines begin
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Hit:
    """A protected string found in a text, and the line (from 1) it was found in."""

    string: str
    line: int


def hits(text: str, strings: list[str]) -> list[Hit]:
    """Every protected string in the text. Spaces, line breaks, punctuation and capitals hide nothing (S-13, S-16)."""
    found = []
    plain_text, places = _plain(text)
    for string in strings:
        plain, _ = _plain(string)
        at = plain_text.find(plain) if plain else -1
        if at >= 0:
            found.append(Hit(string, text.count("\n", 0, places[at]) + 1))
    return found


def words_in(picture: str) -> str:
    """What an SVG says in words, to somebody who reads it or listens to it."""
    return unescape(_TAG.sub(" ", picture))


def said(found: list[Hit], recipient: str) -> str:
    """In a worker's words: what to take out before this can go."""
    each = "; ".join(f"“{hit.string}” in line {hit.line}" for hit in found)
    return f"This must not reach {recipient}: {each}. Take it out, or choose someone else."


# Words that tell whoever sees a calendar or an envelope what it is about.
_TELLING = (
    "social",
    "safeguard",
    "protect",
    "child",
    "children",
    "court",
    "police",
    "council",
    "enquiry",
    "plan",
    "care",
    "abuse",
    "violence",
    "refuge",
    "welfare",
    "services",
    "assessment",
)


def tells(title: str) -> str:
    """The first word of a title that gives it away; "" for a plain one."""
    words = "".join(c if c.isalpha() else " " for c in title.lower()).split()
    return next((word for word in words if word.startswith(_TELLING)), "")


def _plain(text: str) -> tuple[str, list[int]]:
    """Letters and digits alone, in lower case, and where each stood in the text."""
    kept = [(c.lower(), i) for i, c in enumerate(text) if c.isalnum()]
    return "".join(c for c, _ in kept), [i for c, i in kept for _ in c]


@dataclass(frozen=True)
class Ledger:
    """A child's list, to be set in two columns: what stands before it, each thing said with what became of it, what
    somebody wrote after it.
    """

    before: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]  # (the day, the words, what became of them)
    after: tuple[str, ...]


def ledger(text: str) -> Ledger:
    """The same words in columns; a paragraph that is no entry stays a paragraph, and nothing is left out."""
    before: list[str] = []
    after: list[str] = []
    rows = []
    for block in (block.strip() for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n"))):
        first, _, rest = block.partition("\n")
        day, colon, said = first.removeprefix(SAID).partition(":")
        if first.startswith(SAID) and colon:
            became = tuple(line.strip().removeprefix(THEN).strip() for line in rest.splitlines() if line.strip())
            rows.append((day.strip(), said.strip(), became))
        elif block:
            (after if rows else before).append(block)
    return Ledger(tuple(before), tuple(rows), tuple(after))
