"""An address is kept from someone on one person's word, and shown again only on two people's."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kith.access import acting_as
from kith.directory.models import Notice
from kith.people import acts, queries
from kith.people.models import Address, AddressProtection
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.people.doing import agreed, asked_to_end, gary_kept_away, protected, unprotected
from tests.people.test_describing import seal
from tests.visits.going import the_log_will_not_be_written


def everyones(cast):
    return list(AddressProtection.objects.filter(from_person=cast.people["gary"], ended_on=None).order_by("pk"))


def sees_the_home(cast, name):
    with acting_as(cast.actors[name]):
        return Address.objects.filter(postcode="NC4 7QX").exists()


@pytest.fixture
def kept_from_tomek(cast):
    """The children's home kept from Tomek, who reads their records as their father."""
    with acting_as(cast.system):
        protected(cast, cast.system)
    return list(AddressProtection.objects.filter(from_person=cast.people["tomek"]).order_by("pk"))


def test_asking_changes_nothing_that_anyone_can_see(cast, kept_from_tomek):
    with acting_as(cast.aisha):
        asked_to_end(cast, cast.aisha, protections=kept_from_tomek)
    assert not sees_the_home(cast, "tomek")
    assert Act.objects.filter(name="ask_to_end_protection", person=cast.maya).get().said == (
        "Aisha Khan asked for an address of Maya Okafor-Nowak to be protected no longer."
    )


def test_who_manages_the_work_is_told_once_without_a_name_and_the_asker_hears_the_answer(cast):
    rows = everyones(cast)
    with acting_as(cast.aisha):
        asked_to_end(cast, cast.aisha, protections=rows)
    with acting_as(cast.grace):
        [told] = Notice.objects.filter(account_id=cast.grace.account_id, kind="protection")
        assert "Maya" not in told.sentence
        assert [row.person.called for row in queries.endings_to_answer(cast.grace)] == [r.person.called for r in rows]
        agreed(cast, cast.grace, rows)
        assert queries.endings_to_answer(cast.grace) == []
    with acting_as(cast.aisha):
        assert Notice.objects.filter(account_id=cast.aisha.account_id, kind="protection").count() == 1
        assert queries.endings_to_answer(cast.aisha) == []


def test_a_second_person_ends_it_and_both_are_named_with_their_words(cast, kept_from_tomek):
    unprotected(cast, kept_from_tomek)
    assert sees_the_home(cast, "tomek")
    ended = AddressProtection.objects.get(pk=kept_from_tomek[0].pk)
    assert (ended.end_asked_by_name, ended.ended_by_name, ended.ended_on) == ("Aisha Khan", "Grace Adeyemi", TODAY)
    assert ended.end_answer == "I read the court's letter and rang Kelly."


def test_while_it_is_kept_for_one_who_lives_there_it_is_hidden(cast, kept_from_tomek):
    unprotected(cast, kept_from_tomek[:1])
    assert not sees_the_home(cast, "tomek")


@pytest.mark.parametrize("words", ["", " ", "n/a", "."])
def test_both_must_say_why(cast, words):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        asked_to_end(cast, cast.aisha, because=words)
    assert refusal.value.field == "because"
    with acting_as(cast.aisha):
        rows = asked_to_end(cast, cast.aisha)
    for answer in (agreed, kept):
        with acting_as(cast.grace), pytest.raises(Refused) as refusal:
            answer(cast, cast.grace, rows, answer=words)
        assert refusal.value.field == "answer"


def kept(cast, by, rows, **details):
    given = {"answer": "He was outside the school on Monday.", **details}
    return acts.keep_protection(by=by, about=[row.person for row in rows], protections=rows, **given)


def test_nobody_agrees_to_their_own_asking(cast):
    with acting_as(cast.grace):
        rows = asked_to_end(cast, cast.grace)
        with pytest.raises(Refused, match="second person"):
            agreed(cast, cast.grace, rows)
        assert gary_kept_away(cast).ended_on is None


def test_the_lead_worker_may_not_agree_whoever_asked(cast):
    with acting_as(cast.grace):
        rows = asked_to_end(cast, cast.grace)
    with acting_as(cast.aisha), pytest.raises(NotYours):
        agreed(cast, cast.aisha, rows)


def test_a_guardian_with_no_tie_may_agree(cast):
    with acting_as(cast.aisha):
        rows = asked_to_end(cast, cast.aisha)
    with acting_as(cast.rowan):
        agreed(cast, cast.rowan, rows)
        assert gary_kept_away(cast).ended_by_name == "Rowan Vale"


