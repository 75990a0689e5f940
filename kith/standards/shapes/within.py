"""Once, within so long of something happening, each time it happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from kith.standards.shapes.base import Shape
from kith.standards.shapes.each_answered import answered
from kith.standards.shapes.facts import Asked, Events, Facts, Gone, Owed, Waiting
from kith.standards.shapes.moment import At, Limits, key_for
from kith.standards.shapes.sources import Following
from kith.standards.shapes.states import NO_LIMIT, NOTHING_OWED, Standing, State
from kith.words import needs_words


@dataclass(frozen=True, kw_only=True)
class Within(Shape):
    """Within the pack's limit of each event. An event left undone for a stated reason stands as explained (7.4)."""

    kind: ClassVar[str] = "Within"

    limit: Limits
    also: tuple[str, ...] = ()  # the other limits its events are held to, where they say which
    of: Following
    left: str = ""  # the sentence for an event left undone for a reason

    @property
    def limits(self) -> Limits:
        return self.limit

    def stands(self, facts: Facts, at: At) -> Standing:
        key = key_for(self.limit, facts.level)
        if at.limit(key) is None and not any(map(at.limit, self.also)):
            return NO_LIMIT
        events = facts.owed.get(self.id)
        if events is None:
            return NOTHING_OWED
        standing = self._of(events, key, at)
        return standing._replace(key=_key_of(events, standing)) if self.also else standing

    def _of(self, events: Events, key: str, at: At) -> Standing:
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
        return self.id in facts.owed and not self.of.in_file


def _key_of(events: Events, standing: Standing) -> str:
    """The limit of the event it stands as: the one to be seen to, or the one followed last."""
    return next((event.key for event in events.open if event.id == standing.item), events.key)


def _asked(events: Events, left: Sequence[Waiting], key: str, at: At) -> Asked:
    """The same events with the due days this limit gives them, those left for a reason apart."""
    still = [event for event in events.open if event not in left]
    owed = tuple(Owed(event.id, due, event.since) for event in still if (due := at.due(event.key or key, event.since)))
    asked, due = Asked(owed), at.due(events.key or key, events.since) if events.since else None
    if events.done_on and due:
        in_time = events.done_on <= due
        asked = Asked(owed, events.done_on if in_time else None, None if in_time else events.done_on, due)
    return _with_gone(asked, events.gone, key, at) if events.gone else asked


def _with_gone(asked: Asked, gone: Sequence[Gone], key: str, at: At) -> Asked:
    """What was late on the day nothing was owed any more stays late (7.10)."""
    late = [(one.on, due) for one in gone if (due := at.due(one.key or key, one.since)) and one.on > due]
    if asked.late and asked.late_due:
        late.append((asked.late, asked.late_due))
    return Asked(asked.open, asked.in_time, *max(late)) if late else asked
