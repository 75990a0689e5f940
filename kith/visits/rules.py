"""What a visit record still lacks, and what a child not seen sets going. Nothing here stops a save."""

from datetime import date

from kith import words
from kith.calendar import age
from kith.people.models import Person

NOT_COUNTED = ("doorstep", "video")  # modes that never stop a statutory clock (design 7.6)
ALONE_NEEDS_WORDS = ("prevented", "not_tried", "child_chose_not", "not_appropriate")
ALONE_ALERTS = ("prevented", "not_tried")
YOUNG = 5


def gaps(
    person: Person,
    today: date,
    *,
    seen: bool,
    alone: str,
    alone_words: str,
    saw: str,
    not_seen_because: str,
    not_seen_words: str,
    others_saw: tuple[str, ...] = (),
) -> list[str]:
    """What is missing from one child's line: asked for, owed, never required to save (design 7.1, 7.6, 7.11; S1-04)."""
    if not seen:
        return ["not_seen_reason"] * (not not_seen_because) + ["plan_to_see"] * bool(words.needs_words(not_seen_words))
    missing = []
    if not alone:
        missing.append("alone")
    elif alone in ALONE_NEEDS_WORDS and words.needs_words(alone_words):
        missing.append("alone_reason")
    if is_young(person, today) and words.needs_words(saw, others_saw):
        missing.append("observation")
    return missing


def is_young(person: Person, today: date) -> bool:
    """Under five, or not yet born as far as the record knows: seen rather than heard."""
    years = age(person.born_on, today) if person.born_on else None
    return years is None or years < YOUNG


def asks_strategy_question(earlier_attempts: int) -> bool:
    """A second visit running without seeing the child asks: is a strategy discussion needed?"""
    return earlier_attempts >= 1
