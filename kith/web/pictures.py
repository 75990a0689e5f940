"""Small pictures drawn as SVG: never the only place a fact stands."""

from collections.abc import Sequence
from datetime import date

from django.utils.html import format_html
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
