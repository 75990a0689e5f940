"""A census on its way into a file: counted, checked and fingerprinted as it goes by."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from django.conf import settings

from kith import packs
from kith.access import Actor
from kith.calendar import joined
from kith.record import Refused
from kith.returns import queries
from kith.returns.acts import record_return
from kith.returns.cin.checking import before_return, header_before_return
from kith.returns.cin.shape import CensusChild, CensusHeader
from kith.returns.cin.writing import write
from kith.returns.commands.reports import Report
from kith.returns.models import latest_authority
from kith.returns.rules import STAGES, Window


def make_census(
    file: BinaryIO,
    *,
    by: Actor,
    year: int,
    authority: str | None,
    serial_no: str,
    report: Report,
    each: Callable[[int], None],
) -> dict[str, Any]:
    """Write the whole census to `file`, a child at a time, and record that it was. Gives the manifest: what it was made
    from. `each` is told how many children are done. Raises Refused: nobody says which authority this is, or no child
    belongs to the year.
    """
    authority = authority or latest_authority()
    if not authority:
        raise Refused("No census was taken in here to say which authority this is. Say it yourself: --authority.")
    pack = packs.pack_for(settings.PACK, by.today)
    header = queries.census_header(year, authority=authority, serial_no=serial_no, made_at=by.now)
    report.add_all(header_before_return(header))
    out, counts = Fingerprinted(file), Counter[str]()
    children = queries.census_children(year, calendar=pack.calendar)
    write(header, _passing(children, year, report, counts, each), out, year=year)  # type: ignore[arg-type]
    if not counts["children"]:
        raise Refused(f"No child here belongs to the census of {year}. {_taken_in()}")
    digest = out.digest.hexdigest()
    record_return(by=by, year=year, digest=digest, children=counts["children"], findings_in_all=report.found)
    return _manifest(header, by, pack.version) | {"counts": dict(counts), "findings": report.found, "sha256": digest}


class Fingerprinted:
    """A file being written, and the SHA-256 of what has been written so far."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def write(self, content: bytes) -> int:
        self.digest.update(content)
        return self._file.write(content)


def _passing(
    children: Iterable[CensusChild], year: int, report: Report, counts: Counter[str], each: Callable[[int], None]
) -> Iterator[CensusChild]:
    for child in children:
        report.add_all(before_return(child, year=year))
        counts["children"] += 1
        counts["referrals"] += len(child.referrals)
        for name in STAGES:
            counts[name] += sum(len(getattr(referral, name)) for referral in child.referrals)
        yield child
        each(counts["children"])


def _taken_in() -> str:
    years = queries.years_taken_in()
    return f"Censuses taken in here: {joined(map(str, years))}." if years else "No census was taken in here."


def _manifest(header: CensusHeader, by: Actor, pack: str) -> dict[str, Any]:
    window = Window(header.year or 0)
    return {
        "return": "cin",
        "year": window.year,
        "authority": header.lea,
        "window": {"from": window.first.isoformat(), "to": window.last.isoformat()},
        "as_of": by.now.isoformat(),
        "by": by.name,
        "pack": pack,
        "kith": header.release,
        "synthetic": header.is_synthetic,
    }
