"""Everyone is clear on what happens next (S3-21), and whoever is not gets help with it (S3-15)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.packs import pack_for
from kith.plans import acts as planning
from kith.plans.models import Plan
from kith.sharing import acts, queries
from kith.sharing.models import WalkThrough
from tests.cast import NOW, TODAY
from tests.handing import handed_over
from tests.plans.making import agreed, step, whole
from tests.sharing.late import asked_days_ago
from tests.sharing.test_acts import released
from tests.sharing.test_understanding import EXPLAINED, a_copy, gone_through, unclear, who
from tests.standards.test_thinking import row_on
from tests.visits.going import page, text

ENGLAND = pack_for("england-2026", TODAY)


def on(cast, name, days):
    return replace(cast.actors[name], now=NOW + timedelta(days=days))


# -- S3-21


def test_s3_21_the_plan_says_who_does_what_by_when_for_each_person_and_whether_it_is_clear_to_them(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        step(cast.aisha, plan, what="Take Sam on Tuesdays.", owner_name="Nan Rose", owner_kind="network")
    a_copy(cast, "kelly")
    shown = text(browse("aisha").get(page("child-plan", cast.maya))).split('id="everyone"')[1].split("</section>")[0]
    kelly, nan = shown.index("Kelly Okafor"), shown.index("Nan Rose")
    assert "Kelly and Dean talk in the kitchen" in shown
    assert "by Mon 30 Nov" in shown
    assert "Take Sam on Tuesdays." in shown[nan:]
    assert "Not yet in their own words" in shown[nan:], "the plan is not agreed until she has said it"
    assert "Not said yet whether it is clear" in shown[kelly:nan]


def test_s3_21_a_parent_opens_the_link_and_presses_i_do_not_understand(cast, browse):
    with acting_as(cast.aisha):
        agreed(cast.aisha, cast.maya)
    copy, kelly = a_copy(cast), browse("kelly")
    path = f"/p/papers/{copy.pk}/"
    assert path in text(kelly.get("/p/"))
    assert "I don’t understand" in text(kelly.get(path))
    assert kelly.post(path, {"said": "unclear"}).status_code == 303
    shown = text(kelly.get(path))
    assert "You told us that this is not clear. Thank you." in shown
    assert "Aisha Khan will go through it with you by <b>Thu 19 Nov</b>" in shown
    assert "I don’t understand" not in shown, "once is enough"
    with acting_as(cast.aisha):
        walk = WalkThrough.objects.get()
        assert (walk.due_on - TODAY).days == 2, "two working days"
    aisha = browse("aisha")
    task = page("walk-through", cast.maya, walk.pk)
    assert task in text(aisha.get("/today/"))
    assert "Not clear to them" in text(aisha.get(page("child-plan", cast.maya)))
    empty = aisha.post(task, {"questions": "Kept words."})
    assert empty.status_code == 422
    assert "Kept words." in text(empty)
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    given = {"explained": EXPLAINED, "clear_now": "yes", "with_whom": "Nan Rose", "questions": "When?", **day}
    assert aisha.post(task, given).status_code == 303
    assert task not in text(aisha.get("/today/"))
    assert "You told us on today that it is clear." in text(kelly.get(path)).replace("Tue 17 Nov", "today")


def test_s3_21_a_child_presses_it_in_their_own_corner(cast, browse):
    a_copy(cast, "maya")
    tablet = handed_over(cast, browse)
    assert "I don’t" in text(tablet.get("/p/me/plan/"))
    assert tablet.post("/p/me/plan/", {"said": "unclear"}).status_code == 303
    with acting_as(cast.aisha):
        assert WalkThrough.objects.get().who == cast.maya.called


def test_s3_21_the_share_of_acknowledgements_within_five_working_days_is_what_a_hand_counts(cast, browse):
    copies = {name: a_copy(cast, name) for name in ("kelly", "tomek", "maya", "nan") if name in cast.people}
    assert len(copies) >= 3
    for name, days in (("kelly", 2), ("tomek", 8)):  # the last day in time is the seventh: a weekend lies between
        by = on(cast, name, days)
        with acting_as(by):
            acts.say_clear(by=by, about=cast.maya, release=copies[name])
    with acting_as(cast.grace):
        ask = queries.acknowledged_in_time
        assert ask([cast.maya.pk], TODAY, ENGLAND) == (1, 1), "only hers is known yet"
        assert ask([cast.maya.pk], TODAY + timedelta(days=7), ENGLAND) == (1, 1), "the others have until tonight"
        assert ask([cast.maya.pk], TODAY + timedelta(days=8), ENGLAND) == (1, len(copies))
        assert ask([cast.sam.pk], TODAY, ENGLAND).percent is None
    assert "1 of 1 copy: 100%" in text(browse("grace").get("/team/figures/"))


def test_s3_21_the_promise_stands_as_the_copies_do(cast):
    with acting_as(cast.aisha):
        assert row_on(cast, "plan-clear", 0).state == "not_applicable"
        agreed(cast.aisha, cast.maya)
    first = a_copy(cast)
    with acting_as(cast.aisha):
        assert (row_on(cast, "plan-clear", 0).state, row_on(cast, "plan-clear", 8).state) == ("due", "missed")
    newer = a_copy(cast)
    with acting_as(cast.kelly):
        acts.say_clear(by=cast.kelly, about=cast.maya, release=newer)
    with acting_as(cast.aisha):
        assert row_on(cast, "plan-clear", 8).state == "met", "the first was replaced"
        assert queries.answers_to(first).clear_on is None
        plan = Plan.objects.get()
        planning.end_plan(by=cast.aisha, about=cast.maya, plan=plan, because="She sleeps.")


def test_s3_21_a_newer_copy_does_not_make_the_one_before_have_been_clear_in_time(cast):
    with acting_as(cast.aisha):
        agreed(cast.aisha, cast.maya)
    a_copy(cast)
    later = on(cast, "aisha", 9)
    with acting_as(later):
        told = {"kind": "plan", "recipient": cast.people["kelly"], "recipient_name": "Kelly Okafor"}
        newer = released(cast, later, **told)
        assert row_on(cast, "plan-clear", 9).state == "missed", "late when it was replaced"
    with acting_as(on(cast, "kelly", 10)) as kelly:
        acts.say_clear(by=kelly, about=cast.maya, release=newer)
    with acting_as(cast.aisha):
        assert row_on(cast, "plan-clear", 10).state == "met", "the newer one was clear in time"


# -- S3-15


def test_s3_15_two_working_days_without_help_is_late_where_the_worker_and_the_manager_look(cast, browse):
    walk = unclear(cast, a_copy(cast, kind="overview"))
    with acting_as(cast.grace):
        assert not queries.walks_late([cast.maya.pk], TODAY + timedelta(days=2))
        assert [one.pk for one in queries.walks_late([cast.maya.pk], TODAY + timedelta(days=3))] == [walk.pk]
        assert row_on(cast, "unclear-answered", 0).state == "due"
        assert row_on(cast, "unclear-answered", 3).state == "missed"
    assert page("walk-through", cast.maya, walk.pk) not in text(browse("grace").get("/team/")), "not late yet"
    with acting_as(cast.system):
        asked_days_ago(walk, 5)
    assert page("walk-through", cast.maya, walk.pk) in text(browse("grace").get("/team/"))
    assert "We are late, and we are sorry." in text(browse("kelly").get(f"/p/papers/{walk.release_id}/"))


def test_s3_15_the_share_of_papers_gone_through_is_what_a_hand_counts(cast, browse):
    first, second = a_copy(cast, "kelly"), a_copy(cast, "tomek", kind="overview")
    walk = unclear(cast, first)
    with acting_as(cast.aisha):
        gone_through(cast, walk, clear_now="partly")
        acts.offer_walk_through(by=cast.aisha, about=cast.maya, release=second, due_on=TODAY)
        assert queries.gone_through([cast.maya.pk]) == (1, 2), "offered is not gone through"
    assert "1 of 2 papers given to families were gone through with them: 50%." in text(
        browse("grace").get("/team/figures/")
    )


@pytest.mark.parametrize("name", ["copy-said", "offer-walk-through"])
def test_s3_15_a_worker_writes_it_down_for_whoever_reads_on_paper(cast, browse, name):
    copy, aisha = a_copy(cast), browse("aisha")
    assert page(name, cast.maya, copy.pk) in text(aisha.get(page("child-copies", cast.maya)))
    assert aisha.get(page(name, cast.maya, copy.pk)).status_code == 200
    assert aisha.post(page(name, cast.maya, copy.pk), {}).status_code == 422
    assert aisha.get(page(name, cast.leo, copy.pk)).status_code == 404
    later = TODAY + timedelta(days=2)
    days = {
        f"{field}-{part}": getattr(day, part)
        for field, day in (("on", TODAY), ("due_on", later))
        for part in ("day", "month", "year")
    }
    assert aisha.post(page(name, cast.maya, copy.pk), {"clear": "no", **days}).status_code == 303
    with acting_as(cast.aisha):
        assert WalkThrough.objects.get().unclear == (name == "copy-said")


def test_s3_15_no_word_of_it_judges_anybody(cast, browse):
    copy = a_copy(cast)
    shown = text(browse("kelly").get(f"/p/papers/{copy.pk}/")).lower()
    for word in ("fail", "wrong", "should have read", "simple", "easy", "just "):
        assert word not in shown.split('id="clear"')[1].split("</section>")[0]
    assert who(cast, "kelly")
