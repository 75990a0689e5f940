"""Every address, every kind of reader, every restriction level: the entitled get the page, nobody else learns a thing.

Generated from the URL conf (S-01, S-02, S-06): a page not placed in a kind fails here.
"""

from datetime import date

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.directory.acts import restrict
from tests.architecture.addresses import KINDS, READERS, STAFF, every_address, kind_of
from tests.architecture.objects import ADDRESS, PLANTED, account_of, furnish

ADDRESSES = [a for a in every_address() if not a.path.startswith("/account/")]
TIED = {"aisha", "grace"}
LEVELS = ["normal", "restricted", "sealed"]


def test_every_page_says_who_it_is_for():
    unplaced = [a.name for a in ADDRESSES if kind_of(a.name) is None]
    assert not unplaced, f"Place these in tests/architecture/addresses.py: {unplaced}"


def test_no_kind_names_a_page_that_does_not_exist():
    there = {a.name for a in ADDRESSES}
    gone = [name for names in KINDS.values() for name in names if name not in there]
    assert not gone, f"These are placed but not there: {gone}"


def expected(kind, name, reader, level):
    """The status a GET owes this reader, 200 for the entitled."""
    if kind in ("door", "anyone", "posted"):
        return {"door": None, "anyone": 200, "posted": 405}[kind]
    if kind in ("family", "partner", "own-family", "own-partner"):
        return _of_their_own(kind, reader)
    if not reader:
        return 302
    if reader not in STAFF:
        return 404
    if kind.startswith("child") or kind == "restricted":
        return _about_a_child(kind, reader, level)
    return _of_the_staff(kind, reader)


def _of_their_own(kind, reader):
    audience = {"kelly": "family", "tomek": "family", "gary": "family", "priya": "partner"}.get(reader, "")
    if not reader:
        return 302
    if kind in ("own-family", "own-partner"):
        return 200 if (kind, reader) in (("own-family", "kelly"), ("own-partner", "priya")) else 404
    return 200 if audience == kind else 404


def _of_the_staff(kind, reader):
    if kind == "staff":
        return 200
    if kind == "manager":
        return 200 if reader == "grace" else 404
    if kind in ("duty", "duty-posted"):
        return 200 if reader == "theo" and kind == "duty" else 404
    return 200 if reader == "aisha" else 404  # own drafts and notices are hers alone


def _about_a_child(kind, reader, level):
    if kind == "restricted":
        return 200 if level == "restricted" else 404
    if level == "sealed" or (level == "restricted" and reader not in TIED):
        return 404
    if kind == "child-posted":
        return 404 if reader in TIED else 302
    if kind == "child-manager":
        return 200 if reader == "grace" else 404 if reader == "aisha" else None
    if kind == "child-minimum":
        return 200
    return 200 if reader in TIED else 302  # to the minimum view


def arrive(cast, browse, reader, address, arguments):
    path = reverse(
        address.name, kwargs=arguments.get(address.name, arguments[""] if "<str:ref>" in address.path else {})
    )
    return browse(reader).get(path)


def close(cast, level):
    if level == "normal":
        return
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.maya,
            level=level,
            because="A colleague's own family.",
            guardian=account_of(cast, "rowan"),
            review_on=date(2027, 1, 1),
        )


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("reader", READERS, ids=[r or "nobody" for r in READERS])
def test_each_reader_gets_the_pages_that_are_theirs_and_no_others(cast, browse, reader, level):
    arguments = furnish(cast)
    close(cast, level)
    wrong = []
    for address in ADDRESSES:
        kind = kind_of(address.name)
        owed = expected(kind, address.name, reader, level)
        if owed is None:
            continue
        page = arrive(cast, browse, reader, address, arguments)
        allowed = {owed} | ({303} if owed == 302 else set())
        if kind in ("own",) and owed == 200:
            allowed |= {302}
        if page.status_code not in allowed:
            wrong.append(f"{address.name}: {page.status_code}, not {owed}")
        wrong += _leaks(page, address, reader, level, owed)
    assert not wrong


def _leaks(page, address, reader, level, owed):
    """Planted strings and the kept address, looked for in every answer the reader was not entitled to."""
    text = page.content.decode(errors="replace") + str(page.headers)
    must_not = []
    if reader not in TIED or level == "sealed":
        must_not += PLANTED
    if reader in ("gary", "tomek", "priya", "", "sol"):
        must_not += ADDRESS
    if level != "normal" and reader not in TIED | {"kelly", "tomek"}:
        must_not += ["Maya"]
    return [f"{address.name} tells {reader or 'nobody'} “{s}”" for s in must_not if s in text]
