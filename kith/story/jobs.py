"""Long chronologies, set in type behind the scenes."""

from kith.access import Actor
from kith.record.jobs import job
from kith.story import acts, queries


@job("typeset_chronology")
def typeset_chronology(*, by: Actor, key: str, chronology: int) -> None:
    """One released chronology that was too long to make while its page waited."""
    found = queries.chronology(chronology)
    if found is not None:
        acts.typeset_chronology(by=by, key=key, about=found.person, chronology=found)
