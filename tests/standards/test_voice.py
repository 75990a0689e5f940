"""Heard right, answered again, helped to speak, told the truth: from a real record (S0-02, S0-15)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.involvement.acts import allocate, note_handover
from kith.involvement.models import LeadWorker
from kith.standards import queries
from kith.visits.acts import Learnt, Said, Seen, end_promise, promise
from kith.voice.acts import put_words_right, react
from tests.cast import NOW, TODAY
from tests.handing import child_actor
from tests.standards.records import one, visit
from tests.voice.corner import carded, not_ok, said
from tests.voice.hearing import answered, heard


@pytest.fixture
def maya(cast):
    return child_actor(cast)


def row_on(cast, id_, days, child=None):
    later = replace(cast.aisha, now=NOW + timedelta(days=days))
    return next(row for row in queries.panel(child or cast.maya, later) if row.id == id_)


@pytest.mark.parametrize(("checked", "state"), [(True, "met"), (False, "missed"), (None, "missed")])
def test_words_are_said_back_to_the_child_or_it_is_not_kept(cast, checked, state):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, checked_back=checked)
        row = one(cast, "words-checked-back")
        assert (row.state, row.last) == (state, TODAY)
        assert len(queries.explain(row)) == 1


def test_7_03_a_child_who_tells_of_harm_is_not_asked_again_and_what_was_only_seen_cannot_be_said_back(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, sort="harm", question_asked="What happened?")
        heard(cast, cast.aisha, text="Hid behind the sofa.", sort="worry", way="behaviour")
        assert one(cast, "words-checked-back").state == "not_applicable"


def test_words_a_child_puts_right_were_checked(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha)
        put_words_right(by=cast.aisha, about=cast.maya, words=words, text="I want my own room.")
        assert one(cast, "words-checked-back").state == "met"


def test_7_12_not_ok_is_answered_again_by_somebody_else_by_its_day(cast, maya):
    with acting_as(maya):
        words = said(cast, maya)
    first = carded(cast, words)
    with acting_as(cast.aisha):
        assert one(cast, "answered-by-another").state == "not_applicable"
    not_ok(cast, maya, first)
    words.wish.refresh_from_db()
    with acting_as(cast.aisha):
        row = one(cast, "answered-by-another")
        assert (row.state, row.due, row.item) == ("due", date(2026, 12, 1), words.wish.pk)
        assert row_on(cast, "answered-by-another", 20).state == "missed"
    with acting_as(cast.grace):
        answered(cast, cast.grace, words, outcome="agreed", told_by="", told_on=None, reaction="")
        assert one(cast, "answered-by-another").state == "met"


@pytest.mark.parametrize(("offered", "state"), [(True, "met"), (None, "missed")])
def test_a_child_who_asks_for_somebody_to_speak_up_is_offered_one_even_with_a_yes(cast, maya, offered, state):
    with acting_as(maya):
        words = said(cast, maya)
    card = carded(cast, words)
    with acting_as(maya):
        react(by=maya, about=cast.maya, answer=card, reaction="not_ok", wants_helper=True)
    words.wish.refresh_from_db()
    with acting_as(cast.aisha):
        assert one(cast, "helper-offered").state == "due"
        assert row_on(cast, "helper-offered", 20).state == "missed"
    with acting_as(cast.grace):
        given = {"outcome": "agreed", "told_by": "", "told_on": None, "reaction": "", "advocate_offered": offered}
        answered(cast, cast.grace, words, **given)
        assert one(cast, "helper-offered").state == state


def test_s3_10_how_a_child_lives_is_seen_and_being_told_is_not_seeing(cast):
    told = Learnt("sleep", "told", "She sleeps with Nan.", told_by="Kelly")
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=[Said("wish", "A bed.")], day=[told]))
        assert one(cast, "day-seen").state == "missed"
        visit(cast, Seen(cast.maya, True, alone="alone", day=[Learnt("sleep", "seen", "A mattress by the window.")]))
        assert one(cast, "day-seen").state == "met"


@pytest.mark.parametrize(
    ("outcome", "state"),
    [("kept", "met"), ("missed", "missed"), ("changed_not_told", "missed"), ("changed_told", "not_applicable")],
)
def test_a_promise_is_kept_or_changed_and_told_and_nothing_else_will_do(cast, outcome, state):
    with acting_as(cast.aisha):
        made = promise(by=cast.aisha, about=cast.maya, text="Ring school.", due_on=TODAY + timedelta(days=3))
        assert (one(cast, "promises-kept").state, one(cast, "promises-kept").due) == ("due", made.due_on)
        assert row_on(cast, "promises-kept", 4).state == "missed"
        end_promise(by=cast.aisha, about=cast.maya, promise=made, outcome=outcome, words="School was shut that day.")
        assert one(cast, "promises-kept").state == state


@pytest.mark.parametrize("on_the_new", [True, False])
def test_s4_28_a_new_lead_worker_is_made_known_and_the_one_before_says_goodbye(cast, on_the_new):
    with acting_as(cast.grace):
        assert one(cast, "goodbye-said").state == "not_applicable"
        former = LeadWorker.objects.get(person=cast.maya)
        new = allocate(by=cast.grace, about=cast.maya, lead=cast.staff["grace"])
        told, goodbye = one(cast, "new-lead-told"), one(cast, "goodbye-said")
        assert (told.state, told.due) == ("due", date(2026, 11, 24))
        assert (goodbye.state, goodbye.due) == ("due", date(2026, 12, 1))
        assert goodbye.sentence == "The worker who left says goodbye to Maya Okafor-Nowak by 1 December 2026."
        assert row_on(cast, "goodbye-said", 15).state == "missed"
        note_handover(by=cast.grace, about=cast.maya, lead=new if on_the_new else former, goodbye_on=TODAY)
        note_handover(by=cast.grace, about=cast.maya, lead=new, family_told_on=TODAY)
        assert (one(cast, "new-lead-told").state, one(cast, "goodbye-said").state) == ("met", "met")


@pytest.mark.parametrize(("reader", "linked"), [("aisha", False), ("grace", True)])
def test_a_page_only_a_manager_may_open_is_no_workers_link(cast, browse, reader, linked):
    page = browse(reader).get(f"/children/{cast.maya.ref}/", follow=True).content.decode()
    assert "who leads the work" in page
    assert ("/lead/handed-over/" in page) is linked
