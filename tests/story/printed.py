"""Chronologies and booklets as they are printed, for tests that need no database."""

from datetime import date, timedelta

from kith.calendar import PartDate, in_full
from kith.story.rules import Event, Source, court
from kith.story.rules.events import TAKEN

TODAY = date(2026, 11, 17)
HEADING = court.Heading(
    child="Maya Okafor-Nowak",
    first="Maya",
    born=PartDate(date(2017, 3, 4)),
    prepared_by="Aisha Khan, social worker, Northcliff Children's Services",
    prepared_on=TODAY,
    from_on=date(2024, 11, 17),
    to_on=TODAY,
    people=(("Kelly Okafor", "Mother"), ("Zofia Nowak-Śliwińska", "Grandmother")),
    gaps=("No one wrote down what Maya said for 4 months, between March 2025 and July 2025.",),
)


def an_event(n: int, when: PartDate, title: str = "Police came to the flat.", **more: object) -> Event:
    given = {
        "lenses": frozenset({"harm"}),
        "significance": 2,
        "written_on": TODAY,
        "stands": TAKEN,
        "meant": "She hid with Leo until it was quiet.",
        "outcome": "Nan Rose stayed for the weekend.",
        "source": Source("PC Hart", "Northcliff Police, public protection", f"report {n}"),
    }
    return Event(act_id=n, title=title, when=when, **{**given, **more})  # type: ignore[arg-type]


def lines(count: int, last: date = TODAY) -> list[court.Line]:
    """So many entries over twenty years, one kind of day after another."""
    step = timedelta(days=7300) / max(count, 1)
    kinds = ("day", "month", "year", "about")
    return [
        court.Line(an_event(n + 1, PartDate(last - step * n, kinds[n % 7] if n % 7 < 4 else "day")))
        for n in range(count)
    ]


def released(content: dict) -> dict:
    return {**content, "release": 14, "recipient": "the court and everyone in the case", "released_on": in_full(TODAY)}
