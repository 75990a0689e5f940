"""Demonstration: somebody tries to look good. “n/a” in a dozen places, typed into the pages that put a promise right,
leaves every one of them as it was; a back-dated visit is told as written later (issue 5.8 ii, design 7.10, 7.11).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from kith.access import SYSTEM, acting_as
from kith.assessment import acts as assessing
from kith.decisions.acts import challenge_decision, note_breach
from kith.decisions.models import BottomLine, Challenge, Revisit
from kith.feedback.acts import say_valued
from kith.involvement.jobs import find_exposures
from kith.involvement.models import Exposure
from kith.people.acts import add_new_relative, note_risk
from kith.standards import queries
from kith.standards.acts import count_promises
from kith.standards.trends import trend
from tests.cast import NOW, TODAY
from tests.decisions.making import decided, standing
from tests.demonstrations.test_what_an_inspector_asks import sent
from tests.visits.going import child_part, page, sheet, text
from tests.voice.hearing import heard, untold

SAYS_NOTHING = ("n/a", ".", "as above")
OPEN = ("missed", "due", "not_yet", "not_applicable")


@dataclass(frozen=True)
class Place:
    """One promise, the page that puts it right, the field that asks for words, and words that would do."""

    standard: str
    page: str
    field: str
    enough: str
    begin: Callable[[Any], Any] = lambda cast: None
    who: str = "aisha"
    other: tuple[tuple[str, str], ...] = ()


def _asked(cast: Any) -> int:
    return heard(cast, cast.aisha, on=TODAY - timedelta(days=1)).wish.pk


def _answered(cast: Any) -> int:
    return untold(cast, cast.aisha, heard(cast, cast.aisha)).pk


def _low(cast: Any) -> int:
    return say_valued(by=cast.aisha, about=cast.maya, score=1, words="Nobody rings.").pk


def _close(cast: Any) -> int:
    about = {"by": cast.aisha, "about": cast.maya}
    dean = add_new_relative(**about, kind="neighbour", given="Dean").other
    note_risk(**about, adult=dean, kind="other", needs_to_know="Drives fast.", source="School")
    with acting_as(cast.system):
        find_exposures(by=cast.system, key="")
    return Exposure.objects.get(person=cast.maya).pk


def _challenged(cast: Any) -> int:
    made = decided(cast, cast.aisha)
    given = {"concern": "She is afraid of him.", "wanted": "Ask her again."}
    with acting_as(cast.theo):
        challenge_decision(by=cast.theo, about=cast.maya, decision_id=made.pk, **given)
    return Challenge.objects.get().pk


def _broken(cast: Any) -> int:
    standing(cast, "arrangement")
    note_breach(by=cast.aisha, about=cast.maya, line=BottomLine.objects.get(), what="Nan went home at two.")
    return Revisit.objects.get().pk


def _open_assessment(cast: Any) -> Any:
    return assessing.begin_assessment(by=cast.aisha, about=cast.maya, why="School rang.")


def _high(cast: Any) -> None:
    opened = _open_assessment(cast)
    domain = {"by": cast.aisha, "about": cast.maya, "assessment": opened, "domain": "child-health"}
    assessing.note_domain(**domain, needs="She has no bed.", concern="high")


def _danger(cast: Any) -> int:
    about = {"by": cast.aisha, "about": cast.maya}
    danger = assessing.say_danger(**about, what="The stove is left on at night.")
    assessing.rate_safety(**about, danger=danger, view="worker", called="Aisha Khan", score=4)
    return danger.pk


def _given(cast: Any) -> int:
    given = {"by": cast.aisha, "about": cast.maya, "assessment": _open_assessment(cast), "kind": "fact"}
    health = cast.people["health"]
    return assessing.contribute(**given, called=health.name, agency=health, text="Weighed in June.").pk


PLACES = [
    Place("heard", "write-words", "text", "I want my own bed.", other=(("sort", "wish"), ("way", "spoken"))),
    Place(
        "words-checked-back",
        "write-words",
        "text",
        "I want my own bed.",
        other=(("sort", "wish"), ("way", "spoken"), ("checked_back", "yes")),
    ),
    Place("life-today", "say-life-today", "text", "She wakes on the sofa and gets her own cereal."),
    Place("all-about-me", "say-about-me", "text", "Boats.", other=(("part", "likes"), ("said_by", "child"))),
    Place("hard-times", "say-about-me", "text", "Nan came.", other=(("part", "coping"), ("said_by", "family"))),
    Place(
        "wishes-answered",
        "answer-wish",
        "reason",
        "The charity has no bed left this month.",
        _asked,
        other=(("outcome", "not_agreed"), ("told", "no"), ("not_told_because", "Away with Nan until Friday.")),
    ),
    Place("answers-told", "tell-child", "told_by", "Nan Rose", _answered),
    Place("valued-followed-up", "follow-up-valued", "what_was_done", "She wants to be rung first.", _low, "grace"),
    Place(
        "danger-taken-up",
        "take-up-exposure",
        "what_was_done",
        "Rang Kelly: he has gone, and the door is locked.",
        _close,
        other=(("action", "safe_now"),),
    ),
    Place(
        "challenges-answered",
        "answer-challenge",
        "reply",
        "Three Saturdays went well, and Nan is there.",
        _challenged,
        "grace",
        (("outcome", "not_upheld"),),
    ),
    Place(
        "decisions-looked-at-again",
        "look-again",
        "why",
        "Nan rang us the same day and came back.",
        _broken,
        other=(("answer", "stands"),),
    ),
    Place(
        "effects-said",
        "note-effect",
        "how",
        "She is too tired to learn.",
        _high,
        other=(("because_of", "child-health"), ("on_domain", "child-education")),
    ),
    Place("danger-paired", "set-safety-goal", "child_lives", "The stove is off by eight each night.", _danger),
    Place(
        "contributions-answered",
        "say-what-became",
        "use_words",
        "We heard of it too late for this one.",
        _given,
        other=(("use", "not_used"),),
    ),
    Place(
        "own-people-asked",
        "record-offer",
        "what",
        "Nan takes her to school.",
        other=(("role", "daytime"), ("called", "Nan")),
    ),
]


def state(cast: Any, standard: str) -> str:
    with acting_as(cast.aisha):
        return next(row.state.value for row in queries.panel(cast.maya, cast.aisha) if row.id == standard)


def typed(cast: Any, browse: Any, place: Place, words: str) -> Any:
    with acting_as(cast.actors["aisha"]):
        pk = place.begin(cast)
    client = browse(place.who)
    path = page(place.page, cast.maya, *([pk] if pk else []))
    shown = client.get(path)
    assert shown.status_code == 200, place.page
    before = state(cast, place.standard)
    answer = client.post(path, sent(shown, **dict(place.other), **{place.field: words}))
    return before, answer


@pytest.mark.parametrize("words", SAYS_NOTHING)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.standard)
def test_a_text_that_says_nothing_keeps_no_promise(cast, browse, place, words):
    before, answer = typed(cast, browse, place, words)
    assert before in OPEN
    assert state(cast, place.standard) in {before, "missed"}
    if answer.status_code == 422:
        assert words in text(answer)  # and what was typed is still there
    else:
        assert answer.status_code == 303  # a fact is kept all the same: it is no evidence


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.standard)
def test_words_about_this_child_do(cast, browse, place):
    before, answer = typed(cast, browse, place, place.enough)
    assert (before in OPEN, answer.status_code) == (True, 303), text(answer)
    assert state(cast, place.standard) == "met"


def test_a_visit_is_no_look_at_how_the_child_lives_when_the_line_of_the_day_says_nothing(cast, browse):
    seen = {"day_topic_1": "sleep", "day_known_1": "seen"}
    for words, stands in (("n/a", "missed"), ("A mattress and one blanket, on the floor by the door.", "met")):
        line = child_part(cast.maya, "seen", alone="alone", saw="Drew a cat.", **seen, day_text_1=words)
        answer = browse("aisha").post(page("record-visit", cast.maya), {**sheet(cast), **line})
        assert answer.status_code == 303, text(answer)
        assert state(cast, "day-seen") == stands


def test_a_reason_that_says_nothing_explains_nothing(cast, browse):
    path = reverse("explain-standard", args=[cast.maya.ref, "seen-in-time"])
    answer = browse("aisha").post(path, {"reason": "n/a", "plan": "as above"})
    assert answer.status_code == 422
    assert "n/a" in text(answer)
    assert state(cast, "seen-in-time") == "missed"


def test_a_back_dated_visit_is_told_as_written_later_wherever_it_counts(cast, browse):
    """Recorded today as made twelve days ago: the fact is kept, and nobody reads it as if it had always been there."""
    past = TODAY - timedelta(days=12)
    visit = sheet(cast, **{"on-day": past.day, "on-month": past.month, "on-year": past.year})
    assert browse("aisha").post(page("record-visit", cast.maya), visit).status_code == 303
    said = "Written later: on 17 November 2026."
    where = {
        "panel": page("child", cast.maya),
        "list": "/standards/seen-in-time/?state=met",
        "visits": page("child-contacts", cast.maya),
    }
    shown = {name: text(browse("grace").get(path)) for name, path in where.items()}
    assert said in shown["panel"]
    assert said in shown["list"]
    assert "Happened on Thu 5 Nov, written on Tue 17 Nov: late" in shown["visits"]


def test_a_visit_back_dated_to_before_the_limit_does_not_undo_a_night_that_was_counted(cast, browse):
    """What stood late that night stays late in the figures of that night."""
    by = SYSTEM(NOW - timedelta(days=3))
    with acting_as(by):
        count_promises(by=by, about=None, on=by.today)
    with acting_as(cast.grace):
        before = trend("seen-in-time", None, TODAY - timedelta(days=9))[0].counts
    past = TODAY - timedelta(days=5)
    visit = sheet(cast, **{"on-day": past.day, "on-month": past.month, "on-year": past.year})
    assert browse("aisha").post(page("record-visit", cast.maya), visit).status_code == 303
    assert state(cast, "seen-in-time") == "met"
    with acting_as(cast.grace):
        assert trend("seen-in-time", None, TODAY - timedelta(days=9))[0].counts == before
    assert before["missed"] > 0
