"""Beginning work and leading it: one lead worker at a time, never a gap, ties that come and go with it."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from kith import packs
from kith.access import acting_as
from kith.directory.models import Notice, Tie
from kith.involvement.acts import allocate, begin_work
from kith.involvement.models import LeadWorker
from kith.people.acts import begin_record
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY


def lead(cast, by, name, **details):
    return allocate(by=by, about=cast.maya, lead=cast.staff[name], **details)


def test_a_new_lead_ends_the_one_before_and_moves_the_tie(cast):
    with acting_as(cast.grace):
        lead(cast, cast.grace, "sol", family_told_on=TODAY)
        leads = LeadWorker.objects.filter(person=cast.maya).order_by("from_on")
        assert [(held.name, held.until_on) for held in leads] == [("Aisha Khan", TODAY), ("Sol Marsh", None)]
        assert Tie.objects.filter(
            account_id=cast.sol.account_id, person=cast.maya, ends_at=None, may_write=True
        ).exists()
        assert not Tie.objects.filter(
            account_id=cast.aisha.account_id, person=cast.maya, because="lead_worker", ends_at=None
        ).exists()
        assert Act.objects.filter(name="allocate", person=cast.maya).last().said == (
            "Sol Marsh became Maya Okafor-Nowak's lead worker."
        )
    with acting_as(cast.sol):
        assert Notice.objects.filter(kind="allocated").count() == 1


def test_only_someone_who_allocates_may_name_a_lead_worker(cast):
    with acting_as(cast.aisha), pytest.raises(NotYours):
        lead(cast, cast.aisha, "sol")


def test_naming_the_same_lead_again_is_refused(cast):
    with acting_as(cast.grace), pytest.raises(Refused, match="already"):
        lead(cast, cast.grace, "aisha")


def test_s0_17_who_is_not_registered_does_not_lead_a_protection_plan_and_those_who_may_are_named(cast):
    with acting_as(cast.system):
        noor = begin_record(by=cast.system, given="Noor", family="Haddad")
        begin_work(by=cast.system, about=noor, level="child_protection")
    with acting_as(cast.grace), pytest.raises(Refused, match=r"by a registered .* these are: .*Aisha Khan") as refused:
        allocate(by=cast.grace, about=noor, lead=cast.staff["theo"])
    assert refused.value.field == "lead"
    with acting_as(cast.grace):
        assert not LeadWorker.objects.filter(person=noor).exists()
        assert allocate(by=cast.grace, about=noor, lead=cast.staff["grace"]).person == noor


def test_s0_17_twin_help_of_another_level_is_led_by_anybody(cast):
    with acting_as(cast.grace):
        assert lead(cast, cast.grace, "theo").name == cast.staff["theo"].name


def test_without_open_work_there_is_nothing_to_lead(cast):
    with acting_as(cast.system):
        person = begin_record(by=cast.system, given="Noor", family="Haddad")
    with acting_as(cast.grace), pytest.raises(Refused, match="not working with"):
        allocate(by=cast.grace, about=person, lead=cast.staff["aisha"])


def test_work_is_begun_once_at_a_time(cast):
    with acting_as(cast.system), pytest.raises(Refused, match="already open"):
        begin_work(by=cast.system, about=cast.maya, level="child_in_need")


def test_the_database_allows_one_lead_worker_at_a_time_whoever_asks(cast):
    held = LeadWorker.objects.get(person=cast.maya)
    with pytest.raises(IntegrityError), transaction.atomic():
        another(held, cast.sol.account_id, date(2026, 11, 1), None)


def test_the_database_lets_no_two_leads_overlap(cast):
    held = LeadWorker.objects.get(person=cast.maya)
    with pytest.raises(IntegrityError, match="two lead workers"), transaction.atomic():
        another(held, cast.sol.account_id, held.from_on - timedelta(days=9), held.from_on + timedelta(days=9))


def test_the_database_leaves_no_gap_while_work_is_open(cast):
    held = LeadWorker.objects.get(person=cast.maya)
    with pytest.raises(IntegrityError, match="keeps a lead worker"), transaction.atomic():
        leave_without_a_lead(held)


def leave_without_a_lead(held):
    with connection.cursor() as cursor:
        cursor.execute("update involvement_leadworker set until_on = %s where id = %s", [TODAY, held.pk])
        cursor.execute("set constraints all immediate")


def another(held, account_id, from_on, until_on):
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into involvement_leadworker"
            " (spell_id, person_id, account_id, name, phone, from_on, until_on, reason_ended, carried_on,"
            " act_id, latest_act_id)"
            " values (%s, %s, %s, 'X', '', %s, %s, '', '', %s, %s)",
            [held.spell_id, held.person_id, account_id, from_on, until_on, held.act_id, held.act_id],
        )


def leading(cast, most):
    """Sol leads as many children as the pack lets one worker lead."""
    with acting_as(cast.system):
        for n in range(most):
            child = begin_record(by=cast.system, given=f"Led {n}", family="Marsh")
            begin_work(by=cast.system, about=child, level="child_in_need")
            allocate(by=cast.system, about=child, lead=cast.staff["sol"])


@pytest.fixture
def cap():
    """The pack in use, with two as the most."""
    pack = packs.pack_for(settings.PACK, TODAY)
    before = pack.figures
    lower = tuple(one.model_copy(update={"value": 2}) if one.key == "caseload-cap" else one for one in before)
    object.__setattr__(pack, "figures", lower)
    yield 2
    object.__setattr__(pack, "figures", before)


def test_s4_24_above_the_cap_a_child_is_allocated_only_with_a_reason_and_the_manager_is_told(cast, cap):
    leading(cast, cap)
    with acting_as(cast.grace):
        told = {"by": cast.grace, "about": cast.sam, "lead": cast.staff["sol"]}
        for because in ("", "n/a"):
            with pytest.raises(Refused, match="2 children already") as refusal:
                allocate(**told, over_cap_because=because)
            assert refusal.value.field == "over_cap_because"
        assert LeadWorker.objects.get(person=cast.sam, until_on=None).name == "Aisha Khan"
        why = "Sam’s brother is led by Sol already."
        assert allocate(**told, over_cap_because=why).over_cap_because == why


def test_s4_24_twin_work_that_nobody_has_room_for_is_recorded_and_waits(cast, cap):
    leading(cast, cap)
    with acting_as(cast.theo):
        child = begin_record(by=cast.theo, given="New", family="Child")
        assert begin_work(by=cast.theo, about=child, level="child_in_need").closed_on is None
    with acting_as(cast.grace):
        other = allocate(by=cast.grace, about=cast.maya, lead=cast.staff["grace"], over_cap_because="Not needed here.")
        assert other.over_cap_because == "", "there was room"
