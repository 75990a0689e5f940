"""Words heard, wishes owed and answers given, for the tests of this room."""

from typing import Any

from kith.voice import acts
from kith.voice.models import Answer, Words
from tests.cast import TODAY, Cast


def heard(cast: Cast, by: Any, text: str = "I want my own bed", sort: str = "wish", **details: Any) -> Words:
    return acts.write_down_words(by=by, **{"about": cast.maya, "sort": sort, "text": text, **details})


def answered(cast: Cast, by: Any, words: Words, **details: Any) -> Answer:
    given = {
        "about": cast.maya,
        "wish": words.wish,
        "outcome": "partly",
        "reason": "A bed takes two weeks to come.",
        "what_we_did": "We asked the bed charity.",
        "told_by": "Aisha Khan",
        "told_on": TODAY,
        "reaction": "ok",
    }
    return acts.answer_child(by=by, **{**given, **details})


def untold(cast: Cast, by: Any, words: Words, **details: Any) -> Answer:
    """An answer the child does not know of yet."""
    return answered(cast, by, words, **{"told_by": "", "told_on": None, "reaction": "", **details})


def corrected(cast: Cast, by: Any, words: Words, **details: Any) -> Any:
    return acts.correct(by=by, **{"about": cast.maya, "words": words, "because": "Leo said this.", **details})
