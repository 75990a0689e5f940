"""What is handed over to a new lead worker, read before the first visit or said not to be (S4-27, S4-28)."""

from datetime import date, datetime, time, timedelta

import pytest

from kith.access import acting_as
from kith.access.actor import HOME_TIME
from kith.involvement import acts, rules
from kith.involvement.models import LeadWorker
from kith.record import NotYours, Refused
from kith.visits.acts import Seen, record_visit
from tests.cast import TODAY
from tests.visits.going import page, text, the_log_will_not_be_written


def handed(cast, on=TODAY - timedelta(5), to="theo"):
    with acting_as(cast.grace):
        return acts.allocate(by=cast.grace, about=cast.maya, on=on, lead=cast.staff[to])


def visited(cast, on, by="theo"):
    actor = cast.actors[by]
    at = datetime.combine(on, time(8), HOME_TIME)
    with acting_as(actor):
        lines = [Seen(cast.maya, seen=True, alone="alone", saw="She drew.")]
        record_visit(by=actor, about=[cast.maya], on=on, mode="home", happened_at=at, lines=lines)


@pytest.mark.parametrize(
    ("read", "visit", "state"),
    [
        (None, None, "owed"),
        (date(2026, 11, 3), None, "read"),
        (date(2026, 11, 3), date(2026, 11, 3), "read"),
        (date(2026, 11, 4), date(2026, 11, 3), "late"),
        (None, date(2026, 11, 3), "not_read"),
    ],
)
def test_s4_27_whether_it_was_read_before_the_first_visit(read, visit, state):
    lead = LeadWorker(takes_over=True, pack_read_on=read)
    found = rules.handed_over(lead, visit)
    assert found
    assert found.state == state
    assert rules.handed_over(LeadWorker(pack_read_on=read), visit) is None


def test_whoever_takes_over_reads_it_once_and_nobody_else_for_them(cast):
    lead = handed(cast)
    assert lead.takes_over
    with acting_as(cast.aisha):
        of_leo = LeadWorker.objects.filter(person=cast.leo).get(until_on=None)
        assert not of_leo.takes_over  # she took over from nobody
    with acting_as(cast.grace), pytest.raises(NotYours):
        acts.read_handover(by=cast.grace, about=cast.maya, lead=lead)
    with acting_as(cast.theo):
        with pytest.raises(Refused, match="another child"):
            acts.read_handover(by=cast.theo, about=cast.maya, lead=of_leo)
        assert acts.read_handover(by=cast.theo, about=cast.maya, lead=lead).pack_read_on == TODAY
        with pytest.raises(Refused, match="already"):
            acts.read_handover(by=cast.theo, about=cast.maya, lead=lead)


def test_nothing_is_saved_when_the_log_cannot_be_written(cast):
    lead = handed(cast)
    with the_log_will_not_be_written(), acting_as(cast.theo):
        acts.read_handover(by=cast.theo, about=cast.maya, lead=lead)
    with acting_as(cast.theo):
        lead.refresh_from_db()
        assert lead.pack_read_on is None


def test_s4_27_the_pack_asks_for_its_receipt_and_says_when_it_was_not_read(cast, browse):
    handed(cast)
    theo, pack = browse("theo"), page("handover-pack", cast.maya)
    assert "Read what was handed over" in text(theo.get(page("child", cast.maya)))
    shown = text(theo.get(pack))
    for words in ("Not read yet", "I have read it", "Aisha Khan led the work until", "What waits for you"):
        assert words in shown, words
    visited(cast, TODAY - timedelta(1))
    assert "Not read before the first visit" in text(theo.get(pack))
    assert theo.post(pack).status_code == 303
    late = text(theo.get(pack))
    assert "Read after the first visit" in late
    assert "I have read it" not in late
    assert theo.post(pack).status_code == 404


def test_read_before_the_first_visit_stays_so_and_nobody_is_asked_again(cast, browse):
    handed(cast)
    theo, pack = browse("theo"), page("handover-pack", cast.maya)
    assert theo.post(pack).status_code == 303
    visited(cast, TODAY)
    assert "Read before the first visit" in text(theo.get(pack))
    assert "Read what was handed over" not in text(theo.get(page("child", cast.maya)))
