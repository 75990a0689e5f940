"""A record furnished with one of everything, told once and committed: each test begins in it and rolls back.

`furnished`, `planted` and `marked` are the arguments of each address. `cast`, in a test that asks for one of them, is
the cast of that state.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.architecture.markup import text_columns, write_markup_everywhere
from tests.architecture.objects import furnish
from tests.architecture.planted import plant
from tests.cast import Cast, committed_once
from tests.committed import environment, own_database, seal_file

__all__ = ["environment", "own_database", "seal_file"]

Told = tuple[str, Cast, dict[str, dict[str, Any]]]


@pytest.fixture
def furnished(cast: Cast, furnished_told: Told) -> dict[str, dict[str, Any]]:
    """One of everything about Maya."""
    return deepcopy(furnished_told[2])


@pytest.fixture
def planted(cast: Cast, planted_told: Told) -> dict[str, dict[str, Any]]:
    """The same, with strings planted all over it."""
    return deepcopy(planted_told[2])


@pytest.fixture
def marked(cast: Cast, marked_told: Told) -> dict[str, dict[str, Any]]:
    """The same again, and every word of it begins with markup."""
    return deepcopy(marked_told[2])


@pytest.fixture(scope="session")
def furnished_told(cast_told: tuple[str, Cast], django_db_blocker: Any) -> Iterator[Told]:
    start, cast = cast_told[0], deepcopy(cast_told[1])
    yield from _once(django_db_blocker, start, "furnished", cast, lambda: furnish(cast))


@pytest.fixture(scope="session")
def planted_told(furnished_told: Told, django_db_blocker: Any) -> Iterator[Told]:
    start, cast, arguments = deepcopy(furnished_told)

    def more() -> dict[str, dict[str, Any]]:
        plant(cast)
        return arguments

    yield from _once(django_db_blocker, start, "planted", cast, more)


@pytest.fixture(scope="session")
def marked_told(planted_told: Told, django_db_blocker: Any) -> Iterator[Told]:
    start, cast, arguments = deepcopy(planted_told)

    def more() -> dict[str, dict[str, Any]]:
        written = write_markup_everywhere()
        assert len(text_columns()) > 100
        assert sum(1 for rows in written.values() if rows) > 90, "columns with something in them to show"
        return arguments

    yield from _once(django_db_blocker, start, "marked", cast, more)


def _once(blocker: Any, start: str, state: str, cast: Cast, tell: Any) -> Iterator[Told]:
    with committed_once(blocker, start, f"kith_test_{state}_{_own(start)}", tell) as (name, arguments):
        yield name, cast, arguments


def _own(start: str) -> str:
    """The end of the name, which says whose it is: `gw0_1234`."""
    return "_".join(start.split("_")[-2:])
