"""Does a time suit the child? What was said of their pace, and what not to do, read for days and hours (S3-29).

It reads the plain things people write ("not before 4pm", "after school", "never on Fridays", "mornings are best") and
says nothing of the rest: those are shown to whoever arranges the visit, to weigh themselves.
"""

import re
from collections.abc import Iterable
from datetime import datetime, time

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PARTS = {"morning": (time(0), time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time(23, 59))}
_SCHOOL_ENDS = time(15)
_NOT = r"(?:not|never|no|avoid|don[’']?t)\b[^.;,]{0,24}?"
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"


def clashes(lines: Iterable[str], when: datetime, *, against: bool = False) -> list[str]:
    """The lines this time goes against. `when` is in home time. `against`: each line says what not to do."""
    return [line for line in lines if _clash(line.lower(), when, against)]


def _clash(line: str, when: datetime, against: bool) -> bool:
    return any((_by_the_clock(line, when), _by_the_day(line, when, against), _by_the_part(line, when, against)))


def _by_the_clock(line: str, when: datetime) -> bool:
    if "after school" in line and not re.search(_NOT + "after school", line):
        return when.weekday() < 5 and when.time() < _SCHOOL_ENDS
    for negated, word, hour, minute, half in re.findall(rf"({_NOT})?\b(before|after)\s+{_CLOCK}", line):
        at = _time(int(hour), int(minute or 0), half)
        if at is None:
            continue
        not_before = (word == "before") == bool(negated)  # "not before 4" and "after 4" say the same
        if (when.time() < at) if not_before else (when.time() > at):
            return True
    return False


def _time(hour: int, minute: int, half: str) -> time | None:
    """Four in a family's words is in the afternoon; seven to eleven, without more, is in the morning."""
    if (half == "pm" and hour < 12) or (not half and 1 <= hour <= 6):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _by_the_day(line: str, when: datetime, against: bool) -> bool:
    return _among(line, _DAYS, _DAYS[when.weekday()], against)


def _by_the_part(line: str, when: datetime, against: bool) -> bool:
    now = next((part for part, (begins, ends) in _PARTS.items() if begins <= when.time() < ends), "evening")
    return _among(line, tuple(_PARTS), now, against)


def _among(line: str, words: tuple[str, ...], now: str, against: bool) -> bool:
    """Of days, or of parts of the day: said not to be, or others are said to suit and this one is not."""
    named = [word for word in words if re.search(rf"\b{word}s?\b", line)]
    kept_out = [word for word in named if against or re.search(rf"{_NOT}\b{word}s?\b", line)]
    suits = [word for word in named if word not in kept_out]
    return now in kept_out or (bool(suits) and now not in suits)
