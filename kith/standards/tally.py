"""How many children stand how by each promise: `rules.stand`, over a whole partnership in a second. Pure."""

from collections.abc import Callable, Sequence

from kith.standards.rules import is_settling_in, stand
from kith.standards.shapes import At, Facts, Shape, Standing, State

_Call = tuple[int, Callable[[Facts, At], Standing]]  # the place of a promise, and how a child stands by it
_LETTER = {state: str(place) for place, state in enumerate(State)}


class Tally:
    """Add each child's facts, or the letters kept of children, then read the counts.

    A promise that reads a table of its own is asked only about a child of whom something stands there, one for other
    levels of help not at all: for everyone else it does not apply, which is nearly all of what a board counts. Of whom
    there is more to say (died, not born, brought over lately, explained, judged) `stand` says it.
    """

    def __init__(self, standards: Sequence[Shape], at: At):
        self._standards, self._at = standards, at
        self._told: list[str] = []
        self._none_applies = [_LETTER[State.NOT_APPLICABLE]] * len(standards)
        self._of_level: dict[str, tuple[list[_Call], dict[str, _Call]]] = {}

    def add(self, facts: Facts) -> None:
        self._told.append(self.letters(facts))

    def add_kept(self, letters: str) -> None:
        """Those of any number of children, one child after the other."""
        self._told.append(letters)

    def letters(self, facts: Facts) -> str:
        """How one child stands: a letter for each promise, in their order."""
        at = self._at
        if _more_to_say(facts, at):
            return "".join(_LETTER[stand(each, facts, at).state] for each in self._standards)
        always, where_owed = self._of_level.get(facts.level) or self._sorted_out(facts.level)
        told = self._none_applies.copy()
        for place, stands in always:
            told[place] = _LETTER[stands(facts, at).state]
        for promise in facts.owed:
            if promise in where_owed:
                place, stands = where_owed[promise]
                told[place] = _LETTER[stands(facts, at).state]
        return "".join(told)

    def counts(self) -> dict[str, dict[str, int]]:
        """{"seen-in-time": {"met": 12, "due": 0, ...}, ...}: the absent states too."""
        told, n = "".join(self._told), len(self._standards)
        columns = {each.id: told[place::n] for place, each in enumerate(self._standards)}
        return {
            promise: {state.value: column.count(letter) for state, letter in _LETTER.items()}
            for promise, column in columns.items()
        }

    def _sorted_out(self, level: str) -> tuple[list[_Call], dict[str, _Call]]:
        """The promises to a child of this level: those always asked, and those asked where something is owed."""
        every = enumerate(self._standards)
        ours = [(n, each) for n, each in every if not each.applies_to.levels or level in each.applies_to.levels]
        always: list[_Call] = [(n, each.stands) for n, each in ours if each.source is None or each.source.everyone]
        where_owed: dict[str, _Call] = {
            each.id: (n, each.stands) for n, each in ours if each.source and not each.source.everyone
        }
        self._of_level[level] = always, where_owed
        return self._of_level[level]


def _more_to_say(facts: Facts, at: At) -> bool:
    if facts.explanations or facts.found or facts.unborn or facts.died_on is not None:
        return True
    return bool(facts.came_from) and is_settling_in(facts, at)
