"""When a meeting may go on without somebody of the family (S2-29.2)."""

from collections.abc import Iterable, Mapping
from datetime import date

from kith.involvement.models import LeftOut
from kith.words import needs_words


def standing(rows: Iterable[LeftOut]) -> dict[str, LeftOut]:
    """The newest of each person that has not ended, by name in small letters."""
    return {row.who.casefold(): row for row in sorted(rows, key=lambda row: row.pk) if row.ended_on is None}


def why_not_without(who: str, left_out: Mapping[str, LeftOut], day: date) -> str:
    """What is missing for a meeting of this day to go on without them; nothing when it may."""
    row = left_out.get(who.casefold())
    if row is None:
        return f"{who} was not asked: say on what ground they are left out, or ask them."
    missing = [
        words
        for words, given in (
            ("on what ground", row.ground),
            ("what shows it", "" if needs_words(row.shown_by) else row.shown_by),
            ("who decided it", row.decided_by_name),
            ("when it is looked at again", row.review_on),
        )
        if not given
    ]
    if missing:
        return f"{who} is left out: say {', '.join(missing)}."
    if row.review_on and row.review_on < day:
        return f"Leaving {who} out was to be looked at again before this meeting."
    return ""
