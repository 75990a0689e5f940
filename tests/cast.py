"""The people every test may call on. All fictional.

Aisha leads the work with Maya, Leo and Sam. Grace manages her team. Theo is on duty. Sol works in another team and must
be told nothing. Rowan guards seals. Kelly is the children's mother, Tomek the father of Maya and Leo; Gary must never
learn where they live. Priya is a health visitor tied to Sam.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.connections import hang_up, speaking_to
from tests.databases import copied, left_as_it_is, template_ready

NOW = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)
TODAY = NOW.date()


@dataclass
class Cast:
    """Actors by first name, and the people the record is about."""

    system: Any
    people: dict[str, Any] = field(default_factory=dict)
    actors: dict[str, Any] = field(default_factory=dict)
    staff: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        for held in ("actors", "people"):
            if name in self.__dict__.get(held, {}):
                return self.__dict__[held][name]
        raise AttributeError(name)

    def at(self, name: str, moment: datetime) -> Any:
        """The same actor at another moment."""
        return replace(self.actors[name], now=moment)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def cast_told(django_db_setup: None, django_db_blocker: Any, worker_id: str) -> Iterator[tuple[str, Cast]]:
    """A database in which the whole cast has been told once and committed: (its name, the cast)."""
    name = f"kith_test_cast_{worker_id}_{os.getpid()}"
    with template_ready() as start, committed_once(django_db_blocker, start, name, _told) as told:
        yield told


@contextmanager
def committed_once(blocker: Any, start: str, name: str, tell: Callable[[], Any]) -> Iterator[tuple[str, Any]]:
    """A copy of a database in which something more was told and committed, for tests that each roll back what they do:
    (its name, what the telling gave).
    """
    from django.db import transaction

    hang_up(start)
    with copied(start, name):
        with blocker.unblock(), speaking_to(name), transaction.atomic():
            made = tell()
        with left_as_it_is(name):
            yield name, made
        hang_up(name)


STATES = ("furnished", "planted", "marked")  # see tests/architecture/conftest.py


@pytest.fixture
def cast_database(request: pytest.FixtureRequest, django_db_blocker: Any) -> Iterator[Cast | None]:
    """Django's connection leads to the told database, unless the test has begun in another."""
    from django.db import connection

    state = next((state for state in STATES if state in request.fixturenames), "cast")
    if connection.in_atomic_block:
        assert state == "cast", f"Ask for `{state}` before anything that begins a transaction."
        yield None
        return
    name, made, *_ = request.getfixturevalue(f"{state}_told")
    with django_db_blocker.unblock(), speaking_to(name, again=True):
        yield made


@pytest.fixture
def cast(cast_database: Cast | None, db: None) -> Cast:
    """The whole cast, with the open work and ties they have on Tuesday 17 November 2026."""
    return deepcopy(cast_database) if cast_database else _told()


def _told() -> Cast:
    from kith.access import SYSTEM, acting_as

    made = Cast(SYSTEM(NOW))
    with acting_as(made.system):
        _services(made)
        _family(made)
        _work(made)
        _homes(made)
    return made


@pytest.fixture
def acting(cast: Cast) -> Callable[[str], Any]:
    """`with acting("aisha") as aisha: ...`"""
    from kith.access import acting_as

    return lambda name: acting_as(cast.actors[name])


@pytest.fixture
def browse(cast: Cast) -> Callable[[str], Any]:
    """`browse("aisha").get("/today/")`: a signed-in Django test client; `browse("")` is nobody."""
    from django.test import Client

    from kith.directory.models import Account

    def signed_in(name: str) -> Any:
        client = Client()
        if name:
            client.force_login(Account.objects.get(pk=cast.actors[name].account_id))
        return client

    return signed_in


def _services(made: Cast) -> None:
    from kith.directory import acts
    from kith.directory.models import Role

    by = made.system
    care = acts.add_agency(by=by, name="Northcliff Children's Services", kind="social_care", phone="01632 960100")
    health = acts.add_agency(by=by, name="Northcliff 0-19 Health", kind="health", phone="01632 960200")
    harbour = acts.add_team(by=by, name="Harbour", agency=care, phone="01632 960101")
    meadow = acts.add_team(by=by, name="Meadow", agency=care, phone="01632 960102")
    made.people["harbour"], made.people["health"] = harbour, health
    for first, last, title, team, roles in (
        ("aisha", "Khan", "Social worker", harbour, ["social_worker"]),
        ("grace", "Adeyemi", "Team manager", harbour, ["team_manager"]),
        ("theo", "Rowe", "Duty worker", harbour, ["duty_worker"]),
        ("sol", "Marsh", "Social worker", meadow, ["social_worker"]),
        ("rowan", "Vale", "Information guardian", meadow, ["guardian"]),
        ("dara", "Finch", "Data officer", meadow, ["data_officer"]),
    ):
        name = f"{first.title()} {last}"
        account = _account(made, first, name, "staff")
        made.staff[first] = acts.welcome_staff(
            by=by,
            account=account,
            name=name,
            job_title=title,
            team=team,
            roles=list(Role.objects.filter(code__in=roles)),
            phone="01632 960110",
            registered=title in ("Social worker", "Team manager"),
        )
        _actor(made, first, account)
    account = _account(made, "priya", "Priya Nair", "partner")
    acts.welcome_partner(by=by, account=account, name="Priya Nair", job_title="Health visitor", agency=health)
    _actor(made, "priya", account)


