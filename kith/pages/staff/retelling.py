"""Lines of the record, told so that one can be known from another: as the story has them, with what the child said."""

from collections.abc import Iterable
from typing import Any

from kith.pages.staff.opening import Opened
from kith.story import queries as story
from kith.voice import queries as voice

LONG = 100


def retold(lines: Iterable[Any], opened: Opened) -> dict[int, str]:
    """By the act. What was written down is quoted, and what the child said with it or was answered; never a telling of
    harm. Two queries, and none when there are no lines.
    """
    lines = list(lines)
    if not lines:
        return {}
    titles = {event.act_id: event.title for event in story.outline(opened.child)}
    quotes = _quotes(opened.child)
    first = opened.child.called.partition(" ")[0] if opened.child.name_held else opened.child.called
    return {
        line.pk: _told(titles.get(line.pk) or line.said.replace(opened.child.called, first), quotes.get(line.pk, []))
        for line in lines
    }


def _quotes(child: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for words in voice.words_of(child):
        if words.sort == "harm":
            continue
        found.setdefault(words.act_id, []).append(words.told)
        answer = getattr(getattr(words, "wish", None), "answer", None)
        for act_id in {answer.act_id, answer.latest_act_id} if answer else ():
            found.setdefault(act_id, []).append(words.told)
    return found


def _told(line: str, quotes: list[str]) -> str:
    quoted = ", ".join(f"“{quote}”" for quote in quotes[:2])
    told = f"{line.removesuffix('.')}: {quoted}" if quoted else line
    return told if len(told) <= LONG + 20 else f"{told[:LONG].rstrip()}…"
