"""The dotted line around a household: everyone who lives there inside it, and nobody else."""

from collections.abc import Iterable, Sequence

from kith.people.tree.order import Rows

Box = tuple[float, float, float, float]  # left, top, right, bottom
Loop = tuple[tuple[float, float], ...]

_MARGIN, _BELOW = 4, 10  # the home's name stands on its lower edge
_NARROWEST, _CLEAR = 36, 6  # of the passage between two generations, and of the lines beside it


def outline(
    members: frozenset[int], rows: Rows, cells: dict[int, Box], upright: Sequence[float] = ()
) -> tuple[Loop, ...]:
    """Closed lines around the members: one where a passage joins them between the rows, else one for each group.
    `upright`: where lines run down, for a passage to keep its edges clear of.
    """
    boxes: list[Box] = []
    above: list[Box] = []
    for row in rows:
        runs = list(_runs(row, members, cells))
        boxes += runs
        boxes += [passage for run in runs for passage in _passage(above, run, upright)]
        above = runs
    return _loops(boxes)


def _runs(row: Sequence[int], members: frozenset[int], cells: dict[int, Box]) -> Iterable[Box]:
    """Neighbours in one row who all live there, as one box."""
    run: list[Box] = []
    for one in [*row, 0]:
        if one in members:
            run.append(cells[one])
        elif run:
            yield (
                run[0][0] - _MARGIN,
                min(box[1] for box in run) - _MARGIN,
                run[-1][2] + _MARGIN,
                max(box[3] for box in run) + _BELOW,
            )
            run = []


def _passage(above: Sequence[Box], run: Box, upright: Sequence[float]) -> Iterable[Box]:
    """The way from a group up to the nearest group of the row above, through the space where only lines run."""
    if not above:
        return
    near = max(above, key=lambda box: (min(box[2], run[2]) - max(box[0], run[0]), -box[0]))
    left, right = max(near[0], run[0]), min(near[2], run[2])
    if right - left < _NARROWEST:
        left, right = min(near[2], run[2]) - _NARROWEST, max(near[0], run[0]) + _NARROWEST
    while any(abs(x - left) < _CLEAR for x in upright) and right - left > _NARROWEST:
        left += _CLEAR
    while any(abs(x - right) < _CLEAR for x in upright) and right - left > _NARROWEST:
        right -= _CLEAR
    yield left, near[3], right, run[1]


def _loops(boxes: Sequence[Box]) -> tuple[Loop, ...]:
    """The edges of all boxes taken together, each loop walked once with the inside on the right."""
    xs = sorted({x for box in boxes for x in (box[0], box[2])})
    ys = sorted({y for box in boxes for y in (box[1], box[3])})
    inside = {
        (i, j)
        for i in range(len(xs) - 1)
        for j in range(len(ys) - 1)
        if any(b[0] <= xs[i] and xs[i + 1] <= b[2] and b[1] <= ys[j] and ys[j + 1] <= b[3] for b in boxes)
    }
    steps: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in sorted(inside):
        for side, start, end in (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        ):
            if side not in inside:
                steps.setdefault(start, []).append(end)
    loops = []
    while steps:
        corner = min(steps)
        loop = [corner]
        while True:
            ends = steps[corner]
            nearest = ends.pop()
            if not ends:
                del steps[corner]
            if nearest == loop[0]:
                break
            loop.append(nearest)
            corner = nearest
        loops.append(tuple((xs[i], ys[j]) for i, j in _corners(loop)))
    return tuple(loops)


def _corners(loop: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the points on the way between two corners."""
    kept = []
    for n, point in enumerate(loop):
        before, after = loop[n - 1], loop[(n + 1) % len(loop)]
        if (before[0] - after[0]) and (before[1] - after[1]):
            kept.append(point)
    return kept
