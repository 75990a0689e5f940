"""What is owed to a few children is asked through one function: the same answers, and nothing beyond them."""

import pytest
from django.db import ProgrammingError, connection

from kith.access import acting_as
from kith.directory.acts import begin_tie
from kith.directory.models import Account
from kith.standards import owed
from kith.standards.gathering import gather
from kith.standards.register import standard
from kith.visits.acts import Said, Seen
from tests.cast import TODAY
from tests.standards.records import visit


def held(person_id: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"select {owed.holding()}(%s::bigint[])", [[person_id]])
        return cursor.fetchone()[0]


def test_only_tables_that_hold_something_about_the_child_are_asked(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=(Said("wish", "I want a bed."),)), days_ago=3)
        assert "voice_wish" in held(cast.maya.pk)
        assert "voice_wish" not in held(cast.sam.pk)


def test_asked_about_one_promise_it_tells_of_that_one_alone(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=(Said("wish", "I want a bed."),)), days_ago=3)
        (whole,) = gather(TODAY, [cast.maya.pk])
        (of_one,) = gather(TODAY, [cast.maya.pk], standard("wishes-answered"))
        assert of_one.owed == {"wishes-answered": whole.owed["wishes-answered"]}
        assert len(whole.owed) > 1


def test_of_a_record_that_is_closed_to_the_reader_not_even_the_tables_are_told(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=(Said("wish", "I want a bed."),)), days_ago=3)
    with acting_as(cast.system):
        there = held(cast.maya.pk)
        assert "voice_wish" in there
        aisha = Account.objects.get(pk=cast.aisha.account_id)
        begin_tie(by=cast.system, about=cast.maya, account=aisha, because="conflict")
    with acting_as(cast.aisha):
        assert held(cast.maya.pk) == []
    with acting_as(cast.system):
        assert held(cast.maya.pk) == there


@pytest.mark.parametrize("who", ["kelly", "priya"])
def test_nobody_but_staff_may_ask_what_is_held(cast, who):
    with acting_as(getattr(cast, who)), pytest.raises(ProgrammingError, match="permission denied"):
        held(cast.maya.pk)


def test_every_table_it_leaves_out_is_one_a_child_could_have_rows_in():
    """A promise read from people alone, or through a name given anew, is always asked."""
    assert owed.tables(" from people_person x ") == []
    assert owed.tables(" from (select id as person_id from voice_wish) x ") == []
    assert owed.tables(" from voice_wish x join visits_childline y on true ") == ["visits_childline", "voice_wish"]
