"""The record as it stood at a moment, put together from what each act left: a night's figures can be made again.

History is granted to nobody, so only the owner's login may read it so: the demo, and the test that a night counted then
and a night counted now for then agree.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.apps import apps
from django.db import connection

from kith.access import Audience
from kith.standards.gathering import _sql

_READ = re.compile(r"\b(?:from|join)\s+([a-z]+_[a-z]+)\b")
_LOG = "record_act"


@contextmanager
def as_at(moment: datetime) -> Iterator[None]:
    """As long as the block runs, every table the promises are read from holds what it held then, under its own name.

    Enter it before `acting_as`, in one transaction. What people wrote about teams and restrictions is not turned back.
    """
    tables = [_LOG, *_tables()]
    with connection.cursor() as cursor:
        for table in tables:
            _then(cursor, table, moment)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"drop table {', '.join(f'pg_temp.{table}' for table in tables)}")


def _tables() -> list[str]:
    named = set(_READ.findall(_sql(everyone=True)))
    models = {model._meta.db_table: model for model in apps.get_models()}
    return sorted(name for name in named & models.keys() if hasattr(models[name], "latest_act"))


def _then(cursor: object, table: str, moment: datetime) -> None:
    """Its rows as the latest act by then left them."""
    model = next(each for each in apps.get_models() if each._meta.db_table == table)
    columns = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
    rows = f"select {columns} from public.{table} where recorded_at <= %s"  # noqa: S608 - our own models' names
    if table != _LOG:
        rows = (
            f"select {columns} from (select distinct on (e.id) e.* from public.{table}event e "  # noqa: S608
            f"join public.{_LOG} a on a.id = e.latest_act_id where a.recorded_at <= %s order by e.id, e.pgh_id desc) e"
        )
    do = cursor.execute  # type: ignore[attr-defined]
    do(f"create temp table {table} on commit drop as {rows}", [moment])
    for column in ("id", "person_id", "act_id", "line_id", "occasion_id"):
        if any(field.column == column for field in model._meta.local_concrete_fields):
            do(f"create index on pg_temp.{table} ({column})")
    do(f"analyze pg_temp.{table}")
    do(f"grant select on pg_temp.{table} to {Audience.SYSTEM.role}")
