"""What stands around a child: needs of now, the family's own meeting, other work with days, harm outside the home."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.db import ProgrammingError, transaction

from kith import packs
from kith.access import acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account, Notice
from kith.involvement import acts, queries, rules
from kith.involvement.jobs import chase_needs
from kith.involvement.models import (
    FamilyMeeting,
    Need,
    PlaceLink,
    Screening,
    Touchpoint,
    TouchpointStep,
    WorryPlace,
)
from kith.packs import Duty
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.standards.acts import explain_missed
from tests.cast import NOW, TODAY
from tests.involvement.around import SCREENED, linked, needed, offered, screened, touched
from tests.standards.clockwork import by_limit
from tests.standards.test_clocks_in_care import held
from tests.standards.test_clocks_in_care import told as told_of
from tests.visits.going import the_log_will_not_be_written

TOMORROW = TODAY + timedelta(days=1)
TABLES = (Need, FamilyMeeting, Touchpoint, TouchpointStep, WorryPlace, PlaceLink, Screening)


def sealed(cast):
    guardian = Account.objects.get(pk=cast.rowan.account_id)
    return {"level": "sealed", "because": "A court said so.", "guardian": guardian, "review_on": TOMORROW}


def days_ago(days):
    return TODAY - timedelta(days=days)


# -- needs of now, soon and later


def test_s1_32_a_household_without_food_is_told_once_and_each_child_has_a_line(cast):
    needed(cast, about=[cast.maya, cast.leo])
    with acting_as(cast.aisha):
        assert {one.person_id for one in queries.needs_now_of(cast.aisha)} == {cast.maya.pk, cast.leo.pk}
        assert Act.objects.filter(name__endswith="say_need").values("occasion").distinct().count() == 1
    clock = by_limit(cast, cast.maya)["urgent-need-action"]
    assert (clock.state, clock.clock.due - clock.clock.began) == ("running", timedelta(hours=72))


def test_s1_32_brought_and_met_it_is_owed_no_longer(cast):
    need = needed(cast)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "need": need}
        acts.arrange_need(**told, brings="Nan Rose", brings_what="Two bags", brings_by=TOMORROW)
        met = acts.meet_need(**told, how="Nan brought soup and bread.")
        assert (met.brings, met.met_at, met.met_how) == ("Nan Rose", NOW, "Nan brought soup and bread.")
        assert not queries.needs_now_of(cast.aisha).exists()
    assert by_limit(cast, cast.maya)["urgent-need-action"].state == "met"


def test_s1_32_after_72_hours_the_lead_and_whoever_manages_them_are_told_once(cast):
    needed(cast, on=days_ago(4))
    with acting_as(cast.system):
        for _ in range(2):
            chase_needs(by=cast.system, key="")
        need = Need.objects.get()
        assert (need.chased_on, need.chased) == (TODAY, "Aisha Khan and Grace Adeyemi")
        assert Notice.objects.filter(kind="need_waits").count() == 2
    assert by_limit(cast, cast.maya)["urgent-need-action"].state == "late"


def test_s1_32_what_is_not_late_yet_or_not_of_now_is_told_to_nobody(cast):
    needed(cast, on=days_ago(2))
    needed(cast, on=days_ago(40), lane="long", kind="bed")
    with acting_as(cast.system):
        chase_needs(by=cast.system, key="")
        assert not Need.objects.exclude(chased_on=None).exists()


def test_7_10_a_need_that_is_over_is_never_counted_as_met(cast):
    need = needed(cast, on=days_ago(5))
    with acting_as(cast.aisha):
        acts.drop_need(by=cast.aisha, about=cast.maya, need=need, because="They stay with Nan.")
        assert not queries.needs_now_of(cast.aisha).exists()
    assert by_limit(cast, cast.maya)["urgent-need-action"].state == "late"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"kind": "party"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"lane": "never"}, "lane"),
        ({"on": TOMORROW}, "on"),
    ],
)
def test_a_need_nobody_can_read_is_refused_and_one_with_little_said_is_kept(cast, told, field):
    with pytest.raises(Refused) as refusal:
        needed(cast, **told)
    assert refusal.value.field == field
    assert needed(cast, what="").what == "Food"


def test_a_need_is_settled_once_and_only_by_its_own_child(cast):
    need = needed(cast)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "need": need}
        with pytest.raises(Refused, match="Say who brings it"):
            acts.arrange_need(**told, brings=" ")
        with pytest.raises(Refused, match="not known yet"):
            acts.meet_need(**told, on=days_ago(1))
        with pytest.raises(Refused, match="has not come"):
            acts.meet_need(**told, on=TOMORROW)
        with pytest.raises(Refused, match="not needed any more"):
            acts.drop_need(**told, because="")
        with pytest.raises(Refused, match="another child"):
            acts.meet_need(by=cast.aisha, about=cast.leo, need=need)
        acts.meet_need(**told)
        with pytest.raises(Refused, match="settled already"):
            acts.meet_need(**told)


# -- the family's own meeting, and the duty to offer it


def test_e17_an_offer_a_yes_a_meeting_and_a_plan_in_their_own_words(cast):
    meeting = offered(cast, on=days_ago(20))
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "meeting": meeting}
        acts.note_family_meeting(**told, accepted_on=days_ago(18), accepted_by="Kelly and Nan Rose")
        assert by_limit(cast, cast.maya)["family-meeting-held"].state == "running"
    with acting_as(cast.aisha):
        plan = "Nan has the girls from Friday to Sunday. We ring each other on Wednesdays."
        row = acts.note_family_meeting(**told, held_on=days_ago(2), family_plan=plan, who_came="All but Tomek")
        assert (row.accepted_by, row.family_plan) == ("Kelly and Nan Rose", plan)
    assert by_limit(cast, cast.maya)["family-meeting-held"].state == "met"


def test_e17_refusals_of_offers(cast):
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya}
        for given, field in (({"offered_to": " "}, "offered_to"), ({"offered_to": "Kelly", "on": TOMORROW}, "on")):
            with pytest.raises(Refused) as refusal:
                acts.offer_family_meeting(**told, **given)
            assert refusal.value.field == field
        with pytest.raises(Refused, match="why it is not offered"):
            acts.withhold_family_meeting(**told, because="n/a")
        none = acts.withhold_family_meeting(**told, because="To call them together would put Kelly in danger.")
        with pytest.raises(Refused, match="not offered"):
            acts.note_family_meeting(**told, meeting=none, held_on=TODAY)
        made = acts.offer_family_meeting(**told, offered_to="Kelly")
        with pytest.raises(Refused, match="has not come"):
            acts.note_family_meeting(**told, meeting=made, held_on=TOMORROW)
        with pytest.raises(Refused, match="yes, or they said no"):
            acts.note_family_meeting(**told, meeting=made, accepted_on=TODAY, declined_because="No.")
        with pytest.raises(Refused, match="another child"):
            acts.note_family_meeting(by=cast.aisha, about=cast.leo, meeting=made)
        assert FamilyMeeting.objects.get(pk=made.pk).accepted_on is None


BINDING_FROM = date(2026, 11, 1)


@pytest.fixture
def binding():
    """The pack in use, with the duty to offer a family meeting binding from 1 November 2026."""
    pack = packs.pack_for(settings.PACK, TODAY)
    before = pack.duties
    soft = next(one for one in before if one.key == "family-meeting")
    hard = Duty(**{**soft.model_dump(exclude={"from_", "until"}), "binding": True, "from": BINDING_FROM})
    object.__setattr__(pack, "duties", (soft, hard))
    yield pack
    object.__setattr__(pack, "duties", before)


def test_s3_30_from_the_day_of_the_act_no_application_is_authorised_without_the_offer(cast, binding):
    work = touched(cast, "before_court", on=BINDING_FROM)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work}
        with pytest.raises(Refused, match="is offered a meeting") as refusal:
            acts.note_touchpoint(**told, step="bc_authorised")
        assert refusal.value.field == "step"
        # The twin: what a court was asked for all the same is a fact, and is recorded.
        assert acts.note_touchpoint(**told, step="bc_applied").happened_on == TODAY
    offered(cast)
    with acting_as(cast.aisha):
        assert acts.note_touchpoint(**told, step="bc_authorised").pk


def test_s3_30_earlier_cases_are_unaffected(cast, binding):
    work = touched(cast, "before_court", on=BINDING_FROM - timedelta(days=1))
    with acting_as(cast.aisha):
        assert acts.note_touchpoint(by=cast.aisha, about=cast.maya, touchpoint=work, step="bc_authorised").pk


def test_s3_30_a_reason_for_no_offer_will_do(cast, binding):
    work = touched(cast, "before_court", on=BINDING_FROM)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya}
        acts.withhold_family_meeting(**told, because="To call them together would put Kelly in danger.")
        assert acts.note_touchpoint(**told, touchpoint=work, step="bc_authorised").pk


def test_s3_30_the_law_is_that_of_the_day_court_was_first_thought_about(cast, binding):
    ours = [binding]
    for began, binds in ((date(2026, 10, 31), False), (BINDING_FROM, True), (date(2027, 3, 1), True)):
        assert rules.offer_owed(ours, began, [], TODAY).binding is binds
    later = replace(binding, duties=())
    assert rules.offer_owed([later], BINDING_FROM, [], TODAY) is None


def test_s3_30_as_shipped_it_is_good_practice_and_stops_nobody(cast):
    work = touched(cast, "before_court")
    with acting_as(cast.aisha):
        assert acts.note_touchpoint(by=cast.aisha, about=cast.maya, touchpoint=work, step="bc_authorised").pk
    duty = packs.pack_for(settings.PACK, TODAY).duty("family-meeting", TODAY)
    assert (duty.binding, duty.mark) == (False, "K")


# -- other work with days of its own


def test_e31_an_allegation_is_seen_by_who_wrote_it_who_owns_it_and_who_guards_and_nobody_else(cast):
    work = touched(cast, "allegation", about_account=cast.staff["theo"], owner=cast.staff["grace"])
    for name, seen in (("aisha", 1), ("grace", 1), ("rowan", 1), ("theo", 0), ("sol", 0)):
        with acting_as(cast.actors[name]):
            assert queries.touchpoints_of(cast.maya).count() == seen, name
            assert TouchpointStep.objects.filter(person=cast.maya).count() == seen, name
            assert (queries.touchpoint(work.pk) is not None) == bool(seen)
    assert "allegation-report" in by_limit(cast, cast.maya)
    assert "allegation-report" not in by_limit(cast, cast.maya, "theo")


def test_e31_its_line_in_the_record_says_nothing_of_it(cast):
    touched(cast, "allegation", what="He shouted and held her wrist.", about_name="A coach")
    with acting_as(cast.theo):
        line = Act.objects.filter(person=cast.maya, name__endswith="begin_touchpoint").get()
        assert line.said == "Aisha Khan added to the record of Maya Okafor-Nowak."
        assert line.staff_only


def test_e31_nobody_owns_or_writes_what_is_about_themselves(cast):
    for by, owner in (("aisha", "theo"), ("theo", "grace")):
        with pytest.raises(Refused, match="about them"):
            touched(cast, "allegation", by=by, about_account=cast.staff["theo"], owner=cast.staff[owner])
    work = touched(cast, "allegation", about_account=cast.staff["theo"])
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work}
        with pytest.raises(Refused, match="about them"):
            acts.hand_touchpoint(**told, owner=cast.staff["theo"])
        handed = acts.hand_touchpoint(**told, owner=cast.staff["sol"])
        assert (handed.owner_name, cast.sol.account_id in handed.seen_by) == ("Sol Marsh", True)
    with acting_as(cast.sol):
        assert queries.touchpoints_of(cast.maya).exists()


def test_e31_why_it_is_late_is_written_where_few_read_it(cast):
    work = touched(cast, "allegation")
    late = by_limit(cast, cast.maya)["allegation-report"]
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya}
        with pytest.raises(Refused, match="Few may know") as refusal:
            explain_missed(**told, standard_id=late.id, reason="The officer was away until Monday.")
        assert refusal.value.field == "reason"
        words = "Late: the officer was away until Monday."
        assert acts.note_touchpoint(**told, touchpoint=work, step="la_reported", words=words).words == words  # the twin


def test_no_table_of_it_is_open_to_families_or_partners(cast):
    for name in ("kelly", "priya", "gary"):
        with acting_as(cast.actors[name]):
            for table in TABLES:
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    table.objects.exists()


def test_a_step_in_any_order_is_kept_and_what_cannot_be_is_refused(cast):
    work = touched(cast, "ehc")
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work}
        acts.note_touchpoint(**told, step="ehc_plan", words="Issued early.")
        acts.note_touchpoint(**told, step="ehc_decided", on=days_ago(5))
        with pytest.raises(Refused) as refusal:
            acts.note_touchpoint(**told, step="la_met")
        assert refusal.value.field == "step"
        with pytest.raises(Refused, match="has not come"):
            acts.note_touchpoint(**told, step="ehc_decided", on=TOMORROW)
        with pytest.raises(Refused, match="another child"):
            acts.note_touchpoint(by=cast.aisha, about=cast.leo, touchpoint=work, step="ehc_plan")
        for given, field in (
            ({"outcome": "malicious", "because": "A plan."}, "outcome"),
            ({"outcome": "plan", "because": "."}, "because"),
            ({"outcome": "plan", "because": "There is a plan now.", "on": TOMORROW}, "on"),
        ):
            with pytest.raises(Refused) as refusal:
                acts.end_touchpoint(**told, **given)
            assert refusal.value.field == field
        assert acts.end_touchpoint(**told, outcome="plan", because="There is a plan now.").ended_on == TODAY
        with pytest.raises(Refused, match="over"):
            acts.note_touchpoint(**told, step="ehc_plan")
        with pytest.raises(Refused) as refusal:
            acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="party")
        assert refusal.value.field == "kind"
        with pytest.raises(Refused):
            acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="ehc", step="la_met")


def test_e28_the_first_year_asks_for_six_weeks_and_what_follows_for_twelve(cast):
    work = touched(cast, "private_fostering", on=days_ago(400))
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "touchpoint": work, "step": "pf_visit"}
        acts.note_touchpoint(**told, on=days_ago(394))
        acts.note_touchpoint(**told, on=days_ago(20))
    found = by_limit(cast, cast.maya)
    assert found["visit-private-fostering-first"].state == "met"
    assert found["visit-private-fostering"].state == "late"
    later = found["visit-private-fostering-later"]
    assert (later.state, later.clock.due) == ("running", days_ago(20) + timedelta(weeks=12))


@pytest.mark.parametrize(
    ("planned_on", "due", "now"),
    [
        (TODAY + timedelta(days=33), date(2026, 11, 8), "late"),
        (TODAY + timedelta(days=60), date(2026, 12, 5), "met"),
        (TODAY - timedelta(days=3), date(2026, 10, 3), "late"),
    ],
)
def test_e29_notice_is_owed_six_weeks_before_the_child_moves(cast, planned_on, due, now):
    with acting_as(cast.aisha):
        acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="private_fostering", planned_on=planned_on)
    found = by_limit(cast, cast.maya)["private-fostering-notice"]
    assert (found.clock.due, found.state, found.clock.day_of) == (due, now, "")


@pytest.mark.parametrize(
    ("planned_on", "told_on", "due", "state"),
    [
        ("2027-01-16", "", "2026-12-05", "running"),
        ("2026-12-29", "", "2026-11-17", "running"),
        ("2026-12-28", "", "2026-11-16", "late"),
        ("2028-03-31", "2028-02-18", "2028-02-18", "met"),  # over a leap day
        ("2027-04-10", "2027-02-28", "2027-02-27", "late"),
    ],
)
def test_e29_the_clock_runs_before_the_day_it_counts_from(planned_on, told_on, due, state):
    events = [told_of("pf-planned", planned_on), *([told_of("pf-told", told_on)] if told_on else [])]
    clock = held(events, "2028-02-20" if planned_on > "2028" else "2026-11-17")["private-fostering-notice"].clock
    assert (clock.due, clock.state) == (date.fromisoformat(due), state)


def test_e29_no_day_is_planned_or_the_place_has_no_such_limit_and_no_clock_runs(cast):
    with acting_as(cast.aisha):
        acts.begin_touchpoint(by=cast.aisha, about=cast.maya, kind="private_fostering")
    assert "private-fostering-notice" not in by_limit(cast, cast.maya)
    assert "private-fostering-notice" not in {one.key for one in packs.pack_for("scotland", TODAY).timescales}


# -- outside the home


def test_a_place_is_held_once_and_each_young_persons_line_is_their_own(cast):
    link = linked(cast)
    other = linked(cast, about=cast.leo, place=link.place, why="Seen there on a bicycle that is not his.")
    with acting_as(cast.aisha):
        assert WorryPlace.objects.count() == 1
        assert [one.person for one in queries.others_at(link, {cast.leo.pk})] == [cast.leo]
        assert other.why != link.why
        acts.note_place(
            by=cast.aisha,
            about=cast.maya,
            link=link,
            owner=cast.staff["grace"],
            safer="Lights, and the youth bus on Fridays.",
            action="Ask the council to mend the lights.",
            act_by=TOMORROW,
        )
        assert queries.place_link(other.pk).place.owner_name == "Grace Adeyemi"
        assert acts.unlink_place(by=cast.aisha, about=cast.maya, link=link).ended_on == TODAY
        with pytest.raises(Refused, match="over already"):
            acts.unlink_place(by=cast.aisha, about=cast.maya, link=link)


def test_a_sealed_young_person_is_not_met_at_the_place_and_the_place_stays(cast):
    hidden = linked(cast, about=cast.leo)
    link = linked(cast, place=hidden.place, why="She waits there after school.")
    with acting_as(cast.system):
        restrict(by=cast.system, about=cast.leo, **sealed(cast))
    with acting_as(cast.sol):
        assert queries.others_at(link, set()) == []
        assert queries.place_link(link.pk).place.name == "The underpass by the mill"
        assert queries.place_link(hidden.pk) is None


def test_a_place_all_of_whose_young_people_are_sealed_is_not_there(cast):
    linked(cast)
    with acting_as(cast.system):
        restrict(by=cast.system, about=cast.maya, **sealed(cast))
    with acting_as(cast.sol):
        assert not queries.known_places().exists()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"why": ""}, "why"),
        ({"name": ""}, "name"),
        ({"kind": ""}, "kind"),
        ({"kind": "moon"}, "kind"),
        ({"on": TOMORROW}, "on"),
    ],
)
def test_a_place_nobody_could_find_is_refused(cast, told, field):
    with pytest.raises(Refused) as refusal:
        linked(cast, **told)
    assert refusal.value.field == field


def test_a_child_is_linked_to_a_place_once_and_by_their_own_line(cast):
    link = linked(cast)
    with pytest.raises(Refused, match="already"):
        linked(cast, place=link.place)
    with acting_as(cast.aisha):
        for do, told in ((acts.note_place, {"safer": "Lights."}), (acts.unlink_place, {})):
            with pytest.raises(Refused, match="another child"):
                do(by=cast.aisha, about=cast.leo, link=link, **told)
        with pytest.raises(Refused, match="has not come"):
            acts.note_place(by=cast.aisha, about=cast.maya, link=link, done_on=TOMORROW)


def test_a_look_outside_the_home_holds_strengths_and_dangers_and_is_looked_at_again(cast):
    look = screened(cast)
    with acting_as(cast.aisha):
        assert look.review_on == TODAY + timedelta(weeks=12)
        assert acts.finish_screening(by=cast.aisha, about=cast.maya, screening=look).finished_by == "Aisha Khan"
        with pytest.raises(Refused, match="finished"):
            acts.screen_outside(by=cast.aisha, about=cast.maya, screening=look)
    assert by_limit(cast, cast.maya)["screening-again"].state == "running"


@pytest.mark.parametrize("missing", ["strengths", "child_words", "what_it_means"])
def test_7_5_a_look_is_not_finished_without_each_and_is_kept_all_the_same(cast, missing):
    look = screened(cast, **{missing: ""})
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.finish_screening(by=cast.aisha, about=cast.maya, screening=look)
    assert refusal.value.field == missing
    with acting_as(cast.aisha):
        assert Screening.objects.get().signs == SCREENED["signs"]  # the twin
        acts.screen_outside(by=cast.aisha, about=cast.maya, screening=look, **SCREENED)
        assert acts.finish_screening(by=cast.aisha, about=cast.maya, screening=look).finished_on == TODAY


@pytest.mark.parametrize(("told", "field"), [({"dangers": ["moon"]}, "dangers"), ({"on": TOMORROW}, "on")])
def test_a_look_of_another_day_or_with_no_answer_of_ours_is_refused(cast, told, field):
    with pytest.raises(Refused) as refusal:
        screened(cast, **told)
    assert refusal.value.field == field
    look = screened(cast)
    with acting_as(cast.aisha), pytest.raises(Refused, match="another child"):
        acts.finish_screening(by=cast.aisha, about=cast.leo, screening=look)


# -- who may, and what is kept when the log cannot be written

DOING = {
    "say_need": lambda cast, told: acts.say_need(**told, kind="food", what="Bread"),
    "arrange_need": lambda cast, told: acts.arrange_need(**told, need=Need.objects.get(), brings="Nan"),
    "meet_need": lambda cast, told: acts.meet_need(**told, need=Need.objects.get()),
    "drop_need": lambda cast, told: acts.drop_need(**told, need=Need.objects.get(), because="They left."),
    "offer_family_meeting": lambda cast, told: acts.offer_family_meeting(**told, offered_to="Kelly"),
    "withhold_family_meeting": lambda cast, told: acts.withhold_family_meeting(**told, because="Kelly is in danger."),
    "note_family_meeting": lambda cast, told: acts.note_family_meeting(
        **told, meeting=FamilyMeeting.objects.get(), family_plan="We ring."
    ),
    "begin_touchpoint": lambda cast, told: acts.begin_touchpoint(**told, kind="ehc"),
    "note_touchpoint": lambda cast, told: acts.note_touchpoint(
        **told, touchpoint=Touchpoint.objects.get(), step="ehc_plan"
    ),
    "hand_touchpoint": lambda cast, told: acts.hand_touchpoint(
        **told, touchpoint=Touchpoint.objects.get(), owner=cast.staff["sol"]
    ),
    "end_touchpoint": lambda cast, told: acts.end_touchpoint(
        **told, touchpoint=Touchpoint.objects.get(), outcome="plan", because="A plan is there."
    ),
    "link_place": lambda cast, told: acts.link_place(**told, why="Seen.", name="The pier", kind="other"),
    "note_place": lambda cast, told: acts.note_place(**told, link=PlaceLink.objects.get(), safer="Lights."),
    "unlink_place": lambda cast, told: acts.unlink_place(**told, link=PlaceLink.objects.get()),
    "screen_outside": lambda cast, told: acts.screen_outside(**told, **SCREENED),
    "finish_screening": lambda cast, told: acts.finish_screening(**told, screening=Screening.objects.get()),
}


def everything(cast):
    needed(cast), offered(cast), touched(cast), linked(cast), screened(cast)


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    everything(cast)
    before = [list(model.objects.order_by("pk").values()) for model in TABLES]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        DOING[name](cast, {"by": cast.aisha, "about": cast.maya})
    assert before == [list(model.objects.order_by("pk").values()) for model in TABLES]


@pytest.mark.parametrize("name", DOING)
def test_somebody_of_another_team_may_not(cast, name):
    everything(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        DOING[name](cast, {"by": cast.sol, "about": cast.maya})


# -- every clock against a day counted by hand: Easter, the clocks going forward and back, ends of months


@pytest.mark.parametrize(
    ("limit", "start", "due"),
    [
        ("visit-private-fostering-first", "2026-03-25", "2026-04-07"),  # Good Friday and Easter Monday do not count
        ("visit-private-fostering-first", "2026-12-18", "2026-12-31"),  # Christmas, and Boxing Day's Monday
        ("visit-private-fostering-first", "2026-11-16", "2026-11-25"),
        ("visit-private-fostering", "2026-02-28", "2026-04-11"),
        ("visit-private-fostering-later", "2026-09-30", "2026-12-23"),
        ("allegation-report", "2026-04-02", "2026-04-07"),  # Maundy Thursday
        ("allegation-report", "2026-05-01", "2026-05-05"),  # the May holiday
        ("allegation-first-view", "2026-12-24", "2026-12-29"),
        ("allegation-meeting", "2026-04-02", "2026-04-07"),  # days of the calendar
        ("allegation-meeting", "2026-02-26", "2026-03-03"),
        ("allegation-look-again", "2026-01-31", "2026-02-28"),
        ("allegation-look-again", "2028-01-31", "2028-02-29"),
        ("allegation-concluded", "2026-11-30", "2027-02-28"),
        ("allegation-concluded", "2026-08-31", "2026-11-30"),
        ("education-health-care-decision", "2026-02-16", "2026-03-30"),
        ("education-health-care-advice", "2026-10-20", "2026-12-01"),
        ("education-health-care-plan", "2026-10-14", "2027-03-03"),
        ("education-health-care-plan", "2026-02-13", "2026-07-03"),
        ("serious-incident-notice", "2026-03-31", "2026-04-09"),
        ("serious-incident-notice", "2026-08-27", "2026-09-04"),  # the August holiday
        ("rapid-review", "2026-12-14", "2027-01-07"),
        ("rapid-review", "2026-03-20", "2026-04-14"),
        ("before-court", "2026-07-01", "2026-10-21"),
        ("family-meeting-held", "2026-03-16", "2026-04-27"),
        ("screening-again", "2026-10-01", "2026-12-24"),
        ("services-known", "2026-03-23", "2026-04-22"),
    ],
)
def test_e27_to_e33_each_limit_falls_on_its_day(limit, start, due):
    day = date.fromisoformat(start)
    pack = packs.pack_for("england", TODAY)
    assert pack.due(limit, day) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("2026-03-28T10:00", "2026-03-31T09:00"),  # BST begins in between: 72 hours all the same
        ("2026-10-24T10:00", "2026-10-27T10:00"),
        ("2026-11-14T10:00", "2026-11-17T10:00"),
    ],
)
def test_s1_32_seventy_two_hours_are_hours_whatever_the_clock_on_the_wall_does(told, due):
    pack = packs.pack_for("england", TODAY)
    began = datetime.fromisoformat(told).replace(tzinfo=UTC)
    ends = pack.due("urgent-need-action", began)
    assert ends - began == timedelta(hours=72)
