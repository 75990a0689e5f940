"""What a decision on a contact must say before it is one. Only deciding is refused: what reached us is kept anyway."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kith.packs import Pack, ThresholdDocument
from kith.record import Refused
from kith.words import asks_for_words, needs_words

FOR_EVERYBODY = ("public_page",)
RECEIPT_ONLY = "Somebody from the public has the receipt, and is not told what was decided."
NO_WAY = "They left no way to reach them."

Missing = tuple[str, str]  # what to write, and the question it answers


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
        return Refused(self.naming(reason), field=self.asking(field))

    def naming(self, reason: str) -> str:
        return f"{self.child.called}: {reason}"

    def asking(self, field: str) -> str:
        return f"{self.child.place}-{field}"


def refuse_with(found: list[Missing]) -> None:
    """Nobody is sent back a dozen times to one page: what is missing of every child is said at once."""
    if found:
        words, field = found[0]
        raise Refused(words, field=field, each=[(asked, said) for said, asked in found])


def lacking(
    decided: Decided, pack: Pack, document: ThresholdDocument, *, tells_back: bool, of_siblings: Iterable[str] = ()
) -> list[Missing]:
    """What this child's decision has not said yet (S3-17, S3-18, S0-08), in the order of the page. Reasons word for
    word those of a brother or sister are nobody's reasons (design 7.11).
    """
    if decided.outcome not in dict(pack.choices("contact_outcome")):
        return [(decided.naming("Choose what was decided."), decided.asking("outcome"))]
    flags = pack.code("contact_outcome", decided.outcome).flags
    why = asks_for_words(decided.reasons, others=of_siblings)
    said = [
        *_level(decided, document),
        *_need(decided, pack, document),
        *([(f"Write the reasons for this child’s decision. {why}", "reasons")] if why else []),
        *_whole(decided),
        *(_begins(decided, pack, document) if "opens_work" in flags else []),
        *(_instead(decided) if "goes_no_further" in flags else []),
        *_told(decided, pack, tells_back),
    ]
    return [(decided.naming(words), decided.asking(field)) for words, field in said]


def _whole(decided: Decided) -> Iterator[Missing]:
    """What every decision says, wherever it is made (S3-17, S1-05, N20)."""
    if needs_words(decided.child_view):
        why = "how what the child said weighed" if decided.child.own_words else "why you do not know what they think"
        yield f"Write {why}.", "child_view"
    if needs_words(decided.bottom_lines) and needs_words(decided.no_bottom_lines_because):
        yield "Write what must not happen meanwhile, or why there is nothing.", "bottom_lines"
    if needs_words(decided.would_change):
        yield "Write what would change this decision.", "would_change"


def _instead(decided: Decided) -> Iterator[Missing]:
    if needs_words(decided.offered) and needs_words(decided.not_offered_because):
        yield "Write what help is offered instead, or why none is.", "offered"


def _level(decided: Decided, document: ThresholdDocument) -> Iterator[Missing]:
    level = document.level(decided.level)
    if level is None:
        yield "Choose the level of need.", "level"
        return
    if not {sign.code for sign in level.indicators} & set(decided.indicators):
        yield f"Tick what fits of {level.label}: at least one.", "indicators"
    if unknown := set(decided.indicators) - {sign.code for each in document.levels for sign in each.indicators}:
        yield f"“{min(unknown)}” is not in {document.title}.", "indicators"
    below, above = document.beside(decided.level)
    for beside, why, field in ((above, decided.why_not_above, "above"), (below, decided.why_not_below, "below")):
        if beside and needs_words(why):
            yield f"Write why it is not {beside.label}.", f"why_not_{field}"


def _need(decided: Decided, pack: Pack, document: ThresholdDocument) -> Iterator[Missing]:
    if document.needs and decided.need not in dict(pack.choices(document.needs)):
        yield "Choose the kind of need.", "need"


def _begins(decided: Decided, pack: Pack, document: ThresholdDocument) -> Iterator[Missing]:
    level = document.level(decided.level)
    ours = {one.code for one in pack.levels} & set(level.begins_as if level else ())
    if decided.begins_as and decided.begins_as not in ours:
        yield "Work at that level of need does not begin so.", "begins_as"


def _told(decided: Decided, pack: Pack, tells_back: bool) -> Iterator[Missing]:
    if decided.family_told not in dict(pack.choices("decision_told")):
        yield "Say whether the family was told.", "family_told"
    if decided.family_told in pack.flagged("decision_told", "asks_why") and needs_words(decided.family_told_words):
        yield "Write why the family is not told now.", "family_told_words"
    if tells_back and needs_words(decided.released):
        yield "Write the reasons as whoever told us may read them.", "released"


def begins_as(decided: Decided, pack: Pack, document: ThresholdDocument) -> str:
    """The level of help the work begins at: as chosen, or the first this place has of those the level names."""
    level = document.level(decided.level)
    ours = {one.code for one in pack.levels}
    return decided.begins_as or next(code for code in (level.begins_as if level else ()) if code in ours)
