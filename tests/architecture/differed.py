"""What Kelly and Maya say of our work, and earlier work with Maya of which it is asked again (S3-16)."""

from datetime import timedelta
from typing import Any

from django.db import connection

from kith.access import acting_as
from kith.involvement.acts import say_difference
from kith.involvement.models import Closure, DifferenceSaid, Spell
from tests.cast import TODAY, Cast

SECRET_ASKED_US = "Do not come on the day of the boat race"
SECRET_FATHERS = "Ring the shipyard and not the flat"
DIFFERED = [SECRET_ASKED_US, SECRET_FATHERS]


def differ(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one."""
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "said": "change"}
        say_difference(**told, whose="child", words=f"{SECRET_ASKED_US} {n}")
        say_difference(**told, whose="family", words=f"{SECRET_FATHERS} {n}", person_who=cast.people["tomek"])


def work_that_ended(cast: Cast) -> None:
    """As the tables' owner writes it: the cast knows one spell of work with Maya, which is open."""
    before = TODAY - timedelta(days=400)
    spell = _copied(Spell, cast.maya, known_from=before, started_on=before, closed_on=TODAY - timedelta(days=95))
    told = {"spell_id": spell, "ask_again_on": TODAY - timedelta(days=3), "child_told_on": None}
    texts = [
        field.column
        for field in Closure._meta.concrete_fields
        if field.get_internal_type() in ("TextField", "CharField")
    ]
    told |= dict.fromkeys(texts, "")
    names, marks = ", ".join(told), ", ".join(["%s"] * len(told))
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into involvement_closure (person_id, act_id, latest_act_id, {names})"
            f" select person_id, act_id, act_id, {marks} from involvement_spell where id = %s",
            [*told.values(), spell],
        )


def _copied(model: Any, child: Any, **changes: Any) -> int:
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    values = ", ".join("%s" if name in changes else name for name in columns)
    given = [changes[name] for name in columns if name in changes]
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} ({', '.join(columns)}) select {values} from {table}"
            " where person_id = %s and closed_on is null returning id",
            [*given, child.pk],
        )
        return cursor.fetchone()[0]


def of_differences(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    row = DifferenceSaid.objects.filter(person=cast.maya).order_by("pk").first()
    how = Closure.objects.filter(person=cast.maya, ask_again_on__isnull=False).order_by("pk").first()
    return {
        **{name: {"ref": cast.maya.ref, "pk": row.pk} for name in ("sort-difference", "say-what-we-did")},
        "ask-difference-again": {"ref": cast.maya.ref, "pk": how.pk},
    }
