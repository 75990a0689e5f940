"""What the parts of an import share: the import at hand, and its findings."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kith.access import Actor
from kith.returns.cin.shape import CensusChild, Finding
from kith.returns.models import CensusImport

MOST_KEPT = 1_000  # findings in the database; a report holds them all


@dataclass(frozen=True)
class Staged:
    """A child of the file, the line it begins on, and the same facts as they will be kept."""

    line: int
    facts: dict[str, Any]
    child: CensusChild


@dataclass(frozen=True)
class Census:
    """An import being carried out. `made` counts as it goes and is saved at the end."""

    by: Actor
    made: CensusImport
    tell: Callable[[Finding], None]

    @property
    def called(self) -> str:
        return f"the census of {self.made.year}"

    def note_all(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.made.findings_in_all += 1
            if len(self.made.findings) < MOST_KEPT:
                self.made.findings.append(asdict(finding))
            self.tell(finding)
