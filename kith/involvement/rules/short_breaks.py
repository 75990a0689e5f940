"""Short breaks: how many days in a year, how long the longest, and what the pack allows (E36)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kith import packs
from kith.involvement.models import LegalStatus, Placement
from kith.packs import NotInPack, Pack, Timescale

ONE_STAY, IN_A_YEAR = "short-break-single", "short-breaks-in-a-year"


@dataclass(frozen=True)
class Days:
    """How many days are used up, of how many there may be."""

    used: int
    at_most: int

    @property
    def left(self) -> int:
        return max(0, self.at_most - self.used)

    @property
    def too_many(self) -> bool:
        return self.used > self.at_most


@dataclass(frozen=True)
class Series:
    """The stays under one agreement to short breaks. The limits are those of one agreement: a series with the same
    carer, or in the same place.
    """

    law: LegalStatus
    stays: int
    in_year: Days
    longest: Days


@dataclass(frozen=True)
class Breaks:
    """Each series of one child, newest first, and the days of all of them together, which no limit holds."""

    days_in_all: int
    series: Sequence[Series]

    @property
    def too_many(self) -> bool:
        return any(one.in_year.too_many or one.longest.too_many for one in self.series)


def short_breaks(
    statuses: Iterable[LegalStatus], placements: Iterable[Placement], pack: Pack, today: date
) -> Breaks | None:
    """None where no short breaks were agreed, or the place sets no limit to them."""
    laws, homes = [one for one in statuses if one.limit == ONE_STAY], list(placements)
    try:
        limits = pack.timescale(ONE_STAY), pack.timescale(IN_A_YEAR)
    except NotInPack:
        return None
    if not laws:
        return None
    of_each = [(law, _stays(law, homes, today)) for law in laws]
    every = [stay for _, stays in of_each for stay in stays]
    series = [
        Series(law, len(stays), _in_year(stays, limits[1], pack, today), _longest(stays, limits[0]))
        for law, stays in of_each
    ]
    return Breaks(packs.days_used(limits[1], every, today, pack), series)


def _stays(law: LegalStatus, homes: Iterable[Placement], today: date) -> list[tuple[date, date]]:
    """First and last day of each stay that began while it was the law."""
    return [
        (home.began_on, home.ended_on or today)
        for home in homes
        if not home.temporary
        and home.care_id == law.care_id
        and law.began_on <= home.began_on < (law.ended_on or date.max)
    ]


def _in_year(stays: Sequence[tuple[date, date]], limit: Timescale, pack: Pack, today: date) -> Days:
    return Days(packs.days_used(limit, stays, today, pack), limit.limit.n)


def _longest(stays: Sequence[tuple[date, date]], limit: Timescale) -> Days:
    return Days(max(((last - first).days for first, last in stays), default=0), limit.limit.n)
