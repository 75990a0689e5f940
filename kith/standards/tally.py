"""How many children stand how by each promise: `rules.stand`, over a whole partnership in a second. Pure."""

from collections.abc import Callable, Sequence

from kith.standards.rules import count, is_settling_in, stand
from kith.standards.shapes import At, Facts, Shape, Standing, State

_Stands = Callable[[Facts, At], Standing]
_Put = Callable[[State], None]
_Call = tuple[_Stands, _Put]


class Tally:
    """Add each child's facts, then read the counts.

    A promise that reads a table of its own is asked only about a child of whom something stands there, one for other
    levels of help not at all: for everyone else it does not apply, which is nearly all of what a board counts. Of whom
    there is more to say (died, not born, brought over lately, explained, judged) `stand` says it.
    """

    def __init__(self, standards: Sequence[Shape], at: At):
        self._standards, self._at, self._children = standards, at, 0
        self._states: dict[str, list[State]] = {each.id: [] for each in standards}
        self._of_level: dict[str, tuple[list[_Call], dict[str, _Call]]] = {}

    def add(self, facts: Facts) -> None:
        self._children += 1
        at = self._at
        if _more_to_say(facts, at):
            for each in self._standards:
                self._states[each.id].append(stand(each, facts, at).state)
            return
        always, where_owed = self._of_level.get(facts.level) or self._sorted_out(facts.level)
        for stands, put in always:
            put(stands(facts, at).state)
        for promise in facts.owed:
            if promise in where_owed:
                stands, put = where_owed[promise]
                put(stands(facts, at).state)

    def counts(self) -> dict[str, dict[str, int]]:
        """{"seen-in-time": {"met": 12, "due": 0, ...}, ...}: the absent states too."""
        counted = {}
        for promise, states in self._states.items():
            counted[promise] = count(states)
            counted[promise][State.NOT_APPLICABLE.value] += self._children - len(states)
        return counted

    def _sorted_out(self, level: str) -> tuple[list[_Call], dict[str, _Call]]:
        """The promises to a child of this level: those always asked, and those asked where something is owed."""
        ours = [each for each in self._standards if not each.applies_to.levels or level in each.applies_to.levels]
        asked: list[tuple[Shape, _Call]] = [(each, (each.stands, self._states[each.id].append)) for each in ours]
        always = [call for each, call in asked if each.source is None]
        self._of_level[level] = always, {each.id: call for each, call in asked if each.source is not None}
        return self._of_level[level]


def _more_to_say(facts: Facts, at: At) -> bool:
    if facts.explanations or facts.found or facts.unborn or facts.died_on is not None:
        return True
    return bool(facts.came_from) and is_settling_in(facts, at)
