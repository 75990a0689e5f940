"""The family put together by who lives with whom: each household with an outline around it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from kith.packs import Pack
from kith.pages.staff.header import how_old
from kith.pages.staff.opening import Opened
from kith.pages.staff.relating import member
from kith.people.queries import FamilyMember, Homes

Place = tuple[Any, list[Any], bool]  # an address, who of the family lives there today, and whether it is kept


def households(
    members: Sequence[FamilyMember], homes: Homes, places: Sequence[Place], opened: Opened, pack: Pack
) -> list[dict[str, Any]]:
    """Groups of lines of the family list: the child's own home first, other households, then whoever's home is not
    recorded and what has ended. `outlined`: they live together.
    """
    now = [one for one in members if one.until is None and not one.person.died_on]
    elsewhere = [one for one in now if not one.lives_with]
    groups = [_own(members, homes, opened, pack), *_others(elsewhere, places, opened, pack)]
    placed = {person.pk for _, living, _ in places for person in living}
    groups.append(_plain("Where they live is not recorded", elsewhere, opened, pack, without=placed))
    groups.append(_plain("Before", [one for one in members if one not in now], opened, pack))
    return [group for group in groups if group["people"]]


def _own(members: Sequence[FamilyMember], homes: Homes, opened: Opened, pack: Pack) -> dict[str, Any]:
    at_home = [one for one in members if one.lives_with and one.until is None]
    known = {one.person.pk for one in at_home}
    unrelated = [_unrelated(person, opened) for person in homes.household if person.pk not in known]
    name = opened.child.called.partition(" ")[0] if opened.child.name_held else "this child"
    return {
        "title": f"At home with {name}",
        "outlined": True,
        "people": [member(one, opened, pack) for one in at_home] + unrelated,
    }


def _others(
    elsewhere: Sequence[FamilyMember], places: Sequence[Place], opened: Opened, pack: Pack
) -> list[dict[str, Any]]:
    groups = []
    for address, living, kept in places:
        there = {person.pk for person in living}
        title = address.called if address.called and not kept else "Another household"
        people = [member(one, opened, pack) for one in elsewhere if one.person.pk in there]
        groups.append({"title": title, "outlined": True, "people": people})
    return groups


def _plain(
    title: str, members: Sequence[FamilyMember], opened: Opened, pack: Pack, without: set[int] | None = None
) -> dict[str, Any]:
    people = [member(one, opened, pack) for one in members if one.person.pk not in (without or ())]
    return {"title": title, "outlined": False, "people": people}


def _unrelated(person: Any, opened: Opened) -> dict[str, Any]:
    """Somebody who lives there, and nobody has said what they are to the child."""
    return {
        "relation": "Lives there",
        "name": person.called,
        "href": reverse("child", args=[person.ref]),
        "age": how_old(person, opened.actor.today),
        "facts": "How they belong is not recorded",
    }
