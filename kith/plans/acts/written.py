"""What the acts of this room are handed, and what they all check."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.plans.models import Outcome, Plan
from kith.record import Refused


@dataclass(frozen=True)
class Point:
    """A line under one of the columns of a review."""

    column: str
    words: str
    whose: str
    who: str = ""


@dataclass(frozen=True)
class Stood:
    """How one outcome stood at a review."""

    outcome: Outcome
    now: str
    value: str = ""
    score: int | None = None
    evidence: str = ""
    whose: str = ""
    who: str = ""


@dataclass(frozen=True)
class TookPart:
    """How one person took part in a review."""

    who: str
    whose: str
    of: Any = None
    how: str = ""
    prepared_with: Sequence[str] = ()
    attended: str = ""
    spoke: str = ""
    why_not: str = ""
    with_us: int | None = None  # how it is to work with us, 0 to 10


@dataclass(frozen=True)
class InvitedGiven:
    """Somebody who is asked to a review: in what form, when, and what they said."""

    who: str
    whose: str
    how: str = ""
    invited_on: date | None = None
    answer: str = ""


def pack_on(on: date) -> packs.Pack:
    return packs.pack_for(settings.PACK, on)


def chosen(pack: packs.Pack, key: str, code: str, field: str) -> None:
    """An answer is one of the pack's, or not given yet. Raises Refused."""
    if code and code not in {one.code for one in pack.codes(key).codes}:
        raise Refused("Choose one of the answers.", field=field)


def score_of(score: int | None, field: str = "score") -> None:
    """Raises Refused: not from 0 to 10."""
    if score is not None and not 0 <= score <= 10:
        raise Refused("Give a number from 0 to 10.", field=field)


def still_open(plan: Plan, child: Any) -> None:
    """Raises Refused: another child's plan, or one that has ended."""
    if plan.person_id != child.pk:
        raise Refused("Each child has a plan of their own.")
    if plan.ended_on:
        raise Refused("This plan has ended. Begin a new one.")


def changed(plan: Plan) -> None:
    """A plan that was agreed and is changed is a new version, to be agreed again. Inside whichever act changes it."""
    if plan.agreed:
        plan.version += 1
        plan.save()
