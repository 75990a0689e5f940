"""Run waiting and scheduled jobs, until told to stop (Ctrl-C or SIGTERM: the job in hand is finished first).

Any number of workers may run, here or on other machines. One that dies leaves its job to the others: after three
heartbeats without a sign of life the job is done again.
"""

import argparse
import asyncio
import signal
from typing import TYPE_CHECKING

from kith.running import database_ready, django_as, end_with_parent, say, say_nothing

if TYPE_CHECKING:
    from procrastinate import App

AT_ONCE = 4  # jobs side by side, so that a long one does not hold up an alert
PAUSE = 2.0  # seconds before trying again when the database went away


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is waiting, then stop")
    parser.add_argument("--quiet", action="store_true", help="say nothing unless something is wrong")
    parser.add_argument(
        "--heartbeat", type=float, default=10.0, metavar="SECONDS", help="how often to show a sign of life (default 10)"
    )


def run(options: argparse.Namespace) -> int:
    end_with_parent()
    with database_ready(say_nothing if options.quiet else say, watched=True):
        django_as("worker")
        from django.utils.module_loading import autodiscover_modules
        from procrastinate.contrib.django import app
        from procrastinate.contrib.django.django_connector import DjangoConnector

        from kith.pages.system.refusing import refuse_unsafe_login

        refuse_unsafe_login("worker")
        autodiscover_modules("jobs")
        with app.replace_connector(DjangoConnector().get_worker_connector()) as queue:
            asyncio.run(_work(queue, options))
    return 0


async def _work(queue: "App", options: argparse.Namespace) -> None:
    """One stretch of work after another: a stretch ends when the database goes away, and the next one waits for it."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    stopping = asyncio.create_task(stop.wait())
    while not stop.is_set():
        working = asyncio.create_task(_stretch(queue, options))
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        working.cancel()  # asks it to finish the jobs in hand; nothing when it has ended already
        await asyncio.gather(working, return_exceptions=True)
        if options.once:
            break
        if not stop.is_set():
            say("The worker lost the database. Trying again.")
            await asyncio.wait({stopping}, timeout=PAUSE)


async def _stretch(queue: "App", options: argparse.Namespace) -> None:
    from kith.record.jobs import rescue

    silent_for = 3 * options.heartbeat
    async with queue.open_async():
        await rescue(queue, silent_for=silent_for)
        await queue.run_worker_async(
            concurrency=AT_ONCE,
            wait=not options.once,
            install_signal_handlers=False,
            delete_jobs="successful",
            update_heartbeat_interval=options.heartbeat,
            stalled_worker_timeout=silent_for,
            additional_context={"silent_for": silent_for},
        )
