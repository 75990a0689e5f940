"""Who can be reached from a child by the relations a tree is made of, step by step, as far as the reader may see."""

from django.db import connection

# Each step crosses one recorded relation, whichever end it was written from.
NEAR = """
recursive step(id, steps) as (
  select %(child)s::bigint, 0
  union
  select next.id, step.steps + 1 from step cross join lateral (
    select r.other_id as id from people_relationship r where r.person_id = step.id and r.kind = any(%(kin)s)
    union all
    select r.person_id from people_relationship r where r.other_id = step.id and r.kind = any(%(kin)s)
  ) next where step.steps < %(steps)s
), near as (select id, min(steps) as steps from step group by id)"""
FURTHEST = 10


def is_kin(child: int, other: int, kin: tuple[str, ...]) -> bool:
    """Whether the tree of this child reaches this person."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"with {NEAR} select exists (select 1 from near where id = %(other)s)",
            {"child": child, "other": other, "kin": list(kin), "steps": FURTHEST},
        )
        return cursor.fetchone()[0]
