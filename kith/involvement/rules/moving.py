"""Which way a level moves, whether the signs for it are named, and when staying the same is asked about."""

from datetime import date
from itertools import takewhile

from kith.involvement.models import LevelChange
from kith.involvement.rules.triage import Missing
from kith.packs import NotInPack, Pack, ThresholdDocument
from kith.words import needs_words

OFTEN_ENOUGH = 2  # reviews running at which the level stayed: the next one says why (S2-23)


def way(pack: Pack, from_level: str, to_level: str) -> str:
    """The pack lists its levels from the least help to the most."""
    order: list[str] = [level.code for level in pack.levels]
    return "up" if order.index(to_level) > order.index(from_level) else "down"


def asks_why_still(ways: list[str]) -> bool:
    """`ways`: of each change and review of this work, newest first."""
    return sum(1 for _ in takewhile(lambda each: each == "same", ways)) >= OFTEN_ENOUGH


def match_lacks(change: LevelChange, document: ThresholdDocument) -> list[Missing]:
    """The level in the threshold document, at least one sign of it, and why not the level above and below (S3-18):
    what of these is not said yet, each at its own question.
    """
    level = document.level(change.threshold)
    if level is None:
        return [("Choose the level of need in the threshold document.", "threshold")]
    lacks: list[Missing] = []
    if not {sign.code for sign in level.indicators} & set(change.indicators):
        lacks.append((f"Tick what fits of {level.label}: at least one.", "indicators"))
    below, above = document.beside(change.threshold)
    for beside, why, field in ((above, change.why_not_above, "above"), (below, change.why_not_below, "below")):
        if beside and needs_words(why):
            lacks.append((f"Write why it is not {beside.label}.", f"why_not_{field}"))
    return lacks


def fitted(change: LevelChange, pack: Pack, on: date) -> ThresholdDocument:
    """The threshold document of the day it was asked for; that of `on` where it is not kept here any more (S2-24)."""
    try:
        return pack.threshold_document(version=change.thresholds)
    except NotInPack:
        return pack.threshold_document(on)
