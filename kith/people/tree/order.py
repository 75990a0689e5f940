"""Who stands beside whom in each generation: partners together, brothers and sisters by age, few crossings.

A first order is walked from the child in the middle, up one side, down, and up the other; then people and small groups
are moved while that makes the picture easier to read. No chance is involved: the same family gives the same order.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kith.people.tree.graph import Family, Union

Rows = list[list[int]]
_PASSES = 5
_SMALL = 24  # up to here both first orders are bettered, beyond only the better of them
_REACH = 6  # how many places anyone is moved at once
# What each thing costs the reader.
_APART = 10.0  # somebody between two partners
_OWN_PARENTS = 14.0  # and more between the parents of the child in the middle
_AMONG, _MARRIED_IN = 5.0, 0.7  # somebody among brothers and sisters; a partner of theirs
_CROSSED, _TANGLED = 4.0, 5.0  # lines down that cross; couples' lines that do
_YOUNGER_FIRST, _HOME_SPLIT, _SHE_FIRST, _LINKED = 1.5, 1.2, 0.2, 0.05


def rows_of(family: Family) -> Rows:
    """Everyone, left to right, eldest generation first."""
    first, last = min(family.rank.values()), max(family.rank.values())
    board = _Board(family, first)
    tries = []
    for flipped in (False, True):
        walked = _Walk(family, flipped).rows()
        tries.append([walked.get(rank, []) for rank in range(first, last + 1)])
    tries.sort(key=board.cost)
    settled = [board.settle(rows) for rows in (tries if len(family.people) <= _SMALL else tries[:1])]
    return min(settled, key=board.cost)


class _Walk:
    """Puts everyone down left to right, each family beside the next."""

    def __init__(self, family: Family, flipped: bool):
        self.family, self.flipped = family, flipped
        self.down: dict[int, list[int]] = {}
        self.placed: set[int] = set()
        self.opened: set[str] = set()
        self.of = {one: family.unions_of(one) for one in family.rank}
        self.beneath: dict[int, tuple[list[int], int, str]] = {}
        self.from_: dict[int, Union] = {}
        for union in family.unions:
            for branch in union.children:
                self.from_.setdefault(branch.child, union)

    def rows(self) -> dict[int, list[int]]:
        self._place(self.family.centre, "right")
        for link in self.family.links:
            for one in (link.start, link.end):
                self._place(one, "right")
        for one in self.family.people:
            self._place(one, "right")
        return self.down

    def _place(self, person: int, side: str) -> None:
        """Someone with the family they come from: at its right end, or its left, where their partner is to stand."""
        if person in self.placed:
            return
        union = self.from_.get(person)
        if union is None or union.key in self.opened:
            self._person(person, side)
            return
        self.opened.add(union.key)
        parents = self._in_order(union)
        children = [branch.child for branch in union.children if branch.child != person]
        self.beneath[parents[-1]] = [*children, person] if side == "left" else [person, *children], person, side
        for parent, at in zip(parents, ("left", "right"), strict=False):
            self._place(parent, at)
        self._children(parents[-1])

    def _children(self, parent: int) -> None:
        """As soon as both parents stand, before anyone further along is put down."""
        waiting = self.beneath.pop(parent, None)
        if waiting:
            children, person, side = waiting
            for child in children:
                self._person(child, side if child == person else "")

    def _place_all(self, people: Sequence[int], side: str) -> None:
        for one in people:
            self._place(one, side)

    def _in_order(self, union: Union) -> list[int]:
        """Him on the left by custom, her on the right; or the other way round."""
        parents = sorted(union.parents, key=lambda one: self.family.people[one].shape != "square")
        return parents[::-1] if self.flipped else parents

    def _person(self, person: int, side: str) -> None:
        """Someone, their partners on both sides, and their children beneath."""
        if person in self.placed:
            return
        self.placed.add(person)
        unions = [union for union in self.of[person] if union.key not in self.opened]
        before, after = self._sides(unions, side)
        for union in before:
            self._union(union, person, "left")
        self.down.setdefault(self.family.rank[person], []).append(person)
        self._children(person)
        for union in after:
            self._union(union, person, "right")

    def _sides(self, unions: list[Union], side: str) -> tuple[list[Union], list[Union]]:
        if side == "left":
            return unions, []
        if side == "right":
            return [], unions
        half = len(unions) // 2
        return unions[:half], unions[half:]

    def _union(self, union: Union, person: int, side: str) -> None:
        if union.key in self.opened:
            return
        self.opened.add(union.key)
        self._place_all([one for one in union.parents if one != person], side)
        for branch in union.children:
            self._place(branch.child, "")


class _Board:
    """What an order of people costs its reader, and how to make it cost less."""

    def __init__(self, family: Family, first: int):
        count = max(family.rank.values()) - first + 1
        self.couples: list[list[_Pair]] = [[] for _ in range(count)]
        self.above: list[list[_Brood]] = [[] for _ in range(count)]  # unions whose children stand in this row
        for union in family.unions:
            row = family.rank[union.parents[0]] - first
            if len(union.parents) == 2:
                self.couples[row].append(_pair(family, union))
            if union.children:
                self.above[row + 1].append(_brood(family, union))
        self.home = next((home.members for home in family.homes if family.centre in home.members), frozenset())
        self.links = [(link.start, link.end, family.rank[link.start] - first) for link in family.links]

    def cost(self, rows: Rows) -> float:
        return sum(self.row(rows, n) + self.between(rows, n) for n in range(len(rows)))

    def row(self, rows: Rows, n: int) -> float:
        row = rows[n]
        at = {one: place for place, one in enumerate(row)}
        return self._partners(n, at) + self._siblings(n, row, at) + self._household(row, at) + self._linked(n, at)

    def _partners(self, n: int, at: dict[int, int]) -> float:
        total, spans = 0.0, []
        for pair in self.couples[n]:
            low, high = at[pair.one], at[pair.other]
            if low > high:
                low, high = high, low
                total += pair.if_turned
            else:
                total += pair.as_is
            total += pair.weight * (high - low - 1)
            spans.append((low, high))
        for index, (low, high) in enumerate(spans):
            for start, end in spans[index + 1 :]:
                if low < start < high < end or start < low < end < high:
                    total += _TANGLED
        return total

    def _siblings(self, n: int, row: list[int], at: dict[int, int]) -> float:
        total = 0.0
        for brood in self.above[n]:
            places = [at[child] for child in brood.children]
            low, high = min(places), max(places)
            if high - low >= len(places):
                among = [one for one in row[low : high + 1] if one not in brood.members]
                total += sum(_MARRIED_IN if one in brood.married_in else _AMONG for one in among)
            total += _YOUNGER_FIRST * _falls(places)
        return total

    def _household(self, row: list[int], at: dict[int, int]) -> float:
        places = [at[one] for one in row if one in self.home]
        return _HOME_SPLIT * (max(places) - min(places) + 1 - len(places)) if places else 0.0

    def _linked(self, n: int, at: dict[int, int]) -> float:
        return sum(_LINKED * abs(at[start] - at[end]) for start, end, row in self.links if row == n and end in at)

    def between(self, rows: Rows, n: int) -> float:
        """Crossings of the lines down into row `n`."""
        if n == 0 or len(self.above[n]) < 2:
            return 0.0
        up = {one: place for place, one in enumerate(rows[n - 1])}
        at = {one: place for place, one in enumerate(rows[n])}
        lines = sorted(
            (up[brood.one] + up[brood.other], at[child]) for brood in self.above[n] for child in brood.children
        )
        return _CROSSED * _falls([place for _, place in lines])

    def around(self, rows: Rows, n: int) -> float:
        below = self.between(rows, n + 1) if n + 1 < len(rows) else 0.0
        return self.row(rows, n) + self.between(rows, n) + below

    def settle(self, rows: Rows) -> Rows:
        rows = [list(row) for row in rows]
        for _ in range(_PASSES):
            if not sum(self._better(rows, n) for n in range(len(rows))):
                break
        return rows

    def _better(self, rows: Rows, n: int) -> bool:
        """Move anyone, or any two or three neighbours, to where they cost least; true when something moved."""
        moved = False
        for size in (1, 2, 3):
            for person in list(rows[n]):
                moved |= self._move(rows, n, person, size)
        return moved

    def _move(self, rows: Rows, n: int, person: int, size: int) -> bool:
        start = rows[n]
        best, least = start, self.around(rows, n) - 1e-9
        for row in _moved(start, start.index(person), size):
            rows[n] = row
            cost = self.around(rows, n)
            if cost < least:
                best, least = row, cost
        rows[n] = best
        return best is not start


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two partners, and what it costs when the first stands left of the other, or right."""

    one: int
    other: int
    weight: float  # for each person between them
    as_is: float
    if_turned: float


