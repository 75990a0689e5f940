"""Stories beside a value: in somebody's own words, with their yes, naming nobody, and gone when they say so (5.10)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.standards import queries
from kith.standards.acts import take_story_back, tell_story
from kith.standards.models import ToldStory
from kith.standards.rules import names_in
from tests.cast import TODAY

HEARING = {"charter": "practice-standards", "item": "1"}
GOOD = {"words": "She wrote down what I said, as I said it.", "whose": "a boy of nine", "agreed_on": TODAY}


def told(cast, by="aisha", **given):
    return tell_story(by=cast.actors[by], **{**HEARING, **GOOD, **given})


def test_it_is_told_once_read_by_everybody_who_works_here_and_taken_back(cast):
    with acting_as(cast.aisha):
        story, again = told(cast, key="form-1"), told(cast, key="form-1")
        assert (story.pk, story.told_by, story.told_on) == (again.pk, "Aisha Khan", TODAY)
    with acting_as(cast.sol):
        assert list(queries.stories(**HEARING)) == [story]
        assert list(queries.stories("jersey", "safe")) == []
        take_story_back(by=cast.sol, story=story)
        assert list(queries.stories(**HEARING)) == []
        with pytest.raises(Refused, match="taken back on 17 November 2026 already"):
            take_story_back(by=cast.sol, story=story)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"item": "11"}, "no such value"),
        ({"words": "n/a"}, "as they said it"),
        ({"whose": " "}, "without a name"),
        ({"agreed_on": None}, "Ask them first"),
        ({"agreed_on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"words": "They were good to Maya and to Leo."}, "Take out Maya and Leo"),
        ({"whose": "Leo’s mother"}, "Take out Leo: a story names nobody"),
    ],
)
def test_it_is_refused_and_nothing_is_kept_when(cast, given, says):
    with acting_as(cast.aisha), pytest.raises(Refused, match=says):
        told(cast, **given)
    with acting_as(cast.aisha):
        assert not ToldStory.objects.exists()


@pytest.mark.parametrize("by", ["priya"])
def test_nobody_from_outside_tells_one(cast, by):
    with acting_as(cast.actors[by]), pytest.raises(NotYours):
        told(cast, by=by)


@pytest.mark.parametrize("act", ["tell", "take back"])
def test_when_it_cannot_be_written_down_nothing_changes(cast, act):
    story = None
    if act == "take back":
        with acting_as(cast.aisha):
            story = told(cast)
    with connection.cursor() as cursor:
        cursor.execute(
            "create function disk_full() returns trigger language plpgsql as"
            " $$ begin raise exception 'the audit cannot be written'; end $$"
        )
        cursor.execute("create trigger disk_full before insert on record_occasion execute function disk_full()")
    with pytest.raises(DatabaseError, match="cannot be written"), transaction.atomic(), acting_as(cast.aisha):
        take_story_back(by=cast.aisha, story=story) if story else told(cast)
    with acting_as(cast.aisha):
        assert list(queries.stories(**HEARING)) == ([story] if story else [])


def test_names_are_found_as_words_of_their_own_and_not_inside_others():
    assert names_in("Sam said: the same, Okafor-Nowak!", ["Sam Okafor", "Maya Okafor-Nowak"]) == [
        "Sam",
        "Okafor",
        "Nowak",
    ]
    assert names_in("we may stay", ["May Leon"]) == []
