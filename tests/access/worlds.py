"""Small made-up worlds in which access is decided: fixed people and rows, and whatever may change who reads them.

Rows are laid down as the owner, past every act: what is tried here is the policies and nothing else.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import models
from hypothesis import strategies as st

from kith.directory.models import Account, Restriction, Tie
from kith.involvement.models import LeadWorker, Spell
from kith.people.models import (
    Address,
    AddressProtection,
    ContactPoint,
    Identifier,
    Language,
    Person,
    PersonName,
    Relationship,
    Residence,
    SituationLine,
)
from kith.record.models import Act, Draft, Occasion, Withdrawal
from kith.visits.models import ChildLine, Promise, Visit
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY

FIRST = 900_000  # ids of our own, so that nothing needs asking for
PEOPLE = ["ada", "ben", "cal", "mum", "dad"]
READERS = ["staff", "partner", "family", "child"]
# What each occasion was about: a visit to two, a visit to one, two moves, and a line of its own for everybody.
OCCASIONS = {
    "visit to two": ["ada", "ben"],
    "visit to one": ["cal"],
    "mum's home": ["ada", "ben", "mum"],
    "dad's home": ["dad"],
    "records": PEOPLE,
}
HOMES = {"mum's home": ["ada", "ben", "mum"], "dad's home": ["cal", "dad"]}
RELATED = [("ada", "mum"), ("ben", "dad"), ("ada", "cal"), ("cal", "mum")]
TO_WITHDRAW = ["voice_words", "visits_childline", "record_act", "people_residence"]
BECAUSE = [
    "lead_worker",
    "covering",
    "team_manager",
    "invited",
    "shared",
    "named",
    "break_glass",
    "parent",
    "self",
    "conflict",
]


@dataclass(frozen=True)
class Bond:
    """A tie: hours from now to its beginning and its end."""

    reader: str
    person: str
    because: str
    may_write: bool
    begins: int
    ends: int | None


@dataclass(frozen=True)
class Kept:
    """A home kept from somebody, or no longer."""

    home: str
    protects: str
    kept_from: str
    over: bool


@dataclass(frozen=True)
class World:
    bonds: list[Bond]
    levels: dict[str, str]  # a person to "restricted" or "sealed"
    lifted: dict[str, str]  # levels that have ended
    kept: list[Kept]
    withdrawn: set[tuple[str, str]]  # table, person
    selves: dict[str, str]  # a reader to the record about that very reader


@dataclass
class Scene:
    """The rows everybody shares: id by table and whatever names a row there."""

    ids: dict[str, dict[Any, int]] = field(default_factory=dict)
    acts: dict[tuple[str, str], int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)


@st.composite
def bonds(draw: st.DrawFn) -> Bond:
    """Most stand and most are of staff, where most is decided; every edge of an hour is among the rest."""
    because = draw(st.sampled_from([*BECAUSE, "lead_worker", "covering", "team_manager", "conflict"]))
    begins = draw(st.sampled_from([-12, -1, -1, -1, 0, 1]))
    ends = draw(st.sampled_from([1, 12, None, None, 0, -1]))
    if because == "break_glass":  # the database holds it to a day
        ends = min(begins + 24, 12 if ends is None else ends)
    if ends is not None:
        ends = max(begins, ends)
    person = draw(st.sampled_from(PEOPLE))
    reader = draw(st.sampled_from([*READERS, "staff", "staff"]))
    return Bond(reader, person, because, draw(st.sampled_from([True, True, False])), begins, ends)


def worlds() -> st.SearchStrategy[World]:
    closed = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(["restricted", "sealed"]), max_size=4)
    kept = st.builds(
        Kept,
        st.sampled_from(list(HOMES)),
        st.sampled_from(PEOPLE),
        st.sampled_from(PEOPLE),
        st.booleans(),
    )
    return st.builds(
        World,
        bonds=st.lists(bonds(), min_size=2, max_size=14),
        levels=closed,
        lifted=closed,
        kept=st.lists(kept, max_size=3, unique_by=lambda k: (k.home, k.protects, k.kept_from)),
        withdrawn=st.sets(st.tuples(st.sampled_from(TO_WITHDRAW), st.sampled_from(PEOPLE)), max_size=6),
        selves=st.dictionaries(st.sampled_from(READERS), st.sampled_from(PEOPLE)),
    )


def lay(model: type[models.Model], rows: dict[Any, models.Model], scene: Scene) -> None:
    """Put these rows down, past the guard, with ids of our own; remember them by their names."""
    scene.ids[model._meta.db_table] = named = {}
    for number, (name, row) in enumerate(rows.items()):
        row.pk = named[name] = FIRST + number
    models.QuerySet(model).bulk_create(rows.values())


def set_scene() -> Scene:
    scene = Scene()
    lay(
        Account,
        {r: Account(email=f"{r}@scene.test", name=r, audience=r, password="!") for r in READERS},  # type: ignore[misc]
        scene,
    )
    scene.accounts = scene.ids["directory_account"]
    scene.people = {name: FIRST + number for number, name in enumerate(PEOPLE)}
    _log(scene)
    _people(scene)
    _what_is_written(scene)
    _homes(scene)
    return scene


def _log(scene: Scene) -> None:
    told = {"happened_on": TODAY, "recorded_at": NOW, "name": "told", "said": "Somebody wrote something."}
    writer = scene.accounts["partner"]
    occasions = {o: Occasion(key=o, by_id=writer, by_name="", audience="partner", pack="p", **told) for o in OCCASIONS}
    lay(Occasion, occasions, scene)
    where = scene.ids["record_occasion"]
    # The rows of people come later: the keys between them are checked when a transaction ends, and this one never does.
    lines = {
        (o, p): Act(occasion_id=where[o], person_id=scene.people[p], **told)
        for o, present in OCCASIONS.items()
        for p in present
    }
    lay(Act, lines, scene)
    scene.acts = scene.ids["record_act"]


def about(scene: Scene, person: str, occasion: str = "records") -> dict[str, int]:
    act = scene.acts[occasion, person]
    return {"person_id": scene.people[person], "act_id": act, "latest_act_id": act}


def _people(scene: Scene) -> None:
    def each(make: Any) -> dict[str, Any]:
        return {p: make(p, about(scene, p)) for p in PEOPLE}

    def made(p: str, of: dict[str, int]) -> Person:
        return Person(ref=f"SC-{p}", called=p, sort_key=p, act_id=of["act_id"], latest_act_id=of["act_id"])

    lay(Person, each(made), scene)
    lay(PersonName, each(lambda p, of: PersonName(kind="known_as", given=p, **of)), scene)
    lay(Language, each(lambda p, of: Language(code="pl", **of)), scene)
    lay(Identifier, each(lambda p, of: Identifier(kind="la_child_id", value=f"S-{p}", **of)), scene)
    lay(ContactPoint, each(lambda p, of: ContactPoint(kind="phone", value="01632 960000", **of)), scene)
    line = {"kind": "worry", "text": "A worry.", "from_on": TODAY, "confirmed_on": TODAY, "confirmed_by": "x"}
    lay(SituationLine, each(lambda p, of: SituationLine(**line, **of)), scene)
    lay(Spell, each(lambda p, of: Spell(level="child_in_need", started_on=TODAY, **of)), scene)
    spells = scene.ids["involvement_spell"]
    lead = {"account_id": scene.accounts["staff"], "name": "staff", "from_on": TODAY}
    lay(LeadWorker, each(lambda p, of: LeadWorker(spell_id=spells[p], **lead, **of)), scene)
    relationships = {
        (one, other): Relationship(other_id=scene.people[other], kind="parent", **about(scene, one))
        for one, other in RELATED
    }
    lay(Relationship, relationships, scene)


def _what_is_written(scene: Scene) -> None:
    occasions = scene.ids["record_occasion"]
    visits = {o: Visit(happened_at=NOW, mode="home", occasion_id=occasions[o]) for o in OCCASIONS if "visit" in o}
    lay(Visit, visits, scene)
    lines, words = {}, {}
    for visit in visits:
        for p in OCCASIONS[visit]:
            of = about(scene, p, visit)
            at = {"visit_id": scene.ids["visits_visit"][visit], "visited_on": TODAY, "mode": "home", "seen": True}
            lines[p] = ChildLine(**at, **of)
            words[p] = Words(sort="wish", text="A wish.", said_on=TODAY, heard_by="x", **of)
    lay(ChildLine, lines, scene)
    lay(Words, words, scene)
    said = scene.ids["voice_words"]
    lay(Wish, {p: Wish(words_id=said[p], answer_by_on=TODAY, **about(scene, p)) for p in words}, scene)
    owed = {"text": "Ring back.", "by_name": "x", "made_on": TODAY, "due_on": TODAY}
    lay(Promise, {p: Promise(**owed, **about(scene, p)) for p in words}, scene)
    drafts = {r: Draft(account_id=scene.accounts[r], key="a visit", title="A visit", saved_at=NOW) for r in READERS}
    lay(Draft, drafts, scene)


def _homes(scene: Scene) -> None:
    occasions = scene.ids["record_occasion"]
    lay(Address, {h: Address(lines=h, occasion_id=occasions[h]) for h in HOMES}, scene)
    places = scene.ids["people_address"]
    residences = {
        (home, p): Residence(address_id=places[home], from_on=TODAY, **about(scene, p))
        for home, living in HOMES.items()
        for p in living
    }
    lay(Residence, residences, scene)


def tell(scene: Scene, world: World) -> None:
    """What differs from world to world."""
    occasion = {"occasion_id": scene.ids["record_occasion"]["records"]}
    Account.objects.filter(email__endswith="@scene.test").update(person=None)
    ties = [
        Tie(
            account_id=scene.accounts[bond.reader],
            person_id=scene.people[bond.person],
            because=bond.because,
            reason="said" if bond.because == "break_glass" else "",
            may_write=bond.may_write,
            starts_at=NOW + timedelta(hours=bond.begins),
            ends_at=None if bond.ends is None else NOW + timedelta(hours=bond.ends),
            **occasion,
        )
        for bond in world.bonds
    ]
    models.QuerySet(Tie).bulk_create(ties)
    more = {"because": "x", "guardian_id": scene.accounts["staff"], "review_on": TODAY, **occasion}
    restrictions = [
        Restriction(person_id=scene.people[person], level=level, ended_at=ended, **more)
        for levels, ended in ((world.levels, None), (world.lifted, NOW))
        for person, level in levels.items()
    ]
    models.QuerySet(Restriction).bulk_create(restrictions)
    _keep(scene, world)
    _withdraw(scene, world)


def _keep(scene: Scene, world: World) -> None:
    rows = {
        kept: AddressProtection(
            address_id=scene.ids["people_address"][kept.home],
            from_person_id=scene.people[kept.kept_from],
            because="x",
            review_on=date(2027, 1, 1),
            **(_over(scene) if kept.over else {}),
            **about(scene, kept.protects),
        )
        for kept in world.kept
    }
    lay(AddressProtection, rows, scene)


def _over(scene: Scene) -> dict[str, Any]:
    """One asked, another ended it."""
    asked = {"end_because": "x", "end_asked_on": TODAY, "end_asked_by_id": scene.accounts["staff"]}
    return {**asked, "ended_on": TODAY, "ended_by_id": scene.accounts["partner"]}


def _withdraw(scene: Scene, world: World) -> None:
    rows = [
        Withdrawal(row_table=table, row_id=pk, because="x", **about(scene, person))
        for table, person in world.withdrawn
        for name, pk in scene.ids[table].items()
        if person == name or (isinstance(name, tuple) and person == name[1])
    ]
    models.QuerySet(Withdrawal).bulk_create(rows)
