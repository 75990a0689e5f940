"""Training by role: told by whoever took it, verified by another, and asked of whoever is to chair (S2-09)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from kith import packs
from kith.access import acting_as
from kith.directory import acts as directory
from kith.directory import rules
from kith.directory import training as trained
from kith.directory.models import Account, Agency, PartnerWorker, Role, TrainingTaken
from kith.directory.queries import actor_for
from kith.involvement.acts import plan_meeting
from kith.record import NotYours, Refused
from kith.standards import queries as standards
from kith.standards.learning import lead_trained
from kith.standards.queries import panel
from tests.cast import NOW, TODAY
from tests.involvement.protecting import conferred
from tests.packs.shipped import ALL
from tests.visits.going import page, text, the_log_will_not_be_written

PACK = packs.pack_for("england-2026", TODAY)
CHAIR, SAFE = "chairing-conferences", "child-protection"
PLANNED = TODAY + timedelta(10)


def took(cast, by="grace", course=CHAIR, taken_on=TODAY - timedelta(30), **given):
    actor = cast.actors[by]
    with acting_as(actor):
        return trained.declare_training(by=actor, course=course, taken_on=taken_on, **given)


def verified(cast, row, by="manager"):
    actor = cast.actors[by]
    with acting_as(actor):
        return trained.verify_training(by=actor, taken=row)


@pytest.fixture
def manager(cast):
    """A second manager, so that Grace's own training can be verified by another."""
    with acting_as(cast.system):
        account = Account.objects.create_user(
            "mo@example.test", "a quiet harbour at dusk", name="Mo Lark", audience="staff"
        )
        roles = list(Role.objects.filter(code="team_manager"))
        team = cast.staff["sol"].team
        directory.welcome_staff(
            by=cast.system, account=account, name="Mo Lark", job_title="Team manager", team=team, roles=roles
        )
        cast.actors["manager"] = actor_for(account, NOW)
    return cast.actors["manager"]


@pytest.fixture
def school(cast):
    """An agency of five: its lead, and four others."""
    with acting_as(cast.system):
        agency = directory.add_agency(by=cast.system, name="St Bride School", kind="school")
        for n, first in enumerate(("abel", "bea", "cy", "dot", "eve")):
            name = f"{first.title()} Pike"
            account = Account.objects.create_user(
                f"{first}@example.test", "a quiet harbour at dusk", name=name, audience="partner"
            )
            directory.welcome_partner(
                by=cast.system,
                account=account,
                name=name,
                job_title="Teacher",
                agency=agency,
                answers_for_others=not n,
            )
            cast.actors[first] = actor_for(account, NOW)
    return agency


def plan(cast, chair="Grace Adeyemi", kind="conference", **given):
    with acting_as(cast.aisha):
        told = {"kind": kind, "planned_for": PLANNED, "chair_name": chair, **given}
        return plan_meeting(by=cast.aisha, about=[cast.maya], **told)


# -- what is told, and who reads it


@pytest.mark.parametrize(
    ("taken", "months", "last"),
    [
        (date(2024, 11, 17), 24, date(2026, 11, 17)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
    ],
)
def test_a_course_counts_through_the_last_day_of_its_months(taken, months, last):
    course = next(one for one in PACK.training if one.key == SAFE).model_copy(update={"months": months})
    assert rules.last_day(course, taken) == last


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.header.id)
def test_s2_09_every_pack_says_which_role_needs_which_course_and_one_is_asked_of_a_chair(pack):
    assert {course.key for course in pack.training_for({"social_worker"})} >= {SAFE, "listening-to-children"}
    assert [course.key for course in pack.training if course.to_chair] == [CHAIR]
    assert [course.key for course in pack.training_for({"partner"})] == [SAFE, "sharing-information"]
    assert not pack.training_for({"nobody"})
    assert {course.mark for course in pack.training} == {"L"}


@pytest.mark.parametrize(
    ("days", "state"),
    [(61, "current"), (60, "soon"), (0, "soon"), (-1, "ended")],
    ids=["later", "soon", "last", "over"],
)
def test_how_a_course_stands_is_said_by_its_last_day(days, state):
    row = TrainingTaken(account_id=1, course=SAFE, taken_on=date(2025, 1, 1), ends_on=TODAY + timedelta(days))
    course = PACK.training_for({"social_worker"})[0]
    found = rules.of_course(None, course, [row], TODAY, PACK)
    assert (found.state, found.counts) == (state, state != "ended")
    assert rules.of_course(None, course, [], TODAY, PACK).state == "none"


