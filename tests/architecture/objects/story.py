"""A chronology that went to court, one that is being made, and a booklet."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.record.models import Act
from kith.story import queries as story
from kith.story.acts import choose_for_court, make_booklet, mean_for_child, release_chronology
from kith.story.models import Booklet, Chronology
from tests.architecture.objects.visits import SECRET_MEANS
from tests.cast import TODAY, Cast


def copies(cast: Cast) -> None:
    event = Act.objects.filter(person=cast.maya, name="record_visit").order_by("pk").first()
    mean_for_child(by=cast.aisha, about=cast.maya, event=event, significance=3, meant=SECRET_MEANS)
    period = {"from_on": TODAY - timedelta(days=90), "to_on": TODAY, "events": [event.pk]}
    gone = choose_for_court(by=cast.aisha, about=cast.maya, **period)
    reading = story.read(cast.maya)
    release_chronology(
        by=cast.aisha,
        about=cast.maya,
        chronology=gone,
        heading=story.heading_for(cast.maya, cast.aisha, gone.from_on, gone.to_on),
        lines=story.court_lines(reading, gone.chosen),
        recipient_name="the court",
        who_else_sees="the parties",
    )
    choose_for_court(by=cast.aisha, about=cast.maya, **period)
    make_booklet(
        by=cast.aisha,
        about=cast.maya,
        band="words",
        first="Maya",
        facts=["My name is Maya."],
        pieces=story.pieces_of(cast.maya, TODAY, reading),
        who_else_sees="nobody else",
    )


def of_story(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    with acting_as(cast.system):
        gone, going = Chronology.objects.order_by("pk")
        booklet = Booklet.objects.get()
    first, second, *_, last = Act.objects.filter(person=cast.maya, in_story=True).order_by("pk")
    return {
        **{
            name: {**ref, "pk": last.pk}
            for name in ("add-meaning", "leave-out", "part-event", "take-in", "tell-beside")
        },
        "same-event": {**ref, "pk": first.pk, "other": second.pk},
        "still-right": {**ref, "clock": "assessment"},
        "court-copy": {**ref, "pk": gone.pk},
        "court-file": {**ref, "pk": gone.pk, "form": "pdf"},
        "court-right": {**ref, "pk": going.pk},
        "court-make": {**ref, "pk": going.pk},
        "booklet": {**ref, "pk": booklet.pk},
        "booklet-file": {**ref, "pk": booklet.pk},
        "tell-as-agency": {"ref": cast.sam.ref},
    }
