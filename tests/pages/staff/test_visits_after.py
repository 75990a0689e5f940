"""Arranging visits, moving them, completing what was missing, ending promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.visits.acts import Seen, plan_visit, promise
from kith.visits.models import PlannedVisit, Promise, ToComplete
from tests.cast import NOW
from tests.visits.going import page, text, visit, went_before


def friday(**given):
    return {"on-day": 20, "on-month": 11, "on-year": 2026, "at": "3:30pm", **given}


def test_a_visit_is_arranged_with_the_children_ticked(browse, cast):
    data = friday(mode="school", who=[cast.maya.ref, cast.leo.ref], unannounced="on")
    answer = browse("aisha").post(page("plan-visit", cast.maya), data)
    assert (answer.status_code, answer["Location"]) == (303, page("child-contacts", cast.maya))
    with acting_as(cast.aisha):
        assert PlannedVisit.objects.filter(mode="school", unannounced=True).count() == 2
        assert f"{PlannedVisit.objects.first().planned_for:%H:%M}" == "15:30"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"who": []}, "Choose at least one child."),
        ({"who": ["KX7D-2RWH"]}, "Choose one of the answers"),
        ({"at": ""}, "Give the time."),
        ({"on-day": 16}, "That time has passed."),
    ],
)
def test_an_arrangement_that_cannot_be_is_said_so(browse, cast, change, said):
    data = {**friday(mode="home", who=[cast.maya.ref]), **change}
    answer = browse("aisha").post(page("plan-visit", cast.maya), data)
    assert answer.status_code == 422
    assert said in text(answer)
    with acting_as(cast.aisha):
        assert not PlannedVisit.objects.exists()


def test_visits_always_at_the_same_hour_suggest_another(browse, cast):
    for days in (14, 7, 5):
        went_before(cast, days, [Seen(cast.maya, True)])
    body = text(browse("aisha").get(page("plan-visit", cast.maya)))
    assert "The last three visits all began at about 9am on weekdays." in body


def arranged_with_both(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(days=1))
        return PlannedVisit.objects.get(person=cast.maya)


def moving(**given):
    told = {"told_who": "Kelly", "told_clock": "9am", "told_how": "phone"}
    day = {"told_on-day": 17, "told_on-month": 11, "told_on-year": 2026}
    return friday(moved_by="us", because="I am in court.", told_before="yes", **told, **day) | given


def test_a_visit_is_moved_with_the_one_arranged_beside_it(browse, cast):
    planned = arranged_with_both(cast)
    where = page("move-visit", cast.maya, planned.pk)
    assert "It was also arranged with" in text(browse("aisha").get(where))
    assert browse("aisha").post(where, moving(too=[cast.leo.ref])).status_code == 303
    with acting_as(cast.aisha):
        planned.refresh_from_db()
        assert (planned.told_who, planned.told_how, planned.moved_by) == ("Kelly", "phone", "us")
        assert f"{planned.told_at:%d %H:%M}" == "17 09:00"
        assert {p.planned_for.day for p in PlannedVisit.objects.filter(replaced_by=None)} == {20}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"told_before": ""}, "Say whether the family was told before."),
        ({"told_who": ""}, "Say who was told."),
        ({"told_clock": ""}, "Give the time they were told."),
        ({"told_on-day": 18}, "That time has not come yet."),
        ({"told_before": "not_safe"}, "Say why it was not safe to tell."),
        ({"because": ""}, "Say why the visit had to change."),
        ({"moved_by": ""}, "Say who needed to change it."),
        ({"on-day": 16}, "Give a time still to come."),
    ],
)
def test_a_move_that_leaves_something_out_keeps_what_was_typed(browse, cast, change, said):
    planned = arranged_with_both(cast)
    answer = browse("aisha").post(page("move-visit", cast.maya, planned.pk), moving(**change))
    assert answer.status_code == 422
    assert said in text(answer)
    assert change.get("because", "I am in court.") in text(answer)
    with acting_as(cast.aisha):
        assert PlannedVisit.objects.filter(replaced_by=None).count() == 2


def test_not_told_and_not_safe_to_tell_are_answers_too(browse, cast):
    planned = arranged_with_both(cast)
    nothing = {"told_who": "", "told_clock": "", "told_how": "", "told_on-day": "", "told_on-month": ""}
    not_safe = moving(told_before="not_safe", not_safe_because="court", **nothing, **{"told_on-year": ""})
    assert browse("aisha").post(page("move-visit", cast.maya, planned.pk), not_safe).status_code == 303
    with acting_as(cast.aisha):
        planned.refresh_from_db()
        assert (planned.told_before, planned.not_safe_because) == ("not_safe", "court")
        other = PlannedVisit.objects.get(person=cast.leo)
    no = moving(told_before="no", **nothing, **{"told_on-year": ""})
    assert browse("aisha").post(page("move-visit", cast.leo, other.pk), no).status_code == 303


def test_a_gap_is_completed_on_a_page_that_asks_only_for_it(browse, cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.leo, True, alone="prevented", saw="Ran.")])
        gap = ToComplete.objects.get()
    where = page("complete-gap", cast.leo, gap.pk)
    assert "Why was Leo not seen alone?" in text(browse("aisha").get(where))
    refused = browse("aisha").post(where, {"text": "n/a"})
    assert (refused.status_code, "n/a</textarea>" in text(refused)) == (422, True)
    assert browse("aisha").post(where, {"text": "His uncle would not leave."}).status_code == 303
    assert "His uncle would not leave." in text(browse("aisha").get(page("child-contacts", cast.leo)))


@pytest.mark.parametrize(
    ("line", "what", "answer"),
    [
        ({"seen": True}, "alone", {"choice": "alone"}),
        ({"seen": False}, "not_seen_reason", {"choice": "no_answer"}),
        ({"seen": False}, "plan_to_see", {"text": "At school on Thursday."}),
        ({"seen": True}, "daily_life", {"text": "A cold flat and a warm welcome."}),
    ],
)
def test_every_kind_of_gap_has_its_page(browse, cast, line, what, answer):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.leo, **line)], for_everyone="")
        gap = ToComplete.objects.get(what=what)
    where = page("complete-gap", cast.leo, gap.pk)
    assert browse("aisha").get(where).status_code == 200
    assert browse("aisha").post(where, {}).status_code == 422
    assert browse("aisha").post(where, answer).status_code == 303


def test_a_promise_is_ended_with_what_happened_instead(browse, cast):
    with acting_as(cast.aisha):
        made = promise(by=cast.aisha, about=cast.maya, text="Ring on Friday")
    where = page("end-promise", cast.maya, made.pk)
    day = {"on-day": 17, "on-month": 11, "on-year": 2026}
    assert "Ring on Friday" in text(browse("aisha").get(where))
    refused = browse("aisha").post(where, {"outcome": "missed", **day})
    assert (refused.status_code, "Say what happened instead." in text(refused)) == (422, True)
    assert browse("aisha").post(where, {"outcome": "kept", **day}).status_code == 303
    with acting_as(cast.aisha):
        assert Promise.objects.get().outcome == "kept"
    assert "No promise is open." in text(browse("aisha").get(page("child-contacts", cast.maya)))


@pytest.mark.parametrize("outcome", ["kept", "changed_told", "changed_not_told", "missed"])
def test_every_way_a_promise_ends_can_be_said(browse, cast, outcome):
    with acting_as(cast.aisha):
        made = promise(by=cast.aisha, about=cast.maya, text="Ring on Friday")
    answer = {"outcome": outcome, "words": "Her phone was lost.", **TODAY_TYPED}
    assert browse("aisha").post(page("end-promise", cast.maya, made.pk), answer).status_code == 303
    with acting_as(cast.aisha):
        assert Promise.objects.get().outcome == outcome


TODAY_TYPED = {"on-day": 17, "on-month": 11, "on-year": 2026}


def test_promises_are_ended_from_the_childs_page_and_a_late_one_says_so(browse, cast):
    before = replace(cast.system, account_id=cast.aisha.account_id, now=NOW - timedelta(days=9))
    with acting_as(before):
        made = promise(by=before, about=cast.maya, text="Ring on Friday", due_on=before.today)
    overview = text(browse("aisha").get(page("child", cast.maya)))
    assert page("end-promise", cast.maya, made.pk) in overview
    assert "Late" in overview


def test_promises_to_each_child_stand_on_the_visit_and_ending_one_comes_back_to_it(browse, cast):
    with acting_as(cast.aisha):
        mayas = promise(by=cast.aisha, about=cast.maya, text="Ring on Friday")
        leos = promise(by=cast.aisha, about=cast.leo, text="Bring the red car")
    sheet = page("record-visit", cast.maya)
    shown = text(browse("aisha").get(sheet))
    for child, made in ((cast.maya, mayas), (cast.leo, leos)):
        assert f"{page('end-promise', child, made.pk)}?visit={cast.maya.ref}" in shown
    answer = {"outcome": "kept", **TODAY_TYPED}
    done = browse("aisha").post(f"{page('end-promise', cast.leo, leos.pk)}?visit={cast.maya.ref}", answer)
    assert (done.status_code, done.url) == (303, sheet)
    shown = text(browse("aisha").get(sheet))
    assert "Ring on Friday" in shown
    assert "Bring the red car" not in shown


def test_an_address_made_up_by_hand_leads_nowhere_else(browse, cast):
    with acting_as(cast.aisha):
        made = promise(by=cast.aisha, about=cast.maya, text="Ring on Friday")
    where = f"{page('end-promise', cast.maya, made.pk)}?visit=//elsewhere.example"
    done = browse("aisha").post(where, {"outcome": "kept", **TODAY_TYPED})
    assert done.url == page("child-contacts", cast.maya)
