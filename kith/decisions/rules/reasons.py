"""What a decision lacks before it is finished, in a practitioner's words (S3-17, S1-24, N30, N31, N33)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.decisions.models import Agreement, Written
from kith.words import needs_words

THOUGHT_OVER = frozenset({"begin_supervision"})  # the lines of the record that are thinking together


@dataclass(frozen=True)
class Lacking:
    """One thing that is missing: the field it is about, and what to do."""

    field: str
    words: str


def lacking(written: Written) -> list[Lacking]:
    """Everything still missing, in the order of the form; empty when the decision may be finished."""
    parts = (_heart, _options, _evidence, _child, _agreements, _thought_over, _lines, _after)
    return [missing for part in parts for missing in part(written)]


def _heart(written: Written) -> Iterator[Lacking]:
    decision = written.decision
    yield from _wanting(decision.question, "question", "Say what had to be decided.")
    yield from _wanting(decision.chosen, "chosen", "Say what was decided.")
    yield from _wanting(decision.reasons, "reasons", "Give the reasons, in words about this child.")


def _options(written: Written) -> Iterator[Lacking]:
    real = [option for option in written.options if not needs_words(option.what)]
    if len(real) < 2 and needs_words(written.decision.only_one_because):
        words = "Name at least two real ways that were thought about, or say why there was only one."
        yield Lacking("options", words)
    for option in real:
        if not option.chosen and needs_words(option.why_not):
            yield Lacking("options", f"Say why not: {option.what}")


def _evidence(written: Written) -> Iterator[Lacking]:
    if not written.evidence:
        words = "Link what it rests on in the record, or say what else it rests on."
        yield from _wanting(written.decision.rests_on, "rests_on", words)


def _child(written: Written) -> Iterator[Lacking]:
    decision = written.decision
    if needs_words(decision.child_view):
        words = "Write what the child thinks of it, or say why that is not known."
        yield from _wanting(decision.child_view_not_known, "child_view", words)
    else:
        yield from _wanting(
            decision.child_view_weight, "child_view_weight", "Say what weight the child’s view was given."
        )


def _agreements(written: Written) -> Iterator[Lacking]:
    if not written.asks_agreement:
        return
    answers = {answer.holder_id: answer for answer in written.agreements}
    for holder_id, name in written.holders:
        if holder_id not in answers:
            yield Lacking("agreements", f"Say whether {name} agrees, or why they were not asked.")
        else:
            yield from _agreement(answers[holder_id], name)


def _agreement(answer: Agreement, name: str) -> Iterator[Lacking]:
    """Nobody is required to ask the person who caused harm (design 7.4): the exception says so, and stands."""
    if answer.answer == "not_agreed":
        yield from _wanting(answer.words, "agreements", f"Write what {name} does not agree with, in their words.")
        harm = f"{name} does not agree. Say what harm makes it right to go on without them."
        yield from _wanting(answer.because, "agreements", harm)
        if not answer.try_again_on:
            yield Lacking("agreements", f"Give the day on which {name}’s agreement is sought again.")
    elif answer.answer == "not_asked":
        yield from _wanting(answer.because, "agreements", f"Say how that stood in the way of asking {name}.")


def _thought_over(written: Written) -> Iterator[Lacking]:
    """What shaped it can be opened by whoever looks at it later, and what it changed is said in words (S3-33)."""
    decision = written.decision
    if not decision.shaped:
        return
    if decision.shaped_by_id is None:
        yield Lacking("shaped_by", "Choose the supervision that shaped it; or say that none did.")
    if not decision.changed_mind:
        yield Lacking("changed_mind", "Say whether thinking it over changed your mind.")
    elif decision.changed_mind == "yes":
        yield from _wanting(decision.thought_before, "thought_before", "Say what you thought before.")
        yield from _wanting(decision.thought_now, "thought_now", "Say what you think now.")


def _lines(written: Written) -> Iterator[Lacking]:
    if not written.lines:
        words = "Say what must stay true for the child to be safe, or why there is no bottom line."
        yield from _wanting(written.decision.no_bottom_lines_because, "bottom_lines", words)
    for line in written.lines:
        yield from _wanting(line.broken_when, "bottom_lines", f"Say what event breaks this line: {line.statement}")
        yield from _named(line.watcher_name, f"Name who watches this line: {line.statement}")
        yield from _named(line.alerted_name, f"Name who is told when this line is broken: {line.statement}")


def _after(written: Written) -> Iterator[Lacking]:
    change = "Say what would bring us back." if written.ends_work else "Say what would change this decision."
    yield from _wanting(written.decision.what_would_change_it, "what_would_change_it", change)
    if not written.ends_work and not written.decision.review_by_on:
        yield Lacking("review_by_on", "Give the day by which it is looked at again.")


def _named(name: str, words: str) -> Iterable[Lacking]:
    return [] if name.strip() else [Lacking("bottom_lines", words)]


def _wanting(text: str, field: str, words: str) -> Iterable[Lacking]:
    """ "n/a", a dot and "as above" are not words about this child (design 7.11)."""
    return [Lacking(field, words)] if needs_words(text) else []
