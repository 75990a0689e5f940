"""A record that is not there for a reader, and one that was never begun, cannot be told apart (S-06).

By status, words, headers, where it leads, and what is asked of the database; nor by what other pages count and list.
How long each takes is printed as a ratio and never asserted: a busy machine would decide it.
"""

import re
import time
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import acting_as
from kith.involvement.acts import begin_work
from kith.people.rules.references import with_check
from tests.architecture.addresses import kind_of
from tests.architecture.planted import plant_sister
from tests.architecture.test_strangers import ADDRESSES, close, expected, where
from tests.cast import TODAY

NEVER_BEGUN = with_check("FRGXVWZ")
OF_A_CHILD = [a for a in ADDRESSES if "<str:ref>" in a.path and a.name != "tell-as-agency"]
OUTSIDE = ["", "sol", "theo", "priya", "kelly", "gary"]
SAID_TO_BE_THERE = {"break-glass"}  # of a restricted record a member of staff may know that it exists, and no more


def told(client, path, ref, *, post=False):
    """All that an answer gives away, with the reference it was asked by and its own keys taken out."""
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(path, {"because": "b", "text": "a"}) if post else client.get(path)
    body = blank(answer.content.decode(errors="replace"))
    headers = {name: blank(value) for name, value in answer.headers.items()}
    queries = [re.sub(r"'[^']*'|\b\d+\b|s\d+_x\d+", "?", query["sql"]) for query in asked]
    return tuple(str(part).replace(ref, "REF") for part in (answer.status_code, body, headers, queries))


def blank(text):
    """Without the keys drawn for each answer, and without how often its reader has looked."""
    text = re.sub(r'(name="(?:csrfmiddlewaretoken|key|whose)" value=|csrftoken=)[^;>]*', r"\1", text)
    return re.sub(r"\d+ pages, last", "pages, last", text)


@pytest.mark.parametrize("level", ["restricted", "sealed"])
@pytest.mark.parametrize("reader", OUTSIDE, ids=[r or "nobody" for r in OUTSIDE])
def test_forbidden_and_never_begun_are_answered_alike(cast, browse, furnished, reader, level):
    close(cast, level)
    client, ref = browse(reader), cast.maya.ref
    wrong, compared = [], 0
    for address in OF_A_CHILD:
        theirs = expected(kind_of(address.name), address.name, reader, level) == 200  # a parent's own page, say
        if theirs or (level == "restricted" and address.name in SAID_TO_BE_THERE):
            continue
        path = where(address, furnished)
        for post in (False, True):
            there = told(client, path, ref, post=post)
            not_there = told(client, path.replace(ref, NEVER_BEGUN), NEVER_BEGUN, post=post)
            names = zip(("status", "words", "headers", "queries"), there, not_there, strict=True)
            wrong += [f"{address.name}: {what}" for what, one, other in names if one != other]
            compared += 1
    assert wrong == []
    assert compared > 100


def test_how_long_it_takes_is_told(cast, browse, capsys):
    close(cast, "sealed")
    sol = browse("sol")
    took = {cast.maya.ref: [], NEVER_BEGUN: []}
    for _ in range(40):
        for ref, times in took.items():
            began = time.perf_counter()
            assert sol.get(f"/children/{ref}/").status_code == 404
            times.append(time.perf_counter() - began)
    ratio = median(took[cast.maya.ref]) / median(took[NEVER_BEGUN])
    with capsys.disabled():
        print(f"\nA sealed record is refused in {ratio:.2f} of the time of one never begun.")


@pytest.mark.parametrize("reader", ["aisha", "grace", "theo", "sol", "kelly", "priya"])
def test_a_sealed_sister_changes_no_page(cast, browse, furnished, reader):
    """Nothing lists, counts, adds up or completes her: each page is word for word as it was before she had a record."""
    client = browse(reader)
    read = [a for a in ADDRESSES if kind_of(a.name) not in ("door", "posted", "own") and a.name != "who-looked"]
    pages = [(a.name, where(a, furnished)) for a in read]  # all but the list of who looked: we are looking
    pages += [
        ("search", f"/search/?q={words}") for words in ("Wrenna", "Okafor", "Peregrine Lusk", "NCL90517", "2/2/2014")
    ]
    before = {path: blank(client.get(path).content.decode(errors="replace")) for _, path in pages}
    with acting_as(cast.system) as system:
        plant_sister(cast, system)
        begin_work(by=system, about=cast.people["wren"], on=TODAY, level="looked_after", source="6")
    again = {path: blank(client.get(path).content.decode(errors="replace")) for _, path in pages}
    assert [name for name, path in pages if before[path] != again[path]] == []
