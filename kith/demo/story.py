"""The demo family's story as a careful worker keeps it: what was taken in and what it meant, what others tell, and what
still waits. Each on its own day, through the acts a team would use.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from kith.access import Actor, acting_as
from kith.calendar import PartDate
from kith.people import acts as people
from kith.people.models import Person, SituationLine
from kith.record.models import Act
from kith.story import queries
from kith.story.acts import (
    leave_out_of_story,
    link_same_event,
    mean_for_child,
    review_story,
    say_still_right,
    take_into_story,
    tell_as_agency,
    tell_history,
)
from kith.voice.models import Words


class Family(Protocol):
    """What is needed of the telling of the family."""

    people: dict[str, Person]
    services: Any
    today: date
    now: datetime

    def by(self, name: str, days_ago: int, hour: int = 11) -> Actor: ...

    def day(self, days_ago: int) -> date: ...


# What was suggested and taken in: how it is found, when, what it meant, what was done.
_TAKEN = [
    ("begin_work", 728, "For the first time somebody came who was there for her as well as for Mum.", "Aisha Khan began to visit every month."),  # noqa: E501
    ("Dean's shouting at night", 443, "She lay awake listening, and could not think at school.", "Aisha talked with Kelly and with Dean on their own."),  # noqa: E501
    ("Dean does not stay overnight", 419, "The nights were quiet again and she slept in her own bed.", "Kelly wrote it down with us; Nan Rose has a copy."),  # noqa: E501
    ("Maya minds Sam at night", 213, "She was being the grown-up at night and was too tired to learn.", "Nan's third night was agreed, so that Maya sleeps."),  # noqa: E501
    ("Gary Stone must not have contact", 138, "She no longer looks behind her on the way to school.", "The court made the order; school and Nan Rose were told."),  # noqa: E501
]  # fmt: skip
# Of what the plan brought.
_PLANNED = [
    ("agree_plan", 57, "For the first time everyone said in front of her what they would do.", "Nan's nights began that week."),  # noqa: E501
    ("finish_review", 13, "She was asked, and said what she wants to know.", "Who comes at night is written on her sheet."),  # noqa: E501
    ("celebrate", 12, "A whole night away from home, without listening.", "Nan Rose told everybody."),
]  # fmt: skip
_STRENGTHS = [("Nan Rose comes two days a week", 589), ("At school every day", 178), ("Kelly rang us first", 138)]

# What the family and other agencies tell: when it was written down, when it happened, what, by whom.
_POLICE = (
    "Police came to the flat at night after neighbours heard shouting. Kelly had a cut lip; the children were awake."
)
_SCHOOL = "Maya told Mrs Bell that police came to the flat at night after shouting, and that Kelly had a cut lip."
_NAN = "They came twice that week, not once. I was there the second time, and the children were in my bed."

_SAID_TO_HER = {
    "Maya was born": "You were born a week early. Mum says you came out shouting.",
    "Maya started at St Anne's": "You started at St Anne's. Bea was your first friend there.",
    "Kelly and Tomek separated": "Mum and Dad stopped living together. It was not because of you.",
    "Our work with Maya began": "Aisha started to visit. It was to help Mum, and to hear what you think.",
}


def tell_story(t: Family) -> None:
    """Maya's story at its best, with something left to do."""
    _earlier_homes(t)
    for found, days_ago, meant, outcome in _TAKEN:
        _take(t, found, days_ago, 2 if found != "Gary Stone must not have contact" else 3, meant, outcome)
    for found, days_ago, meant, outcome in _PLANNED:
        _take(t, found, days_ago, 2, meant, outcome)
    for found, days_ago in _STRENGTHS:
        _take(t, found, days_ago, 1)
    _take(t, "Aisha Khan became", 727, 1)
    _others_tell(t)
    _what_visits_meant(t)
    _for_her(t)
    _what_waits(t)


def _earlier_homes(t: Family) -> None:
    """Where she lived before, as Nan Rose remembers it; of the moves, one belongs in the story."""
    by = t.by("theo", 729)
    year = t.today.year
    household = [t.people["maya"]]
    with acting_as(by):
        for from_on, until_on, lines, called in (
            (date(year - 9, 3, 4), date(year - 7, 2, 1), "6 Elm Road\nNorthcliff", "Elm Road"),
            (date(year - 7, 2, 1), date(year - 5, 4, 1), "11 Fisher Steps\nNorthcliff", "Nan's"),
            (date(year - 5, 4, 1), t.day(740), "2 Oak Terrace\nNorthcliff", "Oak Terrace"),
        ):
            people.move_home(
                by=by, about=household, on=PartDate(from_on, "month"), until_on=until_on, lines=lines, called=called
            )
    moves = Act.objects.filter(person=t.people["maya"], name="move_home").order_by("happened_on", "pk")
    by = t.by("aisha", 727)
    with acting_as(by):
        first, nans, oak = list(moves)[:3]
        for event in (first, oak):
            leave_out_of_story(
                by=by, about=t.people["maya"], event=event, because="One home of several: the homes are in the picture."
            )
        take_into_story(by=by, about=t.people["maya"], event=nans, significance=2, lens="home")
        mean_for_child(
            by=by,
            about=t.people["maya"],
            event=nans,
            significance=2,
            line="Maya, Kelly and Leo moved in with Nan Rose after Kelly lost her job.",
            meant="Two years in which somebody always had time. She still calls it “the long holiday”.",
            outcome="Nan Rose has been her second home ever since.",
        )


