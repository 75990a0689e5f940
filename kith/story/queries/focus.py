"""The last records of a child, and whose story they tell (S1-06)."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Q

from kith import packs
from kith.people.models import Person, PersonName, Relationship
from kith.people.rules import is_grown
from kith.story.rules.focus import Focus, Text, focus

_LAST = (Path(__file__).parent.parent / "focus.sql").read_text(encoding="utf-8")


def focus_of(child: Person, today: date) -> Focus:
    """How much of the last records speaks of this child. Three queries."""
    return focus_of_each([child.pk], today)[child.pk]


def focus_of_each(people: Iterable[int], today: date) -> dict[int, Focus]:
    """The same for several children, by child. Three queries however many there are; none for nobody."""
    ids = list(people)
    if not ids:
        return {}
    pack = packs.pack_for(settings.PACK, today)
    least, records = int(pack.figure("share-about-child", today)), int(pack.figure("share-about-child-records", today))
    texts = _texts(ids, records)
    names, adults = _names(ids), _adults(ids, today)
    return {
        one: focus(texts.get(one, []), names.get(one, ()), adults.get(one, ()), least=least, records=records)
        for one in ids
    }


def _texts(ids: list[int], records: int) -> dict[int, list[Text]]:
    found: dict[int, list[Text]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_LAST, {"people": ids, "records": records})
        for person, *text in cursor.fetchall():
            found.setdefault(person, []).append(Text(*text))
    return found


def _names(ids: list[int]) -> dict[int, list[str]]:
    """What each child is called, without family names: those are their parents’ too."""
    found: dict[int, list[str]] = {}
    for person, given in PersonName.objects.filter(person_id__in=ids).values_list("person_id", "given"):
        found.setdefault(person, []).append(given)
    return found


def _adults(ids: list[int], today: date) -> dict[int, list[str]]:
    """The grown people of each child’s family; someone whose age nobody knows is taken for one."""
    found: dict[int, list[str]] = {}
    rows = Relationship.objects.filter(Q(person_id__in=ids) | Q(other_id__in=ids)).select_related("person", "other")
    for row in rows:
        for child, other in ((row.person_id, row.other), (row.other_id, row.person)):
            if child in ids and is_grown(other, today):
                found.setdefault(child, []).append(other.called)
    return found