@pytest.mark.parametrize(
    ("given", "words", "field"),
    [
        ({"course": "knitting"}, "Choose one of these", "course"),
        ({"taken_on": TODAY + timedelta(1)}, "not come yet", "taken_on"),
    ],
)
def test_a_course_there_is_not_and_a_day_to_come_are_refused(cast, given, words, field):
    with pytest.raises(Refused, match=words) as refusal:
        took(cast, **given)
    assert refusal.value.field == field
    with acting_as(cast.system):
        assert not TrainingTaken.objects.exists()


def test_s2_09_it_is_verified_by_another_once_and_never_by_oneself(cast, manager, school):
    row = took(cast)
    with pytest.raises(Refused, match="Somebody else verifies yours"):
        verified(cast, row, by="grace")
    for other in ("aisha", "priya", "abel", "kelly"):
        with pytest.raises(NotYours):
            verified(cast, row, by=other)
    assert (verified(cast, row).verified_by_name, row.verified_on) == ("Mo Lark", None)
    with pytest.raises(Refused, match="Mo Lark has verified it already"):
        verified(cast, row)


def test_s2_09_whoever_answers_for_an_agency_verifies_its_people_and_nobody_elses(cast, school):
    of_bea, of_priya, own = took(cast, "bea", SAFE), took(cast, "priya", SAFE), took(cast, "abel", SAFE)
    assert verified(cast, of_bea, by="abel").verified_on == TODAY
    with pytest.raises(NotYours):
        verified(cast, of_priya, by="abel")
    with pytest.raises(NotYours):
        verified(cast, own, by="bea")
    with pytest.raises(Refused, match="Somebody else"):
        verified(cast, own, by="abel")


def test_who_may_read_it(cast, school):
    took(cast, "bea", SAFE)
    took(cast, "abel", SAFE)
    took(cast)
    for name, names in (
        ("bea", {"Bea Pike"}),
        ("abel", {"Abel Pike", "Bea Pike"}),
        ("priya", set()),
        ("sol", {"Abel Pike", "Bea Pike", "Grace Adeyemi"}),
    ):
        with acting_as(cast.actors[name]):
            assert set(TrainingTaken.objects.values_list("name", flat=True)) == names
    with acting_as(cast.kelly), pytest.raises(Exception, match="permission denied"), transaction.atomic():
        TrainingTaken.objects.exists()


def test_the_database_lets_nobody_verify_their_own(cast):
    took(cast)
    for sets in ("verified_by_id = account_id, verified_on = taken_on", "verified_on = taken_on"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update directory_trainingtaken set {sets}")


@pytest.mark.parametrize("do", [lambda cast, row: took(cast), verified], ids=["tell", "see"])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, manager, do):
    row = took(cast)
    with acting_as(cast.system):
        was = list(TrainingTaken.objects.order_by("pk").values())
    with the_log_will_not_be_written("record_occasion"):
        do(cast, row)
    with acting_as(cast.system):
        assert list(TrainingTaken.objects.order_by("pk").values()) == was


# -- chairing


@pytest.mark.parametrize("kind", ["conference", "transfer_in", "review"])
def test_s2_09_whose_training_has_ended_is_not_named_to_chair_and_who_can_is(cast, manager, kind):
    verified(cast, took(cast, taken_on=TODAY - timedelta(3 * 366)))
    verified(cast, took(cast, "manager"), by="grace")
    with pytest.raises(Refused, match=r"Grace Adeyemi’s training .* ended on .*These may chair: Mo Lark") as refusal:
        plan(cast, kind=kind, chair="grace adeyemi")
    assert refusal.value.field == "chair_name"
    assert plan(cast, kind=kind, chair="Mo Lark").meeting.chair_name == "Mo Lark"


def test_s2_09_a_namesake_who_was_never_trained_keeps_nobody_from_the_chair(cast, manager):
    took(cast, "sol", CHAIR)  # from now on such training is kept here
    with acting_as(cast.system):
        account = Account.objects.create_user(
            "namesake@example.test", "a quiet harbour at dusk", name="Mo Lark", audience="staff"
        )
        welcomed = {"name": "Mo Lark", "job_title": "Chair", "team": cast.staff["sol"].team, "roles": []}
        directory.welcome_staff(by=cast.system, account=account, **welcomed)
        cast.actors["namesake"] = actor_for(account, NOW)
    assert trained.why_not_to_chair("Mo Lark", PLANNED, PACK)
    verified(cast, took(cast, "namesake", CHAIR))
    with acting_as(cast.grace):
        assert trained.why_not_to_chair("Mo Lark", PLANNED, PACK) == ""


