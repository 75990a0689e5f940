"""Which services every child of an age has, and how long it took until somebody worked with somebody else (S1-29)."""

from collections.abc import Iterable
from datetime import date

from kith.calendar import age
from kith.involvement.models import ServiceAsked
from kith.packs import Pack


def services_for(born_on: date | None, on: date, pack: Pack) -> list[str]:
    """By the pack's codes, in its order. A child whose birthday nobody knows may need any of them."""
    years = (age(born_on, on) or 0) if born_on else None
    youngest, school = pack.figure("school-age"), pack.figure("school-leaving-age")
    kept = []
    for code in pack.codes("universal_service").codes:
        under, schooled = "under_school_age" in code.flags, "school_age" in code.flags
        if years is not None and ((under and years >= youngest) or (schooled and not youngest <= years <= school)):
            continue
        kept.append(code.code)
    return kept


def days_to_joint_work(needed_on: date, services: Iterable[ServiceAsked]) -> int | None:
    """From the need to the first thing a second agency did; None while none has."""
    joined = [one.joined_on for one in services if one.joined_on]
    return (min(joined) - needed_on).days if joined else None
