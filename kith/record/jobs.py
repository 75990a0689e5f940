"""Jobs: what is done a little later, or every minute, by a worker process of its own.

A job is a row in the same database, written in the transaction that asks for it: undone with it, never lost. It runs as
the system, in one transaction. It may run twice when its worker dies at the wrong moment, so it hands the `key` it is
given to the acts it calls, which then answer the second time with what the first one made.
"""

import json
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from procrastinate import App, JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from kith.access import SYSTEM, acting_as
from kith.record import attempts
from kith.record.seals import close_batches

EVERY_MINUTE = "* * * * *"
MOST_TRIES = 6
AGAIN = RetryStrategy(max_attempts=MOST_TRIES - 1, exponential_wait=3)  # after 3, 9, 27, 81 and 243 seconds
log = logging.getLogger("kith.jobs")


def enqueue(task: str, **ids: int) -> int:
    """Ask for a job by its name, as whoever is acting: done soon after this transaction is kept, never if it is not.

    Ids and nothing else, because a job's arguments are not behind any policy. Gives the job's number.
    """
    with connection.cursor() as cursor:
        cursor.execute("select kith_enqueue(%s, %s)", [task, json.dumps(ids)])
        return cursor.fetchone()[0]


def job(name: str, *, every: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Turn a function of `by` (the system), `key` and ids into a job of this name (lower-case letters and _).

    `every` is when it runs by itself ("* * * * *": each minute); such a job is tried again at its next turn, any other
    with growing pauses. Rooms keep theirs in `jobs.py`, where the worker looks for them.
    """

    def decorate(do: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(do)
        def perform(context: JobContext, timestamp: int | None = None, **ids: int) -> None:
            by = SYSTEM(timezone.now())
            with attempts.collected(by=by), transaction.atomic(), acting_as(by):
                do(by=by, key=f"job-{context.job.id}", **ids)

        if every:
            task = app.task(name=name, pass_context=True, queueing_lock=name)(perform)
            app.periodic(cron=every)(task)
        else:
            app.task(name=name, pass_context=True, retry=AGAIN)(perform)
        return do

    return decorate


@job("seal", every=EVERY_MINUTE)
def seal(*, by: Any, key: str) -> None:
    close_batches(by=by)


@app.periodic(cron=EVERY_MINUTE)
@app.task(name="rescue_stalled", pass_context=True, queueing_lock="rescue_stalled")
async def rescue_stalled(context: JobContext, timestamp: int) -> None:
    """Touches the queue alone, so it runs as the worker's own login."""
    await rescue(context.app, silent_for=context.additional_context["silent_for"])


async def rescue(queue: App, *, silent_for: float) -> int:
    """Put the jobs of workers that have given no sign of life for so many seconds back in the queue; how many.

    A job that has taken six workers with it is given up, and said so: it would take the seventh too.
    """
    manager = queue.job_manager
    rescued = 0
    for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=silent_for):
        if stalled.attempts + 1 >= MOST_TRIES:
            log.error("Job %s (%s) was given up: its worker died each time.", stalled.id, stalled.task_name)
            await manager.finish_job(stalled, Status.FAILED, delete_job=False)
            continue
        try:
            await manager.retry_job(stalled)
            rescued += 1
        except UniqueViolation:  # its next turn is waiting already
            await manager.finish_job(stalled, Status.FAILED, delete_job=True)
    return rescued
