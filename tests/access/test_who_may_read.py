"""The database and the words of the design agree on who may read every row, whatever the ties, seals and seconds.

Worlds are made up by hypothesis; the database answers as each reader; `oracle.py` says what it owes. Then each policy
is broken on purpose, one at a time, to show that these tests would notice.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, Phase, find, given, settings

import kith.access
from kith.access import SYSTEM, Actor, Audience, acting_as
from tests.access.oracle import TABLES, Oracle
from tests.access.worlds import READERS, Scene, World, set_scene, tell, worlds
from tests.cast import NOW

OURS = {"deadline": None, "database": None, "derandomize": True, "suppress_health_check": [HealthCheck.too_slow]}
VIEWS = (Path(kith.access.__file__).parent / "views.sql").read_text()


@pytest.fixture
def scene(db: None) -> Scene:
    return set_scene()


@contextmanager
def told(scene: Scene, world: World) -> Iterator[None]:
    """The world as told, and gone afterwards."""
    with transaction.atomic():
        tell(scene, world)
        yield
        transaction.set_rollback(True)


def actor(scene: Scene, world: World, reader: str) -> Actor:
    myself = world.selves.get(reader)
    return Actor(scene.accounts[reader], Audience(reader), NOW, person_id=scene.people[myself] if myself else None)


def rows(query: str, *parameters: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


def granted() -> list[str]:
    """The tables whoever is acting may ask at all: their own grant, and one on all that their policy asks."""
    return [table for table in TABLES if can_ask(table)]


def can_ask(table: str) -> bool:
    try:
        with transaction.atomic():
            rows(f"select 1 from {table} limit 0")
    except DatabaseError:
        return False
    return True


def read(scene: Scene, tables: list[str]) -> dict[str, set[int]]:
    """The ids of the scene's rows that whoever is acting reads, by table."""
    seen: dict[str, set[int]] = {table: set() for table in TABLES}
    query = " union all ".join(f"select '{table}', id from {table} where id >= 900000" for table in tables)
    for table, pk in rows(query) if tables else []:
        seen[table].add(pk)
    return seen


def granted_to_each(scene: Scene) -> dict[str, list[str]]:
    nowhere = World([], {}, {}, [], set(), {})
    found = {}
    for reader in READERS:
        with acting_as(actor(scene, nowhere, reader)):
            found[reader] = granted()
    return found


def disagreements(scene: Scene, world: World, may_ask: dict[str, list[str]]) -> list[str]:
    """Where the database and the words part ways in this world; each reader is told apart."""
    found = []
    for reader in READERS:
        oracle = Oracle(world, reader)
        with acting_as(actor(scene, world, reader)):
            reads, owed = read(scene, may_ask[reader]), oracle.sees(scene)
            found += [f"{reader} reads {t}: {reads[t]}, not {owed[t]}" for t in TABLES if reads[t] != owed[t]]
            found += _writing(scene, oracle)
            found += _searching(scene, oracle) if reader == "staff" else []
    return found


def _writing(scene: Scene, oracle: Oracle) -> list[str]:
    may = {pk for (pk,) in rows("select person_id from my_ties where may_write")}
    owed = {scene.people[person] for person in oracle.may_write_about()}
    return [] if may == owed else [f"{oracle.reader} may write about {may}, not {owed}"]


def _searching(scene: Scene, oracle: Oracle) -> list[str]:
    names = {pk: person for person, pk in scene.people.items()}
    finds = {names[pk]: is_open for pk, is_open in rows("select person_id, open from kith_find(array['scene'], 50)")}
    around = {names[pk] for (pk,) in rows("select person_id from around_mine")}
    glass = {p for p in names.values() if rows("select 1 from kith_restricted(%s)", f"SC-{p}")}
    return [
        *([] if finds == oracle.finds() else [f"finds {finds}, not {oracle.finds()}"]),
        *([] if around == oracle.may_describe() else [f"may describe {around}, not {oracle.may_describe()}"]),
        *([] if glass == oracle.may_break_the_glass_of() else [f"breaks the glass of {glass}"]),
    ]


