"""“My story so far”: what could be in a child's own booklet, for their age, and how it reads (users.md 3.7, 4.3).

The child's words and the answers to them, good things, people, and what happened as it was said to the child. Telling
of harm is never in it. Whoever makes it may leave anything out, and says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kith import words

PICTURES, WORDS, PAGE = "pictures", "words", "page"
BANDS = [
    (PICTURES, "Pictures and a few words: about 4 to 7"),
    (WORDS, "Words and pictures: about 8 to 11"),
    (PAGE, "A page of their own: 12 and over"),
]
MOST_READING_AGE = 9

ME, PEOPLE, SAID, GOOD, HAPPENED = "me", "people", "said", "good", "happened"
_TITLES = {
    ME: "This is me",
    PEOPLE: "My people",
    GOOD: "Good things",
    SAID: "What I said, and what you did",
    HAPPENED: "Things that happened",
}
_YOUNG_TITLES = {**_TITLES, SAID: "I said", HAPPENED: "What happened"}
_MOST_WHEN_YOUNG = 4  # of each chapter: a young child's booklet is short


@dataclass(frozen=True)
class Piece:
    """One thing that could be in the booklet. `ours` is what we say in it, `words` what the child said or who it is."""

    key: str  # "words-12", "entry-40": what a choice to leave it out names
    chapter: str
    words: str
    ours: str = ""
    when: str = ""

    @property
    def label(self) -> str:
        """How it is named to the worker who chooses."""
        start = self.words or self.ours
        return start if len(start) < 90 else f"{start[:87].rstrip()} …"


def band_for(years: int | None) -> str:
    if years is None or years < 8:
        return PICTURES
    return WORDS if years < 12 else PAGE


def content(first: str, facts: Sequence[str], band: str, pieces: Iterable[Piece]) -> dict[str, Any]:
    """Everything the booklet says, chapter by chapter; empty chapters are not there."""
    titles = _YOUNG_TITLES if band == PICTURES else _TITLES
    chapters: dict[str, list[Piece]] = {chapter: [] for chapter in titles}
    for piece in pieces:
        chapters[piece.chapter].append(piece)
    shown = {name: some[:_MOST_WHEN_YOUNG] if band == PICTURES else some for name, some in chapters.items()}
    return {
        "first": first,
        "band": band,
        "facts": list(facts),
        "chapters": [
            {"name": name, "title": titles[name], "pieces": [_printed(piece) for piece in some]}
            for name, some in shown.items()
            if some
        ],
    }


def _printed(piece: Piece) -> dict[str, str]:
    return {"words": piece.words, "ours": piece.ours, "when": piece.when}


def our_words(content: Mapping[str, Any]) -> str:
    """What we say in it, the child's own words apart: what is measured."""
    said = [
        piece["ours"] for chapter in content["chapters"] if chapter["name"] != PEOPLE for piece in chapter["pieces"]
    ]
    return "\n".join([*content["facts"], *(text for text in said if text)])


def reading_age(content: Mapping[str, Any]) -> float | None:
    return words.reading_age(our_words(content))


def too_hard(content: Mapping[str, Any]) -> bool:
    found = reading_age(content)
    return found is not None and found > MOST_READING_AGE


def as_text(content: Mapping[str, Any]) -> str:
    """Every word of it, for the check and as it is kept."""
    lines = [f"My story so far: {content['first']}", *content["facts"]]
    for chapter in content["chapters"]:
        lines.append(chapter["title"])
        lines += [" ".join(part for part in piece.values() if part) for piece in chapter["pieces"]]
    return "\n".join(lines)
