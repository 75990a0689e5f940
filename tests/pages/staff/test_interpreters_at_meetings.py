"""Whoever interpreted at a meeting is kept; a relative who did is named as nobody who may (design 7.4)."""

import pytest

from kith.access import acting_as
from kith.involvement.models import MeetingPart
from kith.involvement.rules import PartGiven
from tests.involvement.protecting import CAME, conferred
from tests.visits.going import page, text

SAID = "An interpreter is never a child, a relative"


@pytest.mark.parametrize(("who", "named"), [("Kelly Okafor", True), ("Ewa Lis", False), (None, False)])
def test_7_4_a_relative_who_interprets_is_kept_and_named(cast, browse, who, named):
    parts = [*CAME, PartGiven(who, "interpreter", attended="all")] if who else CAME
    line = conferred(cast, parts=parts)
    with acting_as(cast.aisha):
        assert MeetingPart.objects.filter(role="interpreter").exists() is bool(who)
    shown = text(browse("aisha").get(page("protection-meeting", cast.maya, line.pk)))
    assert (SAID in shown) is named
