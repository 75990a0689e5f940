"""Who answers for an item of a charter: named, named anew, refused, and never half written down (users 5.10)."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Occasion
from kith.standards import queries
from kith.standards.acts import name_who_answers
from kith.standards.models import AnswersFor
from tests.cast import TODAY

HEARING = {"charter": "practice-standards", "item": "1"}
MONDAY = date(2026, 11, 9)


def named(cast, by="grace", **given):
    details = {**HEARING, "on": TODAY, **given}
    if not given.keys() & {"worker", "role"}:
        details["worker"] = cast.staff["aisha"]
    return name_who_answers(by=cast.actors[by], **details)


def answers(**where):
    return queries.who_answers(*{**HEARING, **where}.values())


def test_somebody_is_named_and_it_is_written_down_once(cast):
    with acting_as(cast.grace):
        first, second = named(cast, key="form-1"), named(cast, key="form-1")
        assert first.pk == second.pk
        assert (first.name, first.account_id, first.from_on) == ("Aisha Khan", cast.aisha.account_id, TODAY)
        assert answers() == {("practice-standards", "1"): first}
        said = Occasion.objects.get(name="name_who_answers").said
    assert said == "Grace Adeyemi said who answers for a published value."


def test_a_role_in_words_takes_over_and_who_it_was_before_is_kept(cast):
    with acting_as(cast.grace):
        named(cast, on=MONDAY)
        role = named(cast, role=" Head of family help ")
        assert (role.name, role.account_id) == ("Head of family help", None)
        assert list(answers().values()) == [role]
        before = queries.answered_before(**HEARING).get()
        assert (before.name, before.from_on, before.until_on) == ("Aisha Khan", MONDAY, TODAY)
        assert answers(item="2") == {}


def test_the_database_lets_one_answer_for_it(cast):
    with acting_as(cast.grace):
        first = named(cast)
    again = (
        "insert into standards_answersfor (charter, item, name, from_on, named_by)"
        " select charter, item, 'Somebody', from_on, named_by from standards_answersfor"
    )
    with acting_as(cast.system), pytest.raises(IntegrityError, match="one_answers_for_it"), transaction.atomic():
        connection.cursor().execute(again)
    with acting_as(cast.aisha):
        assert list(answers().values()) == [first], "everybody who works here may read it"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"item": "11"}, "no such value"),
        ({"charter": "kent"}, "no such value"),
        ({"role": "  "}, "one of the two"),
        ({"role": "n/a"}, "as people here would say it"),
        ({"role": "Head of family help", "both": True}, "one of the two"),
        ({"again": True}, "Aisha Khan answers for this already"),
        ({"role": "Head of family help", "again": True, "on": MONDAY}, "give that day or a later one"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
    ],
)
def test_it_is_refused_and_nothing_is_kept_when(cast, given, says):
    with acting_as(cast.grace):
        if given.pop("again", False):
            named(cast)
        if given.pop("both", False):
            given["worker"] = cast.staff["aisha"]
        kept = list(AnswersFor.objects.values())
        with pytest.raises(Refused, match=says):
            named(cast, **given)
        assert list(AnswersFor.objects.values()) == kept


@pytest.mark.parametrize("by", ["aisha", "theo", "sol", "rowan", "dara", "priya"])
def test_nobody_without_the_right_names_anybody(cast, by):
    with acting_as(cast.actors[by]), pytest.raises(NotYours):
        named(cast, by=by)


def test_when_it_cannot_be_written_down_nobody_answers(cast):
    with connection.cursor() as cursor:
        cursor.execute(
            "create function disk_full() returns trigger language plpgsql as"
            " $$ begin raise exception 'the audit cannot be written'; end $$"
        )
        cursor.execute("create trigger disk_full before insert on record_occasion execute function disk_full()")
    with pytest.raises(DatabaseError, match="cannot be written"), transaction.atomic(), acting_as(cast.grace):
        named(cast)
    with acting_as(cast.grace):
        assert answers() == {}
