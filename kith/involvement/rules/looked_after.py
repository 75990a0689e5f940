"""Being looked after: what a review is told and still lacks, and how often a home is visited (E20, E22)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import TypedDict

from kith.calendar import age
from kith.involvement.models import CareReviewLine, LegalStatus, LookedAfter, Placement
from kith.involvement.rules.meeting import Lack
from kith.packs import Pack
from kith.words import needs_words

STATUS, KIND, PART = "legal_status", "placement_kind", "child_took_part"
_MAY_NOT_SPEAK_YET = 4  # years: under it, PN0 stands for everything


class OfReview(TypedDict, total=False):
    """Everything a review may tell of one child, all of it optional: facts always record (design 7.1)."""

    child_part: str
    child_why_not: str
    child_view: str
    looked_at: str
    decided: str
    next_by: date | None


def visited_as(kind: str, statuses: Collection[str], pack: Pack, *, for_now: bool, lasting: bool) -> str:
    """How often this home is visited, by the kind of home and the law that stands (E20a-c); "" as any other."""
    if kind in pack.flagged(KIND, "with_parent"):
        if not pack.flagged(STATUS, "care_order").isdisjoint(statuses):
            return "order_home"
        return "for_now" if not pack.flagged(STATUS, "interim_order").isdisjoint(statuses) else "parent"
    if for_now and kind in pack.flagged(KIND, "with_connected"):
        return "for_now"
    return "lasting" if lasting else ""


def care_lacks(care: LookedAfter, law: LegalStatus | None, homes: Collection[Placement]) -> Iterator[str]:
    """What is not said yet of a child who is looked after, in a practitioner’s words. Nothing waits for it."""
    if law is None:
        yield "Under which law."
    if not homes:
        yield "Where the child lives now."
    for field, text in (
        ("care_plan_on", "The day the care plan was written."),
        ("reviewing_officer", "Who reviews it independently."),
        ("permanence", "Where the child will live until they are grown up."),
        ("contact", "Whom the child sees, and how."),
    ):
        if not getattr(care, field):
            yield text
    for home in homes:
        if home.away and not home.area_told_on:
            when = "" if home.at_once else " That is done before a child moves."
            yield f"When the council of that area was told.{when}"
        if home.away and not home.approved_by:
            yield "Who approved a home outside our area."


def review_lacks(line: CareReviewLine, pack: Pack) -> Iterator[Lack]:
    """What is missing before the record of a review is finished for this child; nothing here stops it being saved."""
    name = line.person.called
    if not line.review.chaired_by:
        yield Lack("Say who chaired it.", "chaired_by")
    if not line.child_part:
        yield Lack(f"Say how {name} took part.", "child_part")
    elif line.child_part in pack.flagged(PART, "asks_why") and needs_words(line.child_why_not):
        yield Lack(f"Say why no view of {name}’s came, or why nothing was said.", "child_why_not")
    elif line.child_part == "PN0" and _speaks(line):
        yield Lack(f"{name} was four or older that day. Say how they took part.", "child_part")
    for text, words, field in (
        (line.looked_at, f"Write what was looked at for {name}.", "looked_at"),
        (line.decided, f"Write what was decided for {name}.", "decided"),
    ):
        if needs_words(text):
            yield Lack(words, field)


def _speaks(line: CareReviewLine) -> bool:
    born = line.person.born_on
    return born is not None and (age(born, line.held_on) or 0) >= _MAY_NOT_SPEAK_YET
