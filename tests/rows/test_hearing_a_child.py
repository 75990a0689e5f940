"""Rows of the register about hearing a child, each by the objective test it carries (group B)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.assessment.acts import write_analysis, write_perspective
from kith.assessment.models import Assessment
from kith.calendar import PartDate
from kith.people.acts import describe_person, say_about_me
from kith.people.models import AboutMe
from kith.people.queries import about_me
from kith.record import Refused
from kith.record.models import Act
from kith.standards import queries as standards
from kith.visits.acts import Said, Seen, complete_gap, plan_visit, rearrange_visit
from kith.visits.models import ChildLine, ToComplete
from kith.voice.models import Answer, Words
from tests.assessment.making import filled, sign
from tests.cast import NOW, TODAY
from tests.handing import handed_over
from tests.visits.going import page, text, visit
from tests.voice.hearing import answered, heard

CARD_OWED = 20  # working days after the work began: the pack's all-about-me
ANSWER_OWED = 14  # days are ten working days


def stands(cast, child, standard):
    with acting_as(cast.aisha):
        return next(row.state for row in standards.panel(child, cast.aisha) if row.standard.id == standard)


def heard_before(cast, days):
    """Some days ago, by Aisha, who owes the answer."""
    lead = {"owed_by_id": cast.aisha.account_id, "owed_by_name": "Aisha Khan"}
    by = replace(cast.system, account_id=cast.aisha.account_id, name="Aisha Khan", now=NOW - timedelta(days=days))
    with acting_as(by):
        return heard(cast, by, **lead)


# -- S3-03: a wish we cannot grant gets our reasons


def test_s3_03_not_agreed_without_a_reason_or_told_before_it_was_decided_is_refused(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha)
        for details, field in (
            ({"outcome": "not_agreed", "reason": ""}, "reason"),
            ({"told_on": TODAY - timedelta(days=1)}, "told_on"),
        ):
            with pytest.raises(Refused) as refusal:
                answered(cast, cast.aisha, words, **details)
            assert (refusal.value.field, Answer.objects.count()) == (field, 0)
        assert answered(cast, cast.aisha, words, outcome="not_agreed").told_by == "Aisha Khan"


def test_s3_03_a_wish_that_waits_ten_working_days_is_overdue_for_worker_manager_and_on_the_voice_page(cast, browse):
    words = heard_before(cast, ANSWER_OWED + 1)
    with acting_as(cast.aisha):
        assert words.wish.answer_by_on == TODAY - timedelta(days=1)
    for path, who in (
        ("/today/", "aisha"),
        ("/team/", "grace"),
        (page("child-voice", cast.maya), "aisha"),
    ):
        shown = text(browse(who).get(path))
        assert "I want my own bed" in shown, path
    assert "late" in text(browse("aisha").get(page("child-voice", cast.maya)))
    assert stands(cast, cast.maya, "wishes-answered") == "missed"


def test_s3_03_twin_on_its_last_day_it_is_owed_and_not_overdue(cast, browse):
    heard_before(cast, ANSWER_OWED)
    assert "I want my own bed" not in text(browse("grace").get("/team/"))
    assert stands(cast, cast.maya, "wishes-answered") == "due"


# -- S4-20: on the child's side of it first


def test_s4_20_nobody_signs_while_the_childs_own_side_of_it_is_empty_and_the_log_shows_who_wrote_it(cast):
    assessment = filled(cast, without="passages")
    mine = {"by": cast.aisha, "about": cast.maya, "assessment": assessment}
    with acting_as(cast.aisha):
        for part in ("family", "analysis", "conclusion"):
            write_analysis(**mine, part=part, text=f"Maya needs quiet nights, and help now: {part}.")
    with pytest.raises(Refused, match="“If I were Maya, I would…” is empty"):
        sign(cast, assessment)
    with acting_as(cast.aisha):
        assert not Assessment.objects.get(pk=assessment.pk).signed
        write_perspective(**mine, text="If I were Maya, I would want somebody to knock before they come in.")
    assert sign(cast, assessment).signed
    with acting_as(cast.aisha):
        written = Act.objects.get(name="write_perspective", person=cast.maya)
        assert written.said == "Aisha Khan saw things through the eyes of Maya Okafor-Nowak's family."


# -- S3-28: who this child is, before the worries


def test_s3_28_a_card_that_is_still_empty_after_twenty_working_days_is_a_task(cast, browse):
    assert stands(cast, cast.maya, "all-about-me") == "missed"
    assert "Nobody has filled in this card yet" in text(browse("aisha").get(page("child-whole", cast.maya)))
    with acting_as(cast.aisha):
        say_about_me(by=cast.aisha, about=cast.maya, part="likes", text="Building dens.", said_by="family")
    assert stands(cast, cast.maya, "all-about-me") == "met"


def test_s3_28_what_the_child_writes_in_their_own_corner_says_so_and_what_stood_there_is_kept(cast, browse):
    with acting_as(cast.aisha):
        before = say_about_me(by=cast.aisha, about=cast.maya, part="likes", text="Building dens.", said_by="child")
    tablet = handed_over(cast, browse)
    assert tablet.post("/p/me/about/", {"likes": "Building boats."}).status_code == 303
    with acting_as(cast.aisha):
        before.refresh_from_db()
        assert (before.text, before.ended_on) == ("Building dens.", TODAY)
        [line] = about_me(cast.maya)["likes"]
        assert (line.text, line.said_by) == ("Building boats.", "child")
        assert AboutMe.objects.filter(person=cast.maya).count() == 2
    assert "Maya says" in text(browse("grace").get(page("child-whole", cast.maya)))


# -- S3-29: the pace is the child's


def test_s3_29_a_day_that_was_moved_three_times_is_flagged_and_the_letter_says_what_suits_the_child(cast, browse):
    told = {"told_before": "yes", "told_who": "Kelly", "told_at": NOW, "because": "Court.", "moved_by": "us"}
    with acting_as(cast.aisha):
        say_about_me(by=cast.aisha, about=cast.maya, part="pace", text="After tea, with a break.", said_by="child")
        [planned] = plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=1, hours=8))
        for days in (2, 3):
            later = NOW + timedelta(days=days, hours=8)
            planned = rearrange_visit(by=cast.aisha, about=cast.maya, planned=planned, planned_for=later, **told)
    contacts = page("child-contacts", cast.maya)
    assert "times before" not in text(browse("aisha").get(contacts)), "twice is not often"
    with acting_as(cast.aisha):
        later = NOW + timedelta(days=4, hours=8)
        planned = rearrange_visit(by=cast.aisha, about=cast.maya, planned=planned, planned_for=later, **told)
    assert "moved 3 times before" in text(browse("aisha").get(contacts))
    letter = text(browse("aisha").get(page("tell-of-visit", cast.maya, planned.pk)))
    assert "After tea, with a break." in letter


# -- S0-02: own words


def test_s0_02_what_a_child_said_at_a_visit_is_on_their_front_page_and_in_their_story_with_whether_we_asked(
    cast, browse
):
    said = [Said("worry", "Nan is ill", checked_back=False), Said("wish", "I want the light on", checked_back=True)]
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", said=said)])
        stored = {words.text: words.checked_back for words in Words.objects.filter(person=cast.maya)}
    assert stored == {"I want the light on": True, "Nan is ill": False}
    for name in ("child", "child-story"):
        assert "I want the light on" in text(browse("aisha").get(page(name, cast.maya))), name


# -- S1-04: what is seen


def test_s1_04_a_visit_to_a_child_of_eighteen_months_with_nothing_seen_of_them_is_kept_and_owes_it(cast, browse):
    with acting_as(cast.system):
        describe_person(by=cast.system, about=cast.sam, born=PartDate(TODAY - timedelta(days=550), "day"))
        cast.sam.refresh_from_db()
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.sam, True, alone="not_appropriate")])
        owed = ToComplete.objects.get(person=cast.sam, what="observation")
        assert ChildLine.objects.get(person=cast.sam).seen, "the fact stands"
    assert "Seen at visits" not in text(browse("aisha").get(page("child-whole", cast.sam)))
    with acting_as(cast.aisha):
        complete_gap(by=cast.aisha, about=cast.sam, gap=owed, text="Walks along the sofa and points at the dog.")
    grows = text(browse("aisha").get(page("child-whole", cast.sam)))
    assert "Walks along the sofa and points at the dog." in grows
    assert "18 months" in grows[grows.index("Seen at visits") :]
