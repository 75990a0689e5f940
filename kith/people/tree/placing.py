"""How far along its row everyone stands: children beneath the middle of their parents, nobody too close."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kith.people.tree.graph import Family
from kith.people.tree.order import Rows

SYMBOL = 46  # width and height of a person's shape
CELL = 108  # room for one person and their name
COUPLE = 126  # from one partner to the other
_STRANGERS, _DOORSTEP = 14, 16  # more room between families, and where a home begins
_ROUNDS = 120
_CHILD, _PARTNER, _LINK, _NEXT = 1.0, 1.6, 0.3, 0.06

Pull = Callable[[dict[int, float]], float]


@dataclass(frozen=True)
class _Pulled:
    weight: float
    to: Pull


def places(family: Family, rows: Rows) -> dict[int, float]:
    """The middle of each person, left to right, in the unit of the drawing; the leftmost at half a cell."""
    apart = [_least_apart(family, row) for row in rows]
    x = {one: place * float(CELL) for row in rows for place, one in enumerate(row)}
    pulls = _pulls(family, rows, apart)
    there_and_back = [*range(len(rows)), *range(len(rows) - 1, -1, -1)]
    for _ in range(_ROUNDS // 2):
        for n in there_and_back:
            _settle(rows[n], apart[n], pulls, x)
    left = min(x.values()) - CELL / 2
    return {one: float(round(place - left)) for one, place in x.items()}


def _least_apart(family: Family, row: Sequence[int]) -> list[float]:
    """The least distance between each person of the row and the next."""
    couples = {frozenset(union.parents) for union in family.unions if len(union.parents) == 2}
    siblings = [{branch.child for branch in union.children} for union in family.unions]
    return [_gap(family, one, other, couples, siblings) for one, other in pairwise(row)]


def _gap(family: Family, one: int, other: int, couples: set[frozenset[int]], siblings: Sequence[set[int]]) -> float:
    if frozenset((one, other)) in couples:
        gap = COUPLE
    else:
        gap = CELL if any(one in group and other in group for group in siblings) else CELL + _STRANGERS
    doorsteps = sum((one in home.members) != (other in home.members) for home in family.homes)
    return gap + _DOORSTEP * min(doorsteps, 2)


def _pulls(family: Family, rows: Rows, apart: Sequence[Sequence[float]]) -> dict[int, list[_Pulled]]:
    found: dict[int, list[_Pulled]] = {one: [] for one in family.people}
    for union in family.unions:
        parents, children = union.parents, tuple(branch.child for branch in union.children)
        if children:
            for child in children:
                found[child].append(_Pulled(_CHILD, _beneath(child, children, parents)))
            for parent in parents:
                found[parent].append(_Pulled(_CHILD, _beneath(parent, parents, children)))
        if len(parents) == 2:
            _hold(found, parents[0], parents[1], COUPLE, _PARTNER, rows)
    for row, gaps in zip(rows, apart, strict=True):
        for one, other, gap in zip(row, row[1:], gaps, strict=False):
            _hold(found, one, other, gap, _NEXT, [row])
    for link in family.links:
        found[link.start].append(_Pulled(_LINK, _toward(link.end)))
    return found


def _beneath(one: int, group: Sequence[int], others: Sequence[int]) -> Pull:
    """Where `one` would stand if the middle of its group were the middle of the others."""

    def to(x: dict[int, float]) -> float:
        return x[one] + sum(x[o] for o in others) / len(others) - sum(x[g] for g in group) / len(group)

    return to


def _hold(
    found: dict[int, list[_Pulled]], one: int, other: int, gap: float, weight: float, rows: Sequence[Sequence[int]]
) -> None:
    row = next(row for row in rows if one in row)
    left, right = (one, other) if row.index(one) < row.index(other) else (other, one)
    found[left].append(_Pulled(weight, lambda x: x[right] - gap))
    found[right].append(_Pulled(weight, lambda x: x[left] + gap))


def _toward(other: int) -> Pull:
    return lambda x: x[other]


def _settle(row: Sequence[int], apart: Sequence[float], pulls: dict[int, list[_Pulled]], x: dict[int, float]) -> None:
    """Each person of a row to the mean of what pulls them, as near as order and distance allow."""
    offset, wanted, weights = 0.0, [], []
    offsets = []
    for index, one in enumerate(row):
        offset += apart[index - 1] if index else 0.0
        offsets.append(offset)
        weight = sum(pull.weight for pull in pulls[one])
        mean = sum(pull.weight * pull.to(x) for pull in pulls[one]) / weight if weight else x[one]
        wanted.append(mean - offset)
        weights.append(weight or 0.01)
    for one, place, moved in zip(row, _never_falling(wanted, weights), offsets, strict=True):
        x[one] = place + moved


def _never_falling(wanted: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The nearest values, by weighted squares, of which none is below the one before."""
    blocks: list[list[float]] = []  # mean, weight, how many
    for value, weight in zip(wanted, weights, strict=True):
        blocks.append([value, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            mean, heavy, many = blocks.pop()
            before = blocks[-1]
            total = before[1] + heavy
            before[0] = (before[0] * before[1] + mean * heavy) / total
            before[1], before[2] = total, before[2] + many
    return [mean for mean, _, many in blocks for _ in range(int(many))]
