"""Choices told, rights told and weighed, what helps asked, thanks passed on, time for each child, somebody from outside
who reads: each promise read from a real record (S0-10, S0-12, S1-01, S4-01.2, S4-18, S4-24, S4-26, S4-32).
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.feedback.acts import note_may_show, say_thanks
from kith.involvement.acts import allocate
from kith.people.acts import end_restriction, give_rights_leaflet, say_about_me
from kith.people.queries import restrictions_on
from kith.plans.acts import TookPart, add_to_review
from kith.sharing.acts import release_copy
from kith.standards import queries
from kith.standards.acts import judge_promise
from kith.standards.queries import panel
from tests.cast import NOW, TODAY
from tests.involvement.test_acts import cap  # noqa: F401 - a fixture
from tests.people.test_rights import check, limit
from tests.plans import making
from tests.standards.records import one
from tests.visits.going import page, text
from tests.workforce import talking


def stands(cast, id_, who="aisha", days=0):
    by = replace(cast.actors[who], now=NOW + timedelta(days=days))
    with acting_as(by):
        return str(next(row for row in queries.panel(cast.maya, by) if row.id == id_).state)


def test_s0_10_a_family_is_told_which_help_there_is_and_the_childs_own_copy_alone_is_not_that(cast):
    told = {"by": cast.aisha, "about": cast.maya, "who_else_sees": "nobody else", "text": "Help there is."}
    assert stands(cast, "helps-told") == "missed"
    with acting_as(cast.aisha):
        release_copy(**told, recipient=cast.maya, recipient_name="Maya", kind="helps-child")
        assert one(cast, "helps-told").state == "missed"
        release_copy(**told, recipient=cast.people["kelly"], recipient_name="Kelly", kind="helps")
        row = one(cast, "helps-told")
    assert (row.state, row.sentence) == (
        "met",
        "Maya Okafor-Nowak’s family was told which help there is, last on 17 November 2026.",
    )


def test_s0_12_what_helps_what_does_not_and_who_knows_her_best_are_each_asked(cast):
    said = {"by": cast.aisha, "about": cast.maya, "said_by": "family", "said_by_name": "Kelly"}
    with acting_as(cast.aisha):
        say_about_me(**said, part="works", text="Sit beside her, not opposite.")
        say_about_me(**said, part="less_helpful", text="n/a")
        row = one(cast, "what-helps-known")
        assert row.state == "missed"
        assert "what does not help and who knows the child best" in row.sentence
        assert "what helps," not in row.sentence
        say_about_me(**said, part="less_helpful", text="Being asked why.")
        say_about_me(**said, part="knows_me", text="Nan Rose, who has her on Fridays.")
        assert one(cast, "what-helps-known").state == "met"


def test_s4_01_2_a_limit_is_held_against_the_childs_rights_by_its_day_and_late_stays_late(cast):
    with acting_as(cast.aisha):
        first = limit(cast)
    assert stands(cast, "rights-weighed") == "due"
    assert stands(cast, "rights-weighed", days=8) == "missed"
    late = replace(cast.aisha, now=NOW + timedelta(days=8))
    with acting_as(late):
        check(cast, first, by=late)
    assert stands(cast, "rights-weighed", days=8) == "missed"


def test_s4_01_2_looked_at_again_the_first_look_counts_and_a_limit_that_ends_late_stays_late(cast):
    last_month = TODAY - timedelta(days=30)
    with acting_as(cast.aisha):
        for owed in restrictions_on(cast.maya):
            check(cast, owed)
        first = check(cast, limit(cast, on=last_month), on=last_month)
        again = check(cast, first)
        assert (again.first_checked_on, again.checked_on) == (last_month, TODAY)
        assert one(cast, "rights-weighed").state == "met"
        never = limit(cast, on=last_month, what="Her door stays open.")
        end_restriction(by=cast.aisha, about=cast.maya, restriction=never, because="She is older.")
        assert one(cast, "rights-weighed").state == "missed"


def test_s4_01_2_the_day_a_child_was_told_of_their_rights_is_what_counts(cast):
    assert stands(cast, "rights-told") == "missed"
    with acting_as(cast.aisha):
        give_rights_leaflet(by=cast.aisha, about=cast.maya, how="Read together, with the pictures.")
    assert stands(cast, "rights-told") == "met"


@pytest.mark.parametrize("promise", ["no-blame", "promises-fit"])
def test_s4_18_s1_01_somebody_who_never_led_the_work_reads_it_and_says_what_they_found(cast, browse, promise):
    assert stands(cast, promise, "grace") == "not_yet"
    for verdict, state in (("not_met", "missed"), ("met", "met")):
        with acting_as(cast.grace):
            judge_promise(
                by=cast.grace, about=cast.maya, standard_id=promise, verdict=verdict, because="Read from March on."
            )
        assert stands(cast, promise) == state
    shown = text(browse("grace").get(page("judge-promise", cast.maya, promise)))
    question = next(row.standard.question for row in panel_of(cast, promise))
    assert question in shown


def panel_of(cast, promise):
    with acting_as(cast.grace):
        return [row for row in panel(cast.maya, cast.grace) if row.id == promise]


def test_s4_24_whoever_has_one_child_too_many_is_helped_to_find_the_time_for_this_one(cast, cap):  # noqa: F811
    by = {"by": cast.grace, "about": cast.maya}
    assert stands(cast, "time-for-each") == "not_applicable"
    with acting_as(cast.grace):
        allocate(**by, lead=cast.staff["grace"])
        allocate(**by, lead=cast.staff["aisha"], over_cap_because="She knows Maya, and leads her brothers already.")
    assert stands(cast, "time-for-each") == "due"
    assert stands(cast, "time-for-each", days=20) == "missed"
    with acting_as(cast.aisha):
        talk = talking.written(cast.aisha, cast.maya, cast)
        talking.signed(cast.aisha, talk)
    assert stands(cast, "time-for-each", days=20) == "missed", "only one of them has signed it"
    with acting_as(cast.grace):
        talking.signed(cast.grace, talk)
    assert stands(cast, "time-for-each", days=20) == "met"


def test_s4_24_another_lead_worker_does_not_make_it_in_time(cast, cap):  # noqa: F811
    with acting_as(cast.grace):
        allocate(by=cast.grace, about=cast.maya, lead=cast.staff["grace"])
        said = {"over_cap_because": "She knows Maya, and leads her brothers already."}
        allocate(by=cast.grace, about=cast.maya, lead=cast.staff["aisha"], **said)
    later = replace(cast.grace, now=NOW + timedelta(days=20))
    with acting_as(later):
        allocate(by=later, about=cast.maya, lead=cast.staff["grace"])
    assert stands(cast, "time-for-each", "grace", days=20) == "missed"


def test_s4_26_a_familys_thanks_are_asked_about_and_only_those_they_concern_read_it(cast):
    with acting_as(cast.kelly):
        row = say_thanks(by=cast.kelly, about=None, words="Aisha rang every day.", staff=cast.staff["aisha"])
    assert stands(cast, "thanks-passed-on") == "due"
    assert stands(cast, "thanks-passed-on", "theo") == "not_applicable"
    assert stands(cast, "thanks-passed-on", days=20) == "missed"
    late = replace(cast.grace, now=NOW + timedelta(days=20))
    with acting_as(late):
        note_may_show(by=late, about=None, thanks=row, may_show="no")
    assert stands(cast, "thanks-passed-on", days=20) == "missed", "asked too late"


def test_s4_26_asked_again_the_day_they_were_asked_first_stays(cast):
    with acting_as(cast.kelly):
        row = say_thanks(by=cast.kelly, about=None, words="Aisha rang.", staff=cast.staff["aisha"], may_show="no")
    later = replace(cast.grace, now=NOW + timedelta(days=3))
    with acting_as(later):
        again = note_may_show(by=later, about=None, thanks=row, may_show="unnamed")
    assert (again.asked_on, again.may_show) == (TODAY, "unnamed")


def test_s4_32_who_was_not_there_is_asked_why_and_written_late_it_is_late(cast):
    with acting_as(cast.aisha):
        review = making.looked_at(cast.aisha, making.agreed(cast.aisha, cast.maya))
        assert one(cast, "why-not-there").state == "not_applicable", "everybody was there"
        away = TookPart("Kelly Okafor", "parent", how="in_person", attended="no", spoke="silent")
        add_to_review(by=cast.aisha, about=cast.maya, review=review, people=[away])
        left_out = TookPart("Tomek Nowak", "parent", how="not_asked", attended="no", spoke="silent")
        add_to_review(by=cast.aisha, about=cast.maya, review=review, people=[left_out])
        row = one(cast, "why-not-there")
        assert "Ask 1 person by" in row.sentence, "whoever is left out is not asked why they stayed away"
        assert (row.state, row.due) == ("due", date(2026, 11, 24))
    late = replace(cast.aisha, now=NOW + timedelta(days=10))
    with acting_as(late):
        why = "The bus does not run at four. A morning would do."
        told = replace(away, why_not=why)
        add_to_review(by=late, about=cast.maya, on=TODAY, review=review, people=[told])
    assert stands(cast, "why-not-there", days=10) == "missed", "whatever day it says"
