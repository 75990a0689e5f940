"""Work that moves between areas: asked in writing, its papers, accepted by name; till then it stays (E16)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.models import Tie
from kith.involvement.acts import (
    accept_transfer,
    begin_transfer,
    call_off_transfer,
    close_work,
    note_paper,
    tell_of_transfer,
)
from kith.involvement.models import Spell, Transfer, TransferPaper
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.sharing.models import Release
from tests.cast import TODAY
from tests.decisions.making import standing
from tests.involvement.levels import ENDING
from tests.visits.going import text, the_log_will_not_be_written

MOVES = {"way": "out", "area": "Southmere", "because": "Kelly and the children moved to her sister’s for good."}


def asked(cast, child="maya", **changed):
    with acting_as(cast.aisha):
        return begin_transfer(by=cast.aisha, about=cast.people[child], **{**MOVES, **changed})


def accepted(cast, move, **changed):
    with acting_as(cast.aisha):
        given = {"accepted_by": "J. Tarn, team manager", **changed}
        return accept_transfer(by=cast.aisha, about=cast.maya, transfer=move, **given)


def closed(cast, decision):
    with acting_as(cast.grace):
        return close_work(by=cast.grace, about=cast.maya, decision=decision, reason="RC5", **ENDING)


def test_e16_the_papers_are_asked_for_with_it(cast):
    move = asked(cast)
    assert (move.spell.person_id, move.waits) == (cast.maya.pk, True)
    assert {paper.paper for paper in move.papers.all()} == {
        *("assessment", "chronology", "plan", "rationale", "reports", "voice")
    }
    assert Act.objects.get(name="begin_transfer").staff_only


def test_e16_we_stay_responsible_until_they_accept_and_then_the_work_can_end(cast):
    decision, move = standing(cast, "closure"), asked(cast)
    with pytest.raises(Refused, match="Southmere has not accepted"):
        closed(cast, decision)
    assert Spell.objects.get(person=cast.maya).closed_on is None
    assert Tie.objects.filter(person=cast.maya, because="lead_worker", ends_at=None).exists()
    accepted(cast, move)
    assert closed(cast, decision).closed_on == TODAY


def test_e16_called_off_the_work_goes_on_and_may_end_for_another_reason(cast):
    decision, move = standing(cast, "closure"), asked(cast)
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="why it is called off"):
            call_off_transfer(by=cast.aisha, about=cast.maya, transfer=move, because=".")
        call_off_transfer(by=cast.aisha, about=cast.maya, transfer=move, because="They came back on Friday.")
    assert closed(cast, decision).closed_on == TODAY


def test_twin_an_acceptance_is_a_fact_kept_whatever_papers_are_missing(cast):
    move = accepted(cast, asked(cast))
    assert move.accepted_by == "J. Tarn, team manager"
    assert TransferPaper.objects.filter(transfer=move, on=None).count() == 6


def test_what_goes_is_a_released_copy_of_this_child_or_there_is_a_reason(cast):
    move = asked(cast)
    plan, chronology = (move.papers.get(paper=code) for code in ("plan", "chronology"))
    with acting_as(cast.aisha):
        note_paper(by=cast.aisha, about=cast.maya, paper=plan, not_because="There is no plan yet.")
        note_paper(by=cast.aisha, about=cast.maya, paper=chronology)
        of_another = Release(person=cast.leo)
        with pytest.raises(Refused, match="about this child"):
            note_paper(by=cast.aisha, about=cast.maya, paper=plan, copy=of_another)
    plan.refresh_from_db()
    chronology.refresh_from_db()
    assert (plan.on, plan.not_because, chronology.on) == (None, "There is no plan yet.", TODAY)


def test_s4_28_the_goodbye_and_who_was_told(cast):
    move = asked(cast)
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="not come yet"):
            tell_of_transfer(by=cast.aisha, about=cast.maya, transfer=move, goodbye_on=TODAY + timedelta(days=1))
        told = tell_of_transfer(by=cast.aisha, about=cast.maya, transfer=move, child_told_on=TODAY)
    assert (told.child_told_on, told.goodbye_on) == (TODAY, None)


@pytest.mark.parametrize(
    ("changed", "field"), [({"way": "up"}, "way"), ({"area": " "}, "area"), ({"because": "n/a"}, "because")]
)
def test_it_says_which_way_where_and_why(cast, changed, field):
    with pytest.raises(Refused) as refusal:
        asked(cast, **changed)
    assert refusal.value.field == field
    assert not Transfer.objects.exists()


def test_one_move_at_a_time_and_no_work_goes_that_is_not_open(cast):
    asked(cast)
    with pytest.raises(Refused, match="waits for an answer"):
        asked(cast)
    with acting_as(cast.grace):
        close_work(by=cast.grace, about=cast.leo, reason="RC3")
    with pytest.raises((Refused, NotYours)):
        asked(cast, "leo")


@pytest.mark.parametrize(
    ("changed", "match"),
    [({"accepted_by": " "}, "by name"), ({"on": TODAY - timedelta(days=1)}, "before it was asked")],
)
def test_it_is_accepted_by_somebody_on_a_day_after_it_was_asked(cast, changed, match):
    move = asked(cast)
    with pytest.raises(Refused, match=match):
        accepted(cast, move, **changed)
    accepted(cast, move)
    with pytest.raises(Refused, match="answered already"):
        accepted(cast, move)


def test_e16_a_child_who_comes_with_a_plan_brings_the_same_list(cast, browse):
    asked(cast, way="in", area="Eastholm", because="They came to live with Nan in May.")
    page = text(browse("aisha").get(f"/children/{cast.maya.ref}/areas/"))
    assert "Eastholm stays responsible" in page
    assert page.count("Not there yet") == 6


def test_the_page_says_who_is_responsible_and_a_stranger_finds_none(cast, browse):
    move = asked(cast)
    page = text(browse("aisha").get(f"/children/{cast.maya.ref}/areas/"))
    assert "We stay responsible" in page
    path = f"/children/{cast.maya.ref}/areas/{move.pk}/accepted/"
    sent = browse("aisha").post(path, {"accepted_by": "J. Tarn", "key": "k", **_day(TODAY)})
    assert sent.status_code == 303
    assert browse("aisha").get(path).status_code == 404
    assert browse("aisha").get(f"/children/{cast.leo.ref}/areas/{move.pk}/told/").status_code == 404
    for name in ("kelly", "priya", "gary"):
        assert browse(name).get(f"/children/{cast.maya.ref}/areas/").status_code == 404


def _day(day):
    return {"on-day": day.day, "on-month": day.month, "on-year": day.year}


DOING = {
    "begin_transfer": lambda cast, move: asked(cast, "leo"),
    "note_paper": lambda cast, move: note_paper(by=cast.aisha, about=cast.maya, paper=move.papers.first()),
    "accept_transfer": lambda cast, move: accepted(cast, move),
    "tell_of_transfer": lambda cast, move: tell_of_transfer(
        by=cast.aisha, about=cast.maya, transfer=move, goodbye_on=TODAY
    ),
    "call_off_transfer": lambda cast, move: call_off_transfer(
        by=cast.aisha, about=cast.maya, transfer=move, because="They came back."
    ),
}


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    move = asked(cast)
    before = [list(model.objects.order_by("pk").values()) for model in (Transfer, TransferPaper)]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, move)
    assert before == [list(model.objects.order_by("pk").values()) for model in (Transfer, TransferPaper)]
