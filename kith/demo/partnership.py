"""The rest of the caseload: a synthetic authority's census, allocated, visited and listened to, all through acts.

Seeded: the same day gives the same partnership, whatever the machine. Not everything is well: some children wait for a
lead worker, some visits are late, some answers are owed, as in any authority on any day.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from random import Random

from kith.access import SYSTEM, acting_as
from kith.access.actor import HOME_TIME
from kith.demo.keeping import at_four, keep_up, say_why
from kith.demo.services import Services
from kith.directory.models import Staff
from kith.involvement.acts import allocate
from kith.involvement.models import Spell
from kith.people.models import Person
from kith.visits.acts import Promised, Said, Seen, plan_visit, record_visit

SEED = 20261
STOPPED = timedelta(days=45)  # since the last visit to a child nobody goes to see any more
_SAW = [
    "Sat close to Gran and joined in the talk after a while.",
    "Came running to the door with a drawing.",
    "Quiet at first; talked about football for ten minutes.",
    "Playing with the dog in the yard, muddy and happy.",
    "Busy on the floor with bricks, looked up at each sound.",
    "Yawning. Said the night was loud.",
    "Wanted to show every page of the scrapbook.",
    "Kept the coat on the whole visit.",
]
_MEANS = [
    "The routine after school is holding.",
    "Worth asking about nights next time.",
    "More at ease than a month ago.",
    "Needs a quiet place to talk that is not the kitchen.",
]
_HOMES = [
    "Warm, tea on the stove, uniforms drying on the rail.",
    "Cold front room; everyone in the kitchen with the oven on.",
    "Two beds for three. The landlord has been asked twice.",
    "Nan was there, and the little one asleep on her.",
    "Loud and cheerful. Nobody sat down the whole time.",
]
_SAID = [
    ("wish", "I want to go to the same school as my cousin"),
    ("wish", "Can my dad come to my match"),
    ("wish", "I want people to knock before they come in"),
    ("worry", "I get worried when the phone rings at night"),
    ("worry", "My tummy hurts before school"),
    ("good_thing", "I scored two goals"),
    ("good_thing", "Nan taught me to make soup"),
    ("good_thing", "I like it when you come on Fridays"),
]


_FULL = "Two colleagues left in the summer; each of us holds a few more until January."


def people_the_caseload(services: Services, now: datetime, progress: Callable[[int, int], None]) -> None:
    """Lead workers and visits for the census's open work. One in twelve children still waits for a lead worker."""
    dice = Random(SEED)  # noqa: S311 - a made-up caseload needs no secrets
    today = now.astimezone(HOME_TIME).date()
    with acting_as(SYSTEM(now)):
        spells = list(
            Spell.objects.filter(closed_on=None, came_from__startswith="the census")
            .select_related("person")
            .order_by("pk")
        )
    for done, spell in enumerate(spells, 1):
        if done % 12:
            _one_child(services, now, today, dice, spell, services.caseholders[done % len(services.caseholders)])
        progress(done, len(spells))


def _one_child(services: Services, now: datetime, today: date, dice: Random, spell: Spell, lead: Staff) -> None:
    began = today - timedelta(days=dice.randint(60, 150))
    manager = services.actor("grace", _at(began, 10))
    with acting_as(manager):
        allocate(by=manager, about=spell.person, lead=lead, family_told_on=began, over_cap_because=_FULL)
    days = list(_visit_days(dice, began, today))
    for day in days:
        _visit(services, dice, spell.person, lead, day)
    if dice.random() < 0.7:
        _plan(services, now, dice, spell.person, lead)
    by = at_four(services.actor, _key(lead), now)
    keep_up(dice, spell.person, by, began, today)
    if days and days[-1] < today - STOPPED and dice.random() < 0.6:
        say_why(dice, spell.person, by, at_four(services.actor, "grace", now), today)


def _visit_days(dice: Random, began: date, today: date) -> Iterator[date]:
    """Every three weeks or so; for one child in six the visits have stopped."""
    stops = today - STOPPED if dice.random() < 0.17 else today
    day = began + timedelta(days=dice.randint(3, 12))
    while day < stops:
        yield day
        day += timedelta(days=dice.randint(14, 30))


def _visit(services: Services, dice: Random, person: Person, lead: Staff, day: date) -> None:
    by = services.actor(_key(lead), _at(day, 16))
    said = [Said(*dice.choice(_SAID))] if dice.random() < 0.5 else []
    promised = (
        [Promised("Ring on Friday to say what school said", day + timedelta(days=7))] if dice.random() < 0.15 else []
    )
    line = Seen(
        person,
        True,
        alone="alone" if dice.random() < 0.7 else "child_chose_not",
        alone_words="Asked for their brother to stay.",
        saw=dice.choice(_SAW),
        means=dice.choice(_MEANS),
        said=said,
        promised=promised,
    )
    with acting_as(by):
        record_visit(
            by=by,
            about=[person],
            on=day,
            lines=[line],
            happened_at=by.now - timedelta(minutes=70),
            opened_at=by.now - timedelta(minutes=dice.randint(3, 9)),
            mode="home" if dice.random() < 0.8 else "school",
            for_everyone=dice.choice(_HOMES) if dice.random() < 0.85 else "",
        )


def _plan(services: Services, now: datetime, dice: Random, person: Person, lead: Staff) -> None:
    by = services.actor(_key(lead), now)
    soon = _at(now.astimezone(HOME_TIME).date() + timedelta(days=dice.randint(1, 18)), dice.randint(9, 16))
    with acting_as(by):
        plan_visit(by=by, about=person, planned_for=soon)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, datetime.min.time(), HOME_TIME) + timedelta(hours=hour)


def _key(lead: Staff) -> str:
    return lead.name.lower().replace(" ", ".")
