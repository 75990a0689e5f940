"""What a decision on a contact must say before it is one. Only deciding is refused: what reached us is kept anyway."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kith.packs import Pack, ThresholdDocument
from kith.record import Refused
from kith.words import asks_for_words, needs_words

FOR_EVERYBODY = ("public_page",)
RECEIPT_ONLY = "Somebody from the public has the receipt, and is not told what was decided."
NO_WAY = "They left no way to reach them."


def not_told_back(contact: Any, reach: str, pack: Pack) -> str:
    """Why whoever told us is not told what was decided; empty when they are (design 7.9)."""
    if contact.told_by_id:
        return ""
    if contact.source in pack.flagged("referral_source", "receipt_only") or contact.how in FOR_EVERYBODY:
        return RECEIPT_ONLY
    return "" if reach else NO_WAY


@dataclass(frozen=True)
class Decided:
    """What is decided about one child of a contact. `child` is the child as described."""

    child: Any
    outcome: str
    reasons: str
    level: str = ""
    need: str = ""
    indicators: tuple[str, ...] = ()
    why_not_above: str = ""
    why_not_below: str = ""
    child_view: str = ""
    bottom_lines: str = ""
    no_bottom_lines_because: str = ""
    would_change: str = ""
    begins_as: str = ""
    offered: str = ""
    not_offered_because: str = ""
    family_told: str = ""
    family_told_words: str = ""
    released: str = ""  # the reasons as whoever told us may read them
    asked_of_them: str = ""

    def refuse(self, reason: str, field: str) -> Refused:
        """Names the child, for several are decided about on one page; `field` is that child's own question."""
        return Refused(f"{self.child.called}: {reason}", field=f"{self.child.place}-{field}")


def must_stand(
    decided: Decided, pack: Pack, document: ThresholdDocument, *, tells_back: bool, of_siblings: Iterable[str] = ()
) -> None:
    """Raises Refused for the first thing missing (S3-17, S3-18, S0-08); reasons word for word those of a brother or
    sister are nobody's reasons (design 7.11).
    """
    flags = _flags(decided, pack)
    if why := asks_for_words(decided.reasons, others=of_siblings):
        raise decided.refuse(f"Write the reasons for this child’s decision. {why}", "reasons")
    _level(decided, document)
    _need(decided, pack, document)
    _whole(decided)
    if "opens_work" in flags:
        _begins(decided, pack, document)
    if "goes_no_further" in flags and needs_words(decided.offered) and needs_words(decided.not_offered_because):
        raise decided.refuse("Write what help is offered instead, or why none is.", "offered")
    _told(decided, pack, tells_back)


def _whole(decided: Decided) -> None:
    """What every decision says, wherever it is made (S3-17, S1-05, N20)."""
    if needs_words(decided.child_view):
        why = "how what the child said weighed" if decided.child.own_words else "why you do not know what they think"
        raise decided.refuse(f"Write {why}.", "child_view")
    if needs_words(decided.bottom_lines) and needs_words(decided.no_bottom_lines_because):
        raise decided.refuse("Write what must not happen meanwhile, or why there is nothing.", "bottom_lines")
    if needs_words(decided.would_change):
        raise decided.refuse("Write what would change this decision.", "would_change")


def _flags(decided: Decided, pack: Pack) -> list[str]:
    if decided.outcome not in dict(pack.choices("contact_outcome")):
        raise decided.refuse("Choose what was decided.", "outcome")
    return list(pack.code("contact_outcome", decided.outcome).flags)


def _level(decided: Decided, document: ThresholdDocument) -> None:
    level = document.level(decided.level)
    if level is None:
        raise decided.refuse("Choose the level of need.", "level")
    if not {sign.code for sign in level.indicators} & set(decided.indicators):
        raise decided.refuse(f"Tick what fits of {level.label}: at least one.", "indicators")
    if unknown := set(decided.indicators) - {sign.code for each in document.levels for sign in each.indicators}:
        raise decided.refuse(f"“{min(unknown)}” is not in {document.title}.", "indicators")
    below, above = document.beside(decided.level)
    for beside, why, field in ((above, decided.why_not_above, "above"), (below, decided.why_not_below, "below")):
        if beside and needs_words(why):
            raise decided.refuse(f"Write why it is not {beside.label}.", f"why_not_{field}")


def _need(decided: Decided, pack: Pack, document: ThresholdDocument) -> None:
    if document.needs and decided.need not in dict(pack.choices(document.needs)):
        raise decided.refuse("Choose the kind of need.", "need")


def _begins(decided: Decided, pack: Pack, document: ThresholdDocument) -> None:
    level = document.level(decided.level)
    ours = {one.code for one in pack.levels} & set(level.begins_as if level else ())
    if decided.begins_as and decided.begins_as not in ours:
        raise decided.refuse("Work at that level of need does not begin so.", "begins_as")


def _told(decided: Decided, pack: Pack, tells_back: bool) -> None:
    if decided.family_told not in dict(pack.choices("decision_told")):
        raise decided.refuse("Say whether the family was told.", "family_told")
    if decided.family_told in pack.flagged("decision_told", "asks_why") and needs_words(decided.family_told_words):
        raise decided.refuse("Write why the family is not told now.", "family_told_words")
    if tells_back and needs_words(decided.released):
        raise decided.refuse("Write the reasons as whoever told us may read them.", "released")


def begins_as(decided: Decided, pack: Pack, document: ThresholdDocument) -> str:
    """The level of help the work begins at: as chosen, or the first this place has of those the level names."""
    level = document.level(decided.level)
    ours = {one.code for one in pack.levels}
    return decided.begins_as or next(code for code in (level.begins_as if level else ()) if code in ours)
