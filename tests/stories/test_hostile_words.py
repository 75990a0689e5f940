"""A record full of markup, read in a real browser: nothing in it runs, nothing is even tried (S-37, S-38)."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import transaction

from tests.architecture.markup import ALERT, write_markup_everywhere
from tests.cast import speaking_to

WATCH = f"""
  window.met = [];
  window.{ALERT} = () => window.met.push("it ran");
  document.addEventListener("securitypolicyviolation", (e) => window.met.push(e.violatedDirective + e.blockedURI));
"""
OF_A_CHILD = [
    "", "voice/", "voice/write/", "story/", "story/lanes/", "story/add/", "story/court/", "story/booklet/", "family/",
    "family/add/", "family/move/", "family/describe/", "contacts/", "visits/record/", "me/", "situation/?kind=worry",
    "print/overview/",
]  # fmt: skip


def mark(database):
    with speaking_to(database), transaction.atomic():
        write_markup_everywhere()


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_that_was_written_runs(sit_down, kith, django_db_blocker, width):
    page = sit_down("Aisha Khan", width=width)
    page.goto("/my-families/")
    links = page.locator("main a[href^='/children/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    children = list(dict.fromkeys(re.match(r"/children/[^/]+/", link)[0] for link in links))[:2]
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as aside:  # the browser's own loop keeps this thread
        aside.submit(mark, kith.database).result()
    said, shown = [], 0
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda told: said.append(told.text) if told.type == "error" else None)
    page.add_init_script(WATCH)
    for path in [
        "/today/",
        "/my-families/",
        "/search/?q=okafor",
        *(child + part for child in children for part in OF_A_CHILD),
    ]:
        answer = page.goto(path)
        assert answer.status == 200, path
        said += [f"{path}: {met}" for met in page.evaluate("window.met")]
        shown += page.locator("body").inner_text().count(f"<script>{ALERT}()</script>")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            said.append(f"{path} is wider than the screen")
    assert said == []
    assert len(children) == 2
    assert shown > 100, "it is there to be read, as words"
