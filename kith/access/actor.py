"""The person (or the system) behind a request, and the switch that tells the database who they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum, auto
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from kith.access.rights import Right

HOME_TIME = ZoneInfo("Europe/London")


def start_of(day: date) -> datetime:
    """The moment a day begins here."""
    return datetime.combine(day, time(), HOME_TIME)


class Audience(StrEnum):
    """Each audience has one database role, `kith_<audience>`, and one policy per table."""

    STAFF = auto()
    PARTNER = auto()
    FAMILY = auto()
    CHILD = auto()
    PUBLIC = auto()
    SYSTEM = auto()

    @property
    def role(self) -> str:
        return f"kith_{self}"


@dataclass(frozen=True)
class Actor:
    """Who acts, as whom, and at what moment. Nothing below the edge reads a clock: it asks the actor."""

    account_id: int | None
    audience: Audience
    now: datetime
    name: str = ""
    person_id: int | None = None  # the record about this very person, when there is one
    rights: frozenset[Right] = field(default_factory=frozenset)
    team_id: int | None = None

    @property
    def today(self) -> date:
        return self.now.astimezone(HOME_TIME).date()

    def may(self, right: Right) -> bool:
        return self.audience == Audience.SYSTEM or right in self.rights

    @property
    def may_record_on_any_child(self) -> bool:
        return self.may(Right.RECORD_ON_ANY_CHILD)

    def __str__(self) -> str:
        return self.name


def SYSTEM(now: datetime, name: str = "Kith") -> Actor:  # noqa: N802 - reads as the proper noun it stands for
    """Kith itself: jobs, imports, returns and seals."""
    return Actor(None, Audience.SYSTEM, now, name)


_current: ContextVar[Actor | None] = ContextVar("actor", default=None)

# Who, what is kept of it (lists.sql), and how. Statements of many small parts are not worth compiling: it takes longer
# than they do. To ignore no version trigger is what the unset default means too, which costs a subtransaction a row.
_SWITCH = """select set_config('role', %s, true), set_config('kith.account', %s, true),
 set_config('kith.person', %s, true), set_config('kith.now', %s, true),
 set_config('kith.closed', case current_setting('role') when 'kith_staff' then kith_closed_now()::text end, true),
 set_config('jit', 'off', true), set_config('pgtrigger.ignore', '{}', true)"""


def current_actor() -> Actor:
    actor = _current.get()
    if actor is None:
        raise RuntimeError("Nobody is acting: enter acting_as(actor) first.")
    return actor


@contextmanager
def acting_as(actor: Actor) -> Iterator[Actor]:
    """Run a block as this actor: database role, account and time are set for this transaction only.

    Nests; the previous actor is put back on success. After an error the surrounding rollback puts it back. Raises
    TransactionManagementError outside a transaction, where a setting made "for the transaction" would be lost at once.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("acting_as needs a transaction: open atomic() first.")
    before = _current.get()
    _tell(actor)
    token = _current.set(actor)
    try:
        yield actor
    finally:
        _current.reset(token)
        if _can_still_speak():
            _tell(before)


@contextmanager
def what_stands() -> Iterator[None]:
    """As long as the block runs, the system reads no row that was taken off (recorded about the wrong child, set
    aside): it counts what staff count. Everyone else reads none anyway, and nothing is asked for them.
    """
    actor = _current.get()
    if actor is None or actor.audience != Audience.SYSTEM:
        yield
        return
    _set_what_stands("on")
    try:
        yield
    finally:
        if _can_still_speak():
            _set_what_stands("")


def _set_what_stands(to: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kith.what_stands', %s, true)", [to])


def _can_still_speak() -> bool:
    """Not after an error or a chosen rollback: undoing the transaction undoes the switch as well."""
    sound = connection.connection.info.transaction_status == TransactionStatus.INTRANS
    return sound and not connection.needs_rollback


def _tell(actor: Actor | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SWITCH, _settings(actor))


def _settings(actor: Actor | None) -> list[str]:
    if actor is None:
        return ["none", "", "", ""]
    return [
        actor.audience.role,
        str(actor.account_id or ""),
        str(actor.person_id or ""),
        actor.now.isoformat(),
    ]
