"""That a statutory file was written out."""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.record.acting import act
from kith.record.guard import current_recording
from kith.returns.models import CensusReturn


@act("{by} wrote the census of {year} out.", needs=Right.RUN_RETURNS, tie=False, makes="returns.CensusReturn")
def record_return(*, by: Actor, about: None = None, on: date, year: int, **counted: Any) -> CensusReturn:
    """`counted`: digest (SHA-256 of the file), children, findings_in_all."""
    return CensusReturn.objects.create(occasion=current_recording().occasion, year=year, **counted)
