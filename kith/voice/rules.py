"""What the answer to a child must hold, and what is owed."""

from datetime import date

OUTCOMES = [
    ("agreed", "Yes, we agree"),
    ("partly", "Partly"),
    ("not_agreed", "No, we cannot agree"),
    ("not_ours", "It is not ours to give"),
]
REACTIONS = [("ok", "That's OK"), ("so_so", "Not sure"), ("not_ok", "Not OK"), ("not_asked", "Not asked yet")]
OWED_AN_ANSWER = ("wish", "worry")  # good things are kept; telling of harm is acted on, never answered (7.3)


def is_owed_an_answer(sort: str) -> bool:
    return sort in OWED_AN_ANSWER


def fault_in_answer(outcome: str, reason: str, decided_on: date, told_on: date | None, told_by: str) -> tuple[str, str]:
    """(form field, what is wrong in words), or two empty strings (S3-03)."""
    if outcome != "agreed" and not reason.strip():
        return "reason", "Give the reason, in words for the child: they are owed it when the answer is not yes."
    if told_on and told_on < decided_on:
        return "told_on", "The child cannot have been told before it was decided."
    if told_on and not told_by.strip():
        return "told_by", "Say who told the child."
    return "", ""
