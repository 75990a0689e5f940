"""A boy with short breaks, counted against their limits; handed over three days ago, and visited before it was read."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.access import SYSTEM, acting_as
from kith.calendar import PartDate
from kith.directory.acts import begin_tie
from kith.involvement import acts
from kith.people import acts as people
from kith.visits.acts import Seen, record_visit
from kith.workforce.acts import note_practising_from

if TYPE_CHECKING:
    from kith.demo.family import Telling

_STAYS = ((300, 289), (240, 226), (170, 160), (110, 96), (50, 38), (6, None))  # days ago: from, until


def tell_breaks(t: "Telling") -> None:
    """Idris stays at Brae House now and then, so that his mother sleeps and he has company of his own age."""
    _known(t)
    _stays(t)
    _handed_over(t)


def _known(t: "Telling") -> None:
    theo, year = t.by("theo", 330), t.today.year
    with acting_as(theo):
        for name, given, born, sex in (
            ("idris", "Idris", date(year - 11, 4, 19), "M"),
            ("carys", "Carys", date(year - 39, 2, 7), "F"),
        ):
            part = PartDate(born, "day")
            t.people[name] = people.begin_record(by=theo, given=given, family="Vaughan", born=part, sex=sex)
        idris, carys = t.people["idris"], t.people["carys"]
        people.add_relationship(by=theo, about=idris, other=carys, kind="parent", source="Carys Vaughan")
        people.record_parental_responsibility(by=theo, about=idris, holder=carys, acquired="mother")
        people.move_home(by=theo, about=[idris, carys], on=t.day(2000), lines="2 Mill Row\nNorthcliff")
        acts.begin_work(by=theo, about=idris, level="child_in_need", source="3A", primary_need="N2")
    new = next(one for one in t.services.caseholders if one.team == t.services.staff["aisha"].team)
    with acting_as(t.by("grace", 328)) as grace:
        acts.allocate(by=grace, about=idris, lead=new, family_told_on=grace.today)
    with acting_as(t.by("grace", 200)) as grace:
        note_practising_from(by=grace, worker=new, practising_from=t.day(210))
    with acting_as(SYSTEM(t.by("grace", 328).now)) as kith:
        manager = t.services.accounts["grace"]
        begin_tie(by=kith, about=idris, account=manager, because="team_manager", may_write=True)


def _stays(t: "Telling") -> None:
    idris = t.people["idris"]
    with acting_as(t.by("theo", 310)) as theo:
        why = "Carys needs some nights of sleep, and Idris asks for other boys."
        acts.record_legal_status(by=theo, about=idris, status="V4", because=why)
    for began, ended in _STAYS:
        with acting_as(t.by("theo", began, 17)) as theo:
            home = acts.begin_placement(by=theo, about=idris, kind="K2", provider="PR1", with_whom="Brae House")
        if ended is not None:
            with acting_as(t.by("theo", ended, 17)) as theo:
                acts.end_placement(by=theo, about=idris, placement=home, why_ended="CARPL")


def _handed_over(t: "Telling") -> None:
    idris, tom = t.people["idris"], t.by("tom", 1, 16)
    with acting_as(t.by("grace", 3)) as grace:
        lead = acts.allocate(by=grace, about=idris, lead=t.services.staff["tom"], family_told_on=grace.today)
        carried = "Carys chooses the weekends. Idris takes his own pillow. Nobody tells him on the day."
        acts.note_handover(by=grace, about=idris, lead=lead, met_together_on=grace.today, carried_on=carried)
    with acting_as(tom):
        line = Seen(
            idris,
            seen=True,
            alone="alone",
            saw="He showed me the aviary at Brae House and knew every bird by its voice.",
            means="He has something here that is his.",
        )
        at, opened = tom.now - timedelta(hours=2), tom.now - timedelta(minutes=9)
        record_visit(by=tom, about=[idris], lines=[line], happened_at=at, opened_at=opened, mode="carers")
