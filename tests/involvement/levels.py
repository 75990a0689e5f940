"""Ways for the help for Maya to become more, less, or to end, for the tests of it."""

from typing import Any

from kith.access import acting_as
from kith.decisions.acts import agree_decision, revise_decision
from kith.decisions.models import Decision
from kith.involvement.acts import ask_for_level, change_level, close_work, keep_level
from kith.involvement.models import LevelChange, Spell
from tests.cast import TODAY
from tests.decisions.making import reasons_for

FITS = {
    "threshold": "4",
    "indicators": ["4-hurt"],
    "why_not_below": "Help at this level has been tried and Maya was hurt again.",
}
LESS = {
    "threshold": "2",
    "indicators": ["2-caring"],
    "why_not_above": "Nothing has happened for six months.",
    "why_not_below": "Kelly asks for somebody to ring.",
}
ENDING = {
    "outcomes": "Maya sleeps in her own bed and is at school every day. Money is still short.",
    "child_told_on": TODAY,
    "family_told_on": TODAY,
    "together": "together",
    "difference_child": "“I sleep now.”",
    "difference_family": "Kelly: somebody came when I rang.",
    "difference_others": "School: she stays awake.",
    "offered_after": "A place at the family centre, which Kelly wants.",
}


def asked(cast: Any, level: str = "child_protection", **changed: Any) -> LevelChange:
    given = {"what_changed": "Maya came to school with a burn on her arm.", **FITS, **changed}
    with acting_as(cast.aisha):
        return ask_for_level(by=cast.aisha, about=cast.maya, level=level, **given)


def agreed(cast: Any, change: LevelChange) -> Decision:
    with acting_as(cast.aisha):
        told = {name: value for name, value in reasons_for(cast).items() if name not in ("question", "chosen")}
        revise_decision(by=cast.aisha, about=cast.maya, decision=change.decision, finish=True, **told)
    with acting_as(cast.grace):
        return agree_decision(by=cast.grace, about=cast.maya, decision=change.decision)


def changed(cast: Any, change: LevelChange, **details: Any) -> LevelChange:
    with acting_as(cast.grace):
        return change_level(by=cast.grace, about=cast.maya, change=change, **details)


def kept(cast: Any, **details: Any) -> LevelChange:
    with acting_as(cast.aisha):
        return keep_level(by=cast.aisha, about=cast.maya, **details)


def closed(cast: Any, decision: Decision | None = None, reason: str = "RC7", **changes: Any) -> Spell:
    with acting_as(cast.grace):
        return close_work(by=cast.grace, about=cast.maya, reason=reason, decision=decision, **{**ENDING, **changes})
