"""Censuses taken in and given out again, as the system."""

import io
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kith import packs
from kith.access import SYSTEM, acting_as
from kith.returns.acts import import_census
from kith.returns.cin.shape import CensusChild, Finding
from kith.returns.models import CensusImport
from kith.returns.queries import census_children
from tests.cast import NOW
from tests.committed import environment, kith, own_database, seal_file

__all__ = ["environment", "kith", "own_database", "seal_file"]


@pytest.fixture
def by(db: None) -> Iterator[Any]:
    with acting_as(SYSTEM(NOW)) as system:
        yield system


class Taken:
    """What came of an import: its row, and every finding told."""

    def __init__(self, made: CensusImport, findings: list[Finding]) -> None:
        self.made, self.findings = made, findings

    @property
    def counts(self) -> tuple[int, int, int]:
        return self.made.added, self.made.changed, self.made.unchanged

    def about(self, child_id: str) -> list[str]:
        return [finding.reason for finding in self.findings if finding.child_id == child_id]


@pytest.fixture
def take() -> Callable[..., Taken]:
    """`take(source)`: a path, bytes or text, taken in as the system; `at` another moment."""

    def taken(source: Path | bytes | str, *, at: datetime = NOW, **more: Any) -> Taken:
        content = source.read_bytes() if isinstance(source, Path) else source
        file = io.BytesIO(content.encode() if isinstance(content, str) else content)
        findings: list[Finding] = []
        with acting_as(SYSTEM(at)) as system:
            return Taken(import_census(by=system, file=file, tell=findings.append, **more), findings)

    return taken


@pytest.fixture
def give() -> Callable[[int], list[CensusChild]]:
    """`give(2026)`: the children of that census as they would be written today."""

    def given(year: int) -> list[CensusChild]:
        with acting_as(SYSTEM(NOW)):
            return list(census_children(year, calendar=packs.pack_for("england-2026", NOW.date()).calendar))

    return given
