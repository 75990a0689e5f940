"""Figures of a night, and a copy of some that was given to somebody: what their pages are opened with."""

from typing import Any

from kith.access import acting_as
from kith.standards.acts import count_promises, release_figures
from tests.cast import Cast

A_PROMISE = {"standard": "heard"}


def of_figures(cast: Cast) -> dict[str, dict[str, Any]]:
    with acting_as(cast.system):
        count_promises(by=cast.system, about=None)
    with acting_as(cast.grace):
        copy = release_figures(
            by=cast.grace,
            about=None,
            standard_id="heard",
            team=None,
            recipient_name="The board of the partnership",
            why="For the meeting in December.",
            text="Heard,3\n",
        )
    return {"standard": A_PROMISE, "give-figures": A_PROMISE, "figures-file": {"pk": copy.pk}}
