"""Every address is a door, run by the serving login before anyone is known, or runs as its reader's own audience."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kith.access import Audience
from kith.web.doors import DOORS, OF_A_WORKER, is_door
from tests.architecture.asked import ran_as
from tests.architecture.test_strangers import ADDRESSES, where

HANDS_OVER = "hand-over-now"  # opens the record as the worker, and only then changes hands: test_together.py
CHANGE_HANDS = {HANDS_OVER, "corner-away", "corner-back", "my-pin"}
ROLES = {"": "kith_public", "aisha": "kith_staff", "priya": "kith_partner", "kelly": "kith_family"}


@pytest.fixture
def noted(settings) -> list[tuple[str, str]]:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.architecture.asked.asked"]
    ran_as.clear()
    return ran_as


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


ALL = set(names(get_resolver().url_patterns))


@pytest.mark.parametrize("reader", ROLES)
def test_each_address_is_a_door_or_runs_as_the_audience_of_whoever_asks(cast, browse, furnished, noted, reader):
    client = browse(reader)
    wrong = []
    for address in ADDRESSES:
        path = where(address, furnished)
        for send in (client.get, client.post):
            noted.clear()
            send(path)
            owed = "" if is_door(address.name) else ROLES[reader]
            wrong += [f"{address.name} ran as {role or 'nobody'}, not {owed}" for _, role in noted if role != owed]
            wrong += [] if noted else [f"{address.name} was never reached"]
    assert wrong == []


def test_the_pages_of_sign_in_are_doors_or_run_as_an_audience_too(db, client, noted):
    for name in sorted(ALL - {a.name for a in ADDRESSES}):
        pattern = get_resolver().reverse_dict.getlist(name)[0][0][0]
        path = "/" + pattern[0] % dict.fromkeys(pattern[1], "1")
        noted.clear()
        client.get(path)
        assert {role for _, role in noted} == {"" if is_door(name) else Audience.PUBLIC.role}, name


def test_there_is_no_door_where_there_is_no_wall():
    assert sorted(DOORS - ALL) == []
    assert [a.name for a in ADDRESSES if "<str:ref>" in a.path and is_door(a.name)] == [HANDS_OVER]
    assert {a.name for a in ADDRESSES if is_door(a.name)} == {"comfort", "demo-sign-in", "health", *CHANGE_HANDS}


@pytest.mark.parametrize("name", sorted(OF_A_WORKER))
def test_a_worker_who_still_owes_a_second_step_goes_through_no_door_of_a_workers(cast, browse, settings, name):
    """A password alone must not open a record by way of a child's hands."""
    settings.MODE = "live"
    path = reverse(name, kwargs={"ref": cast.maya.ref} if name == HANDS_OVER else {})
    answer = browse("aisha").post(path, {"device": "tablet", "pin": "2580"})
    assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))
