"""A census as it would be written today: its header, and its children one after another."""

from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.access.actor import HOME_TIME
from kith.calendar import Calendar
from kith.involvement.models import Spell
from kith.people.models import Person
from kith.returns.cin import layout
from kith.returns.cin.keeping import from_data
from kith.returns.cin.shape import CensusChild, CensusHeader
from kith.returns.models import CensusEntry, CensusImport, held, holds_made_up_people
from kith.returns.rules import Window, census_child

AT_ONCE = 500  # children read together


def census_children(year: int, *, calendar: Calendar) -> Iterator[CensusChild]:
    """Every child of this year's census, in the order their records were begun. Needs to act as the system.

    Streams: memory does not grow with the children. The same rows always give the same children.
    """
    window = Window(year)
    people = _people_of(window).iterator(chunk_size=AT_ONCE)
    while batch := list(islice(people, AT_ONCE)):
        for holding in held(batch).values():
            if child := census_child(holding, window, calendar):
                yield child


def _people_of(window: Window) -> QuerySet[Person]:
    """Everyone the year's own file had, or with whom there was work in the year."""
    came = CensusEntry.objects.filter(person=OuterRef("pk"), year=window.year)
    worked = Spell.objects.filter(
        Q(started_on=None) | Q(started_on__lte=window.last),
        Q(closed_on=None) | Q(closed_on__gte=window.first),
        person=OuterRef("pk"),
    )
    return Person.objects.filter(Exists(came) | Exists(worked)).order_by("pk")


def census_header(year: int, *, authority: str, serial_no: str, made_at: datetime) -> CensusHeader:
    """Whose census, for which year, made with what. One that could hold made-up people says that it is synthetic."""
    latest = CensusImport.objects.filter(year=year).order_by("-pk").first()
    came = from_data(latest.header, layout.HEADER, CensusHeader) if latest else CensusHeader()
    return CensusHeader(
        collection="CIN",
        year=year,
        reference_date=Window(year).last,
        source_level="L",
        lea=authority,
        software_code="Kith (synthetic)" if holds_made_up_people() else "Kith",
        release=version("kith"),
        serial_no=serial_no,
        made_at=made_at.astimezone(HOME_TIME).replace(tzinfo=None, microsecond=0),
        levels=came.levels,
    )


def years_taken_in() -> list[int]:
    """The census years a file has come in for."""
    return list(CensusImport.objects.order_by("year").values_list("year", flat=True).distinct())
