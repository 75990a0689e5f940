"""What a review still lacks before it is finished, and when nothing has changed twice."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from kith.involvement.rules import why_not_without
from kith.packs import Pack
from kith.plans.models import Looked
from kith.plans.rules.agreeing import Gap, begins_with
from kith.words import in_full, joined, needs_words

_ASKED = {"child": "the child", "family": "the family", "others": "the other agencies"}


def unmoved(now: Mapping[int, Any], pack: Pack) -> Collection[int]:
    """The outcomes, by id, that are stuck or worse."""
    still = pack.flagged("outcome_now", "no_change")
    return {pk for pk, actual in now.items() if actual.now in still}


def twice_without_change(looked: Looked, pack: Pack) -> list[Any]:
    """The outcomes that were stuck or worse the last time, and are again (S3-26)."""
    twice = set(unmoved(looked.actuals, pack)) & set(unmoved(looked.before, pack))
    return [outcome for outcome in looked.outcomes if outcome.pk in twice]


def review_gaps(looked: Looked, latest: date, pack: Pack) -> list[Gap]:
    """What is missing, with the answers that finish it already on `looked.review`. `latest`: the last day for the
    next review (S1-13, S3-23, S3-26, S0-03).
    """
    return [
        *_scores(looked),
        *_columns(looked, pack),
        *_steps(looked, pack),
        *_taking_part(looked, pack),
        *_no_change(looked, pack),
        *_answers(looked),
        *_difference(looked.review),
        *_understanding(looked.review),
        *_next(looked.review, latest),
    ]


def _scores(looked: Looked) -> Iterator[Gap]:
    for outcome in looked.outcomes:
        actual = looked.actuals.get(outcome.pk)
        called = begins_with(outcome.statement or outcome.need)
        if actual is None:
            yield Gap(f"Say how the outcome “{called}” stands now.")
        elif needs_words(actual.evidence):
            yield Gap(f"Say what shows how the outcome “{called}” stands.")


def _columns(looked: Looked, pack: Pack) -> Iterator[Gap]:
    written = {point.column for point in looked.points}
    empty = [label for code, label in pack.choices("review_column") if code not in written]
    if empty:
        yield Gap(f"Nothing is written under: {joined([each.lower() for each in empty])}.")
    views = {point.whose for point in looked.points}
    missing = [words for code, words in (("child", "the child’s"), ("professional", "a worker’s")) if code not in views]
    if not views & {"parent", "network"}:
        missing.append("the family’s")
    if looked.points and missing:
        yield Gap(f"The columns hold no view of: {joined(missing)}. Write it, or in it why there is none.")


def _steps(looked: Looked, pack: Pack) -> Iterator[Gap]:
    asks = pack.flagged("step_state", "asks_why")
    for step in looked.steps:
        if step.state in asks and not step.why:
            yield Gap(f"Say why the step “{begins_with(step.what)}” is stuck.")


def _taking_part(looked: Looked, pack: Pack) -> Iterator[Gap]:
    if not any(one.whose == "child" for one in looked.takingparts):
        yield Gap("Say how the child took part.")
    owners = dict.fromkeys(step.owner_name for step in looked.steps if step.owner_name)
    there = {one.who.casefold() for one in looked.takingparts}
    absent = [name for name in owners if name.casefold() not in there]
    if absent:
        yield Gap(f"Say how they took part: {joined(absent)}.")
    for one in looked.takingparts:
        yield from _one_person(one, pack)
        yield from _excluded(one, looked, pack)


def _excluded(one: Any, looked: Looked, pack: Pack) -> Iterator[Gap]:
    """A parent or the child who was not asked is left out on a ground that stands (S2-29.2); a baby is under four."""
    mine = one.whose == "parent" or (one.whose == "child" and one.spoke != "PN0")
    if mine and one.how in pack.flagged("took_part_how", "asks_why"):
        missing = why_not_without(one.who, looked.left_out, looked.review.held_on)
        yield from [Gap(missing)] if missing else []


def _one_person(one: Any, pack: Pack) -> Iterator[Gap]:
    answered = one.how and one.attended and one.spoke
    if not answered:
        yield Gap(f"Say of {one.who}: how they were asked, whether they were there, and whether their view got in.")
    spoke = "child_took_part" if one.whose == "child" else "spoke"
    asks_why = (
        one.how in pack.flagged("took_part_how", "asks_why")
        or one.attended in pack.flagged("attended", "asks_why")
        or one.spoke in pack.flagged(spoke, "asks_why")
    )
    if asks_why and needs_words(one.why_not):
        yield Gap(f"Say of {one.who} why not.")


def _no_change(looked: Looked, pack: Pack) -> Iterator[Gap]:
    review, still = looked.review, unmoved(looked.actuals, pack)
    if looked.actuals and len(still) == len(looked.actuals) and needs_words(review.no_change_because):
        yield Gap("Nothing has moved since the last time. Say why.", "no_change_because")
    if twice := twice_without_change(looked, pack):
        called = joined([f"“{begins_with(outcome.statement or outcome.need)}”" for outcome in twice])
        if not review.after_no_change:
            yield Gap(
                f"Without change twice in a row: {called}. Change the plan, take it further, or say why it stays.",
                "after_no_change",
            )
        elif needs_words(review.after_no_change_why):
            yield Gap("Say what exactly, or why it stays as it is.", "after_no_change_why")


def _answers(looked: Looked) -> Iterator[Gap]:
    if looked.owed and needs_words(looked.review.unanswered_because):
        some = "a wish" if looked.owed == 1 else f"{looked.owed} wishes"
        yield Gap(f"The child waits for an answer to {some}. Answer first, or say why not yet.", "unanswered_because")


def _difference(review: Any) -> Iterator[Gap]:
    """Each is asked, or it is said why not (S3-16)."""
    for whose, called in _ASKED.items():
        if needs_words(getattr(review, f"difference_{whose}")):
            yield Gap(f"Ask {called} what difference we make, or say why not.", f"difference_{whose}")


def _understanding(review: Any) -> Iterator[Gap]:
    if not review.understanding:
        yield Gap("Say whether this changes what we understand of the child.", "understanding")
    elif needs_words(review.understanding_why):
        yield Gap("Say what has changed in what we understand, or why nothing has.", "understanding_why")


def _next(review: Any, latest: date) -> Iterator[Gap]:
    if review.next_on is None:
        yield Gap("Give the day of the next review.", "next_on")
    elif review.next_on <= review.held_on:
        yield Gap("The next review comes after this one.", "next_on")
    elif review.next_on > latest:
        yield Gap(f"The next review is due by {in_full(latest)}: choose an earlier day.", "next_on")