@pytest.mark.parametrize("name", ["aisha", "grace"])
def test_it_is_kept_on_one_persons_word_even_the_askers(cast, name):
    with acting_as(cast.aisha):
        rows = asked_to_end(cast, cast.aisha)
    with acting_as(cast.actors[name]):
        kept(cast, cast.actors[name], rows)
        row = gary_kept_away(cast)
        assert (row.ended_on, row.end_asked_on, row.end_because) == (None, None, "")
        assert row.end_answer == "He was outside the school on Monday."
    assert not sees_the_home(cast, "gary")


def test_it_can_be_asked_again_after_it_was_kept(cast):
    with acting_as(cast.aisha):
        rows = asked_to_end(cast, cast.aisha)
        kept(cast, cast.aisha, rows)
        [again] = asked_to_end(cast, cast.aisha)
        assert (again.end_asked_on, again.end_answer) == (TODAY, "")


def test_what_was_asked_is_asked_once_and_answered_once(cast):
    with acting_as(cast.aisha):
        rows = asked_to_end(cast, cast.aisha)
        with pytest.raises(Refused, match="already"):
            asked_to_end(cast, cast.aisha, protections=rows)
    with acting_as(cast.grace):
        agreed(cast, cast.grace, rows)
        for again in (agreed, kept, lambda *a: asked_to_end(cast, cast.grace, protections=rows)):
            with pytest.raises(Refused):
                again(cast, cast.grace, rows)


def test_nothing_is_ended_that_nobody_asked_about(cast):
    with acting_as(cast.grace):
        for answer in (agreed, kept):
            with pytest.raises(Refused, match="Nobody asks"):
                answer(cast, cast.grace, [gary_kept_away(cast)])
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.ask_to_end_protection(by=cast.aisha, about=[cast.maya], protections=[], because="All is calm now.")
    assert refusal.value.field == "people"


def test_a_day_to_come_ends_nothing(cast):
    with acting_as(cast.aisha):
        rows = asked_to_end(cast, cast.aisha)
    with acting_as(cast.grace), pytest.raises(Refused) as refusal:
        agreed(cast, cast.grace, rows, on=TODAY + timedelta(days=1))
    assert refusal.value.field == "on"


def test_nobody_else_may_ask(cast):
    with acting_as(cast.sol), pytest.raises(NotYours):
        asked_to_end(cast, cast.sol)


@pytest.mark.parametrize("answer", [agreed, kept])
def test_nothing_is_answered_when_the_log_cannot_be_written(cast, answer):
    with acting_as(cast.aisha):
        rows = asked_to_end(cast, cast.aisha)
    with the_log_will_not_be_written(), acting_as(cast.grace):
        answer(cast, cast.grace, rows)
    row = gary_kept_away(cast)
    assert (row.ended_on, row.end_asked_by_name) == (None, "Aisha Khan")


def test_the_database_itself_wants_two_people(cast):
    with acting_as(cast.aisha):
        [row] = asked_to_end(cast, cast.aisha)
    for one in ({"ended_by_id": cast.aisha.account_id}, {"ended_by_id": None}, {"end_because": ""}):
        changes = {"ended_on": TODAY, "ended_by_id": cast.grace.account_id, **one}
        columns = ", ".join(f"{column} = %s" for column in changes)
        with (
            pytest.raises(IntegrityError, match="two_people_end_a_protection"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"update people_addressprotection set {columns} where id = %s", [*changes.values(), row.pk])


# -- reading


def test_a_childs_protections_are_read_with_names_in_one_query(cast, django_assert_num_queries):
    with acting_as(cast.aisha), django_assert_num_queries(1):
        [row] = queries.protections_of(cast.maya)
        assert (row.from_name, row.because) == ("Gary Stone", "A court order keeps him away.")
    with acting_as(cast.aisha):
        assert [row.person.called for row in queries.kept_together(gary_kept_away(cast))] == [
            "Maya Okafor-Nowak",
            "Leo Okafor-Nowak",
            "Sam Okafor",
        ]


def test_one_from_somebody_sealed_is_there_without_the_name(cast):
    seal(cast, "gary")
    with acting_as(cast.aisha):
        [row] = queries.protections_of(cast.maya)
        assert row.from_name == "somebody whose record is closed to you"
        assert queries.protection(row.pk).from_name == row.from_name
