"""Who is left out of meetings about a child, and whose turn it is to be thought of again."""

from kith.involvement import rules
from kith.involvement.models import LeftOut
from kith.people.models import Person


def left_out_of(child: Person) -> dict[str, LeftOut]:
    """Those left out now, by name in small letters. One query."""
    return rules.standing(LeftOut.objects.filter(person=child, ended_on=None))


def left_out(pk: int) -> LeftOut | None:
    return LeftOut.objects.filter(pk=pk).select_related("person").first()
