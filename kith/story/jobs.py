"""Long chronologies, set in type behind the scenes; and decisions that something new may change."""

from kith.access import Actor
from kith.decisions.acts import ask_again
from kith.record.jobs import EVERY_MINUTE, job
from kith.story import acts, queries


@job("typeset_chronology")
def typeset_chronology(*, by: Actor, key: str, chronology: int) -> None:
    """One released chronology that was too long to make while its page waited."""
    found = queries.chronology(chronology)
    if found is not None:
        acts.typeset_chronology(by=by, key=key, about=found.person, chronology=found)


@job("ask_decisions_again", every=EVERY_MINUTE)
def ask_decisions_again(*, by: Actor, key: str) -> None:
    """Something significant has happened since: whoever decided says whether it changes the decision (S1-35)."""
    for decision, event in queries.decisions_to_ask_again(by.now):
        ask_again(by=by, about=decision.person, decision=decision, event=event)
