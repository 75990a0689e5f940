"""Every clock of a child: started and ended by what the record tells, explained by others, its own for each child."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.standards import queries as standards
from kith.standards.acts import accept_explanation, answer_more_time, ask_more_time, explain_missed
from kith.standards.clocks import queries
from kith.standards.models import Explanation, MoreTime
from kith.standards.register import standard
from kith.visits.acts import Said, Seen
from tests.cast import TODAY
from tests.standards.clockwork import add, by_limit, change_work, lines, put_at
from tests.visits.going import went_before


def test_a_referral_is_decided_on_when_a_first_step_follows(cast):
    found = by_limit(cast, cast.maya)
    decided, led = found["referral-decision"], found["allocation"]
    assert (decided.state, decided.clock.began, decided.clock.due) == ("late", date(2026, 9, 1), date(2026, 9, 2))
    assert (led.state, led.clock.ended, led.clock.due) == ("met", date(2026, 9, 3), date(2026, 9, 3))
