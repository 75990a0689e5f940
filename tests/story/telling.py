"""Things told and meant, for the tests of this room."""

from datetime import date
from typing import Any

import pytest

from kith.calendar import PartDate
from kith.record import Refused
from kith.record.models import Act
from kith.story import acts
from kith.story.models import Entry, History, StillRight, StoryReview
from tests.cast import Cast


def told(cast: Cast, by: Any, what: str = "Maya was born a week early.", **details: Any) -> History:
    given = {"about": cast.maya, "happened": on(2017, 3, 4), "told_by": "Kelly", "lens": "life"}
    return acts.tell_history(by=by, what=what, **{**given, **details})


def meant(cast: Cast, by: Any, event: Act, **details: Any) -> Entry:
    given = {"about": cast.maya, "significance": 2, "meant": "She slept through the night."}
    return acts.mean_for_child(by=by, event=event, **{**given, **details})


def taken(cast: Cast, by: Any, event: Act, **details: Any) -> Entry:
    given = {"about": cast.maya, "significance": 2, "line": "Our work with Maya began.", "lens": "help"}
    return acts.take_into_story(by=by, event=event, **{**given, **details})


def act_named(cast: Cast, name: str) -> Act:
    return Act.objects.filter(person=cast.maya, name=name).order_by("-id").first()


def first_event(cast: Cast) -> Act:
    return Act.objects.filter(person=cast.maya, in_story=True).order_by("id").first()


def on(year: int, month: int = 1, day: int = 1, precision: str = "day") -> PartDate:
    return PartDate(date(year, month, day), precision)  # type: ignore[arg-type]


def refused(do, *args, **details):
    with pytest.raises(Refused) as refusal:
        do(*args, **details)
    return refusal.value


def kept():
    return tuple(model.objects.count() for model in (Entry, History, StoryReview, StillRight))
