"""How names, days and times are said on a page."""

from datetime import date, datetime

from kith.calendar import MONTHS, WEEKDAYS


def possessive(name: str) -> str:
    """Maya’s, James’s. Empty stays empty."""
    return f"{name}’s" if name else ""


def ended(sentence: str) -> str:
    """With a full stop, unless it ends with a mark already. Empty stays empty."""
    return sentence if not sentence or sentence.endswith((".", "!", "?", "…", "”")) else f"{sentence}."


def short_day(day: date, today: date | None = None) -> str:
    """Fri 20 Nov; with `today` in another year, Fri 20 Nov 2026."""
    said = f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"
    return f"{said} {day.year}" if today and today.year != day.year else said


def clock(at: datetime) -> str:
    """3:40pm, 9am, 12 noon, 12 midnight: in the zone the time is handed over in."""
    if at.minute == 0 and at.hour in (0, 12):
        return "12 noon" if at.hour else "12 midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes}{'am' if at.hour < 12 else 'pm'}"


def short_moment(at: datetime, today: date | None = None) -> str:
    """Fri 20 Nov, 3:40pm."""
    return f"{short_day(at, today)}, {clock(at)}"
