"""Taking in a Children in Need census: all of it or nothing, in one transaction and constant memory.

The file is first read through into a table of this transaction's own, so that nothing is written for a file that
turns out to be broken, and the same child in two places of it is one child. Then the children are gone through in
batches: those not held yet are begun, the others compared with what the last file said of them.

One occasion stands for the whole import; each child it begins or changes has a line of it. Rows of a batch are written
together (`record.guard.written_together`): the same rows as one by one, in less than half the time (355 children a
second instead of 160, measured together on a busy machine; `bench/census.py` has the figures of a whole authority).
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from typing import Any, BinaryIO

from django.conf import settings
from django.db import connection

from kith.access import Actor, Right
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording
from kith.returns import rules
from kith.returns.acts.census import Census, Staged
from kith.returns.acts.children import take
from kith.returns.cin import layout
from kith.returns.cin.keeping import as_data, from_data
from kith.returns.cin.reading import read
from kith.returns.cin.shape import CensusChild, CensusHeader, Finding, Read, UnreadableCensus
from kith.returns.models import CensusImport, holds_made_up_people, holds_real_children, latest_authority

LOCK = 7_151_006  # held alone while a census is taken in
AT_ONCE = 250  # children in a batch
EARLIEST = 2009  # the first census of children in need by name was that of 2009


def import_census(
    *,
    by: Actor,
    file: BinaryIO,
    each: Callable[[int], None] = lambda done: None,
    tell: Callable[[Finding], None] = lambda finding: None,
    year: int | None = None,
    another_authority: bool = False,
) -> CensusImport:
    """Take in a census file that can seek. Needs a transaction, as the system.

    `each` is told how many children are done, `tell` every finding as it comes (`CensusImport` keeps only the first
    thousand). `year`: which census this is, where the file does not say. `another_authority`: take it in though earlier
    ones came from elsewhere. Raises Refused, with nothing written: not a census, broken part-way, real and made-up
    people mixed, another authority's, another import under way.
    """
    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    steps = _steps(file)
    first = next(steps)
    assert isinstance(first.fact, CensusHeader)  # noqa: S101 - what `read` promises
    said = first.fact.census_year or year
    if said is None:
        raise Refused("The file does not say which year it is the census of. Say it yourself: --year.", "year")
    if not EARLIEST <= said <= by.today.year + 1:
        raise Refused(f"The file says it is the census of {said}. There is no such census.", "year")
    return take_in_census(
        by=by,
        year=said,
        header=first.fact,
        another_authority=another_authority,
        steps=chain([first], steps),
        digest=digest,
        each=each,
        tell=tell,
    )


def _steps(file: BinaryIO) -> Iterator[Read]:
    try:
        yield from read(file)
    except UnreadableCensus as fault:
        raise Refused(str(fault)) from None


def _said(person: Any, details: dict[str, Any]) -> str:
    if person is None:
        return "{by} took in the census of {year}."
    return "{by} recorded what the census of {year} says about {about}."


@act(_said, needs=Right.RUN_RETURNS, tie=False, story=True, makes="returns.CensusImport")
def take_in_census(
    *,
    by: Actor,
    about: None = None,
    on: date,
    year: int,
    header: CensusHeader,
    another_authority: bool,
    steps: Iterator[Read],
    digest: str,
    each: Callable[[int], None],
    tell: Callable[[Finding], None],
) -> CensusImport:
    """The act behind `import_census`, once the file's header has said what it is."""
    _must_be_allowed(header, another_authority)
    _answer_row_versions()
    made = CensusImport.objects.create(
        occasion=current_recording().occasion,
        year=year,
        authority=header.lea or "",
        digest=digest,
        synthetic=header.is_synthetic,
        header=as_data(header, layout.HEADER),
    )
    census = Census(by, made, tell)
    _stage(census, steps)
    for batch in _batches():
        take(census, batch)
        current_recording().let_go()
        each(made.children)
    made.save()
    return made


def _must_be_allowed(header: CensusHeader, another_authority: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise Refused("Another census is being taken in at this moment. Wait until it is done.")
    fault = rules.mixing_fault(
        synthetic=header.is_synthetic,
        demo=settings.DEMO,
        holds_real=holds_real_children(),
        holds_made_up=holds_made_up_people(),
    )
    if not another_authority:
        fault = fault or rules.authority_fault(header.lea or "", latest_authority())
    if fault:
        raise Refused(fault)


def _answer_row_versions() -> None:
    """Each row's version trigger first asks whether it is switched off, and takes silence for a fault it must undo.

    Undoing goes through every foreign key still waiting to be checked, so that each thousand children would take longer
    than the one before (measured: 290 s of the database's time for 30,000 children). Answered once: nothing is off.
    """
    with connection.cursor() as cursor:
        cursor.execute("select set_config('pgtrigger.ignore', '{}', true)")


# -- the file, read through once


_CAME = """
create temporary table census_came (place serial, line integer, la_child_id text, facts text) on commit drop"""


def _stage(census: Census, steps: Iterator[Read]) -> None:
    """Every child of the file into a table that is gone when the transaction is."""
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists census_came")
        cursor.execute(_CAME)
        with cursor.copy("copy census_came (line, la_child_id, facts) from stdin") as rows:
            for step in steps:
                census.note_all(step.findings)
                if isinstance(step.fact, CensusChild):
                    facts = json.dumps(as_data(step.fact, layout.CHILD))
                    rows.write_row((step.line, step.fact.la_child_id, facts))
                elif step.line:
                    census.made.not_taken += 1


_EACH_CHILD_ONCE = """
select min(line), array_agg(facts order by place) from census_came group by la_child_id order by min(place)"""


def _batches() -> Iterator[list[Staged]]:
    """The children in the order of the file, each once."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(_EACH_CHILD_ONCE)
        while rows := cursor.fetchmany(AT_ONCE):
            yield [_staged(line, entries) for line, entries in rows]


def _staged(line: int, entries: list[str]) -> Staged:
    """The same child in several places: who they are as the last says (`read` made them agree), all their referrals."""
    parts = [json.loads(entry) for entry in entries]
    facts = parts[-1]
    if referrals := [referral for part in parts for referral in part.get("referrals", ())]:
        facts["referrals"] = referrals
    return Staged(line, facts, from_data(facts, layout.CHILD, CensusChild))