def _family(made: Cast) -> None:
    from kith.calendar import PartDate
    from kith.people import acts

    for first, last, born, sex in (
        ("maya", "Okafor-Nowak", date(2017, 3, 4), "F"),
        ("leo", "Okafor-Nowak", date(2020, 6, 11), "M"),
        ("sam", "Okafor", date(2026, 3, 2), "M"),
        ("kelly", "Okafor", date(1995, 5, 1), "F"),
        ("tomek", "Nowak", date(1992, 9, 9), "M"),
        ("gary", "Stone", date(1990, 1, 20), "M"),
    ):
        made.people[first] = acts.begin_record(
            by=made.system, given=first.title(), family=last, born=PartDate(born, "day"), sex=sex
        )
    for child in ("maya", "leo"):
        for parent in ("kelly", "tomek"):
            acts.add_relationship(
                by=made.system, about=made.people[child], other=made.people[parent], kind="parent", source="Kelly"
            )
            acts.record_parental_responsibility(
                by=made.system, about=made.people[child], holder=made.people[parent], acquired="birth_registration"
            )
    acts.add_relationship(by=made.system, about=made.sam, other=made.kelly, kind="parent", source="Kelly")


def _work(made: Cast) -> None:
    from kith.directory.acts import begin_tie, take_duty
    from kith.directory.models import Account
    from kith.involvement.acts import allocate, begin_work

    accounts = {a.email.split("@")[0]: a for a in Account.objects.all()}
    for child in ("maya", "leo", "sam"):
        begin_work(by=made.system, about=made.people[child], on=date(2026, 9, 1), level="child_in_need", source="2A")
        allocate(by=made.system, about=made.people[child], on=date(2026, 9, 3), lead=made.staff["aisha"])
        begin_tie(
            by=made.system,
            about=made.people[child],
            account=accounts["grace"],
            because="team_manager",
            may_write=True,
        )
    begin_tie(by=made.system, about=made.sam, account=accounts["priya"], because="invited", may_write=True)
    for parent, children in (("kelly", ("maya", "leo", "sam")), ("tomek", ("maya", "leo")), ("gary", ())):
        account = _account(made, parent, made.people[parent].called, "family", person=made.people[parent])
        _actor(made, parent, account)
        for person in (parent, *children):
            begin_tie(
                by=made.system,
                about=made.people[person],
                account=account,
                because="self" if person == parent else "parent",
            )
    take_duty(
        by=made.system,
        account=accounts["theo"],
        name="Theo Rowe",
        phone="01632 960199",
        starts_at=NOW - timedelta(hours=2),
        ends_at=NOW + timedelta(hours=10),
    )


def _homes(made: Cast) -> None:
    from kith.people import acts

    children = [made.maya, made.leo, made.sam]
    homes = acts.move_home(
        by=made.system,
        about=[*children, made.people["kelly"]],
        on=date(2025, 2, 1),
        lines="14 Larkspur Court\nNorthcliff",
        postcode="NC4 7QX",
        called="Mum's",
    )
    made.people["home"] = homes[0].address
    acts.move_home(
        by=made.system, about=[made.people["tomek"]], on=date(2023, 6, 1), lines="3 Tanner Row", postcode="NC1 2AB"
    )
    acts.protect_address(
        by=made.system,
        about=children,
        address=made.people["home"],
        from_person=made.people["gary"],
        because="A court order keeps him away.",
        review_on=date(2027, 2, 1),
    )


def _account(made: Cast, first: str, name: str, audience: str, person: Any = None) -> Any:
    """Accounts belong to sign-in: made by the owner, outside any audience."""
    from kith.directory.models import Account

    return Account.objects.create_user(
        f"{first}@example.test", "a quiet harbour at dusk", name=name, audience=audience, person=person
    )


def _actor(made: Cast, first: str, account: Any) -> None:
    from kith.directory.queries import actor_for

    made.actors[first] = actor_for(account, NOW)
