"""Who may take a sign-off back, and what was signed, as lines of words."""

from collections.abc import Iterable

from kith.access import Actor, Right
from kith.decisions.models import Written


def may_not_take_back(by: Actor, signed_by_id: int | None, signed_by_name: str) -> str:
    """Why this account may not; empty when it may: somebody else who could have signed, or whoever corrects records."""
    mine = by.account_id == signed_by_id if signed_by_id else by.name == signed_by_name
    if mine and not by.may(Right.CORRECT_RECORDS):
        return "You signed it yourself. Somebody else takes it back, or whoever corrects records."
    return ""


def as_lines(parts: Iterable[tuple[str, str]]) -> str:
    """(heading, words) as they are kept; what is empty is left out."""
    return "\n\n".join(f"{title}: {' '.join(words.split())}" for title, words in parts if words.strip())


def decision_in_lines(written: Written) -> str:
    """What a decision said, and who agreed it."""
    found = written.decision
    return as_lines(
        [
            ("The question", found.question),
            ("What was decided", found.chosen),
            ("Why", found.reasons),
            *(("Another way", f"{one.what} Why not: {one.why_not}") for one in written.options if not one.chosen),
            ("Only one way, because", found.only_one_because),
            ("What it rests on", found.rests_on),
            ("What the child thinks", found.child_view),
            ("Weight given to it", found.child_view_weight),
            ("Not known, because", found.child_view_not_known),
            ("What the family thinks", found.family_view),
            ("Thought before", found.thought_before),
            ("Thought now", found.thought_now),
            *(("What must stay true", f"{line.statement} Broken when: {line.broken_when}") for line in written.lines),
            ("Nothing must stay true, because", found.no_bottom_lines_because),
            ("What would change it", found.what_would_change_it),
        ]
    )
