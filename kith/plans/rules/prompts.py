"""What a plan might still hold: asked, never required (S0-07, S2-11, S2-14). Nothing here stops anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kith.words import needs_words

THEIRS = ("family", "network")  # the pack's step_owner: what the family and its own people do themselves
DROP = 2  # points a parent's number falls from one review to the next before somebody looks at it


@dataclass(frozen=True)
class Prompts:
    """`untouched`: of the pack's five outcomes, those no outcome aims at and no reason covers."""

    nothing_of_their_own: bool
    nothing_of_who_they_are: bool
    untouched: tuple[str, ...]


def prompts(plan: Any, outcomes: Sequence[Any], steps: Sequence[Any], five: Iterable[str]) -> Prompts:
    """What to ask of a plan as it stands. An empty plan is asked for its outcomes and steps first."""
    return Prompts(
        nothing_of_their_own=bool(steps) and not any(step.owner_kind in THEIRS for step in steps),
        nothing_of_who_they_are=bool(steps) and not any(step.of_who_they_are for step in steps),
        untouched=tuple(untouched(plan, outcomes, five)) if outcomes else (),
    )


def untouched(plan: Any, outcomes: Sequence[Any], five: Iterable[str]) -> list[str]:
    """The areas of a good childhood that neither an outcome nor a reason speaks of."""
    reasoned = () if needs_words(plan.not_now_because) else plan.not_now
    spoken_of = {tag for outcome in outcomes for tag in outcome.five_outcomes} | set(reasoned)
    return [code for code in five if code not in spoken_of]


def fell(scores: Sequence[int]) -> bool:
    """Whether the newest number, the last of them, is so much lower than the one before that it is looked at."""
    return len(scores) > 1 and scores[-2] - scores[-1] >= DROP
