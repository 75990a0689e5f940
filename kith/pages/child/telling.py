"""What a child is told about what they said: the state of each thing, in a sentence of their band."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from kith import words as spoken
from kith.pages.child.keeping import Me
from kith.pages.child.phrases import phrases_for
from kith.pages.child.sheets import sheet_called
from kith.voice import queries as voice
from kith.voice import rules

LATELY = timedelta(days=14)
RINGS = (("heart", "In my heart"), ("close", "Close to me"), ("around", "Around me"))


def row(words: Any, me: Me) -> dict[str, Any]:
    """One thing said, with what became of it."""
    wish = getattr(words, "wish", None)
    answer = answer_to(wish)
    return {
        "words": words,
        "drawing": getattr(words, "drawing", None),
        "day": spoken.short_day(words.said_on, me.actor.today),
        "sheet": _sheet(words, me),
        "answer": answer if is_to_be_read(answer) else None,
        "outcome": me.pack.label("answer_outcome", answer.outcome) if is_to_be_read(answer) else "",
        "state": _state(words, wish, answer, me),
        "may_take_back": rules.may_be_taken_back(words) and not hasattr(wish, "first_answer"),
    }


def answer_to(wish: Any) -> Any:
    return getattr(wish, "answer", None) if wish else None


def is_to_be_read(answer: Any) -> bool:
    return bool(answer and (answer.told_on or answer.card_on))


def _sheet(words: Any, me: Me) -> str:
    """Where it was said: a sheet of the corner; or to whom."""
    sheet = sheet_called(words.sheet)
    return sheet.title_for(me.corner.band) if sheet else f"to {words.heard_by.partition(' ')[0]}"


def _state(words: Any, wish: Any, answer: Any, me: Me) -> str:
    """What is true of it today, and what is owed next."""
    today = me.actor.today
    if is_to_be_read(answer):
        return ""
    if wish is not None:
        by = spoken.short_day(wish.answer_by_on, today)
        if wish.reopened_on:
            return f"You were not OK with the answer. {wish.owed_by_name} looks at it again, by {by}."
        if wish.answer_by_on < today:
            return f"Your answer is late. It was due by {by}. {wish.owed_by_name} owes it to you."
        return f"{wish.owed_by_name} owes you an answer by {by}."
    return f"{words.got_by} has it." if words.got_on else ""


def what_we_did(me: Me, one: Any) -> dict[str, str]:
    """What became of what they said of our work (S3-16): done, on its way by a day, or thanked for."""
    if one.done_on:
        return {"outcome": me.pack.label("difference_outcome", one.outcome), "words": one.we_did}
    if one.due_on is None:
        return {"outcome": "", "words": phrased(me, "help_heard")}
    late = one.due_on < me.actor.today
    day = spoken.short_day(one.due_on, me.actor.today)
    return {"outcome": "", "words": phrased(me, "help_late" if late else "help_waits", day=day)}


def received_lately(me: Me) -> list[str]:
    """Receipts of the last two weeks, newest first, as sentences."""
    since = me.actor.today - LATELY
    rows = voice.own_words(me.person, corner_only=True).filter(got_on__gte=since)[:2]
    return [f"{w.got_by} got what you said on {spoken.short_day(w.said_on, me.actor.today)}." for w in rows]


def receipt_by(said_on: date, me: Me) -> str:
    """The day by which the child is told that we have it, in words."""
    limit = me.pack.timescale("receipt-to-child").limit
    return spoken.short_day(limit.after(said_on, me.pack.calendar), me.actor.today)


def phrased(me: Me, phrase: str, /, **details: str) -> str:
    """A phrase of the corner with a name or a day in it."""
    return str(getattr(phrases_for(me.corner.band), phrase)).format(**details)


def rings(people: Iterable[Any]) -> list[dict[str, Any]]:
    """The child's own people, ring by ring, the closest first."""
    chosen = list(people)
    return [
        {"title": title, "code": code, "people": [p for p in chosen if p.how_close == code]} for code, title in RINGS
    ]
