"""Making the demo in one transaction: all of it or none, so a start that was broken off begins again cleanly."""

import io
from datetime import date, datetime, timedelta

from django.conf import settings
from rich.progress import Progress

from kith import packs
from kith.access import SYSTEM, acting_as, start_of
from kith.demo.answering import say_who_answers
from kith.demo.arriving import let_arrive
from kith.demo.census import synthetic_census, synthetic_header
from kith.demo.family import Telling
from kith.demo.journey import tell_journey
from kith.demo.nights import count_the_nights
from kith.demo.partnership import SEED, people_the_caseload
from kith.demo.services import open_services, put_on_duty
from kith.directory.models import Account
from kith.people.models import Person
from kith.record import Refused
from kith.returns.acts import import_census
from kith.returns.cin.writing import write
from kith.returns.models import holds_real_children
from kith.standards import expecting

BEFORE_ANYBODY_LED = timedelta(days=170)  # the caseload is allocated from five months ago on


def is_made() -> bool:
    return Account.objects.filter(email="aisha@demo.test").exists()


def must_be_nobodys() -> None:
    """Raises Refused where real children were taken in, or anyone at all is recorded who may be real (7.13)."""
    if holds_real_children():
        raise Refused("This database holds imported children. A demo never runs beside them: choose another KITH_HOME.")
    if not is_made() and (Account.objects.exists() or Person.objects.exists()):
        raise Refused(
            "This database holds people who may be real. A demo never runs beside them: choose another KITH_HOME."
        )


def must_be_englands(today: date) -> None:
    """Raises Refused under another nation’s pack, before minutes of work: the demo is told in England’s codes."""
    if packs.pack_for(settings.PACK, today).header.nation != "england":
        raise Refused(
            f"The demonstration is told under England’s pack, and KITH_PACK is {settings.PACK}. Leave KITH_PACK out;"
            " for an instance of your own under that pack: kith migrate, kith invite, kith serve."
        )


def make(now: datetime, progress: Progress, children: int) -> None:
    """The services, the family and the caseload, with a bar for each."""
    bar = progress.add_task("People who work here", total=1)
    services = open_services(now - timedelta(days=740))
    put_on_duty(services, now)
    progress.update(bar, completed=1)
    bar = progress.add_task("The family everyone meets", total=1)
    telling = Telling(services, now)
    telling.tell()
    let_arrive(telling)
    tell_journey(telling)
    say_who_answers(services, now)
    progress.update(bar, completed=1)
    _census(now, progress, children)
    bar = progress.add_task("Their visits and words", total=None)
    people_the_caseload(services, now, lambda done, of: progress.update(bar, completed=done, total=of))
    bar = progress.add_task("How the promises stood", total=None)
    count_the_nights(now, lambda done, of: progress.update(bar, completed=done, total=of))
    with acting_as(SYSTEM(now)) as by:
        expecting.tell(by.now, by.today)


def _census(now: datetime, progress: Progress, children: int) -> None:
    """The authority's own census: written as a statutory file, and taken in the way any authority would."""
    bar = progress.add_task("Its census of children in need", total=children)
    year_end = _last_census_day(now.date())
    file = io.BytesIO()
    write(
        synthetic_header(on=year_end, made_at=now.replace(tzinfo=None, microsecond=0)),
        synthetic_census(children, seed=SEED, on=year_end),
        file,
        year=year_end.year,
    )
    file.seek(0)
    taken_in = min(now, max(start_of(year_end) + timedelta(days=20), now - BEFORE_ANYBODY_LED))
    with acting_as(SYSTEM(taken_in)) as by:
        import_census(by=by, file=file, each=lambda done: progress.update(bar, completed=done))


def _last_census_day(today: date) -> date:
    year = today.year if today >= date(today.year, 3, 31) else today.year - 1
    return date(year, 3, 31)
