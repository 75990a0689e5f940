"""What was decided at a meeting, for one person to leave with: plain words, and how old one must be to read them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kith import words
from kith.meetings.queries import Action, Shown
from kith.meetings.rules import may_hear
from kith.words import in_full


def sheet(
    name: str, shown: Shown, columns: Sequence[tuple[str, str]], lead: Any, own: str = "", whom: str = "family"
) -> str:
    """The whole sheet; `own`: somebody of the network, who gets their own part and nothing else (J14). `whom`: the
    family, the child or staff, each with what they may read of what a decision rests on.
    """
    heading = f"About {name}: our meeting" + (f" on {in_full(shown.held_on)}" if shown.held_on else "")
    parts: list[tuple[str, list[str]]] = []
    mine = [one for one in shown.actions if not own or one.who.casefold() == own.casefold()]
    if not own:
        parts += [(title, [_said(line) for line in shown.columns.get(code, ())]) for code, title in columns]
        parts.append(("What we decided", list(_all_decided(name, shown, whom))))
    parts.append(("What you will do" if own else "Who does what, by when", [_action(one, bool(own)) for one in mine]))
    if not own:
        parts.append(("What we do not agree on", [_not_agreed(one) for one in shown.not_agreed]))
        parts.append(("How it is now, from 0 to 10", [f"{one.who}: {one.score}" for one in shown.numbers]))
    parts.append(("Next time", _next(shown.board.next_on, shown.board.next_where)))
    parts.append(("If you do not agree", _challenge(lead)))
    return "\n\n".join([heading, *("\n".join([title, *lines]) for title, lines in parts if lines)])


def reading(text: str) -> str:
    """How old somebody must be to read it easily, in words; empty when it is too short to say."""
    age = words.reading_age(text)
    return f"Easy to read for somebody of about {round(age)}." if age else ""


def _said(line: Any) -> str:
    return f"- {line.words}" + (f" ({line.who})" if line.who else "")


def _all_decided(name: str, shown: Shown, whom: str) -> Iterator[str]:
    for one in shown.decided:
        yield f"- {one.chosen or one.question}"
        if one.reasons:
            yield f"  Why: {one.reasons}"
        carried = shown.carries[one.pk]
        yield from (_bottom(line, whom) for line in carried.lines)
        who = "You" if whom == "child" else name
        yield from (f"  {who} said: “{words}”" for words in may_hear(carried, whom))


def _bottom(line: Any, whom: str) -> str:
    """A child reads what must stay true; how it breaks and who watches is for those who keep it so."""
    said = f"  What must stay true: {line.statement}"
    if whom == "child":
        return said
    broken = f" It is broken when: {line.broken_when}" if line.broken_when else ""
    return f"{said}{broken}" + (f" {line.watcher_name} watches." if line.watcher_name else "")


def _action(one: Action, own: bool) -> str:
    by = f", by {in_full(one.by_when)}" if one.by_when else ""
    return f"- {one.what}{by}" if own else f"- {one.who or 'Nobody yet'}: {one.what}{by}"


def _not_agreed(one: Any) -> str:
    wants = f" {one.who} wants: {one.wants}" if one.wants else ""
    return f"- {one.who or 'Somebody'} says: “{one.words}”{wants}{_looked_at(one.challenge)}"


def _looked_at(challenge: Any) -> str:
    """Who answers a challenge from this meeting, and by when: whoever raised it leaves with it in writing."""
    if challenge is None:
        return ""
    return f" {challenge.asked_name or 'Somebody who did not decide it'} answers by {in_full(challenge.due_on)}."


def _next(day: date | None, where: str) -> list[str]:
    return [f"{in_full(day)}{', ' + where if where else ''}."] if day else ["We will tell you the day."]


def _challenge(lead: Any) -> list[str]:
    ring = f" Ring {lead.name}{' on ' + lead.phone if lead.phone else ''}." if lead else ""
    return [
        f"You may say so at any time.{ring} Somebody who did not decide it looks at it again and answers you.",
        "You may also complain, and a child may have somebody to speak up for them.",
    ]
