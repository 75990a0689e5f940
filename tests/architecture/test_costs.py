"""Every page, opened by everyone who may: it asks the database no more than its ceiling, and no more for longer lists.

Generated from the URL conf: a new page is held to the ceiling of its kind until it states its own.
"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.involvement import queries as involvement
from kith.visits import queries as visits
from tests.architecture.addresses import every_address, kind_of
from tests.architecture.costs import BY_NAME, ceiling
from tests.architecture.growing import ONLY_SO_MANY, grow, rows_about
from tests.architecture.objects import account_of
from tests.handing import come
from tests.pages.staff.counting import of_the_page, told

PAGES = [page for page in every_address() if kind_of(page.name) not in ("door", "posted", "coming-back", None)]
ONLY_POSTED = {"confirm-situation", "open-notice", "receive-words", "reveal-address", "take-concern"}
ONLY_POSTED |= {
    "do-supervision-action",
    "open-board",
    "do-meeting-step",
    "end-about-me",
    "part-event",
    "still-right",
    "take-in",
    "unlink-place",
}
ONLY_POSTED |= {"begin-early-help"}  # opens to none of these: whose it is stands in tests/pages/staff/test_early.py
READERS = ["", "aisha", "grace", "theo", "sol", "priya", "kelly", "maya"]  # one of each kind: who sees how much differs


def asked(cast, browse, arguments, readers=READERS, pages=PAGES):
    """What each page asks of the database of each reader it opens to, by (page, reader)."""
    found = {}
    for reader in readers:
        client = come(cast, browse, reader)
        for page in pages:
            path = reverse(
                page.name, kwargs=arguments.get(page.name, arguments[""] if "<str:ref>" in page.path else {})
            )
            connection.queries_log.clear()  # it holds so many and no more
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(path, {"q": "okafor"})
            if answer.status_code == 200:
                found[page.name, reader] = of_the_page(queries)
    return found


def dear(found):
    return [
        f"{name} may ask {ceiling(name)}, and asks {reader} {told(own)}"
        for (name, reader), own in found.items()
        if len(own) > ceiling(name)
    ]


def grown(few, many):
    return [
        f"{name} asked {reader} {len(few[name, reader])} before there was more to show, now {told(own)}"
        for (name, reader), own in many.items()
        if len(own) > len(few[name, reader])
    ]


def test_no_page_asks_more_than_its_ceiling_nor_more_when_there_is_more_to_show(cast, browse, furnished):
    arguments = {**furnished, "break-glass": {"ref": restricted(cast, cast.people["gary"]).ref}}
    about_maya = rows_about(cast.maya)
    few = asked(cast, browse, arguments)
    grow(cast)
    many = asked(cast, browse, arguments)
    short = {name for name, rows in rows_about(cast.maya).items() if rows < 2 * about_maya[name]} - ONLY_SO_MANY
    assert not short, f"Make more of these in tests/architecture/growing.py: {short}"
    wrong = dear(many) + grown(few, many)
    assert not wrong, "\n".join(line.partition(":")[0] for line in wrong)
    assert many.keys() == few.keys()
    assert {name for name, _ in few} == {page.name for page in PAGES} - ONLY_POSTED


def restricted(cast, person):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=person,
            level="restricted",
            because="A colleague's own family.",
            guardian=account_of(cast, "rowan"),
            review_on=date(2027, 1, 1),
        )
    return person


def test_no_ceiling_is_stated_for_a_page_that_is_not_there():
    assert not BY_NAME.keys() - {page.name for page in PAGES}


@pytest.mark.parametrize(
    ("page", "room", "query"), [("my-families", involvement, "led_by"), ("today", visits, "promises_by")]
)
def test_a_page_that_asks_again_for_each_row_is_noticed(cast, browse, furnished, monkeypatch, page, room, query):
    """A query that forgets the child it is about, as the next change to it may."""
    careful = getattr(room, query)
    monkeypatch.setattr(room, query, lambda actor: careful(actor).select_related(None))
    opened = [address for address in PAGES if address.name == page]
    few = asked(cast, browse, furnished, ["aisha"], opened)
    grow(cast)
    assert grown(few, asked(cast, browse, furnished, ["aisha"], opened))
