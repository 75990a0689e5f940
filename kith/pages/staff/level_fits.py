"""Why help is at the level it is, in the words of the threshold document of its day (S3-18, S2-24)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.involvement import rules
from kith.packs import Pack, ThresholdDocument


@dataclass(frozen=True)
class Fits:
    """What was said of one step. `lacks`: what is not said yet, a sentence each."""

    document: ThresholdDocument
    level: str
    signs: list[str]
    why_not: list[tuple[str, str]]  # of the level above and the one below
    lacks: list[str]


def fits_of(change: Any, pack: Pack, today: date) -> Fits:
    """No query."""
    document = rules.fitted(change, pack, today)
    level, (below, above) = document.level(change.threshold), document.beside(change.threshold)
    texts = {sign.code: sign.text for each in document.levels for sign in each.indicators}
    return Fits(
        document=document,
        level=level.label if level else "",
        signs=[texts.get(code, code) for code in change.indicators],
        why_not=[
            (beside.label if beside else f"the level {where}", why)
            for beside, where, why in ((above, "above", change.why_not_above), (below, "below", change.why_not_below))
            if why
        ],
        lacks=[words for words, _ in rules.match_lacks(change, document)],
    )