def _take(t: Family, found: str, days_ago: int, significance: int, meant: str = "", outcome: str = "") -> None:
    """One tap, and the words the same evening."""
    maya, by = t.people["maya"], t.by("aisha", days_ago, 18)
    with acting_as(by):
        shown = next(
            shown
            for shown in queries.story_of(maya, by.today).waiting
            if found in (shown.event.suggested.line if shown.event.suggested else "") or found == shown.event.name
        ).event
        take_into_story(
            by=by,
            about=maya,
            event=queries.act(shown.act_id),
            significance=significance,
            line=shown.suggested.line if shown.suggested else "",
            lens=shown.suggested.lens if shown.suggested else "",
        )
        if meant:
            event = queries.act(shown.act_id)
            mean_for_child(by=by, about=maya, event=event, significance=significance, meant=meant, outcome=outcome)


def _others_tell(t: Family) -> None:
    """Police, school and health, entered for them; one night recorded twice; and Nan's own account beside it."""
    maya, agencies, day = t.people["maya"], t.services.agencies, t.day(157)
    by = t.by("aisha", 150, 19)
    with acting_as(by):
        police = tell_history(
            by=by, about=maya, what=_POLICE, happened=PartDate(day), told_by="PC Imran Hart", agency=agencies["police"],
            document="police notification 4471", lens="harm", significance=3,
            meant="She heard it again, put the pillow over Leo's ears, and went to school without sleeping.",
        )  # fmt: skip
        mean_for_child(
            by=by, about=maya, event=police.act, significance=3, meant=police.act.entry.meant,
            outcome="Seen the next day. Dean moved out; police gave Kelly a number to ring at any hour.",
        )  # fmt: skip
        school = tell_history(
            by=by, about=maya, what=_SCHOOL, happened=PartDate(day + timedelta(days=1)), told_by="Marsha Lind",
            agency=agencies["school"], document="safeguarding log", lens="harm", significance=2,
        )  # fmt: skip
        link_same_event(by=by, about=maya, event=school.act, same_as=police.act)
        tell_history(
            by=by, about=maya, what=_NAN, happened=PartDate(day), told_by="Nan Rose", lens="harm", beside=police.act
        )
        tell_history(
            by=by, about=maya, what="Maya got her first glasses and wore them the same day.",
            happened=PartDate(t.day(300), "month"), told_by="Jo Pemberton", agency=agencies["health"],
            document="vision screening", lens="health", significance=1,
        )  # fmt: skip
    by = t.by("aisha", 400)
    with acting_as(by):
        tell_history(
            by=by, about=maya, what="Maya had a place at the breakfast club and was at school every day that term.",
            happened=PartDate(t.day(470), "month"), told_by="Mrs Bell", agency=agencies["school"],
            document="attendance register", lens="school", significance=1,
        )  # fmt: skip


def _what_visits_meant(t: Family) -> None:
    """Some of what matters was seen on a visit: the line that tells it, and what was done."""
    for days_ago, line, outcome in (
        (445, "Dean stayed in the room and said that Maya had homework: she could not talk with us alone.", "We saw her at school a fortnight later, alone."),  # noqa: E501
        (430, "At school Maya drew the flat with lightning over the sofa, and said that Dean shouts at night.", "A bottom line was agreed with Kelly ten days later."),  # noqa: E501
        (243, "Sam came home from hospital, and Maya held him first.", "Nan Rose stayed the week."),
        (150, "Maya told us that she heard shouting again and covered Leo's ears.", "Dean moved out that week. She was told on day ten."),  # noqa: E501
    ):  # fmt: skip
        by, maya = t.by("aisha", days_ago, 19), t.people["maya"]
        with acting_as(by):
            event = Act.objects.get(person=maya, name="record_visit", happened_on=by.today)
            entry = event.entry
            mean_for_child(
                by=by, about=maya, event=event, significance=entry.significance, meant=entry.meant, outcome=outcome,
                line=line,
            )  # fmt: skip


def _for_her(t: Family) -> None:
    """A few things as they were said to her."""
    by, maya = t.by("aisha", 30), t.people["maya"]
    with acting_as(by):
        for event in queries.read(maya).events:
            for start, said in _SAID_TO_HER.items():
                if event.title.startswith(start):
                    mean_for_child(
                        by=by, about=maya, event=queries.act(event.act_id), significance=event.significance,
                        meant=event.meant, for_child=said,
                    )  # fmt: skip
        born = Words.objects.get(person=maya, text__startswith="Sam holded my finger")
        entry = born.act.entry
        mean_for_child(
            by=by, about=maya, event=born.act, significance=entry.significance, meant=entry.meant,
            for_child="Sam was born. You held him first, as we had promised.",
        )  # fmt: skip


def _what_waits(t: Family) -> None:
    """Read through yesterday; since then the school has written, and one thing that matters has no words yet."""
    maya = t.people["maya"]
    for days_ago, do in _LOOKED:
        by = t.by("aisha", days_ago, 9)
        with acting_as(by):
            do(by, maya, t)
    by = t.by("marsha", 0, 24)  # just now: whatever the hour, after she was invited
    with acting_as(by):
        tell_as_agency(
            by=by, about=maya, what="Maya was late on four mornings and fell asleep in assembly.",
            happened=PartDate(t.day(8)), lens="school", document="attendance register",
        )  # fmt: skip


def _not_sleeping(by: Actor, maya: Person, t: Family) -> None:
    """Taken in with one tap: what it meant is still to be written."""
    line = SituationLine.objects.get(person=maya, text="Mum is not sleeping.")
    take_into_story(by=by, about=maya, event=line.act, significance=2, line=line.text, lens="harm")


_LOOKED: list[tuple[int, Callable[[Actor, Person, Family], Any]]] = [
    (60, lambda by, maya, t: say_still_right(by=by, about=maya, clock="assessment")),
    (10, lambda by, maya, t: say_still_right(by=by, about=maya, clock="assessment")),
    (9, lambda by, maya, t: review_story(by=by, about=maya)),
    (1, _not_sleeping),
]
