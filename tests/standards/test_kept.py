"""The board of everyone, from what was judged last and from those of whom it may have changed since (ADR 8): it is
never another board than the one counted child by child, whoever reads it.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from kith.access import SYSTEM, Audience, acting_as, policies
from kith.directory.acts import restrict
from kith.directory.models import Account
from kith.directory.training import declare_training
from kith.involvement.acts import begin_work, raise_concern, tell_back
from kith.people.acts import begin_record
from kith.record.models import Act
from kith.standards import jobs, kept, queries
from kith.standards.gathering import _sql, gather, moment_of
from kith.standards.models import Keeping, KeptStanding
from kith.standards.register import STANDARDS
from kith.standards.tally import Tally
from kith.visits.acts import Seen
from tests.cast import NOW, TODAY
from tests.involvement.reaching import child_of, decide, found, told, whole
from tests.people.doing import not_safe
from tests.standards.records import visit

# Read otherwise than any row about a person, and alike for whoever sees the child at all.
ALIKE = {
    "people_person": "the child",
    "feedback_complaint": "goes with the child of a complaint, whom the reader finds for themselves",
    "feedback_complaintstage": "goes with the child of a complaint, whom the reader finds for themselves",
    "directory_trainingtaken": "read by every colleague",
    "record_occasion": "seen through a line of the child’s own",
    "involvement_protectionmeeting": "seen through a line of the child’s own",
    "people_riskflag": "kept from the very person alone: colleagues with a record of their own are judged apart",
    "people_notsafetotell": "kept from the very person alone: colleagues with a record of their own are judged apart",
    "people_adaptation": "goes with what was lived through",
    "involvement_placement": "goes with the residence",
    "involvement_touchpointstep": "goes with the touchpoint",
    "involvement_contact": "closed with the children told of in it: its lines",
    "involvement_contactreply": "closed with the children told of in it: its lines",
}


def keep(now=NOW) -> int:
    """As the worker does. What was committed before this transaction is settled, whoever else is at work beside it."""
    by = SYSTEM(now)
    with acting_as(by):
        judged = kept.keep(by)
        with connection.cursor() as cursor:
            cursor.execute("update standards_keeping set xid_from = pg_current_xact_id()::text::bigint")
    return judged


def one_by_one(today=TODAY):
    tally = Tally(STANDARDS, moment_of(today))
    for facts in gather(today):
        tally.add(facts)
    return tally.counts()


def mislay(child):
    """Make it tell from outside whether what is kept of a child was read."""
    with acting_as(SYSTEM(NOW)):
        KeptStanding.objects.filter(person=child).update(letters="0" * len(STANDARDS))


def close(cast, child, level):
    guardian = Account.objects.get(email="rowan@example.test")
    with acting_as(cast.rowan) as rowan:
        restrict(by=rowan, about=child, level=level, because="A threat.", guardian=guardian, review_on=date(2027, 1, 1))


@pytest.mark.parametrize("reader", ["aisha", "grace", "theo", "sol", "rowan"])
def test_whoever_reads_it_the_board_is_the_one_counted_child_by_child(cast, reader):
    with acting_as(cast.system):
        for n in range(3):
            child = begin_record(by=cast.system, given=f"Child {n}", family="Test")
            begin_work(by=cast.system, about=child, on=date(2026, 9, 1), level="child_protection")
    keep()
    with acting_as(cast.actors[reader]):
        assert queries.board(TODAY) == one_by_one()


def test_what_is_kept_of_a_child_is_what_is_counted_until_something_is_recorded_of_them(cast):
    assert keep() == 3
    with acting_as(cast.aisha):
        true = one_by_one()
        assert queries.board(TODAY) == true
        mislay(cast.sam)
        assert queries.board(TODAY) != true
        visit(cast, Seen(cast.sam, True, alone="alone"))
        assert queries.board(TODAY) == one_by_one()
    keep()
    with acting_as(cast.aisha):
        assert queries.board(TODAY) == one_by_one()


def test_only_those_something_was_recorded_of_are_judged_again(cast):
    keep()
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.sam, True, alone="alone"))
    anew = kept.kept_and_anew(TODAY)[1] or []
    assert cast.sam.pk in anew
    assert keep() == len(anew)


def test_what_is_recorded_of_a_mother_has_her_children_judged_again(cast):
    keep()
    with acting_as(cast.aisha) as aisha:
        not_safe(cast, aisha, person=cast.people["kelly"])
        assert {cast.maya.pk, cast.leo.pk, cast.sam.pk} <= set(kept.kept_and_anew(TODAY)[1] or [])
        assert queries.board(TODAY) == one_by_one()


def test_what_is_told_of_a_colleagues_training_is_counted_for_the_children_they_lead(cast):
    keep()
    with acting_as(cast.aisha) as aisha:
        before = one_by_one()
        declare_training(by=aisha, course="child-protection", taken_on=TODAY - timedelta(days=10))
        assert one_by_one() != before
        assert queries.board(TODAY) == one_by_one()


def of_another_transaction():
    """What was recorded so far, as if it had been committed long before anything was kept."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        for table in ("record_act", "record_occasion"):
            cursor.execute(f"alter table {table} disable trigger user")
            cursor.execute(f"update {table} set xid = 1")
            cursor.execute(f"alter table {table} enable trigger user")


