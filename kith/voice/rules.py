"""What the answer to a child must hold, what is owed, how its words read; and what a child's own corner knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith import words
from kith.words import Say, needs_words

BANDS = ("young", "middle", "teen")
_FROM_AGE = ((13, "teen"), (9, "middle"), (0, "young"))
COLOURS = ("sun", "sky", "leaf", "rose", "plain")
HELPERS = ("fox", "owl", "cat", "boat")
HOW_CLOSE = ("heart", "close", "around")
SHOWN = ("play", "behaviour")  # ways of speaking an adult saw and put into words: not to be quoted as the child's
MOST_PICTURES = 4  # on one answer card: more is a page to read
REACTIONS = ("ok", "so_so", "not_ok")
TAKEN_OUT = "[words taken out: wrong child]"
ONLY_WORDS = ("write_down_words", "say_in_corner")  # acts that are about nothing else
OWED_AN_ANSWER = ("wish", "worry")  # good things are kept; telling of harm is acted on, never answered (7.3)


@dataclass(frozen=True)
class Said:
    """One thing said on a sheet of a child's corner: its sort, the words, what was picked, the question there."""

    sort: str
    text: str = ""
    picked: str = ""
    question: str = ""


def band_for(years: int | None) -> str:
    """How a child of this age is spoken to, until they choose otherwise."""
    return "middle" if years is None else next(band for start, band in _FROM_AGE if years >= start)


def may_be_taken_back(words: Any) -> bool:
    """What a child sent from their own corner, until they were told that we have it, or answered (3.7)."""
    answer = getattr(getattr(words, "wish", None), "answer", None)
    return words.own_hand is not None and words.sort != "harm" and words.got_on is None and answer is None


def is_owed_an_answer(sort: str) -> bool:
    return sort in OWED_AN_ANSWER


def fault_in_answer(
    outcome: str, reason: str, decided_on: date, told_on: date | None, told_by: str, today: date
) -> tuple[str, str]:
    """(form field, what is wrong in words), or two empty strings (S3-03)."""
    if outcome != "agreed" and needs_words(reason):
        return "reason", "Give the reason, in words for the child: they are owed it when the answer is not yes."
    return fault_in_telling(decided_on, told_on, told_by, today)


def fault_in_telling(decided_on: date, told_on: date | None, told_by: str, today: date) -> tuple[str, str]:
    """The same of telling alone: of an answer that was kept, nothing is asked again."""
    if told_on and told_on < decided_on:
        return "told_on", "The child cannot have been told before it was decided."
    if told_on and told_on > today:
        return "told_on", "That day has not come yet. Save the answer, and tell the child first."
    if told_on and needs_words(told_by) and not _may_be_a_name(told_by):
        return "told_by", "Say who told the child."
    return "", ""


def _may_be_a_name(text: str) -> bool:
    """Na is one; n/a, a dot and "as above" are none."""
    return text.strip().isalpha() and text.strip().istitle()


def lines_that_go(words: Any, answers: Iterable[Any] = (), said_beside: bool = False) -> set[int]:
    """The lines of the log that leave with words. A visit really happened: its line stays, and so does the line of a
    sheet on which other words were `said_beside`. One only about these words goes with them, and so do those of
    their answers.
    """
    lines = {words.act_id} if words.act.name in ONLY_WORDS and not said_beside else set()
    return lines | {line for answer in answers for line in (answer.act_id, answer.latest_act_id)}


def says_nothing_else(text: str) -> bool:
    """Whether a text is only the mark left where words were taken out."""
    return not any(c.isalnum() for c in text.replace(TAKEN_OUT, ""))


def how_it_reads(text: str, aim: float, also: Iterable[Say] = ()) -> list[str]:
    """Advice about words meant for a child: a sentence for each thing that could be plainer. Never a gate (3.8)."""
    advice = []
    age = words.reading_age(text)
    if age is not None and age > aim:
        advice.append(f"This reads at about age {age:.0f}. Shorter words and sentences bring it down to {aim:.0f}.")
    advice += [f"A long sentence: “{_start(long)}” Could it be two?" for long in words.long_sentences(text)]
    advice += [f"“{flag.found}”: {flag.instead}" for flag in words.flags(text, also)]
    return advice


def _start(sentence: str, most: int = 8) -> str:
    first = sentence.split()
    return " ".join(first[:most]) + (" …" if len(first) > most else "")
