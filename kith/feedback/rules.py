"""Which stages a complaint goes through, by when each is answered, and who may answer. Pure (S4-25, E38)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith import packs
from kith.packs import Clock, NotInPack, Pack

STAGES = {
    "statutory": ("stage_1", "stage_2", "panel", "panel_report", "response"),
    "corporate": ("stage_1", "stage_2"),
    "data": ("receipt", "answer"),
}
_BEGINS = {"statutory": "complaint", "corporate": "corporate-complaint", "data": "data-complaint"}
_HAPPEN = {"panel", "panel_report"}  # these end by happening; the answer to the panel says what was found
FINDS_NOTHING = {"receipt", *_HAPPEN}
ASKED_BY = "complaint-stage-3-asked"  # how long they have to ask for the panel


@dataclass(frozen=True)
class Answerer:
    """Somebody who might answer, as the rule sees them. `managers`: the accounts of those who manage their team;
    `leads`: they lead the work with a child it is about, so that it may be about them though nobody was named.
    """

    account_id: int
    name: str
    managers: Collection[int] = ()
    leads: bool = False


def first_stage(route: str) -> str:
    return STAGES[route][0]


def next_stage(route: str, stage: str) -> str:
    """What may follow; "" after the last."""
    stages = STAGES[route]
    place = stages.index(stage) + 1
    return stages[place] if place < len(stages) else ""


def follows_by_itself(stage: str) -> bool:
    """The stages nobody needs to ask for: the report after the panel, our answer after the report, and what comes
    after a receipt.
    """
    return stage in FINDS_NOTHING


def limit_of(route: str, stage: str) -> str:
    return f"{_BEGINS[route]}-{stage.replace('_', '-')}"


def longer_limit(pack: Pack, key: str, on: date) -> str:
    """The longest a stage may take, by its key; "" where this place has none."""
    longest = f"{key}-longest"
    try:
        pack.timescale(longest, on)
    except NotInPack:
        return ""
    return longest


def clock_of(
    in_turn: Sequence[Pack],
    key: str,
    began: date,
    today: date,
    ended: date | None = None,
    stopped: date | None = None,
) -> Clock | None:
    """As every clock runs: by the pack in force when it began. None where the place has no such limit."""
    return packs.clock(in_turn, key, began, today, ended, stopped) if key else None


def is_late(due: date | None, ended: date | None, today: date, stopped: date | None = None) -> bool:
    """Late stays late: an answer after its day is late for good. Nothing is owed once it was withdrawn in time."""
    return due is not None and (ended or stopped or today) > due


def may_not_answer(one: Answerer, about: Collection[int], names: str, before: Collection[int | None] = ()) -> str:
    """Why somebody may not answer this complaint; "" when they may. `before`: who answered the stages before."""
    if one.account_id in about:
        return f"The complaint is about {one.name}. Somebody else answers it."
    if set(one.managers) & set(about):
        return f"{one.name} is managed by somebody the complaint is about: {names}. Somebody else answers it."
    if one.leads:
        return f"{one.name} leads the work with the child. Somebody who does not answers it."
    if one.account_id in before:
        return f"{one.name} answered the stage before. Somebody who has not answered it yet does."
    return ""


def lacks(complaint: Any, stage: Any) -> Iterator[str]:
    """What is still to be done about a complaint, in words; the day of its answer is told by its clock."""
    if complaint.whose == "child" and not complaint.advocate:
        yield "Offer the child somebody to speak up for them."
    if complaint.advocate == "wanted":
        yield "Find somebody to speak up for the child."
    if stage is None:
        return
    if stage.ended_on is None and stage.answerer_id is None:
        yield "Say who answers it."
    if stage.outcome and complaint.whose == "child" and stage.told_on is None:
        yield "Tell the child the answer, in person."
