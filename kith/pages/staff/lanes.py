"""The lanes picture: a child's life side by side over time, drawn by the server, with a table that says the same."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.calendar import in_full
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.story import queries
from kith.story.queries import lanes as lane_queries
from kith.story.queries.lanes import Lanes
from kith.story.rules.gaps import Gap
from kith.story.rules.lanes import picture

ZOOMS = {"life": "Whole life", "2-years": "Last 2 years", "90-days": "Last 90 days"}
_DAYS = {"2-years": 730, "90-days": 90}
NAMED = 4  # gaps said in words above the picture


@child_page("story in lanes")
def story_lanes(request: HttpRequest, opened: Opened) -> HttpResponse:
    today, name = opened.actor.today, opened.child.called.partition(" ")[0]
    lanes = queries.lanes_of(opened.child, today, queries.read(opened.child))
    zoom = request.GET.get("zoom", "life")
    zoom = zoom if zoom in ZOOMS else "life"
    from_on = max(lanes.first_day, today - timedelta(days=_DAYS[zoom])) if zoom in _DAYS else lanes.first_day
    shown = [gap for gap in lanes.gaps if gap.to_on >= from_on]
    return render(
        request,
        "pages/story/lanes.html",
        {
            **header(opened, "child-story"),
            "picture": picture(lane_queries.TITLES, lanes.bars, lanes.marks, lanes.placed_gaps, from_on, today),
            "zooms": [{"text": text, "href": f"?zoom={code}", "chosen": code == zoom} for code, text in ZOOMS.items()],
            "gaps": [gap.said(name) for gap in shown[:NAMED]],
            "more_gaps": [gap.said(name) for gap in shown[NAMED:]],
            "rows": _rows(lanes, shown, from_on, today),
            "from_on": in_full(from_on),
            "to_on": in_full(today),
        },
    )


def _rows(lanes: Lanes, gaps: list[Gap], from_on: date, today: date) -> list[dict[str, Any]]:
    """The table: everything drawn, lane by lane, oldest first, in words."""
    rows = [
        (bar.lane, bar.from_on, f"{in_full(bar.from_on)} – {in_full(bar.to_on) if bar.to_on else 'now'}", bar.label)
        for bar in lanes.bars
        if bar.to_on is None or bar.to_on >= from_on
    ]
    rows += [(mark.lane, mark.on, in_full(mark.on), mark.label) for mark in lanes.marks if mark.on >= from_on]
    rows += [
        (lane, gap.from_on, f"{in_full(gap.from_on)} – {in_full(gap.to_on)}", f"Nothing written for {gap.length}")
        for lane, gap in lanes.placed_gaps
        if gap in gaps
    ]
    order = {title: place for place, title in enumerate(lane_queries.TITLES)}
    rows.sort(key=lambda row: (order[row[0]], row[1]))
    return [{"lane": lane, "when": when, "what": what} for lane, _, when, what in rows]
