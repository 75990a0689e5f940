"""Where a child lives and has lived, and with whom. A protected address is handed over only when it was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kith.calendar import PartDate
from kith.people.models import Address, AddressProtection, Person, Residence
from kith.people.rules.places import sector

CLOSED = "somebody whose record is closed to you"


@dataclass(frozen=True)
class Home:
    """One stay at one address. `words` is empty while the address is kept from someone and nobody asked to see it."""

    residence_id: int
    address_id: int
    kind: str
    since: PartDate
    until: date | None
    kept_from: tuple[str, ...]
    called: str
    words: str

    @property
    def kept(self) -> bool:
        return bool(self.kept_from)


@dataclass(frozen=True)
class Homes:
    """Homes now, homes before (newest first), and who else lives at the child's home today."""

    now: list[Home]
    before: list[Home]
    household: list[Person]


def homes_of(child: Person, today: date, show: int | None = None) -> Homes:
    """One query. `show`: the residence whose protected address the reader asked to see, once."""
    rows = list(_stays_at_the_homes_of(child, today))
    own = [_home(row, show) for row in rows if row.person_id == child.pk]
    now = [home for home in own if home.since.on <= today and (home.until is None or home.until > today)]
    at = {home.address_id for home in now if home.kind == "home"}
    others = [row.person for row in rows if row.person_id != child.pk and row.address_id in at]
    return Homes(
        now=now,
        before=[home for home in own if home not in now],
        household=sorted(set(others), key=lambda p: (p.born_on or date.max, p.pk)),
    )


def household_of(child: Person, today: date) -> list[Person]:
    """Who lives at the child's home today, the child apart."""
    return homes_of(child, today).household


def residence(pk: int) -> Residence | None:
    return Residence.objects.filter(pk=pk).select_related("address").first()


def places_of(people: list[Person], today: date) -> list[tuple[Address, list[Person], bool]]:
    """Every address these people live at or have lived at, as a move may choose from: the address, those of them who
    live there today, and whether it is kept from anyone. One query.
    """
    rows = _with_kept_from(Residence.objects.filter(person__in=people)).order_by("-from_on", "-pk")
    found: dict[int, tuple[Address, list[Person], bool]] = {}
    for row in rows:
        _, living, _ = found.setdefault(row.address_id, (row.address, [], bool(row.kept_from)))  # type: ignore[attr-defined]
        if row.from_on <= today and (row.until_on is None or row.until_on > today):
            living.append(row.person)
    return list(found.values())


def sectors_of(people: Iterable[int], today: date) -> dict[int, str]:
    """The postcode sector of each one's home today, for figures by area. Nobody of whom any address is kept from
    anyone, nobody in a refuge, and nobody whose home has no postcode, is among them. One query.
    """
    kept, today_at = AddressProtection.objects.filter(ended_on=None), Residence.objects.filter(live_on(today))
    homes = today_at.filter(person_id__in=list(people), kind="home").exclude(
        Q(person_id__in=kept.values("person_id"))
        | Q(address_id__in=kept.values("address_id"))
        | Q(person_id__in=today_at.filter(kind="refuge").values("person_id"))
    )
    rows = homes.values_list("person_id", "address__postcode")
    return {pk: where for pk, postcode in rows if (where := sector(postcode))}


def live_on(day: date) -> Q:
    """Residences that held on this day."""
    return Q(from_on__lte=day) & (Q(until_on=None) | Q(until_on__gt=day))


def _stays_at_the_homes_of(child: Person, today: date) -> QuerySet[Residence]:
    stays = Residence.objects.filter(
        Q(person=child) | (live_on(today) & Q(kind="home")),
        address_id__in=Residence.objects.filter(person=child).values("address_id"),
    )
    return _with_kept_from(stays).order_by("-from_on", "-pk")


def _with_kept_from(stays: QuerySet[Residence]) -> QuerySet[Residence]:
    """Each with the names of those its address is kept from: a closed record still counts, without its name."""
    name = Subquery(Person.objects.filter(pk=OuterRef("from_person_id")).values("called")[:1])
    kept = AddressProtection.objects.filter(address_id=OuterRef("address_id"), ended_on=None).order_by("pk")
    return stays.select_related("address", "person").annotate(
        kept_from=ArraySubquery(kept.values_list(Coalesce(name, Value(CLOSED)), flat=True))
    )


def _home(row: Residence, show: int | None) -> Home:
    kept_from = tuple(dict.fromkeys(row.kept_from))  # type: ignore[attr-defined]
    hidden = bool(kept_from) and row.pk != show
    return Home(
        residence_id=row.pk,
        address_id=row.address_id,
        kind=row.kind,
        since=PartDate(row.from_on, row.from_precision),
        until=row.until_on,
        kept_from=kept_from,
        called="" if hidden else row.address.called,
        words="" if hidden else in_one_line(row.address),
    )


def in_one_line(address: Address) -> str:
    parts = [part.strip() for part in [*address.lines.splitlines(), address.postcode]]
    return ", ".join(part for part in parts if part)
