"""A real database for every test: one template, made once; a copy for each process; a transaction for each test."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

gc.disable()  # until all tests are collected: nothing of them is rubbish, and it was gone through again and again

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("KITH_HOME", str(ROOT / ".build" / "test-home"))
os.environ["KITH_MODE"] = "test"
os.environ["KITH_NOW"] = "2026-11-17T10:00:00+00:00"  # the cast's day
os.environ["KITH_LOGIN"] = "owner"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.settings")

import django  # noqa: E402

django.setup()

from django.contrib.auth.hashers import Argon2PasswordHasher  # noqa: E402

# The hash a real instance keeps, without the work that makes guessing slow. Servers that tests start do all of it.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1

from tests.databases import copied, left_as_it_is, template_ready  # noqa: E402

pytest_plugins = ["tests.browser", "tests.cast"]


def pytest_collection_finish() -> None:
    """What is there now stays to the end, and is not gone through again."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object, worker_id: str) -> Iterator[None]:
    """This process's own copy of the template. `worker_id` is xdist's; "master" without it."""
    from django.db import connections

    with template_ready() as template, copied(template, f"kith_test_{worker_id}_{os.getpid()}") as name:
        connections["default"].settings_dict["NAME"] = name
        with left_as_it_is(name):
            yield
        connections.close_all()


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    return getattr(request.config, "workerinput", {}).get("workerid", "master")
