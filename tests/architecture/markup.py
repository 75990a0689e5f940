"""Markup in everything a person can type, as the owner would find it years later: written past every form and act."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, models

from kith.access.install import declared

ALERT = "kith_was_here"
LONG = f"javascript:{ALERT}()//\"'><img src=x onerror={ALERT}()><script>{ALERT}()</script>k{{{{7*7}}}}h "
SHORT = "\"'><b id=k>"  # for a telephone number or a pronoun
SHORTEST = 40  # letters: what is shorter holds a code, postcodes apart
# Chosen by the software, or an address to sign in with.
CODES = {"audience", "digest", "email", "key", "mac", "pack", "page", "password", "previous", "row_table"}
NAMES_OF_ACTS = {"record.Act", "record.Attempt", "record.Occasion"}


def text_columns() -> list[tuple[str, str, int]]:
    """Every column of a table of ours that holds words: table, column, most letters."""
    return [
        (model._meta.db_table, field.column, field.max_length or 10_000)
        for model in _models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField | models.CharField)
        and not isinstance(field, models.SlugField)
        and not (field.choices or field.name in CODES)
        and not (field.name == "name" and model._meta.label in NAMES_OF_ACTS)
        and ((field.max_length or 10_000) >= SHORTEST or field.name == "postcode")
    ]


def write_markup_everywhere(besides: str = "") -> dict[str, int]:
    """How many values of each column ("table.column") now begin with markup; of frozen copies, how many rows.
    `besides` is a table to leave as it is.
    """
    found: dict[str, int] = {}
    append_only = {table for table, policy in declared().items() if policy.append_only}
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")  # a table with a check still to make cannot be altered
        for table, column, most in (one for one in text_columns() if one[0] != besides):
            with _writable(cursor, table, append_only):
                cursor.execute(
                    f'update {table} set "{column}" = left(%s || "{column}", %s) where "{column}" <> \'\'',
                    [LONG if most > len(LONG) else SHORT, most],
                )
            found[f"{table}.{column}"] = cursor.rowcount
        for model in _models():
            for field in model._meta.concrete_fields:
                if isinstance(field, models.JSONField):
                    found[f"{model._meta.db_table}.{field.column}"] = _inside(cursor, model, field.column, append_only)
        cursor.execute("set constraints all deferred")
    return found


def _inside(cursor: Any, model: type[models.Model], column: str, append_only: set[str]) -> int:
    """The same in what was kept whole: each text in it that is words rather than a code."""
    table, key = model._meta.db_table, model._meta.pk.column  # type: ignore[union-attr]
    cursor.execute(f'select "{key}", "{column}"::text from {table} where "{column}" is not null')
    rows = cursor.fetchall()
    with _writable(cursor, table, append_only):
        for pk, kept in rows:
            cursor.execute(
                f'update {table} set "{column}" = %s::jsonb where "{key}" = %s',
                [json.dumps(_marked(json.loads(kept))), pk],
            )
    return len(rows)


def _marked(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _marked(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_marked(one) for one in value]
    return LONG + value if isinstance(value, str) and " " in value else value


@contextmanager
def _writable(cursor: Any, table: str, append_only: set[str]) -> Iterator[None]:
    """While the owner writes where the database lets nobody."""
    for how in ("disable", "enable"):
        if table in append_only:
            cursor.execute(f"alter table {table} {how} trigger append_only")
        if how == "disable":
            yield


def _models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("kith.") and not hasattr(m, "pgh_tracked_model")]
