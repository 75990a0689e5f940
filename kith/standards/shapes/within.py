"""Once, within so long of something happening, each time it happens."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.each_answered import answered
from kith.standards.shapes.facts import Asked, Facts
from kith.standards.shapes.moment import At, Limits, key_for
from kith.standards.shapes.states import Standing, State
from kith.words import needs_words


@dataclass(frozen=True, kw_only=True)
class Within(Shape):
    """Within the pack's limit of each event. An event left undone for a stated reason stands as explained (7.4)."""

    kind: ClassVar[str] = "Within"

    limit: Limits
    of: Callable[[Facts], Asked]
    left: str = ""  # the sentence for an event left undone for a reason

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        key = key_for(self.limit, facts.level)
        if at.limit(key) is None:
            return Standing(State.NOT_APPLICABLE, why="pack")
        events = self.of(facts)
        left = [event for event in events.open if event.because and not needs_words(event.because)]
        open_ = tuple(event._replace(due=at.due(key, event.since)) for event in events.open if event not in left)
        last_due = at.due(key, events.last_since) if events.last_since else None
        standing = answered(events._replace(open=open_, last_due=last_due), at.today)
        if left and standing.state in (State.MET, State.NOT_APPLICABLE):
            newest = max(left, key=lambda event: event.since)
            if events.last_since is None or newest.since >= events.last_since:
                return Standing(State.EXPLAINED, since=newest.since, item=newest.id, why="left")
        return standing

    def began_here(self, facts: Facts) -> bool:
        return self.of(facts) != Asked()
