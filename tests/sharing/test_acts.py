"""A copy for one named person: what it must say, what it must not hold, and that it cannot be changed once it left."""

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.sharing.acts import release_copy
from kith.sharing.models import Paper, Release
from kith.sharing.queries import picture
from tests.cast import TODAY
from tests.people.doing import protected
from tests.visits.going import the_log_will_not_be_written


def released(cast, by, **details):
    given = {
        "about": cast.maya,
        "recipient": cast.people["kelly"],
        "recipient_name": "Kelly Okafor",
        "kind": "overview",
        "text": "We will meet on Friday.",
        "who_else_sees": "nobody else",
        **details,
    }
    return release_copy(by=by, **given)


def test_a_copy_keeps_its_very_words_for_whom_and_after_how_many_looks(cast):
    with acting_as(cast.aisha):
        protected(cast, cast.aisha, from_person=cast.people["kelly"])
        made = released(cast, cast.aisha)
        assert (made.text, made.released_on, made.checked_strings > 0) == ("We will meet on Friday.", TODAY, True)
        assert Act.objects.get(name="release_copy").said == (
            "Aisha Khan released a copy about Maya Okafor-Nowak to Kelly Okafor."
        )
    with acting_as(cast.kelly):
        assert Release.objects.get().text == "We will meet on Friday."
    with acting_as(cast.tomek):
        assert not Release.objects.exists()


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"recipient_name": " "}, "recipient_name"),
        ({"who_else_sees": ""}, "who_else_sees"),
        ({"text": "\n"}, "text"),
        ({"recipient": None, "recipient_name": "Gary", "text": "They are at 14 Larkspur Court."}, "text"),
    ],
)
def test_a_copy_that_must_not_leave_does_not(cast, details, field):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            released(cast, cast.aisha, **details)
        assert refusal.value.field == field
        assert not Release.objects.exists()


def test_nobody_without_a_tie_releases_anything(cast):
    with acting_as(cast.sol), pytest.raises(NotYours):
        released(cast, cast.sol)


def test_nothing_leaves_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        released(cast, cast.aisha)
    assert not Release.objects.exists()


def test_what_has_left_is_never_changed_not_even_by_its_writer(cast):
    with acting_as(cast.aisha):
        made = released(cast, cast.aisha)
    made.text = "We never meet."
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), acting_as(cast.aisha):
        release_again(cast, made)
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update sharing_release set text = 'changed'")
    assert Release.objects.get(pk=made.pk).text == "We will meet on Friday."


def release_again(cast, made):
    with connection.cursor() as cursor:
        cursor.execute("update sharing_release set text = %s where id = %s", [made.text, made.pk])


def test_what_left_is_also_in_its_versions(cast):
    with acting_as(cast.aisha):
        made = released(cast, cast.aisha)
    with connection.cursor() as cursor:
        cursor.execute("select text from sharing_releaseevent where pgh_obj_id = %s", [made.pk])
        assert cursor.fetchall() == [("We will meet on Friday.",)]


def test_a_drawing_is_searched_as_its_words_are_and_kept_as_it_left(cast):
    drawn = "<svg><text>14 Larks</text><text>pur Court</text></svg>"
    with acting_as(cast.aisha):
        with pytest.raises(Refused):
            released(cast, cast.aisha, recipient=None, recipient_name="A clerk", picture=drawn)
        assert not Release.objects.exists()
        assert not Paper.objects.exists()
        made = released(cast, cast.aisha, picture="<svg><text>Maya &amp; Leo</text></svg>")
        assert picture(made) == "<svg><text>Maya &amp; Leo</text></svg>"
        assert picture(released(cast, cast.aisha, text="In words alone.")) == ""


def test_no_drawing_is_left_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        released(cast, cast.aisha, picture="<svg></svg>")
    assert not Paper.objects.exists()
