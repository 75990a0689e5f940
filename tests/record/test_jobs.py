"""Jobs: done once the transaction that asked is kept, by a worker that may be killed at any moment."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.module_loading import autodiscover_modules
from procrastinate.contrib.django import app

from kith.access import SYSTEM, Actor, Audience, acting_as
from kith.directory.acts import take_duty
from kith.directory.models import Account, Agency, Notice
from kith.involvement.acts import raise_concern
from kith.involvement.jobs import pass_on_concerns
from kith.record.jobs import enqueue
from kith.record.models import Occasion, Seal
from tests.cast import NOW
from tests.databases import owner

# Sealing waits for every transaction of the server, other tests' included.
pytestmark = pytest.mark.alone

WORKER = [sys.executable, "-m", "tests.record.working", "--heartbeat", "0.4"]


def ask(task: str, **ids: int) -> int:
    with transaction.atomic(), acting_as(SYSTEM(NOW)):
        return enqueue(task, **ids)


def work_off(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A real worker that does what is waiting and stops."""
    return subprocess.run([*WORKER, "--once"], env=environment, capture_output=True, text=True, timeout=60, check=True)


@contextmanager
def working(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(WORKER, env=environment)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def until(true: Callable[[], object], seconds: float = 30) -> None:
    """Ask again and again until it is so."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"not so after {seconds} s"
        time.sleep(0.05)


def status(number: int) -> str | None:
    """The state of a job; None once it has been done and cleared away."""
    with connection.cursor() as cursor:
        cursor.execute("select status from procrastinate_jobs where id = %s", [number])
        row = cursor.fetchone()
    return row[0] if row else None


def test_a_job_is_done_as_the_system_by_the_workers_login_and_the_log_is_sealed(own_database, environment, seal_file):
    number = ask("count_rows_as_whom", number=1)

    work_off(environment)

    assert status(number) is None
    assert Agency.objects.get().name == "kith_system kith_worker"
    assert Occasion.objects.get(name="add_agency").key == f"job-{number}"
    ask("seal")  # the one that comes round by itself may have looked before the job above was kept
    work_off(environment)
    assert Seal.objects.exists()
    assert seal_file.exists()


def test_whatever_comes_round_by_itself_the_workers_own_login_may_do(own_database, environment, seal_file):
    """It may act as the system and as nobody else: what asks for more is done in every test and nowhere else.

    Rescuing is about the queue alone, and acts as nobody.
    """
    autodiscover_modules("jobs")  # where the worker looks for them
    rounds = sorted({name for name, _ in app.periodic_registry.periodic_tasks} - {"rescue_stalled"})
    assert {"keep_standings", "count_promises", "seal"} <= set(rounds)
    asked = {name: ask(name) for name in rounds}

    work_off(environment)

    assert {name: status(number) for name, number in asked.items()} == dict.fromkeys(rounds)


def test_a_job_asked_for_in_a_transaction_that_is_undone_never_runs(own_database, environment):
    with transaction.atomic(), acting_as(SYSTEM(NOW)):
        enqueue("add_numbered_agency", number=1)
        transaction.set_rollback(True)

    work_off(environment)

    assert not Agency.objects.exists()


def test_a_killed_workers_job_is_done_once_by_the_next_one(own_database, environment):
    with owner(own_database) as gate:
        gate.execute("select pg_advisory_lock(7)")
        number = ask("add_numbered_agency", number=7)
        with working(environment) as doomed:
            until(lambda: waits_for_the_gate(gate))
            os.kill(doomed.pid, signal.SIGKILL)
    assert status(number) == "doing"
    until(lambda: nobody_waits(own_database))
    assert not Agency.objects.exists()
    until(lambda: silent_for(1.2))

    work_off(environment)

    assert status(number) is None
    assert [agency.name for agency in Agency.objects.all()] == ["Agency 7"]


def waits_for_the_gate(gate) -> bool:
    query = "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'"
    return gate.execute(query).fetchone()[0] == 1


def nobody_waits(database: str) -> bool:
    with owner(database) as looking:
        query = "select count(*) from pg_stat_activity where datname = %s and usename = 'kith_worker'"
        return looking.execute(query, [database]).fetchone()[0] == 0


def silent_for(seconds: float) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select max(last_heartbeat) < now() - make_interval(secs => %s) from procrastinate_workers", [seconds]
        )
        return bool(cursor.fetchone()[0])


def test_a_job_run_again_after_it_was_kept_writes_nothing_twice(own_database, environment):
    number = ask("add_numbered_agency", number=1)
    work_off(environment)
    # Its worker died between keeping the work and saying so.
    left_behind(own_database, id=number, task_name="add_numbered_agency", args='{"number": 1}')

    work_off(environment)

    assert status(number) is None
    assert Agency.objects.count() == 1


def left_behind(database: str, **job: object) -> int:
    """A job whose worker is gone."""
    columns = {"queue_name": "default", "status": "doing", **job}
    with owner(database) as someone:
        query = f"insert into procrastinate_jobs ({', '.join(columns)}) values ({', '.join(['%s'] * len(columns))})"
        return someone.execute(f"{query} returning id", list(columns.values())).fetchone()[0]


def test_a_stalled_turn_of_a_job_whose_next_turn_is_waiting_is_dropped_and_holds_nothing_up(own_database, environment):
    turn = {"task_name": "seal", "queueing_lock": "seal", "args": '{"timestamp": 1}'}
    stalled, waiting = left_behind(own_database, **turn), left_behind(own_database, **turn, status="todo")

    work_off(environment)

    assert (status(stalled), status(waiting)) == (None, None)
    assert Seal.objects.exists()


def test_a_job_that_takes_every_worker_with_it_is_given_up(own_database, environment):
    number = left_behind(own_database, task_name="add_numbered_agency", args='{"number": 1}', attempts=5)

    work_off(environment)

    assert status(number) == "failed"
    assert not Agency.objects.exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_worker_told_to_stop_finishes_the_job_in_hand(own_database, environment, number):
    with owner(own_database) as gate, working(environment) as worker:
        gate.execute("select pg_advisory_lock(7)")
        ask("add_numbered_agency", number=7)
        until(lambda: waits_for_the_gate(gate))
        worker.send_signal(number)
        gate.execute("select pg_advisory_unlock(7)")

        assert worker.wait(20) == 0
    assert Agency.objects.count() == 1


def test_a_job_that_is_refused_leaves_nothing_and_is_tried_again_later(own_database, environment):
    number = ask("be_refused", number=1)

    work_off(environment)

    assert status(number) == "todo"
    assert not Agency.objects.exists()


@pytest.mark.parametrize("audience", [a for a in Audience if a != Audience.SYSTEM])
def test_every_audience_may_ask_for_a_job_and_may_not_look_at_the_queue(db, audience):
    with acting_as(Actor(None, audience, NOW)):
        assert enqueue("seal") > 0
        with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as cursor:
            cursor.execute("select * from procrastinate_jobs")


@pytest.mark.parametrize(
    ("task", "given"),
    [("builtin:procrastinate.builtin_tasks.remove_old_jobs", {"max_hours": 0}), ("seal", {"text": "Maya"})],
)
def test_a_job_is_one_of_ours_and_is_given_ids_and_nothing_else(db, task, given):
    with pytest.raises(DatabaseError, match="job"), acting_as(SYSTEM(NOW)):
        enqueue(task, **given)


def test_concerns_nobody_took_in_a_quarter_of_an_hour_are_passed_to_the_next_on_duty(cast):
    with acting_as(cast.system) as system:
        take_duty(
            by=system,
            account=Account.objects.get(pk=cast.grace.account_id),
            name="Grace Adeyemi",
            phone="01632 960198",
            starts_at=NOW - timedelta(hours=1),
            ends_at=NOW + timedelta(hours=8),
            place=2,
        )
    with acting_as(cast.sol) as sol:
        raise_concern(by=sol, key="c1", what="A child alone in a car.")
    for minutes, told in ((14, 0), (16, 1)):
        by = SYSTEM(NOW + timedelta(minutes=minutes))
        with acting_as(by):
            pass_on_concerns(by=by, key="job-1")
            assert Notice.objects.filter(account_id=cast.grace.account_id, kind="worried_now").count() == told
