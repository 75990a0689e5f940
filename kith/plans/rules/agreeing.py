"""What a plan still lacks before it can be agreed. Nothing here stops it being saved (design 7.1)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kith.packs import Pack
from kith.words import needs_words

_NAMES = re.compile(r"\b[^\W\d_a-z][^\W\d_]+")  # words that begin with a capital: names, more or less
_TITLES = {"mr", "mrs", "ms", "miss", "dr", "pc", "the", "my"}  # by which nobody is known from another


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, in a practitioner's words; `field` is where the form that finishes asks for it."""

    text: str
    field: str = ""


def said(gaps: Iterable[Gap]) -> str:
    """All of them as one refusal."""
    return " ".join(gap.text for gap in gaps)


def plan_gaps(
    plan: Any, outcomes: Sequence[Any], steps: Sequence[Any], views: Sequence[Any], owed: int, pack: Pack
) -> list[Gap]:
    """`outcomes` and `steps`: those still worked on. `views`: of this version. `owed`: how many of the child's wishes
    wait for an answer (S1-09, S1-12, S1-27, S3-02, S3-21, S3-22, N35, N36).
    """
    return [
        *_words(plan),
        *(gap for outcome in outcomes for gap in _outcome(outcome, pack)),
        *([] if outcomes else [Gap("Write at least one outcome: what will be different for the child.")]),
        *(gap for step in steps for gap in _step(step, pack)),
        *([] if steps else [Gap("Write at least one step: who does what by when.")]),
        *_strength(plan, steps),
        *_parents_change(plan, outcomes, pack),
        *_confirmed(steps, views),
        *_answers(plan, owed),
    ]


def begins_with(text: str) -> str:
    """The beginning of a text, to tell one row from another in a sentence."""
    words = text.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")


def _words(plan: Any) -> Iterator[Gap]:
    if needs_words(plan.because):
        yield Gap("Say in one sentence why there is a plan.")
    if needs_words(plan.ends_when):
        yield Gap("Say what people will see when the plan can end.")
    if needs_words(plan.if_worse):
        yield Gap("Say what we will do if things get worse.")


def _outcome(outcome: Any, pack: Pack) -> Iterator[Gap]:
    asked = {
        "need": "the need it answers",
        "statement": "what will be different",
        "measure": "how we will know",
        "baseline": "how it is now",
        "target": "what we aim for",
        "by_when": "by when",
        "whose_change": "who will do something differently",
    }
    missing = [words for name, words in asked.items() if not getattr(outcome, name)]
    if not (outcome.assessment_id or outcome.assessed_on or outcome.not_assessed_because):
        missing.append("what it rests on, or why it could not wait for an assessment")
    if not (outcome.on_words or says_why_no_words(outcome, pack)):
        missing.append("the child’s own words, or why there are none and what was seen instead")
    if missing:
        called = begins_with(outcome.statement or outcome.need)
        yield Gap(f"The outcome “{called}” lacks: {', '.join(missing)}.")


def says_why_no_words(outcome: Any, pack: Pack) -> bool:
    """Whether an outcome says why it rests on no words of the child's, and what was seen instead (S3-02)."""
    if not outcome.no_words:
        return False
    asks = outcome.no_words in pack.flagged("no_own_words", "asks_why")
    return not (asks and needs_words(outcome.seen))


def _step(step: Any, pack: Pack) -> Iterator[Gap]:
    missing = [
        words
        for name, words in (("owner_name", "who does it"), ("by_when", "by when"), ("lane", "when it is for"))
        if not getattr(step, name)
    ]
    if step.state in pack.flagged("step_state", "asks_why") and not step.why:
        missing.append("why it is stuck")
    if missing:
        yield Gap(f"The step “{begins_with(step.what)}” lacks: {', '.join(missing)}.")


def _strength(plan: Any, steps: Sequence[Any]) -> Iterator[Gap]:
    if steps and not any(step.uses for step in steps) and needs_words(plan.no_strength_because):
        yield Gap(
            "No step uses a strength or somebody of their own people. Name one in a step, or say how you looked.",
            "no_strength_because",
        )


def _parents_change(plan: Any, outcomes: Sequence[Any], pack: Pack) -> Iterator[Gap]:
    asks, answers = pack.flagged("need_of", "asks_parents_change"), pack.flagged("whose_change", "parents_change")
    about_parenting = any(outcome.need_of in asks for outcome in outcomes)
    asked_of_them = any(outcome.whose_change in answers for outcome in outcomes)
    if about_parenting and not asked_of_them and needs_words(plan.no_parents_change_because):
        yield Gap(
            "A need is about how the child is looked after, and no parent or carer is asked to change anything. "
            "Write what they will do differently, or say why not.",
            "no_parents_change_because",
        )


def _confirmed(steps: Sequence[Any], views: Sequence[Any]) -> Iterator[Gap]:
    heard = {view.who.casefold() for view in views if not needs_words(view.words)}
    owners = dict.fromkeys(step.owner_name for step in steps if step.owner_name)
    waiting = [name for name in owners if name.casefold() not in heard]
    if waiting:
        yield Gap(f"Not yet confirmed in their own words: {', '.join(waiting)}.")
    if not any(view.whose == "child" for view in views):
        yield Gap("Write what the child thinks of the plan, or why they were not asked.")


def _answers(plan: Any, owed: int) -> Iterator[Gap]:
    if owed and needs_words(plan.unanswered_because):
        some = "a wish" if owed == 1 else f"{owed} wishes"
        yield Gap(f"The child waits for an answer to {some}. Answer first, or say why not yet.", "unanswered_because")


def nobody_who_knows_was_asked(named: str, views: Iterable[Any]) -> bool:
    """Whether the card names who knows the child best and no view of the plan is by anybody named there (S0-12)."""
    known = _names(named)
    return bool(known) and not any(known & _names(view.who) for view in views)


def _names(text: str) -> set[str]:
    return {word.casefold() for word in _NAMES.findall(text)} - _TITLES
