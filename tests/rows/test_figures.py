"""Rows whose objective test counts something: the figure is what a hand would count, and its page says the same."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.feedback import queries as feedback
from kith.feedback.acts import say_valued
from kith.involvement.acts import meet_need, say_need
from kith.involvement.models import Contact, ContactLine, Spell
from kith.pages.staff.records_hold import ToHelp, average, days_to_help, to_help
from kith.plans.acts import report_step
from kith.record import Refused
from kith.visits import queries as visits
from kith.visits.acts import Said, Seen
from tests.assessment.making import begun as assessing
from tests.cast import NOW, TODAY
from tests.involvement.reaching import child_of, decide, found, told, whole
from tests.plans.making import begun, step
from tests.visits.going import not_seen, text, went_before

LONG_AGO = TODAY - timedelta(days=365)


def figures(browse):
    return text(browse("grace").get("/team/figures/"))


# -- S0-02


def test_s0_02_the_share_of_visits_with_the_childs_own_words_is_what_a_hand_counts(cast, browse):
    said = [Said("good_thing", "I like frogs")]
    went_before(cast, 9, [Seen(cast.maya, True, alone="alone", said=said), not_seen(cast.leo)])
    went_before(cast, 6, [Seen(cast.maya, True, alone="alone", saw="Drew."), Seen(cast.leo, True, saw="Ran.")])
    went_before(cast, 3, [Seen(cast.leo, True, alone="alone", said=[Said("wish", "A dog"), Said("wish", "A cat")])])
    with acting_as(cast.grace):
        people = [cast.maya.pk, cast.leo.pk, cast.sam.pk]
        assert visits.with_own_words(people, LONG_AGO) == (2, 4), "three seen lines of Maya's and Leo's hold no words"
        assert visits.with_own_words([cast.sam.pk], LONG_AGO) == (0, 0)
    assert "2 of 4 visits: 50%" in figures(browse)


# -- S0-06


def test_s0_06_the_average_of_the_answers_is_without_names_and_not_shown_of_a_few(cast, browse):
    with acting_as(cast.grace):
        for child, score in ((cast.maya, 1), (cast.maya, 4), (cast.leo, 2)):
            say_valued(by=cast.grace, about=child, score=score)
        assert sorted(feedback.valued_in_all([cast.maya.pk, cast.leo.pk, cast.sam.pk])) == [2, 4], "the newest of each"
    assert "2 children answered. An average is shown from 5." in figures(browse)
    assert average([1, 2, 2, 4]) is None
    assert average([1, 2, 2, 4, 5]) == 2.8


# -- S0-08


@pytest.fixture
def contact(cast):
    made = told(cast)
    found(cast, made, 1, cast.maya)
    return made


def test_s0_08_no_further_action_with_neither_an_offer_nor_a_reason_is_refused_and_the_contact_is_kept(cast, contact):
    nothing = whole(child_of(contact), "no_further_action", offered="", not_offered_because="n/a")
    with pytest.raises(Refused) as refusal:
        decide(cast, contact, nothing, about=[cast.maya])
    assert "offer" in refusal.value.field
    assert Contact.objects.get().decided_at is None
    assert Contact.objects.get().words == contact.words


def test_s0_08_help_of_one_agency_is_written_down_without_opening_work(cast, contact):
    with acting_as(cast.system):
        before = Spell.objects.count()
    helped = whole(child_of(contact), "no_further_action", offered="The breakfast club, from tomorrow.")
    (line,) = decide(cast, contact, helped, about=[cast.maya])
    with acting_as(cast.system):
        assert (line.spell, ContactLine.objects.get(pk=line.pk).offered) == (None, "The breakfast club, from tomorrow.")
        assert Spell.objects.count() == before


def test_s0_08_the_middle_of_the_days_from_the_first_sign_to_the_first_help():
    since = {1: TODAY, 2: TODAY, 3: TODAY, 4: TODAY}
    joined = {1: TODAY + timedelta(days=3), 2: TODAY + timedelta(days=30)}
    begun_on = {2: TODAY + timedelta(days=10), 3: TODAY - timedelta(days=2)}
    assert days_to_help(since, joined, begun_on) == ToHelp([0, 3, 10], 1)
    assert days_to_help(since, joined, begun_on).middle == 3
    assert days_to_help({1: TODAY}).middle is None


# -- S1-31


def at(cast, days):
    """Aisha, so many days after the work with these children began."""
    with acting_as(cast.system):
        start = Spell.objects.get(person=cast.maya, closed_on=None).started_on
    now = NOW - (TODAY - start - timedelta(days=days))
    return replace(cast.system, account_id=cast.aisha.account_id, name="Aisha Khan", now=now)


def test_s1_31_help_on_the_second_day_of_an_assessment_is_written_and_the_measure_says_two_days(cast, browse):
    assessing(cast)
    second = at(cast, 2)
    with acting_as(second):
        plan = begun(second, cast.maya, on=second.today)
        report_step(by=second, about=cast.maya, step=step(second, plan), state="happening")
        need = say_need(by=second, about=cast.leo, kind="food", what="Nothing in the house")
    fourth = at(cast, 4)
    with acting_as(fourth):
        meet_need(by=fourth, about=cast.leo, need=need, how="A box from the food bank.")
    with acting_as(cast.grace):
        assert to_help([cast.maya.pk, cast.leo.pk, cast.sam.pk]) == ToHelp([2, 4], 1)
    assert "3 days in the middle, for 2 children" in figures(browse)
    assert "Still waiting for the first help: 1." in figures(browse)


@pytest.mark.parametrize("reader", ["aisha", "priya", "kelly"])
def test_the_figures_are_for_whoever_sees_a_team(cast, browse, reader):
    assert browse(reader).get("/team/figures/").status_code == 404
