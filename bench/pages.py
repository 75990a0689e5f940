"""The main pages as a browser gets them: `kith serve` with the demo's people in it, one request after another.

Beside each: the page that only asks whether the database answers, in the same minute. Queries are counted apart, those
of every request (session, sign-in, role) left out. And what a browser fetches before its first page is drawn.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from statistics import median, quantiles
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.lines import RUNS, Line, Measured, fixed, processor_of
from bench.population import speaking_to
from kith.directory.models import Account
from kith.people.models import Person
from kith.running import home, say
from tests.chaos.browser import Browser
from tests.chaos.site import GUNICORN_WORKER, SESSION, Site, in_demo
from tests.databases import owner, template_ready
from tests.pages.staff.counting import of_the_page

TIMES = 20  # requests in one run
FIRST_VIEW = 60.0  # KB of styles and scripts, gzipped (design section 6)
AISHA, GRACE = "Aisha Khan", "Grace Adeyemi"
PAGES = (
    ("Today", AISHA, "/today/"),
    ("My families", AISHA, "/my-families/"),
    ("Search", AISHA, "/search/?q=okafor"),
    ("The child's page", AISHA, "/children/{ref}/"),
    ("Voice", AISHA, "/children/{ref}/voice/"),
    ("Story", AISHA, "/children/{ref}/story/"),
    ("Family", AISHA, "/children/{ref}/family/"),
    ("Contacts", AISHA, "/children/{ref}/contacts/"),
    ("Record a visit", AISHA, "/children/{ref}/visits/record/"),
    ("The team", GRACE, "/team/"),
)


def run(size: int) -> Iterator[Line]:
    with _demo() as database:
        asked = _queries(database)
        site = Site(database, home() / "serve.log")
        try:
            site.start()
            yield _first_view(site.port)
            yield from _timed(site, asked, _ref(database))
        finally:
            site.stop()


@contextmanager
def _demo() -> Iterator[str]:
    """The demo's family and its 400 children, made once for each state of the tables."""
    with template_ready() as template, owner() as server:
        name = f"kith_bench_demo_{template.rpartition('_')[2]}"
        if not server.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            for (old,) in server.execute(
                "select datname from pg_database where datname ~ '^kith_bench_demo_'"
            ).fetchall():
                server.execute(f'drop database "{old}" with (force)')
            say("Making the demo's people ...")
            server.execute(f'create database "{name}_new" template "{template}"')
            command = [sys.executable, "-m", "kith.cli", "demo", "--load-only"]
            subprocess.run(command, env=in_demo(f"{name}_new"), check=True, capture_output=True)
            server.execute(f'alter database "{name}_new" rename to "{name}"')
        yield name


def _ref(database: str) -> str:
    with speaking_to(database):
        return Person.objects.get(called="Maya Okafor-Nowak").ref


def _queries(database: str) -> dict[str, tuple[int, int]]:
    """How many queries each page costs: (all of them, those of the page itself)."""
    counted, ref = {}, _ref(database)
    with speaking_to(database):
        for name, who, path in PAGES:
            client = Client(SERVER_NAME="localhost")
            client.force_login(Account.objects.get(name=who))
            client.get(path.format(ref=ref))
            with CaptureQueriesContext(connection) as asked:
                client.get(path.format(ref=ref))
            counted[name] = (len(asked), len(of_the_page(asked)))
    return counted


def _timed(site: Site, asked: dict[str, tuple[int, int]], ref: str) -> Iterator[Line]:
    browsers = {who: Browser(site.port) for _, who, _ in PAGES}
    for who, browser in browsers.items():
        browser.sign_in(who)
    for name, who, path in PAGES:
        runs, floor, used = [], [], 0.0
        for _ in range(RUNS):
            floor.append(_milliseconds(browsers[who], "/health/"))
            used -= _processor(site)
            runs.append(_milliseconds(browsers[who], path.format(ref=ref)))
            used += _processor(site)
        every, own = asked[name]
        p95 = quantiles([each for run in runs for each in run], n=20)[-1]
        yield Line(
            f"page: {name}",
            f"{RUNS * TIMES} requests",
            Measured("p50", tuple(map(median, runs))),
            Measured("is it up?", tuple(map(median, floor))),
            f"p95 {p95:.0f} ms; processor {used / RUNS / TIMES * 1000:.0f} ms; "
            f"{own} queries, {every} with sign-in and role",
        )


def _processor(site: Site) -> float:
    """Of the web server and its database sessions together."""
    return processor_of([*site.running(GUNICORN_WORKER), *site.running(SESSION)])


def _milliseconds(browser: Browser, path: str) -> list[float]:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        answer = browser.get(path)
        taken.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}.")
    return taken


def _first_view(port: int) -> Line:
    """Every style and script the first page names, as it goes over the wire."""
    page = Browser(port).get("/demo/").body.decode()
    named = re.findall(r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<script[^>]+src="([^"]+)"', page)
    files = sorted({path for pair in named for path in pair if path})
    sizes = [_fetched(port, path) for path in files]
    weight = fixed("gzipped", sum(sizes) / 1024, "KB")
    return Line("first view: styles and scripts", f"{len(files)} files", weight, fixed("the bar", FIRST_VIEW, "KB"))


def _fetched(port: int, path: str) -> int:
    line: Any = HTTPConnection("127.0.0.1", port, timeout=30)
    line.request("GET", path, headers={"Host": f"localhost:{port}", "Accept-Encoding": "gzip"})
    answer = line.getresponse()
    if answer.status != 200 or answer.headers.get("Content-Encoding") != "gzip":
        raise RuntimeError(f"{path} was not served gzipped.")
    return len(answer.read())