def searchable(scene: Scene) -> None:  # everybody is called "scene" by the search
    for pk in scene.people.values():
        rows("select kith_index(%s, array['scene'])", pk)


def test_every_reader_reads_exactly_what_the_words_of_the_design_give_them(scene):
    searchable(scene)
    may_ask = granted_to_each(scene)

    @given(worlds())
    @settings(max_examples=100, **OURS)
    def agree(world: World) -> None:
        with told(scene, world):
            assert disagreements(scene, world, may_ask) == []

    agree()


def test_the_public_may_ask_nothing_and_the_system_reads_every_row(scene):
    with acting_as(Actor(None, Audience.PUBLIC, NOW)):
        assert granted() == []
    with acting_as(SYSTEM(NOW)):
        assert read(scene, TABLES) == {t: set(scene.ids.get(t, {}).values()) for t in TABLES}


def in_views(words: str, instead: str) -> str:
    """The views again, with these words of theirs replaced."""
    assert words in VIEWS, f"views.sql no longer says {words!r}"
    return VIEWS.replace(words, instead)


BROKEN = {
    "a conflict bars nobody": in_views("c.because = 'conflict'", "false"),
    "a seal opens to whoever it is about": in_views("and current_setting('role') = 'kith_child'", ""),
    "a seal opens to any tie": in_views("and n.because = 'named'", ""),
    "a seal binds staff alone": in_views(
        "r.level = 'sealed'",
        "r.level = 'sealed' and 'staff' = (select a.audience from directory_account a where a.id = kith_account())",
    ),
    "a tie never ends": in_views("and (t.ends_at is null or t.ends_at > kith_now())", ""),
    "a tie ends a moment late": in_views("t.ends_at > kith_now()", "t.ends_at >= kith_now()"),
    "a tie to come stands already": in_views("and t.starts_at <= kith_now()", ""),
    "everyone's ties are mine": in_views("where t.account_id = kith_account()", "where true"),
    "a restriction that is over still closes": in_views("where r.ended_at is null and", "where"),
    "a kept address is kept from nobody": in_views("p.from_person_id = kith_person()", "false"),
    "an address stays kept when that is over": in_views("and p.ended_on is null", ""),
    "what was withdrawn still stands": in_views("from record_withdrawal", "from record_withdrawal where false"),
    "every tie may write": in_views("select t.person_id, t.may_write", "select t.person_id, true as may_write"),
    "a home taken off still makes a household": in_views(
        "and r.id not in (select row_id from withdrawn where row_table = 'people_residence')", ""
    ),
    "a closed parent may be described": in_views("where around.person_id not in (select id from closed_to_me)", ""),
    "staff read every word": "alter policy staff_select on voice_words using (true)",
    "partners read every name": "alter policy partner_select on people_person using (true)",
    "families read every act": "alter policy family_select on record_act using (true)",
    "children read every lead": "alter policy child_select on involvement_leadworker using (true)",
    "one of two people is enough": "alter policy staff_select on people_relationship using"
    " (person_id not in (select id from closed_to_me))",
    "a draft is anybody's": "alter policy staff_select on record_draft using (true)",
    "a policy is dropped": "drop policy staff_select on visits_childline",
    "partners read words": "grant select on voice_words to kith_partner;"
    " create policy partner_select on voice_words for select to kith_partner using (true)",
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_policy_broken_on_purpose_is_noticed(scene, how):
    searchable(scene)
    with connection.cursor() as cursor:
        cursor.execute(BROKEN[how])
    may_ask = granted_to_each(scene)

    def parts_ways(world: World) -> bool:
        with told(scene, world):
            return bool(disagreements(scene, world, may_ask))

    assert find(worlds(), parts_ways, settings=settings(max_examples=300, phases=[Phase.generate], **OURS))
