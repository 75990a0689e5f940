"""What is understood of a child, read from a real record: whose account came first, who was heard, what it rests on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.assessment import acts
from kith.people.acts import (
    add_language,
    change_adult_support,
    describe_person,
    note_adult_support,
    record_asking,
    say_about_me,
    say_not_safe_to_tell,
    say_situation,
)
from kith.standards import queries
from tests.assessment.making import begun, filled, sign
from tests.cast import NOW, TODAY
from tests.standards.records import one


def row_on(cast, id_, days, child=None):
    later = replace(cast.aisha, now=NOW + timedelta(days=days))
    return next(row for row in queries.panel(child or cast.maya, later) if row.id == id_)


def write(cast, assessment, part, text):
    doing = {"by": cast.aisha, "about": assessment.person, "assessment": assessment}
    acts.write_analysis(**doing, part=part, text=text)


OURS, THEIRS = "She sleeps badly because of the rows.", "Kelly: I want quiet nights."


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ([], "due"),
        ([("family", THEIRS), ("analysis", OURS)], "met"),
        ([("analysis", OURS)], "missed"),
        ([("analysis", OURS), ("family", THEIRS)], "missed"),
        ([("family", "n/a."), ("analysis", OURS)], "missed"),
    ],
)
def test_s2_27_the_familys_own_account_comes_before_ours_and_a_dot_is_no_account(cast, parts, state):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        for part, text in parts:
            write(cast, assessment, part, text)
        assert one(cast, "family-first").state == state


def test_what_we_think_is_missed_until_it_is_seen_with_the_childs_eyes(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        assert one(cast, "childs-eyes").state == "due"
        write(cast, assessment, "analysis", OURS)
        assert one(cast, "childs-eyes").state == "missed"
        doing = {"by": cast.aisha, "about": cast.maya, "assessment": assessment}
        acts.write_perspective(**doing, text="If I were Maya, I would want the nights to be quiet.")
        assert one(cast, "childs-eyes").state == "met"


def test_s1_34_what_we_think_rests_on_something_that_is_written(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        assert one(cast, "evidence-shown").state == "due"
        write(cast, assessment, "conclusion", OURS)
        assert one(cast, "evidence-shown").state == "missed"
        rests = {"source": "case_fact", "claim": "fact", "text": "Late 14 times."}
        acts.add_evidence(by=cast.aisha, about=cast.maya, assessment=assessment, **rests)
        assert one(cast, "evidence-shown").state == "met"
        assert len(queries.explain(one(cast, "evidence-shown"))) == 1


def test_s3_05_both_parents_are_heard_in_time_or_it_is_not_safe_to_ask(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        row = one(cast, "both-parents-heard")
        assert (row.state, row.due) == ("due", date(2027, 1, 22)), "45 working days from the day it began"
        assert row_on(cast, "both-parents-heard", 90).state == "missed"
        given = {"by": cast.aisha, "about": cast.maya, "assessment": assessment}
        acts.contribute(**given, called="Kelly", who=cast.people["kelly"], kind="fact", text="She wakes at five.")
        assert row_on(cast, "both-parents-heard", 90).state == "missed", "her father was not asked"
        why = {"reason": "risk_to_other", "because": "He has threatened her.", "decided_by": "Grace Adeyemi"}
        say_not_safe_to_tell(
            by=cast.aisha, about=cast.maya, person=cast.people["tomek"], **why, review_on=date(2027, 2, 1)
        )
        left = row_on(cast, "both-parents-heard", 90)
        assert left.state == "explained"
        assert left.sentence.endswith("The reason is written down.")


def test_s3_05_a_signature_cannot_be_without_everybody(cast):
    sign(cast, filled(cast))
    with acting_as(cast.aisha):
        assert one(cast, "both-parents-heard").state == "met"
        assert one(cast, "family-first").state == "met"
        assert one(cast, "assessment-current").state == "met"
        assert row_on(cast, "assessment-current", 182).state == "missed"


def test_s0_04_a_high_concern_says_within_days_what_it_does_to_the_rest(cast):
    assessment = begun(cast)
    doing = {"by": cast.aisha, "about": cast.maya, "assessment": assessment}
    with acting_as(cast.aisha):
        acts.note_domain(**doing, domain="child-health", needs="She does not sleep.", concern="high")
        row = one(cast, "effects-said")
        assert (row.state, row.due) == ("due", date(2026, 11, 24))
        assert row_on(cast, "effects-said", 8).state == "missed"
        acts.note_effect(**doing, because_of="child-health", on_domain="child-education", how="Late 14 times.")
        assert one(cast, "effects-said").state == "met"


def test_s2_19_what_an_adults_need_means_for_the_child_and_for_our_work_is_both_written(cast):
    kelly = {"by": cast.aisha, "about": cast.maya, "other": cast.people["kelly"], "need": "mental_health"}
    with acting_as(cast.aisha):
        line = note_adult_support(**kelly, on_child="Maya gets up to Sam at night.", on_offer="-")
        assert (one(cast, "adults-weighed").state, one(cast, "adults-helped").state) == ("due", "due")
        assert row_on(cast, "adults-weighed", 15).state == "missed"
        assert row_on(cast, "adults-helped", 15).state == "missed"
        change_adult_support(
            by=cast.aisha,
            about=cast.maya,
            line=line,
            state="asked",
            asked_who="The GP",
            asked_on=TODAY,
            on_child=line.on_child,
            on_offer="We come after eleven, when she has slept.",
        )
        assert (one(cast, "adults-weighed").state, one(cast, "adults-helped").state) == ("met", "met")


def test_who_a_child_is_has_been_asked_when_each_part_is_answered_or_declined(cast):
    with acting_as(cast.aisha):
        assert one(cast, "identity-asked").state == "missed"
        declined = ["gender", "religion", "disability"]
        describe_person(by=cast.aisha, about=cast.maya, ethnicity="NOBT", would_not_say=declined)
        add_language(by=cast.aisha, about=cast.maya, code="pl", first=True)
        assert one(cast, "identity-asked").state == "missed", "not yet asked is no answer"
        describe_person(by=cast.aisha, about=cast.maya, ethnicity_described="Half Polish, half Nigerian")
        row = one(cast, "identity-asked")
        assert row.state == "met"
        assert queries.explain(row).exists()


def test_strengths_are_looked_for_and_their_own_people_asked(cast):
    with acting_as(cast.aisha):
        assert one(cast, "strengths-looked-for").state == "missed"
        say_situation(
            by=cast.aisha, about=cast.maya, kind="strength", text="Nan is there every Tuesday.", source="Kelly"
        )
        assert one(cast, "strengths-looked-for").state == "met"
        assert one(cast, "own-people-asked").state == "missed"
        record_asking(by=cast.aisha, about=cast.maya, topic="help", outcome="told_us", asked_who="Kelly", said="Nan.")
        assert one(cast, "own-people-asked").state == "met"


@pytest.mark.parametrize(
    ("id_", "part"), [("hard-times", "coping"), ("days-celebrated", "celebrates"), ("own-pace", "pace")]
)
def test_the_card_says_what_helped_before_what_is_celebrated_and_what_suits(cast, id_, part):
    card = {"by": cast.aisha, "about": cast.maya, "part": part, "said_by": "family"}
    with acting_as(cast.aisha):
        say_about_me(**card, text="n/a")
        assert one(cast, id_).state == "missed"
        say_about_me(**card, text="Nan’s kitchen, and the choir.")
        assert (one(cast, id_).state, one(cast, id_).last) == ("met", TODAY)


def test_how_a_child_is_needs_their_own_number_or_a_parents(cast):
    rated = {"by": cast.aisha, "about": cast.maya, "scores": {"safe": 4}}
    with acting_as(cast.aisha):
        acts.rate_wellbeing(**rated, view="worker", view_of="Aisha Khan")
        assert one(cast, "wellbeing-asked").state == "due"
        acts.rate_wellbeing(**rated, view="child", view_of="Maya")
        assert one(cast, "wellbeing-asked").state == "met"
        acts.mark_growing(by=cast.aisha, about=cast.maya, marks={"talking": ("expected", "Tells long stories.")})
        assert one(cast, "growing-looked-at").state == "met"
        assert row_on(cast, "growing-looked-at", 182).state == "missed"
