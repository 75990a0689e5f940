"""What the record holds of work a census knows, put there as an import would, and how its clocks then stand."""

from typing import Any

from django.db import connection

from kith.access import acting_as
from kith.standards.clocks import queries
from kith.standards.clocks.rules import Line
from tests.cast import Cast

EMPTY = {
    "assessment_assessment": {
        "factors": "{}",
        "factors_named": "{}",
        "place_in_file": 0,
        "version": 1,
        **dict.fromkeys(("why", "begun_by_name", "what_changed", "signed_by_name"), ""),
    },
    "involvement_enquiry": {
        "place_in_file": 0,
        **dict.fromkeys(("how", "alone", "not_alone_because", "not_seen_because", "child_said", "checks"), ""),
        **dict.fromkeys(
            ("medical", "findings", "safe_until", "outcome", "family_told_who", "family_not_told_because"), ""
        ),
    },
    "involvement_protectionplan": {
        "first_category": "NEG",
        "latest_category": "NEG",
        "reviewed_on": "{}",
        "place_in_file": 0,
        **dict.fromkeys(("end_reason", "mother_unwell"), ""),
    },
    "plans_plan": {
        "place_in_file": 0,
        "version": 1,
        "not_now": "{}",
        "not_now_because": "",
        **dict.fromkeys(("because", "ends_when", "if_worse", "agreed_by", "ended_because"), ""),
        **dict.fromkeys(("no_strength_because", "no_parents_change_because", "unanswered_because"), ""),
    },
}


def lines(cast: Cast, child: Any, by: str = "aisha") -> list[Line]:
    with acting_as(cast.actors[by]):
        return queries.clocks_of(child, cast.actors[by])


def by_limit(cast: Cast, child: Any, by: str = "aisha") -> dict[str, Line]:
    return {line.clock.timescale.key: line for line in lines(cast, child, by)}


def add(table: str, child: Any, **columns: Any) -> int:
    """One row of a table, about the child's work, as the tables' owner writes it."""
    told = {**EMPTY[table], **columns}
    names, marks = ", ".join(told), ", ".join(["%s"] * len(told))
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} (person_id, spell_id, act_id, latest_act_id, {names})"
            f" select person_id, id, act_id, act_id, {marks} from involvement_spell where person_id = %s returning id",
            [*told.values(), child.pk],
        )
        return cursor.fetchone()[0]


def put_at(child: Any, level: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update involvement_spell set level = %s where person_id = %s", [level, child.pk])


def change_work(child: Any, **columns: Any) -> None:
    sets = ", ".join(f"{name} = %s" for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"update involvement_spell set {sets} where person_id = %s", [*columns.values(), child.pk])
