"""What I said, what you did: the child's own list of what they said and what became of it, on paper (N1).

It is written as plain text, so that whoever releases it can take anything out and every word of it is searched; the
released copy sets it in two columns (`kith.sharing.rules.ledger`).
"""

from datetime import date
from typing import Any

from kith.calendar import in_full
from kith.pages.child.telling import answer_to, is_to_be_read
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.sharing.rules import BECAUSE, SAID, THEN
from kith.voice import queries as voice


def ledger_text(opened: Opened) -> str:
    """Newest first. Telling of harm is never in it; an answer nobody has told the child yet is told first."""
    name, today = opened.child.called.partition(" ")[0], opened.actor.today
    blocks = [f"{name}: what I said, and what you did\nUp to {in_full(today)}."]
    for words in voice.words_of(opened.child).exclude(sort="harm"):
        lines = [f"{SAID} {in_full(words.said_on)}: “{words.told}”", f"{THEN} {_became(words, opened, today)}"]
        answer = answer_to(getattr(words, "wish", None))
        if is_to_be_read(answer) and answer.reason:
            lines.append(f"{BECAUSE} {answer.reason}")
        blocks.append("\n".join(line.replace("\n", " ") for line in lines))
    return "\n\n".join(blocks)


def _became(words: Any, opened: Opened, today: date) -> str:
    """To the child, in a sentence or two: the answer, who owes one by when, or that it is kept."""
    wish = getattr(words, "wish", None)
    answer = answer_to(wish)
    if is_to_be_read(answer):
        outcome = pack_of(opened).label("answer_outcome", answer.outcome).rstrip(".")
        return f"{outcome}. {answer.what_we_did}".strip()
    if answer:
        return "There is an answer. We tell you about it first."
    if wish is None:
        return "We wrote it down. It is kept with your story."
    if wish.reopened_on:
        return f"It was not OK for you. {wish.owed_by_name} looks at it again, by {in_full(wish.answer_by_on)}."
    late = "It is late, and we are sorry." if wish.answer_by_on < today else ""
    owed = f"Not answered yet. {wish.owed_by_name} owes you an answer by {in_full(wish.answer_by_on)}."
    return f"{owed} {late}".strip()
