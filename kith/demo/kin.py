"""The demo family's tree, its map of people and places, and what its own network does: told through the same acts."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kith.access import acting_as
from kith.calendar import PartDate
from kith.people import acts as people

if TYPE_CHECKING:
    from kith.demo.family import Telling

_TOLD = Path(__file__).with_name("kin.toml")


def tell_kin(t: "Telling") -> None:
    """Every step of kin.toml in order, by the person who wrote it down, on its day."""
    for step in tomllib.loads(_TOLD.read_text(encoding="utf-8"))["step"]:
        by = t.by(step.pop("by"), step.pop("days_ago"), 15)
        with acting_as(by):
            _STEPS[step.pop("told")](t, by, **step)


def _somebody(
    t: "Telling", by: Any, *, key: str, of: str, kind: str, way: str = "up", born: Any = None, **told: Any
) -> None:
    """Somebody of the family nobody had a record of yet."""
    given, _, family = told.pop("called").partition(" ")
    second = t.people[told.pop("second")] if "second" in told else None
    made = people.add_to_family(
        by=by,
        about=_beside_maya(t, of),
        of=t.people[of],
        kind=kind,
        way=way,
        given=given,
        family=family,
        born=PartDate(date(t.today.year - born[0], 1, 1), born[1]) if born else None,
        second=second,
        **told,
    )
    t.people[key] = made.person if way == "down" else made.other


def _beside_maya(t: "Telling", of: str) -> list[Any]:
    return list(dict.fromkeys([t.people["maya"], t.people[of]]))


def _belongs(t: "Telling", by: Any, *, of: str, other: str, kind: str, since: int = 0, **told: Any) -> None:
    people.add_to_family(
        by=by,
        about=_beside_maya(t, of),
        of=t.people[of],
        other=t.people[other],
        kind=kind,
        way="level",
        since=PartDate(date(since, 1, 1), "year") if since else None,
        **told,
    )


def _died(t: "Telling", by: Any, *, who: str, on: date) -> None:
    people.describe_person(by=by, about=t.people[who], died_on=on)


def _home(t: "Telling", by: Any, *, who: tuple[str, ...], lines: str, called: str, since: date) -> None:
    people.move_home(by=by, about=[t.people[one] for one in who], on=since, lines=lines, called=called)


def _gets_on(t: "Telling", by: Any, *, one: str, other: str, **told: Any) -> None:
    people.note_getting_on(by=by, about=t.people["maya"], one=t.people[one], other=t.people[other], **told)


def _asked(t: "Telling", by: Any, **told: Any) -> None:
    people.record_asking(by=by, about=t.people["maya"], **told)


def _confirmed(t: "Telling", by: Any, **told: Any) -> None:
    people.confirm_tree(by=by, about=t.people["maya"], **told)


def _place(t: "Telling", by: Any, *, who: str = "", **told: Any) -> None:
    people.put_on_map(by=by, about=t.people["maya"], other=t.people[who] if who else None, **told)


def _offer(t: "Telling", by: Any, *, who: str = "", **told: Any) -> None:
    people.record_offer(by=by, about=t.people["maya"], other=t.people[who] if who else None, **told)


def _service(t: "Telling", by: Any, **told: Any) -> None:
    people.say_why_service(by=by, about=t.people["maya"], **told)


_STEPS: dict[str, Callable[..., None]] = {
    "somebody": _somebody,
    "belongs": _belongs,
    "died": _died,
    "home": _home,
    "gets_on": _gets_on,
    "asked": _asked,
    "confirmed": _confirmed,
    "place": _place,
    "offer": _offer,
    "service": _service,
}
