"""Which way a level moves, whether the signs for it are named, and when staying the same is asked about."""

from itertools import takewhile

from kith.involvement.models import LevelChange
from kith.packs import Pack, ThresholdDocument
from kith.record import Refused
from kith.words import needs_words

OFTEN_ENOUGH = 2  # reviews running at which the level stayed: the next one says why (S2-23)


def way(pack: Pack, from_level: str, to_level: str) -> str:
    """The pack lists its levels from the least help to the most."""
    order: list[str] = [level.code for level in pack.levels]
    return "up" if order.index(to_level) > order.index(from_level) else "down"


def asks_why_still(ways: list[str]) -> bool:
    """`ways`: of each change and review of this work, newest first."""
    return sum(1 for _ in takewhile(lambda each: each == "same", ways)) >= OFTEN_ENOUGH


def must_be_matched(change: LevelChange, document: ThresholdDocument) -> None:
    """The level in the threshold document, at least one sign of it, and why not the level above and below (S3-18)."""
    level = document.level(change.threshold)
    if level is None:
        raise Refused("Choose the level of need in the threshold document.", field="threshold")
    if not {sign.code for sign in level.indicators} & set(change.indicators):
        raise Refused(f"Tick what fits of {level.label}: at least one.", field="indicators")
    below, above = document.beside(change.threshold)
    for beside, why, field in ((above, change.why_not_above, "above"), (below, change.why_not_below, "below")):
        if beside and needs_words(why):
            raise Refused(f"Write why it is not {beside.label}.", field=f"why_not_{field}")
