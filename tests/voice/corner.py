"""What is said in a child's own corner, and how it is answered there, for the tests."""

from kith.access import acting_as
from kith.voice import acts
from kith.voice.rules import Said
from tests.voice.hearing import answered

WORDS = Said("wish", "a swing", question="What do you wish for?")


def said(cast, by, *what, **more):
    given = {"about": cast.maya, "sheet": "dreams", "owed_by_id": cast.aisha.account_id, "owed_by_name": "Aisha Khan"}
    return acts.say_in_corner(by=by, said=list(what or [WORDS]), **{**given, **more})


def carded(cast, words, **more):
    """Answered no by Aisha, and laid ready as a card."""
    given = {"told_by": "", "told_on": None, "reaction": "", "outcome": "not_agreed", "card": True, **more}
    with acting_as(cast.aisha):
        return answered(cast, cast.aisha, words, **given)


def not_ok(cast, maya, answer):
    with acting_as(maya):
        return acts.react(by=maya, about=cast.maya, answer=answer, reaction="not_ok", words="not fair")
