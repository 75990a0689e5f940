"""Which generation everyone stands in, counted from the child in the middle: parents -1, grandparents -2."""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kith.people.tree.graph import Upward

_STRENGTH = {"born": 0, "adopted": 0, "fostered": 2, "cared_for": 3, "step": 4, "far": 5}
_COUPLE = 1


def ranks(centre: int, upward: Sequence["Upward"], couples: Mapping[tuple[int, int], object]) -> dict[int, int]:
    """Everyone who can be reached from `centre`, and their generation.

    Birth decides before marriage, marriage before care, care before what is only said in a word; so a family that goes
    round in a circle (a cousin marriage, a grandmother who fosters) still gets one answer, and always the same.
    """
    steps: dict[int, list[tuple[int, int, int]]] = {}
    for edge in upward:
        strength = _STRENGTH[edge.style]
        steps.setdefault(edge.elder, []).append((strength, edge.younger, edge.steps))
        steps.setdefault(edge.younger, []).append((strength, edge.elder, -edge.steps))
    for one, other in couples:
        steps.setdefault(one, []).append((_COUPLE, other, 0))
        steps.setdefault(other, []).append((_COUPLE, one, 0))
    found: dict[int, int] = {}
    waiting = [(-1, 0, centre, 0)]
    while waiting:
        _, far, person, rank = heappop(waiting)
        if person in found:
            continue
        found[person] = rank
        for strength, other, down in steps.get(person, ()):
            if other not in found:
                heappush(waiting, (strength, far + 1, other, rank + down))
    return found