@dataclass(frozen=True, slots=True)
class _Brood:
    """The children of one union, eldest first, and the partners who may stand among them without harm."""

    one: int
    other: int
    children: tuple[int, ...]
    members: frozenset[int]
    married_in: frozenset[int]


def _pair(family: Family, union: Union) -> _Pair:
    one, other = union.parents
    women = [family.people[parent].shape == "circle" for parent in union.parents]
    own = any(branch.child == family.centre for branch in union.children)  # the parents of the child in the middle
    weight = _APART + 4 * bool(union.children) + 2 * (union.state in ("married", "together")) + _OWN_PARENTS * own
    return _Pair(one, other, weight, _SHE_FIRST * women[0], _SHE_FIRST * women[1])


def _brood(family: Family, union: Union) -> _Brood:
    children = tuple(branch.child for branch in union.children)
    partners = {one for child in children for own in family.unions_of(child) for one in own.parents}
    no_family = frozenset(one for one in partners if not family.parents_of(one))
    return _Brood(union.parents[0], union.parents[-1], children, frozenset(children), no_family)


def _falls(places: Sequence[int]) -> int:
    """How many pairs stand the wrong way round."""
    seen: list[int] = []
    falls = 0
    for place in places:
        at = bisect_right(seen, place)
        falls += len(seen) - at
        seen.insert(at, place)
    return falls


def _moved(row: list[int], at: int, size: int) -> Iterator[list[int]]:
    """The row with `size` people from place `at` put everywhere else; two or three as they stand and turned round."""
    group, rest = row[at : at + size], row[:at] + row[at + size :]
    if len(group) < size:
        return
    turned = group[::-1]
    for place in range(max(0, at - _REACH), min(len(rest), at + _REACH) + 1):
        if place != at:
            yield rest[:place] + group + rest[place:]
        if size > 1:
            yield rest[:place] + turned + rest[place:]