def test_s2_09_it_must_count_on_the_day_of_the_conference(cast, manager):
    row = verified(cast, took(cast, taken_on=TODAY - timedelta(1000)))
    with pytest.raises(Refused, match="ended on"):
        plan(cast, planned_for=row.ends_on + timedelta(1))
    assert plan(cast, planned_for=row.ends_on)


def test_s2_09_what_nobody_has_verified_opens_nothing_and_what_was_never_taken_neither(cast, manager):
    row = took(cast)
    with pytest.raises(Refused, match=r"verified by nobody yet\. Nobody here may chair that day"):
        plan(cast)
    with pytest.raises(Refused, match="Mo Lark has not taken"):
        plan(cast, chair="Mo Lark")
    verified(cast, row)
    assert plan(cast)


def test_nobody_is_refused_who_chairs_from_elsewhere_for_another_meeting_or_where_no_training_is_kept(cast):
    assert plan(cast)
    took(cast, taken_on=TODAY - timedelta(3 * 366))
    assert plan(cast, chair="Winifred Stott")
    assert plan(cast, chair="")
    assert plan(cast, kind="strategy")
    assert plan(cast, kind="core_group")


def test_s2_09_a_conference_that_took_place_is_recorded_and_says_that_its_chair_was_not_trained(cast, browse):
    took(cast, "rowan", taken_on=TODAY - timedelta(3 * 366))
    line = conferred(cast)
    assert line.meeting.chair_name == "Rowan Vale"
    shown = text(browse("aisha").get(page("protection-meeting", cast.maya, line.pk)))
    assert "Rowan Vale’s training “Chairing conferences about safety” ended on" in shown


def test_s2_09_the_plan_of_a_conference_comes_back_with_the_sentence_and_everything_typed(cast, browse):
    took(cast, taken_on=TODAY - timedelta(3 * 366))
    path = reverse("plan-meeting", args=[cast.maya.ref, "conference"])
    day = {"planned_for-day": 27, "planned_for-month": 11, "planned_for-year": 2026}
    answer = browse("aisha").post(path, {**day, "chair_name": "Grace Adeyemi"})
    assert answer.status_code == 422
    assert "Nobody here may chair that day" in text(answer)
    assert 'value="Grace Adeyemi"' in text(answer)


# -- the pages


def test_s2_09_a_manager_sees_each_course_with_numbers_that_are_lists_and_verifies_there(cast, browse):
    row = took(cast, "aisha", SAFE)
    took(cast, "theo", SAFE, taken_on=TODAY - timedelta(800))
    grace, path = browse("grace"), reverse("team-training")
    shown = text(grace.get(path))
    for words in ("3 need it", "1 in date", "1 ended", "1 no record"):
        assert words in shown, words
    listed = text(grace.get(f"{path}?course={SAFE}&state=current"))
    assert "verified by nobody yet" in listed
    assert grace.post(reverse("verify-training", args=[row.pk])).status_code == 303
    assert "verified by Grace Adeyemi" in text(grace.get(f"{path}?course={SAFE}&state=current"))
    assert grace.post(reverse("verify-training", args=[row.pk])).status_code == 404
    for other in ("aisha", "priya", "kelly"):
        assert browse(other).get(path).status_code == 404
        assert browse(other).post(reverse("verify-training", args=[row.pk])).status_code == 404
    with acting_as(cast.aisha):
        people = [one.who.name for one in rules.matrix(list(cast.staff.values()), {}, {}, TODAY, PACK)]
        assert people == []


