"""Who is left out of meetings about a child, and whose turn it is to be thought of again."""

from collections.abc import Iterable

from kith.involvement import rules
from kith.involvement.models import LeftOut, MeetingLine
from kith.packs import Pack
from kith.people.models import Person


def left_out_of(child: Person) -> dict[str, LeftOut]:
    """Those left out now, by name in small letters. One query."""
    return rules.standing(LeftOut.objects.filter(person=child, ended_on=None))


def somebody_left_out(people: Iterable[int], pack: Pack) -> set[int]:
    """Of these children, those about whom meetings go on without somebody of the family now, or a conference or a core
    group met that somebody of the family was not asked to. Two queries.
    """
    these = list(people)
    left = LeftOut.objects.filter(person_id__in=these, ended_on=None).values_list("person_id", flat=True)
    family = pack.flagged("meeting_role", "of_the_family")
    parts = {"meeting__parts__how": "not_asked", "meeting__parts__role__in": family}
    met = MeetingLine.objects.filter(person_id__in=these, **parts).exclude(kind="strategy")
    not_asked = met.values_list("person_id", flat=True)
    return {*left, *not_asked}


def left_out(pk: int) -> LeftOut | None:
    return LeftOut.objects.filter(pk=pk).select_related("person").first()
