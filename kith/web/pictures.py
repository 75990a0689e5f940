"""Small pictures drawn as SVG: never the only place a fact stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_WIDE, _HIGH, _EDGE = 120, 30, 4


def trend(points: Sequence[tuple[date, int]], *, most: int) -> SafeString | str:
    """Numbers from 0 to `most` over time as a thin line with a dot at its end; nothing for fewer than two.

    Hidden from screen readers: whoever uses it writes the same numbers beside it.
    """
    if len(points) < 2:
        return ""
    first, last = points[0][0], points[-1][0]
    days = max((last - first).days, 1)
    places = [
        (
            round(_EDGE + (day - first).days / days * (_WIDE - 2 * _EDGE), 1),
            round(_HIGH - _EDGE - score / most * (_HIGH - 2 * _EDGE), 1),
        )
        for day, score in points
    ]
    return format_html(
        '<svg class="kith-trend" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true" focusable="false">'
        '<polyline fill="none" stroke="currentColor" stroke-width="2" points="{}"></polyline>'
        '<circle cx="{}" cy="{}" r="3" fill="currentColor"></circle></svg>',
        _WIDE,
        _HIGH,
        _WIDE,
        _HIGH,
        " ".join(f"{x},{y}" for x, y in places),
        *places[-1],
    )


@dataclass(frozen=True)
class Lines:
    """One line of a picture: what it is called, how it is drawn, and its points."""

    name: str
    tone: str
    points: Sequence[tuple[date, int]]


_PLOT = (640, 220)  # width and height, with room at the right for the names
_LEFT, _RIGHT, _TOP, _FOOT = 44, 130, 12, 28
_BETWEEN = 16  # names of two lines that end close together are kept apart by so much


def lines(drawn: Sequence[Lines], *, label: str) -> SafeString | str:
    """Several counts over the same days, each line named at its end and drawn in a way of its own, without colour as
    well as with it. Nothing for fewer than two days. Whoever uses it has the same numbers in a table.
    """
    days = [day for day, _ in drawn[0].points] if drawn else []
    if len(days) < 2:
        return ""
    most = max(1, *(n for line in drawn for _, n in line.points))
    right, foot = _PLOT[0] - _RIGHT, _PLOT[1] - _FOOT
    span = (days[-1] - days[0]).days

    def place(day: date, n: int) -> tuple[float, float]:
        return (
            round(_LEFT + (day - days[0]).days / span * (right - _LEFT), 1),
            round(foot - n / most * (foot - _TOP), 1),
        )

    return format_html(
        '<svg class="kith-plot" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<path class="kith-plot__frame" d="M{} {}V{}H{}"></path>'
        '<text x="{}" y="{}" text-anchor="end">{}</text><text x="{}" y="{}" text-anchor="end">0</text>'
        '<text x="{}" y="{}">{}</text><text x="{}" y="{}" text-anchor="end">{}</text>{}</svg>',
        *_PLOT,
        label,
        *(_LEFT, _TOP, foot, right),
        *(_LEFT - 6, _TOP + 4, most),
        *(_LEFT - 6, foot + 4),
        *(_LEFT, _PLOT[1] - 8, f"{days[0]:%-d %b}"),
        *(right, _PLOT[1] - 8, f"{days[-1]:%-d %b}"),
        _named_paths(drawn, place, right + 8),
    )


def _named_paths(drawn: Sequence[Lines], place: Callable[[date, int], tuple[float, float]], beside: int) -> SafeString:
    """Each line, and at its end, `beside` the plot, its name and its latest number."""
    ends = _apart({line.name: place(*line.points[-1])[1] for line in drawn})
    return format_html_join(
        "",
        '<polyline class="kith-plot__line kith-plot__line--{}" points="{}"></polyline>'
        '<text class="kith-plot__name" x="{}" y="{}">{} {}</text>',
        (
            (
                line.tone,
                " ".join(f"{x},{y}" for x, y in (place(*point) for point in line.points)),
                beside,
                ends[line.name] + 4,
                line.name,
                line.points[-1][1],
            )
            for line in drawn
        ),
    )


def _apart(heights: dict[str, float]) -> dict[str, float]:
    """Where each name stands: beside its line's end, moved down so that no two lie over each other."""
    placed: dict[str, float] = {}
    lowest = 0.0
    for name, height in sorted(heights.items(), key=lambda each: each[1]):
        placed[name] = lowest = round(max(height, lowest + _BETWEEN), 1)
    over = max(0.0, lowest - (_PLOT[1] - 4))
    return {name: height - over for name, height in placed.items()} if over else placed
