"""Once, within so long of something happening, each time it happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.each_answered import answered
from kith.standards.shapes.facts import NOTHING_HAPPENED, Asked, Events, Facts, Owed, Waiting
from kith.standards.shapes.moment import At, Limits, key_for
from kith.standards.shapes.sources import Following
from kith.standards.shapes.states import Standing, State
from kith.words import needs_words


@dataclass(frozen=True, kw_only=True)
class Within(Shape):
    """Within the pack's limit of each event. An event left undone for a stated reason stands as explained (7.4)."""

    kind: ClassVar[str] = "Within"

    limit: Limits
    of: Following
    left: str = ""  # the sentence for an event left undone for a reason

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        key = key_for(self.limit, facts.level)
        if at.limit(key) is None:
            return Standing(State.NOT_APPLICABLE, why="pack")
        events = facts.owed.get(self.id, NOTHING_HAPPENED)
        if not events.open:
            return answered(_asked(events, (), key, at), at.today)
        left = [event for event in events.open if event.because and not needs_words(event.because)]
        standing = answered(_asked(events, left, key, at), at.today)
        if left and standing.state in (State.MET, State.NOT_APPLICABLE):
            newest = max(left, key=lambda event: event.since)
            if events.since is None or newest.since >= events.since:
                return Standing(State.EXPLAINED, since=newest.since, item=newest.id, why="left")
        return standing

    def began_here(self, facts: Facts) -> bool:
        return self.id in facts.owed


def _asked(events: Events, left: Sequence[Waiting], key: str, at: At) -> Asked:
    """The same events with the due days this limit gives them, those left for a reason apart."""
    still = [event for event in events.open if event not in left]
    owed = tuple(Owed(event.id, due, event.since) for event in still if (due := at.due(key, event.since)))
    due = at.due(key, events.since) if events.since else None
    if events.done_on is None or due is None:
        return Asked(owed)
    in_time = events.done_on <= due
    return Asked(owed, events.done_on if in_time else None, None if in_time else events.done_on, due)
