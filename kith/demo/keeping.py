"""What the made-up workers do between visits: answer, keep promises, read stories through, get to know families.

Mostly kept and partly late, as anywhere: a board on which everything is missed, or nothing, teaches nobody anything.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from kith.access import Actor, acting_as
from kith.access.actor import HOME_TIME
from kith.people.acts import add_new_relative, say_about_me
from kith.people.models import Person
from kith.standards.acts import accept_explanation, explain_missed
from kith.standards.queries import panel
from kith.story.acts import review_story
from kith.visits.acts import complete_gap, end_promise
from kith.visits.models import Promise, ToComplete
from kith.voice.acts import answer_child
from kith.voice.models import Wish

By = Callable[[date], Actor]  # the lead worker, at four in the afternoon of a day

_ANSWERS = [
    ("agreed", "We spoke with your family and it is arranged.", ""),
    ("agreed", "I asked, and the answer is yes.", ""),
    ("partly", "Every second week to begin with.", "Each week is too far to travel in winter."),
    ("not_agreed", "", "It is not safe yet. We will look at it again together after the holidays."),
]
_FILLED = {
    "daily_life": "Warm, tidy enough, and somebody always in.",
    "observation": "Held on to the table and bounced; looked for Mum's face at each noise.",
}
_MOTHERS = ["Anita", "Beth", "Carys", "Dilys", "Esme", "Fatima", "Gwen", "Hana", "Ivana", "Joy"]
_FATHERS = ["Aled", "Bilal", "Conor", "Dafydd", "Emeka", "Filip", "Gethin", "Hari", "Iwan", "Jakub"]
_SURNAMES = ["Ashdown", "Birkett", "Cadwell", "Dunmore", "Eastwick", "Fenner", "Garside", "Holt", "Ingleby", "Jessop"]
_LIKES = ["Swimming on Sundays.", "Drawing cats.", "Football, in goal.", "Baking with Gran.", "Trains and maps."]
_LATE = [
    ("The family were away and we agreed a later day.", "At school on Tuesday at 9, with the class teacher."),
    ("I was off sick and nobody covered in time.", "At home on Thursday after tea."),
]


def keep_up(dice: Random, child: Person, by: By, began: date, today: date) -> None:
    """Everything below, for one child led by one worker since the day they began."""
    with acting_as(by(today)):
        _complete(dice, child, by, today)
        _answer(dice, child, by, today)
        _promises(dice, child, by, today)
    if dice.random() < 0.4:
        _family(dice, child, by(today - timedelta(days=dice.randint(5, 40))))
    if dice.random() < 0.6:
        worker = by(max(began, today - timedelta(days=dice.randint(1, 100))))
        with acting_as(worker):
            review_story(by=worker, about=child)
    if child.pk % 3:  # for two children in three somebody has asked
        _about_me(child, by(max(began, today - timedelta(days=30))))


def say_why(dice: Random, child: Person, by: By, manager: By, today: date) -> None:
    """Visits have stopped, and someone has said why; for half of them somebody else has let that stand."""
    worker = by(today - timedelta(days=2))
    with acting_as(worker):
        late = any(row.id == "seen-in-time" and row.state == "missed" for row in panel(child, worker))
        if not late:
            return
        reason, plan = dice.choice(_LATE)
        given = explain_missed(by=worker, about=child, standard_id="seen-in-time", reason=reason, plan=plan)
    if dice.random() < 0.5:
        other = manager(today - timedelta(days=1))
        with acting_as(other):
            until = today + timedelta(days=14)
            accept_explanation(by=other, about=child, explanation=given, expires_on=until)


def _complete(dice: Random, child: Person, by: By, today: date) -> None:
    for gap in ToComplete.objects.filter(person=child, what__in=_FILLED, completed_on=None).select_related(
        "line__visit"
    ):
        day = gap.line.visited_on + timedelta(days=dice.choice((1, 1, 2, 6)))
        if day <= today and dice.random() < 0.8:
            worker = by(day)
            with acting_as(worker):
                complete_gap(by=worker, about=child, gap=gap, text=_FILLED[gap.what])


def _answer(dice: Random, child: Person, by: By, today: date) -> None:
    for wish in Wish.objects.filter(person=child, answer=None).select_related("words"):
        decided = wish.words.said_on + timedelta(days=dice.choice((3, 5, 6, 8, 9, 12, 20)))
        if decided > today or dice.random() < 0.15:
            continue
        outcome, did, reason = dice.choice(_ANSWERS)
        told = decided + timedelta(days=dice.choice((0, 0, 1, 2, 4)))
        worker = by(min(max(told, decided), today))
        with acting_as(worker):
            answer_child(by=worker, about=child, wish=wish, on=decided, **_said(worker, told, outcome, did, reason))


def _said(worker: Actor, told: date, outcome: str, did: str, reason: str) -> dict[str, Any]:
    answer: dict[str, Any] = {"outcome": outcome, "what_we_did": did, "reason": reason}
    if told <= worker.today:
        answer |= {"told_by": worker.name, "told_on": told, "reaction": "ok"}
    return answer


def _promises(dice: Random, child: Person, by: By, today: date) -> None:
    for promise in Promise.objects.filter(person=child, outcome="", due_on__lte=today):
        if dice.random() < 0.85:
            worker = by(promise.due_on)
            outcome, words = dice.choice(
                (("kept", ""), ("kept", ""), ("kept", ""), ("changed_told", "School was shut; we rang on Monday."))
            )
            with acting_as(worker):
                end_promise(by=worker, about=child, promise=promise, outcome=outcome, words=words)


def _family(dice: Random, child: Person, worker: Actor) -> None:
    """A mother, mostly a father too, and who may decide: asked about a child of whom a census names nobody."""
    family = dice.choice(_SURNAMES)
    with acting_as(worker):
        add_new_relative(
            by=worker,
            about=child,
            kind="parent",
            given=dice.choice(_MOTHERS),
            family=family,
            sex="F",
            source="The family",
            acquired="mother",
        )
        if dice.random() < 0.8:
            add_new_relative(
                by=worker, about=child, kind="parent", given=dice.choice(_FATHERS), family=family, sex="M", source="Mum"
            )


def _about_me(child: Person, worker: Actor) -> None:
    with acting_as(worker):
        say_about_me(
            by=worker,
            about=child,
            part="likes",
            text=_LIKES[child.pk % len(_LIKES)],
            said_by="child",
            said_by_name=child.called.partition(" ")[0],
        )


def at_four(actor: Callable[[str, datetime], Actor], key: str, now: datetime) -> By:
    """This person at four in the afternoon of whichever day is asked for; never later than now."""

    def on(day: date) -> Actor:
        moment = datetime.combine(day, datetime.min.time(), HOME_TIME) + timedelta(hours=16)
        return actor(key, min(moment, now))

    return on