@pytest.mark.parametrize("reader", ["theo", "aisha", "grace"])
def test_a_worry_raised_now_is_counted_at_once_by_whoever_may_read_it(cast, reader):
    keep()
    of_another_transaction()
    with acting_as(cast.aisha):
        raise_concern(by=cast.aisha, key="k" * 8, what="He is at the door.", person=cast.maya)
    for _ in range(2):
        with acting_as(cast.actors[reader]):
            assert queries.board(TODAY) == one_by_one()
        keep()


def test_whoever_told_us_hearing_back_is_counted_at_once(cast):
    contact = told(cast)
    found(cast, contact, 1, cast.maya)
    decide(cast, contact, whole(child_of(contact)), about=[cast.maya])
    keep()
    of_another_transaction()
    with acting_as(cast.theo) as theo:
        before = queries.board(TODAY)
        assert before == one_by_one()
        tell_back(by=theo, about=None, reply=contact.replies.get(), how="Rung at noon.")
        assert queries.board(TODAY) == one_by_one() != before
    with acting_as(cast.kelly):
        assert not Act.objects.filter(name="tell_back").exists(), "that somebody told us is told to nobody at home"


@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_a_record_closed_since_is_counted_by_nobody_it_is_closed_to(cast, level):
    keep()
    close(cast, cast.leo, level)
    for reader in (cast.sol, cast.grace, cast.aisha, cast.rowan):
        with acting_as(reader):
            assert queries.board(TODAY) == one_by_one()
    keep()
    assert not KeptStanding.objects.filter(person=cast.leo).exists(), "what few may read is never kept"
    for reader in (cast.sol, cast.grace, cast.aisha, cast.rowan):
        with acting_as(reader):
            assert queries.board(TODAY) == one_by_one()


def test_of_another_day_or_by_other_definitions_nothing_kept_is_read(cast):
    keep()
    tomorrow = TODAY + timedelta(days=1)
    with acting_as(cast.aisha):
        assert kept.kept_and_anew(tomorrow) == ("", None)
        assert queries.board(tomorrow) == one_by_one(tomorrow)
    Keeping.objects.update(definitions="others")
    assert kept.kept_and_anew(TODAY) == ("", None)


def test_a_record_brought_from_another_server_counts_everyone_anew(cast):
    keep()
    Keeping.objects.update(cluster=1)
    assert kept.kept_and_anew(TODAY) == ("", None)


def test_the_worker_keeps_them_every_ten_minutes(cast):
    by = SYSTEM(NOW)
    with acting_as(by):
        jobs.keep_standings(by=by, key="job-1")
    assert KeptStanding.objects.count() == 3


def test_of_a_record_closed_to_somebody_it_is_not_even_said_that_something_was_recorded(cast):
    keep()
    close(cast, cast.leo, "sealed")
    told = "select person_id from kith_touched_since((select cluster from standards_keeping), 1)"
    for reader, knows in ((cast.sol, False), (cast.system, True)):
        with acting_as(reader), connection.cursor() as cursor:
            cursor.execute(told)
            assert (cast.leo.pk in {row[0] for row in cursor.fetchall()}) is knows


@pytest.mark.parametrize("reader", ["aisha", "grace"])
def test_nobody_but_the_system_writes_what_is_kept(cast, reader):
    keep()
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        acting_as(cast.actors[reader]),
    ):
        KeptStanding.objects.update(letters="")


@pytest.mark.parametrize("reader", ["priya", "tomek"])
def test_nobody_but_staff_reads_what_is_kept(cast, reader):
    keep()
    for rows in (KeptStanding.objects, Keeping.objects):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            acting_as(cast.actors[reader]),
        ):
            list(rows.all())


def test_what_some_colleagues_may_not_read_is_named_where_it_is_decided_who_is_judged_apart():
    """A new table with a policy of its own must be thought about: is it read alike by all who see the child?"""
    plain = {policies.person(standing=standing).rules[Audience.STAFF].seen for standing in (True, False)}
    words = set(re.findall(r"\w+", _sql(everyone=True)))
    read = {each._meta.db_table: each for each in apps.get_models() if each._meta.db_table in words}
    apart = (Path(kept.__file__).parent / "kept.sql").read_text(encoding="utf-8")
    for table, model in read.items():
        if hasattr(model, "policy") and table not in ALIKE and not hasattr(model, "pgh_tracked_model"):
            seen = model.policy.rules[Audience.STAFF].seen
            assert seen in plain or re.search(rf"\b{table}\b", apart), (
                f"{table} is read otherwise: say so in kept.sql or in ALIKE"
            )
