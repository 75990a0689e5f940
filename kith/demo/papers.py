"""Copies of the plans in people's hands: clear to most, gone through with Maya, and one that waits too long."""

from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.sharing import acts
from kith.sharing.models import Release

if TYPE_CHECKING:
    from kith.demo.family import Telling

_MAYAS = """Maya's plan

This plan is because
The shouting at night keeps Maya awake.

What will be different
Maya sleeps all night.

Who does what
Nan Rose has Sam on Tuesdays and Thursdays.
Mum and Dean talk in the kitchen, not on the stairs.
Marsha has ten minutes for Maya on Mondays.

Who to ring
Aisha Khan."""
_LEOS = """Leo's plan

This plan is because
Leo holds his ears when it gets loud. He does not talk at nursery.

What will be different
Leo plays and talks at nursery.

Who does what
Nan Rose has Sam on Tuesdays and Thursdays.
Leo's key worker plays with him alone each day.

Who to ring
Aisha Khan."""


_HELPS = """Help there is for Maya

Short breaks for carers
What it is: somebody you know has the children for an afternoon.
How soon: two weeks
What it costs: nothing

Evenings at home
What it is: a worker comes at bedtime, six weeks.
How soon: three weeks
What it costs: nothing

You choose. No is an answer too: the help you have goes on, and you may ask again at any time."""


def tell_papers(t: "Telling") -> None:
    _given(t, "maya", "kelly", 70, _HELPS, kind="helps")
    kellys, mayas, roses = (_given(t, "maya", whose, 56, _MAYAS) for whose in ("kelly", "maya", "rose"))
    by = t.by("aisha", 54, 15)
    with acting_as(by):
        for copy in (kellys, roses):
            acts.write_what_was_said(by=by, about=t.people["maya"], release=copy, clear=True)
    _gone_through_with_maya(t, mayas)
    leos = _given(t, "leo", "kelly", 8, _LEOS)
    by = t.by("kelly", 6, 20)
    with acting_as(by):
        acts.say_unclear(by=by, about=t.people["leo"], release=leos, words="Who is his key worker now? Miss Kay left.")


def _given(t: "Telling", child: str, whose: str, days_ago: int, text: str, kind: str = "plan") -> Release:
    by, person = t.by("aisha", days_ago, 16), t.people[whose]
    name = "Nan Rose" if whose == "rose" else person.called  # as the plan names her
    with acting_as(by):
        return acts.release_copy(
            by=by,
            about=t.people[child],
            recipient=person,
            recipient_name=name,
            kind=kind,
            text=text,
            who_else_sees="Nobody else",
        )


def _gone_through_with_maya(t: "Telling", copy: Release) -> None:
    maya, by = t.by("maya", 22, 16), t.by("aisha", 21, 16)
    with acting_as(maya):
        walk = acts.say_unclear(by=maya, about=t.people["maya"], release=copy)
    with acting_as(by):
        acts.walk_through(
            by=by,
            about=t.people["maya"],
            walk=walk,
            explained="We drew who sleeps where on which night, and who she can call.",
            with_whom="Nan Rose",
            questions="What if Nan is ill?",
            clear_now="yes",
        )
