"""Needs of now, soon and later: told, arranged, met; and told upwards when nobody has met one in time (S1-32)."""

from collections.abc import Sequence
from datetime import date, datetime, time

from kith.access import Actor, Right
from kith.access.actor import HOME_TIME
from kith.directory.acts import notify
from kith.involvement.acts.holding import one_of, pack_on
from kith.involvement.models import Need
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_MADE = "involvement.Need"
_LATE = "Something a child needs now is not there yet, and the time for it is over."


@act("{by} wrote down something {about} needs.", needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def say_need(
    *,
    by: Actor,
    about: Person | Sequence[Person],
    on: date,
    kind: str,
    what: str,
    lane: str = "now",
    brings: str = "",
    brings_what: str = "",
    brings_by: date | None = None,
) -> Need:
    """A household's need is told once, with a line for each child. It counts from the hour it is told; told of a day
    before, from that morning. Gives the first child's. Raises Refused: no kind or lane of the pack's, a day to come.
    """
    pack = pack_on(on)
    for key, code, field in (("need_kind", kind, "kind"), ("step_lane", lane, "lane")):
        if not code:
            raise Refused("Choose one of the answers.", field=field)
        one_of(pack, key, code, field)
    children = [about] if isinstance(about, Person) else list(about)
    told_at = _moment(by, on, time.min)
    made = [
        Need(
            person=child,
            kind=kind,
            what=what.strip() or pack.label("need_kind", kind),
            lane=lane,
            told_at=told_at,
            brings=brings.strip(),
            brings_what=brings_what.strip(),
            brings_by=brings_by,
        )
        for child in children
    ]
    for row in made:
        row.save()
    return made[0]


@act("{by} wrote down who brings something {about} needs.", needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def arrange_need(
    *, by: Actor, about: Person, on: date, need: Need, brings: str, brings_what: str = "", brings_by: date | None = None
) -> Need:
    """Who brings what by when. Raises Refused: nobody named; met already; another child's."""
    row = _open(about, need)
    if not brings.strip():
        raise Refused("Say who brings it.", field="brings")
    row.brings, row.brings_what, row.brings_by = brings.strip(), brings_what.strip(), brings_by
    row.save()
    return row


@act("{by} wrote down that something {about} needed is there.", needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def meet_need(*, by: Actor, about: Person, on: date, need: Need, how: str = "") -> Need:
    """It is there. Raises Refused: met already; before it was known; a day to come; another child's."""
    row = _open(about, need)
    met_at = _moment(by, on, time.max)
    if met_at < row.told_at:
        raise Refused("It was not known yet on that day.", field="on")
    row.met_at, row.met_how = met_at, how.strip()
    row.save()
    return row


@act("{by} wrote down that {about} no longer needs something.", needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def drop_need(*, by: Actor, about: Person, on: date, need: Need, because: str) -> Need:
    """Not met, and not needed any more: never counted as met. Raises Refused: no reason; met already; another's."""
    row = _open(about, need)
    if not because.strip():
        raise Refused("Say why it is not needed any more.", field="because")
    row.over_at, row.over_because = _moment(by, on, time.max), because.strip()[:300]
    row.save()
    return row


@act("Something {about} needs now was not there in time: {told} was told.", staff_only=True, makes=_MADE)
def chase_need(*, by: Actor, about: Person, on: date, need: Need, ladder: Sequence[tuple[int, str]], told: str) -> Need:
    """Done by itself after the limit: the lead worker and whoever manages them are told, once. `ladder`: accounts and
    names; `told`: the names in words.
    """
    need.chased_on, need.chased = on, told[:300]
    need.save()
    for account, _ in ladder:
        notify(
            account, "need_waits", about, "Something a child needs now is not there yet, and the time for it is over."
        )
    return need


def _moment(by: Actor, on: date, of_day: time) -> datetime:
    """Now, for today; the edge of a day that has passed. Raises Refused for a day to come."""
    if on > by.today:
        raise Refused("That day has not come yet.", field="on")
    return by.now if on == by.today else datetime.combine(on, of_day, HOME_TIME)


def _open(about: Person, need: Need) -> Need:
    found = Need.objects.filter(pk=need.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    if not found.is_open:
        raise Refused("This is settled already.")
    return found
