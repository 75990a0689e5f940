"""What is owed to a few children, asked through one function of the database.

A statement over every table a promise is read from takes far longer to plan than to answer. The function plans each
question once for each connection, and asks only those whose tables hold something about these children. The reader's
own policies hold in it, as they do everywhere. Its name changes with its text, so that code and database always fit.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from string import Template

from django.apps import apps

from kith.access import Audience
from kith.standards.register import STANDARDS
from kith.standards.shapes import Source

# The promises that say where what is owed is read.
SOURCES: dict[str, Source] = {each.id: each.source for each in STANDARDS if each.source}

_THEIRS = {"child": "x.person_id", "of_child": "x.person_id = any(_people)", "by_child": "group by x.person_id"}
_ALWAYS = {"today": "date", "zone": "text", "parents": "text[]", "harms": "text[]", "at_least": "int[]"}
_ASKED = re.compile(r"%\(([a-z_0-9]+)\)s")
_HOLDING = """create function {name}(_people bigint[]) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp {looked_up}
as $body$ declare _open bigint[] := _people;
begin
  if current_setting('role') <> 'kith_system' then
    _open := array(select unnest(_people) except select id from kith_closed_to_me());
  end if;
  return array_remove(array[
    {tables}
  ], null);
end $body$"""
_OWED = """create function {name}(_people bigint[], _of text, {parameters})
returns table (person_id bigint, promise text, told json)
language plpgsql stable {looked_up}
as $body$
#variable_conflict use_column
declare _holding text[] := {holding}(_people);
begin
{questions}
end $body$"""
# Looked up by the person, whatever the tables held when it was first asked: they may have been empty.
_LOOKED_UP = "set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off"
_FORGET_OLDER = """do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.proname ~ '^kith_(owed|holding)_' loop
    execute format('drop function %s', f.name);
  end loop; end $$"""
_READERS = f"{Audience.STAFF.role}, {Audience.SYSTEM.role}"


def in_force() -> Iterator[str]:
    """The statements that make the functions, and remove those of an earlier text. Run by the owner."""
    yield _FORGET_OLDER
    yield _holding()
    yield f"revoke all on function {holding()} from public"
    yield f"grant execute on function {holding()} to {_READERS}"
    yield _owed()


def name() -> str:
    """Of the function as this code knows it."""
    return _name("kith_owed")


def holding() -> str:
    """The name of the function that says which tables hold anything about some people."""
    return _name("kith_holding")


@cache
def asked() -> str:
    """How a statement asks it, for the children in `child`: rows of person, promise and what is told."""
    told = ", ".join(f"%({each})s::{_kind(each)}" for each in _parameters())
    return f"select * from {name()}(array(select person_id from child), %(of)s::text, {told})"  # noqa: S608


@cache
def _branches() -> dict[str, str]:
    return {promise: Template(source.branch(promise)).substitute(_THEIRS) for promise, source in SOURCES.items()}


def _parameters() -> list[str]:
    return sorted({*_ASKED.findall(" ".join(_branches().values()))})


def _kind(parameter: str) -> str:
    return "interval" if parameter.startswith("limit_") else _ALWAYS[parameter]


@cache
def _name(function: str) -> str:
    text = _questions("") + _HOLDING + _OWED + _LOOKED_UP
    return f"{function}_{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _holding() -> str:
    """Which tables hold anything about these people. It says that there is something to ask, never what: whether the
    reader may see it, the asking decides. So it reads as the owner, which is what makes it quick. Of a record that is
    closed to the reader it says nothing at all.
    """
    named = sorted({table for sql in _branches().values() for table in tables(sql)})
    there = (f"case when exists (select from {t} where person_id = any(_open)) then '{t}' end" for t in named)
    return _HOLDING.format(name=holding(), looked_up=_LOOKED_UP, tables=",\n    ".join(there))


def _owed() -> str:
    parameters = ", ".join(f"_{each} {_kind(each)}" for each in _parameters())
    made = {"name": name(), "looked_up": _LOOKED_UP, "parameters": parameters, "holding": holding()}
    return _OWED.format(**made, questions=_questions("  "))


def _questions(margin: str) -> str:
    """One statement for each promise, each asked only where it could be answered."""
    asked = []
    for promise, sql in _branches().items():
        there = f" and _holding && '{{{', '.join(named)}}}'" if (named := tables(sql)) else ""
        question = _ASKED.sub(r"_\1", sql).replace("%%", "%")
        asked.append(f"{margin}if (_of is null or _of = '{promise}'){there} then return query {question}; end if;")
    return "\n".join(asked)


def tables(sql: str) -> list[str]:
    """The tables one of which must hold a row about a child for there to be an answer; none where that is not sure."""
    if " as person_id" in sql:
        return []
    return [table for table in _about_people() if re.search(rf"\b{table}\b", sql)]


@cache
def _about_people() -> list[str]:
    models = [each for each in apps.get_models() if hasattr(each, "policy")]
    return sorted(
        each._meta.db_table for each in models if any(field.column == "person_id" for field in each._meta.fields)
    )
