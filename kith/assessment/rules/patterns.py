"""When signs of one kind of harm, on different records, ask somebody to look at them together (S2-05)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.packs import Pack
from kith.words import needs_words

LIMIT = "neglect-pattern"


@dataclass(frozen=True)
class Pattern:
    """Signs that somebody has to look at together, oldest first, and on how many different records they stand."""

    harm: str
    title: str
    signs: tuple[Any, ...]
    records: int

    @property
    def since(self) -> date:
        return self.signs[0].seen_on  # type: ignore[no-any-return]

    @property
    def until(self) -> date:
        return self.signs[-1].seen_on  # type: ignore[no-any-return]

    @property
    def looked_before(self) -> bool:
        """Some of them somebody has looked at already: something has come since."""
        return any(one.look_id for one in self.signs)


def patterns(signs: Iterable[Any], pack: Pack) -> list[Pattern]:
    """One child's signs. A kind of harm the pack sets no number for asks nothing."""
    by_harm = defaultdict(list)
    for one in signs:
        by_harm[one.harm].append(one)
    limit = pack.timescale(LIMIT).limit
    found = []
    for harm, each in pack.indicators.items():
        at_least = each.pattern_at
        if not at_least:
            continue
        together = asks_for_a_look(by_harm[harm], at_least, lambda first: limit.after(first, pack.calendar))
        if together:
            found.append(Pattern(harm, each.title, together, len({one.event_id for one in together})))
    return found


def is_whole(look: Any) -> bool:
    """Both what the signs are taken to mean and what is done next, in words: nothing less ends their asking."""
    return not (needs_words(look.made_of_it) or needs_words(look.next_step))


def asks_for_a_look(signs: Iterable[Any], at_least: int, until: Callable[[date], date]) -> tuple[Any, ...]:
    """The signs to look at together; none when fewer than so many records stand within the days `until` counts, or all
    of them were looked at. Two signs on one record are one record.
    """
    ordered = sorted(signs, key=lambda one: (one.seen_on, one.pk))
    days = {one.event_id: one.seen_on for one in ordered}
    new = {one.event_id for one in ordered if not one.look_id}
    together: set[int] = set()
    for first in days.values():
        within = {event for event, day in days.items() if first <= day <= until(first)}
        if len(within) >= at_least and within & new:
            together |= within
    return tuple(one for one in ordered if one.event_id in together)
