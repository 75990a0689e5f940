"""Meetings for the tests: a review of Maya's plan, a conference, and boards of both."""

from datetime import timedelta
from typing import Any

from kith.meetings import acts
from kith.meetings.rules import ActionGiven, CarriesGiven, LineGiven
from tests.cast import TODAY
from tests.plans.making import PEOPLE, agreed, looked_at

WRITTEN = [
    LineGiven("working", "She sleeps at Nan’s on Tuesdays.", "Nan Rose", "network"),
    LineGiven("worries", "Dean rang at midnight.", "Kelly Okafor", "parent"),
    LineGiven("number", who="Kelly Okafor", whose="parent", score=4, words="Better than in May."),
    LineGiven("number", who="Aisha Khan", whose="professional", score=7),
    LineGiven(
        "decided",
        "The plan goes on for ten weeks.",
        why="The nights are better, and not yet safe.",
        carries=CarriesGiven(
            bottom="Nobody shouts on the stairs after eight.",
            broken_when="Maya or Nan hears it.",
            watcher="Nan Rose",
            no_words="observed",
            seen="She sits on the top stair until it is quiet.",
        ),
    ),
    LineGiven("not_agreed", "I said Wednesday, not Thursday.", "Kelly Okafor", "parent", wants="Nan on Wednesdays."),
]
TO_DO = [ActionGiven("Nan has Sam on Wednesdays.", "Nan Rose", TODAY + timedelta(14), "network")]
NEXT = {"next_on": TODAY + timedelta(70), "next_where": "At Nan’s"}


def opened(by: Any, child: Any, people: Any = PEOPLE) -> Any:
    review = looked_at(by, agreed(by, child), people=people)
    return acts.open_board(by=by, about=[child], reviews=[review])


def written(by: Any, child: Any, people: Any = PEOPLE, lines: Any = WRITTEN, to_do: Any = TO_DO) -> Any:
    board = opened(by, child, people)
    return acts.write_on_board(by=by, about=child, board=board, lines=lines, actions=to_do)


def struck(by: Any, board: Any, row: Any, because: str = "She said it of somebody else.") -> Any:
    of = row._meta.model_name
    return acts.strike_off(by=by, about=board.person, board=board, of=of, row=row.pk, because=because)


def closed(by: Any, board: Any, **changed: Any) -> Any:
    return acts.close_board(by=by, about=board.person, board=board, **{**NEXT, **changed})