def test_s2_09_the_share_of_an_agency_is_its_own_numbers_and_of_fewer_than_five_none_is_told(cast, browse, school):
    for who in ("abel", "bea", "cy"):
        took(cast, who, SAFE)
    took(cast, "dot", SAFE, taken_on=TODAY - timedelta(800))
    row = took(cast, "eve", "sharing-information")
    verified(cast, row, by="abel")
    # Five people need two courses each, and their lead one more: four of eleven count.
    shown = text(browse("grace").get(reverse("team-training")))
    assert "4 of 11, 36 in a hundred; 1 of them verified" in shown
    assert "Fewer than 5 people: no share is told." in shown  # Priya's agency
    with acting_as(cast.abel):
        workers = list(PartnerWorker.objects.filter(agency=Agency.objects.get(name="St Bride School")))
        roles = {one.account_id: trained.roles_of_partner(one) for one in workers}
        taken = trained.training_of(roles)
        told = rules.share(rules.matrix(workers, roles, taken, TODAY, PACK))
        assert (told.counts, told.needed, told.percent, told.people) == (4, 11, 36, 5)
        assert told.counts == sum(1 for row in TrainingTaken.objects.all() if row.ends_on >= TODAY)
    assert "4 of 11 courses that are needed count today (36 in a hundred)" in text(
        browse("abel").get(reverse("partner-training"))
    )


def test_s2_09_a_worker_writes_down_what_they_took_and_sees_what_ends_soon(cast, browse):
    aisha, path = browse("aisha"), reverse("my-training")
    assert path in text(aisha.get(reverse("today")))
    assert "No record" in text(aisha.get(path))
    day = {"taken_on-day": 1, "taken_on-month": 12, "taken_on-year": 2024}
    assert aisha.post(path, {**day, "course": ""}).status_code == 422
    assert aisha.post(path, {**day, "course": SAFE, "by_whom": "The partnership"}).status_code == 303
    shown = text(aisha.get(path))
    for words in ("Ends soon", "verified by nobody yet", "The partnership"):
        assert words in shown, words


def test_s2_09_a_partner_writes_down_their_own_and_their_lead_verifies_it(cast, browse, school):
    bea, abel, path = browse("bea"), browse("abel"), reverse("partner-training")
    day = {"taken_on-day": 1, "taken_on-month": 10, "taken_on-year": 2026}
    assert bea.post(path, {**day, "course": ""}).status_code == 422
    assert bea.post(path, {**day, "course": SAFE}).status_code == 303
    assert "My agency" not in text(bea.get(path))
    assert "Bea Pike" in text(abel.get(path))
    with acting_as(cast.bea):
        row = TrainingTaken.objects.get()
    address = reverse("verify-partner-training", args=[row.pk])
    assert bea.post(address).status_code == 404
    assert browse("priya").post(address).status_code == 404
    assert abel.post(address).status_code == 303
    assert "verified by Abel Pike" in text(bea.get(path))
    assert browse("aisha").get(path).status_code == 404


# -- the promise


def stands(cast):
    with acting_as(cast.aisha):
        return next(row for row in panel(cast.maya, cast.aisha) if row.standard.id == lead_trained.id)


def test_s2_09_whoever_leads_is_trained_from_the_first_and_stays_so(cast):
    assert stands(cast).state == "not_applicable"
    took(cast, "sol", SAFE)  # from now on training is kept here
    assert stands(cast).state == "missed"
    took(cast, "aisha", SAFE, taken_on=TODAY - timedelta(10))
    assert stands(cast).state == "missed"  # in time it was not: from 3 September, by 1 October
    assert standards.board(TODAY)[lead_trained.id]


def test_s2_09_training_that_ends_while_somebody_leads_is_to_be_renewed(cast):
    took(cast, "aisha", SAFE, taken_on=date(2025, 1, 10))
    assert stands(cast).state == "met"
    with connection.cursor() as cursor:
        cursor.execute("update directory_trainingtaken set ends_on = %s", [TODAY - timedelta(3)])
    assert stands(cast).state == "due"
    took(cast, "aisha", SAFE, taken_on=TODAY)
    assert stands(cast).state == "met"


def test_s2_09_training_renewed_too_late_stays_late_until_it_is_renewed_in_time(cast):
    took(cast, "aisha", SAFE, taken_on=date(2025, 1, 10))
    with connection.cursor() as cursor:
        cursor.execute("update directory_trainingtaken set ends_on = %s", [date(2026, 9, 8)])
    assert stands(cast).state == "missed"
    took(cast, "aisha", SAFE, taken_on=date(2026, 11, 1))
    assert stands(cast).state == "missed", "it was to be renewed by 6 October"
    with connection.cursor() as cursor:
        cursor.execute(
            "update directory_trainingtaken set ends_on = %s where ends_on > %s", [date(2026, 11, 10), TODAY]
        )
    took(cast, "aisha", SAFE, taken_on=date(2026, 11, 12))
    assert stands(cast).state == "met"
